import { Link } from "@tanstack/react-router";
import { COUNTED } from "../../../appointments/statuses.ts";
import { StatusGlyph } from "../../../appointments/ui/status-glyph.tsx";
import type { Span } from "../../../kit/spans.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { inWordsOf } from "../../../text/text.ts";
import type { DayOfAll, OfficeOverview } from "../../contract.ts";
import { closedWords } from "../day-words.ts";
import { NewAt } from "../new-at.tsx";
import { placeWords } from "../place-words.ts";
import { QueueLine } from "./queue-line.tsx";

interface OfficeCardProps {
  readonly office: OfficeOverview;
  readonly day: DayOfAll;
  readonly range: Span;
  /** The key that books here */
  readonly digit: number | null;
}

export function OfficeCard({ office, day, range, digit }: OfficeCardProps) {
  const t = useText();
  const { code, name, closed, holiday, holidayEn, counts, queues } = office;
  const headingId = `office-${code}`;
  const time = day.date === day.now.date ? day.now.time : null;
  return (
    <article className="office-card sheet" aria-labelledby={headingId}>
      <h2 id={headingId}>
        <Link to="/offices/$office/days/$date" params={{ office: code, date: day.date }} search={{}}>
          {name}
        </Link>{" "}
        <small>{code}</small>
      </h2>
      {closed && <p className="office-card__closed">{closedWords(closed, t)}</p>}
      {holiday && !closed && (
        <p className="badge badge--navy">{t("plan.holidayNote", { holiday: inWordsOf(t, holiday, holidayEn) })}</p>
      )}
      <ul className="status-counts" aria-label={t("overview.summary", { office: name })}>
        {COUNTED.map((status) => (
          <li key={status}>
            <StatusGlyph status={status} />
            <b>{counts[status]}</b> {t(`plan.sum-${status}`, { count: counts[status] })}
          </li>
        ))}
      </ul>
      {!closed && (
        <ul className="office-card__queues" aria-label={t("overview.queues", { office: name })}>
          {queues.map((queue) => (
            <QueueLine key={queue.number} queue={queue} range={range} time={time} isPast={day.date < day.now.date} />
          ))}
        </ul>
      )}
      <FirstFree office={office} today={day.now.date} digit={digit} />
    </article>
  );
}

function FirstFree({
  office: { code, name, next, queues },
  today,
  digit,
}: {
  office: OfficeOverview;
  today: string;
  digit: number | null;
}) {
  const t = useText();
  const { language } = useLanguage();
  if (!next) return <p className="office-card__first">{t("overview.first-none")}</p>;
  const queue = queues.find(({ number }) => number === next.queue)?.name ?? String(next.queue);
  const place = placeWords({ ...next, queue }, today, t, language);
  return (
    <p className="office-card__first">
      {t("overview.first")}:{" "}
      <NewAt
        office={code}
        place={next}
        className={buttonClass("plain", "small", "wrapping")}
        {...(digit !== null && { shortcut: String(digit) })}
      >
        <Icon name="plus" />
        <span>
          <span className="visually-hidden">{t("overview.first-in", { office: name })} </span>
          {place}
        </span>{" "}
        {digit !== null && <kbd aria-hidden="true">{digit}</kbd>}
      </NewAt>
    </p>
  );
}
