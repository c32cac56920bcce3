import type { Channel } from "../../src/appointments/contract.ts";
import type { QueueDay } from "../../src/availability/queue-day.ts";
import type { LocalDay } from "../../src/platform/time.ts";
import { type Demand, type PlannedVisit, visitsOf } from "./fill-day.ts";
import type { Hands } from "./hands.ts";
import { minuteText } from "./minute-text.ts";
import { VISIT_NOTES } from "./names.ts";
import { uuidSince } from "./random.ts";
import { type Story, type StoryAct, storyOf } from "./story.ts";
import type { Visitors } from "./visitors.ts";
import { wordsOfName } from "./words-of-name.ts";

export interface Chance extends Demand {
  readonly visitors: Visitors;
  readonly hands: Hands;
}

export type SeedRow = ReturnType<typeof seedRowOf>;

/** One queue's day as rows: its appointments with all that happened to them until now. */
export function rowsOfDay(queueDay: QueueDay, day: LocalDay, now: number, chance: Chance): SeedRow[] {
  const { random, fill } = chance;
  const around = Math.min(1, Math.max(0, fill + (fill > 0 && fill < 1 ? (random.share() - 0.5) * 0.14 : 0)));
  return visitsOf(queueDay, day, { ...chance, fill: around }).map((visit) => {
    const given = chance.random.uuid();
    return seedRowOf(visit, storyOf(visit, now, chance.random), given, chance);
  });
}

/** @param given a random uuid, of which its id is made */
export function seedRowOf(
  visit: PlannedVisit,
  { channel, status, cancellationReason, acts }: Story,
  given: string,
  chance: Chance,
) {
  const { random, visitors } = chance;
  const id = uuidSince(acts[0]?.at ?? visit.from, given);
  const events = acts.map((act, at) => ({ appointment_id: id, version: at + 1, ...eventOf(act, visit.queue, chance) }));
  const [first, last] = [events[0], events.at(-1)] as [(typeof events)[number], (typeof events)[number]];
  const visitor = visitors();
  const appointment = {
    id,
    queue: visit.queue,
    starts_at: minuteText(visit.from),
    ends_at: minuteText(visit.to),
    status,
    status_at: (events.findLast((event) => "status" in event.changes) ?? first).at,
    service: visit.service,
    more_services: "{}",
    companions: "[]",
    needs: "{}",
    ...visitor,
    notes: random.chance(0.12) ? random.pick(VISIT_NOTES) : null,
    channel: channel as Channel,
    cancellation_reason: cancellationReason,
    anonymized_at: null as string | null,
    version: last.version,
    created_at: first.at,
    created_by: first.employee_id,
  };
  return { appointment, events, words: wordsOfName(visitor) };
}

function eventOf({ kind, at, atCounter, changes }: StoryAct, queue: number, { random, hands }: Chance) {
  const anybody = hands.staff.length > 0 ? random.pick(hands.staff) : null;
  const employee_id = (atCounter ? hands.ofQueue.get(queue) : undefined) ?? anybody;
  return { kind, at: minuteText(at), employee_id, changes };
}
