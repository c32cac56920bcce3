import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { timeAt } from "../../../kit/dates.ts";
import { placed, variables } from "../../../kit/place-style.ts";
import type { Span } from "../../../kit/spans.ts";
import { useText } from "../../../kit/text.tsx";
import { type Edge, limitsOf, movedEdge, wishedBy } from "./edges.ts";
import { spanOfTimes } from "./hours-draft.ts";
import type { OpeningTimes } from "./hours-week.ts";

interface HoursBandProps {
  readonly times: readonly OpeningTimes[];
  readonly range: Span;
  readonly slot: number;
  readonly day: string;
  /** Which of `times`, and where its edge is now */
  readonly onMove: (index: number, edge: Edge, minute: number) => void;
}

const EDGES = ["from", "to"] as const;

/** A weekday as a band; what is no interval yet is not on it. */
export function HoursBand({ times, range, slot, day, onMove }: HoursBandProps) {
  const track = useRef<HTMLDivElement>(null);
  const drawn = times.flatMap((each, index) => {
    const span = spanOfTimes(each);
    return span ? [{ index, span }] : [];
  });
  const spans = drawn.map(({ span }) => span);
  const minuteAt = (x: number): number => {
    const { left = 0, width = 1 } = track.current?.getBoundingClientRect() ?? {};
    const part = Math.min(1, Math.max(0, (x - left) / width));
    return range.from + part * (range.to - range.from);
  };
  return (
    <div className="strip__band hours__band" ref={track} style={variables({ "--of": range.to - range.from })}>
      {drawn.map(({ index, span }) => (
        <i key={index} style={placed(span, range)} />
      ))}
      {drawn.flatMap(({ index }, at) =>
        EDGES.map((edge) => (
          <EdgeHandle
            key={`${index} ${edge}`}
            edge={edge}
            spans={spans}
            at={at}
            slot={slot}
            range={range}
            day={day}
            minuteAt={minuteAt}
            number={index + 1}
            onMove={(minute) => onMove(index, edge, minute)}
          />
        )),
      )}
    </div>
  );
}

interface EdgeHandleProps {
  readonly spans: readonly Span[];
  readonly at: number;
  readonly edge: Edge;
  readonly slot: number;
  readonly range: Span;
  readonly day: string;
  readonly number: number;
  readonly minuteAt: (x: number) => number;
  readonly onMove: (minute: number) => void;
}

/** Dragged, or moved with the arrows by the length of a visit. */
function EdgeHandle({ spans, at, edge, slot, range, day, number, minuteAt, onMove }: EdgeHandleProps) {
  const t = useText();
  const minute = spans[at]?.[edge] ?? 0;
  const limits = limitsOf(spans, at, edge, slot);
  const moveTo = (wished: number) => {
    const moved = movedEdge({ spans, index: at, edge }, wished, slot);
    if (moved !== minute) onMove(moved);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wished = wishedBy(event.key, minute, slot, limits);
    if (wished === null) return;
    event.preventDefault();
    moveTo(wished);
  };
  const onPointerMove = ({ currentTarget, pointerId, clientX }: PointerEvent) => {
    if (currentTarget.hasPointerCapture(pointerId)) moveTo(minuteAt(clientX));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="hours__edge"
      style={variables({ "--s": minute - range.from })}
      aria-label={t(edge === "from" ? "queues.opens" : "queues.closes", { day, number })}
      aria-valuemin={limits.from}
      aria-valuemax={limits.to}
      aria-valuenow={minute}
      aria-valuetext={timeAt(minute)}
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
