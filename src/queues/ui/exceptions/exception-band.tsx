import { useQuery } from "@tanstack/react-query";
import { planOf, type QueueColumn, spanOf } from "../../../appointments/ui/plan/plan-layout.ts";
import { dayQuery } from "../../../appointments/ui/queries.ts";
import { minuteOf, timeAt, weekdayAndDate } from "../../../kit/dates.ts";
import { placed, variables } from "../../../kit/place-style.ts";
import { type Span, spanWithout } from "../../../kit/spans.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { isReadDate, queueIn } from "./exception-texts.ts";
import type { ExceptionState } from "./use-exception.ts";

/** The first day of the exception that is not past, queue by queue, with the appointments that it concerns in red. */
export function ExceptionBands({ exception, today }: { exception: ExceptionState; today: string }) {
  const t = useText();
  const { office, form, request, ruling } = exception;
  const { date: first = "", lastDate = "", kind } = form.values;
  const queue = queueIn(form.values);
  const date = first < today && lastDate >= today ? today : first;
  const { data } = useQuery({ ...dayQuery(office, date), enabled: isReadDate(first) });
  if (!data || !request) return null;
  const layout = planOf(data);
  const columns = layout.columns.filter(({ queue: { active, number } }) =>
    queue === null ? active : number === queue,
  );
  const when = request.from && request.to ? `${request.from}–${request.to}` : t("rules.all-day");
  const span = request.from && request.to ? { from: minuteOf(request.from), to: minuteOf(request.to) } : layout.range;
  // Extra hours lie outside the plan's own.
  const range = { from: Math.min(layout.range.from, span.from), to: Math.max(layout.range.to, span.to) };
  const marks = {
    off: spanWithout(range, [layout.range]),
    wished: { ...span, className: kind === "extra" ? "is-extra" : "is-closed" },
  };
  const concerned = new Set(ruling.proposal?.appointments.map(({ appointment }) => appointment.id));
  return columns.map((column) => (
    <Band
      key={column.queue.number}
      column={column}
      range={range}
      marks={marks}
      when={when}
      concerned={concerned}
      date={data.date}
    />
  ));
}

interface BandProps {
  readonly column: QueueColumn;
  readonly range: Span;
  readonly marks: { readonly off: readonly Span[]; readonly wished: Span & { readonly className: string } };
  readonly when: string;
  readonly concerned: ReadonlySet<string>;
  readonly date: string;
}

function Band({ column: { queue, cells }, range, marks: { off, wished }, when, concerned, date }: BandProps) {
  const t = useText();
  const { language } = useLanguage();
  const appointments = cells.flatMap((cell) => (cell.kind === "appointment" ? [cell.appointment] : []));
  const count = appointments.filter(({ id }) => concerned.has(id)).length;
  const words = count === 0 ? t("rules.band-none", { when }) : t("rules.band", { count, when });
  return (
    <div className="exception__band">
      <p className="label">{t("rules.band-title", { queue: queue.name, day: weekdayAndDate(date, language) })}</p>
      {queue.open.length + queue.closed.length === 0 && <p className="hint">{t("rules.band-off")}</p>}
      <div className="time-band" role="img" aria-label={words} style={variables({ "--of": range.to - range.from })}>
        {[...off, ...cells.filter(({ kind }) => kind === "off")].map((each) => (
          <span key={each.from} className="is-off" style={placed(each, range)} />
        ))}
        <span className={wished.className} style={placed(wished, range)} />
        {appointments.map((appointment) => (
          <span
            key={appointment.id}
            className={concerned.has(appointment.id) ? "is-concerned" : "is-booked"}
            style={placed(spanOf(appointment), range)}
          />
        ))}
      </div>
      <p className="hint exception__band-words" aria-hidden="true">
        <span>{timeAt(range.from)}</span>
        <span>{words}</span>
        <span>{timeAt(range.to)}</span>
      </p>
    </div>
  );
}
