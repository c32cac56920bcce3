import { shortDate, timeAt } from "../../kit/dates.ts";
import { placed, variables } from "../../kit/place-style.ts";
import { clipped, type Span } from "../../kit/spans.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { inWordsOf } from "../../text/text.ts";
import { type Out, reasonsOf, type StripDay } from "./week-strip.ts";

interface WeekStripProps {
  readonly days: readonly StripDay[];
  readonly range: Span;
  readonly label: string;
}

/** The coming week, a band for each day; in words only what is otherwise than usual. */
export const WeekStrip = ({ days, range, label }: WeekStripProps) => (
  <ul className="strip" aria-label={label}>
    {days.map((day) => (
      <Day key={day.date} day={day} range={range} />
    ))}
  </ul>
);

function Day({ day, range }: { day: StripDay; range: Span }) {
  const t = useText();
  const { language } = useLanguage();
  const { date, isToday, isActive } = day;
  return (
    <li className={classes(isToday && "is-today", !isActive && "is-off")}>
      <b>
        {shortDate(date, language)}
        {isToday && <span className="visually-hidden"> ({t("queues.today")})</span>}
      </b>
      <Band day={day} range={range} />
      <DayWords day={day} />
    </li>
  );
}

const Band = ({ day: { hours, extra, out }, range }: { day: StripDay; range: Span }) => (
  <div className="strip__band" aria-hidden="true" style={variables({ "--of": range.to - range.from })}>
    {[...hours, ...extra].map((span) => (
      <i key={span.from} style={placed(span, range)} />
    ))}
    {out.map((span) => {
      const shown = clipped(span, range);
      return shown && <i key={keyOf(span)} className="is-out" style={placed(shown, range)} />;
    })}
  </div>
);

function DayWords({ day }: { day: StripDay }) {
  const t = useText();
  const { isActive, isDated, hours, extra, out, isAllOut } = day;
  if (hours.length + extra.length === 0) return <p>{t("queues.closed")}</p>;
  return (
    <>
      {extra.map((span) => (
        <p key={span.from} className="queue__extra">
          {t("queues.besides", { times: timesOf(span) })}
        </p>
      ))}
      {isAllOut ? <AllOut day={day} /> : out.map((each) => <PartOut key={keyOf(each)} out={each} />)}
      {isDated && <p className="queue__warn">{t(isActive ? "queues.active-then" : "queues.inactive-then")}</p>}
    </>
  );
}

function AllOut({ day }: { day: StripDay }) {
  const t = useText();
  return reasonsOf(day).map(({ kind, reason, reasonEn }) => (
    <p key={`${kind} ${reason}`} className="queue__warn">
      {t(`queues.closed-${kind}`, { reason: inWordsOf(t, reason, reasonEn) })}
    </p>
  ));
}

function PartOut({ out }: { out: Out }) {
  const t = useText();
  return (
    <p className="queue__warn">
      {t("queues.out", { times: timesOf(out) })}{" "}
      <small>{t(`queues.out-${out.kind}`, { reason: inWordsOf(t, out.reason, out.reasonEn) })}</small>
    </p>
  );
}

const keyOf = ({ from, to, kind, reason }: Out): string => `${from} ${to} ${kind} ${reason}`;

const timesOf = ({ from, to }: Span): string => `${timeAt(from)}–${timeAt(to)}`;
