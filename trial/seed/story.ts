import type { Step } from "../../src/appointments/acts.ts";
import type { EventKind } from "../../src/appointments/history/history-sql.ts";
import { INITIAL_STATUS, STEP_RESULTS, type Status } from "../../src/appointments/statuses.ts";
import type { PlannedVisit } from "./fill-day.ts";
import { minuteText } from "./minute-text.ts";
import { CANCELLATION_REASONS } from "./names.ts";
import type { Random } from "./random.ts";
import { workdayBefore } from "./workdays.ts";

/** What has happened to an appointment by now, act by act, at the times at which people do such things. Pure. */

export interface Story {
  readonly channel: "phone" | "email" | "in-person";
  readonly status: Status;
  readonly cancellationReason: string | null;
  readonly acts: readonly StoryAct[];
}

export interface StoryAct {
  readonly kind: EventKind;
  readonly at: number;
  /** At the counter it is the queue's own employee; elsewhere anybody of the office */
  readonly atCounter: boolean;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export function storyOf(visit: PlannedVisit, now: number, random: Random): Story {
  const channel = random.weighted([
    ["phone", 62],
    ["email", 14],
    ["in-person", 24],
  ] as const);
  const booked = bookedAt(visit, now, channel, random);
  const before = Math.min(visit.from, now) - 1;
  const early = [act("booked", booked), ...moved(visit, random.whole(booked, Math.max(booked, before)))];
  const settled = early.at(-1)?.at ?? booked;
  if (visit.isCancelled) {
    const at = random.whole(settled, Math.max(settled, before));
    const cancellationReason = random.pick(CANCELLATION_REASONS);
    return { channel, status: "cancelled", cancellationReason, acts: [...early, cancelled(at, cancellationReason)] };
  }
  const later = counterActs(visit, now, settled, random);
  const status = (later.at(-1)?.changes.status?.[1] ?? INITIAL_STATUS) as Status;
  return { channel, status, cancellationReason: null, acts: [...early, ...later] };
}

export const act = (kind: EventKind, at: number): StoryAct => ({ kind, at, atCounter: false, changes: {} });

/** Working days before, in office hours; at the counter, when there is time left, shortly before. */
function bookedAt(visit: PlannedVisit, now: number, channel: Story["channel"], random: Random): number {
  const latest = Math.min(visit.from, now);
  if (channel === "in-person" && visit.from <= now) return latest - random.whole(2, 25);
  return workdayBefore(latest, random.whole(1, 12)).at(random.whole(485, 885));
}

function cancelled(at: number, reason: string | null): StoryAct {
  const changes: StoryAct["changes"] = {
    status: ["booked", "cancelled"],
    ...(reason && { cancellation_reason: [null, reason] as const }),
  };
  return { ...act("cancelled", at), changes };
}

function moved({ from, to, movedFrom }: PlannedVisit, at: number): StoryAct[] {
  if (movedFrom === null) return [];
  const changes = {
    starts_at: [minuteText(movedFrom), minuteText(from)],
    ends_at: [minuteText(movedFrom + to - from), minuteText(to)],
  } as const;
  return [{ ...act("moved", at), changes }];
}

/** Past ones were served or nobody came; the one of now is being served; who comes next may be waiting already. */
function counterActs({ from, to }: PlannedVisit, now: number, earliest: number, random: Random): StoryAct[] {
  const arrival = Math.max(earliest, from - random.whole(0, 9));
  const start = Math.max(arrival, from + random.whole(0, 3));
  const end = Math.max(start + 1, to - random.whole(0, 3));
  const steps = [
    taken("arrival", "booked", arrival),
    taken("service-start", "arrived", start),
    taken("completion", "in-service", end),
  ];
  if (to <= now) {
    const missed = taken("no-show", "booked", Math.min(now, from + random.whole(10, 20)));
    return random.chance(0.08) ? [missed] : steps.map((each) => ({ ...each, at: Math.min(each.at, now) }));
  }
  return steps.slice(0, stepsTaken(from, now, random)).map((each) => ({ ...each, at: Math.min(each.at, now) }));
}

function stepsTaken(from: number, now: number, random: Random): number {
  if (from > now) return from - now <= 20 && random.chance(0.5) ? 1 : 0;
  return random.weighted([
    [2, 75],
    [1, 15],
    [0, 10],
  ]);
}

export const taken = (step: Step, before: Status, at: number): StoryAct => ({
  kind: STEP_RESULTS[step].kind,
  at,
  atCounter: true,
  changes: { status: [before, STEP_RESULTS[step].to] },
});
