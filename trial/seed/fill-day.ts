import { freeStarts, type QueueDay, visitMinutes } from "../../src/availability/queue-day.ts";
import type { LocalDay } from "../../src/platform/time.ts";
import type { Random } from "./random.ts";

/** Which visits a queue gets on one day. Pure; by the application's own rules, so that none stands where none may. */

export interface WeighedService {
  readonly code: string;
  readonly minutes: number;
  readonly weight: number;
}

export interface PlannedVisit {
  readonly queue: number;
  readonly service: string;
  readonly from: number;
  readonly to: number;
  /** Given back again, so that the time may have another visit */
  readonly isCancelled: boolean;
  /** Another time of that day, from which it was moved here */
  readonly movedFrom: number | null;
}

/** How much of an office's time is asked for, and for which services. */
export interface Demand {
  readonly services: readonly WeighedService[];
  /** The share of the hours that is to be taken */
  readonly fill: number;
  readonly random: Random;
}

const MOVED = 0.06;

/** Whether a visit was cancelled; often the time it gave back went to another. */
const STATES: readonly (readonly [readonly boolean[], number])[] = [
  [[false], 93],
  [[true, false], 4],
  [[true], 3],
];

export function visitsOf(queueDay: QueueDay, day: LocalDay, { services, fill, random }: Demand): PlannedVisit[] {
  const { number: queue, slotMinutes } = queueDay.queue;
  const starts = freeStarts(queueDay, day, slotMinutes);
  const fits = lengthsThatFit(queueDay, day);
  const chance = chanceOfVisit(services, slotMinutes, fill);
  const weights = services.map((service) => [service, service.weight] as const);
  const visits: PlannedVisit[] = [];
  let busyUntil = 0;
  for (const from of starts) {
    const service = from >= busyUntil && random.chance(chance) ? serviceFor(from) : null;
    if (!service) continue;
    const to = from + visitMinutes(slotMinutes, service.minutes);
    const moved = random.chance(MOVED) ? random.pick(starts) : from;
    const visit = { queue, service: service.code, from, to, movedFrom: moved === from ? null : moved };
    const states = random.weighted(STATES);
    visits.push(...states.map((isCancelled) => ({ ...visit, isCancelled })));
    if (states.includes(false)) busyUntil = to;
  }
  return visits;

  function serviceFor(from: number): WeighedService | null {
    const wished = random.weighted(weights);
    const choices = [wished, shortest(services)];
    return choices.find(({ minutes }) => fits(from, visitMinutes(slotMinutes, minutes))) ?? null;
  }
}

/** The chance at each free start that leaves the wished share of the hours taken, as a visit takes several slots. */
function chanceOfVisit(services: readonly WeighedService[], slotMinutes: number, fill: number): number {
  const total = services.reduce((sum, { weight }) => sum + weight, 0);
  const slots =
    services.reduce(
      (sum, { minutes, weight }) => sum + (weight * visitMinutes(slotMinutes, minutes)) / slotMinutes,
      0,
    ) / total;
  return fill / (fill + slots * (1 - fill));
}

function lengthsThatFit(queueDay: QueueDay, day: LocalDay): (from: number, length: number) => boolean {
  const byLength = new Map<number, ReadonlySet<number>>();
  return (from, length) => {
    const starts = byLength.get(length) ?? new Set(freeStarts(queueDay, day, length));
    byLength.set(length, starts);
    return starts.has(from);
  };
}

const shortest = (services: readonly WeighedService[]): WeighedService =>
  services.reduce((best, service) => (service.minutes < best.minutes ? service : best));
