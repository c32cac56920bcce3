import { minuteOf } from "../../../kit/dates.ts";
import { placed, variables } from "../../../kit/place-style.ts";
import { Space, useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { Office } from "../../../offices/contract.ts";
import type { Explanation } from "../../contract.ts";
import { NewAt } from "../new-at.tsx";
import { placeInFull } from "../place-words.ts";
import { bandLook, whyWords } from "./why-words.ts";

type Explained = Explanation["queues"][number];

interface WhyQueueProps {
  readonly office: Office;
  readonly date: string;
  readonly service: string;
  readonly queue: Explained;
}

/** The day of one queue as a band, and in words; a part with room leads to the form. */
export function WhyQueue({ office, date, service, queue }: WhyQueueProps) {
  const t = useText();
  return (
    <section className="why-page__queue sheet" aria-labelledby={`why-${queue.number}`}>
      <h2 id={`why-${queue.number}`}>{queue.name}</h2>
      <Band parts={queue.parts} />
      <ol>
        {queue.parts.map((part) => (
          <li key={`${part.from} ${part.why}`} className={classes("why-page__part", `why-page__part--${part.why}`)}>
            <b>{t("overview.why-span", { from: part.from, to: part.to })}</b>
            <Space />
            <span>{whyWords(part, queue.visitMinutes, t)}</span>
            {part.start !== null && (
              <NewHere office={office} date={date} service={service} queue={queue} time={part.start} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Band({ parts }: Pick<Explained, "parts">) {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const whole = { from: minuteOf(first.from), to: minuteOf(last.to) };
  return (
    <div className="time-band" aria-hidden="true" style={variables({ "--of": whole.to - whole.from })}>
      {parts.map((part) => {
        const look = bandLook(part.why);
        const span = { from: minuteOf(part.from), to: minuteOf(part.to) };
        return look && <span key={`${part.from} ${part.why}`} className={look} style={placed(span, whole)} />;
      })}
    </div>
  );
}

function NewHere({ office, date, service, queue, time }: WhyQueueProps & { time: string }) {
  const t = useText();
  const { language } = useLanguage();
  const place = { date, time, queue: queue.number };
  return (
    <NewAt
      office={office.code}
      place={place}
      service={service}
      className={classes(buttonClass("plain", "small"), "why-page__new")}
      label={t("overview.new-at", { place: placeInFull(place, queue.name, t, language) })}
    >
      {t("plan.new")}
    </NewAt>
  );
}
