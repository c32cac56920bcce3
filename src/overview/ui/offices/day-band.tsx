import { isOver } from "../../../appointments/statuses.ts";
import { minuteOf } from "../../../kit/dates.ts";
import { placed, variables } from "../../../kit/place-style.ts";
import { clipped, type Span, spanWithout } from "../../../kit/spans.ts";
import type { OfficeOverview, QueueOverview } from "../../contract.ts";

const DEFAULT_RANGE: Span = { from: 480, to: 900 };

interface DayBandProps {
  readonly queue: QueueOverview;
  readonly range: Span;
  /** Null on any other day than today */
  readonly now: string | null;
  readonly label: string;
}

/** The queue's whole day on one line. */
export function DayBand({ queue, range, now, label }: DayBandProps) {
  const visits = queue.visits.map((visit) => ({ ...spanOf(visit), status: visit.status }));
  const closed = spanWithout(range, [...(queue.active ? queue.open.map(spanOf) : []), ...visits]);
  return (
    <div className="time-band" role="img" aria-label={label} style={variables({ "--of": range.to - range.from })}>
      {closed.map((span) => (
        <span key={span.from} className="is-closed" style={placed(span, range)} />
      ))}
      {visits.map(({ status, ...span }) => {
        const shown = clipped(span, range);
        const look = isOver(status) ? "is-done" : "is-booked";
        return shown && <span key={span.from} className={look} style={placed(shown, range)} />;
      })}
      {now !== null && <span className="is-now" style={variables({ "--s": minuteOf(now) - range.from })} />}
    </div>
  );
}

/** From the earliest opening to the latest closing of all, in whole hours, so that the bands can be compared. */
export function sharedRange(offices: readonly OfficeOverview[]): Span {
  const spans = offices.flatMap(({ queues }) => queues.flatMap(({ open, visits }) => [...open, ...visits].map(spanOf)));
  if (spans.length === 0) return DEFAULT_RANGE;
  return {
    from: Math.floor(Math.min(...spans.map(({ from }) => from)) / 60) * 60,
    to: Math.ceil(Math.max(...spans.map(({ to }) => to)) / 60) * 60,
  };
}

const spanOf = ({ from, to }: { from: string; to: string }): Span => ({ from: minuteOf(from), to: minuteOf(to) });
