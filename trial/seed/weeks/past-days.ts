import { offerFacts } from "../../../src/appointments/place/facts-sql.ts";
import { openParts, type QueueDay, queueDays } from "../../../src/availability/queue-day.ts";
import type { ServiceGroup } from "../../../src/catalogue/service-groups.ts";
import type { Tx } from "../../../src/platform/database/sql.ts";
import { earlierDate, type Interval, localDay } from "../../../src/platform/time.ts";
import { type PlannedVisit, visitsOf, type WeighedService } from "../fill-day.ts";
import type { Random } from "../random.ts";
import type { Habits } from "./habits.ts";
import { pastVisits, type VisitStory } from "./past-visits.ts";

export interface PastDay {
  readonly date: Temporal.PlainDate;
  readonly queues: readonly QueueDay[];
  readonly visits: readonly VisitStory[];
  /** When each queue served */
  readonly open: readonly Interval[];
}

export interface CataloguedService extends WeighedService {
  readonly group: ServiceGroup | null;
}

interface PastWish {
  readonly from: Temporal.PlainDate;
  /** Included */
  readonly to: Temporal.PlainDate;
  readonly habits: Habits;
  readonly services: readonly CataloguedService[];
  readonly random: Random;
}

/** So many days are made up from one reading of the office's rules */
const DAYS_AT_ONCE = 28;

/** What happened in an office day by day, by its hours, exceptions and holidays. Places that are taken stay so. */
export async function* pastDays(tx: Tx, office: number, wish: PastWish): AsyncGenerator<PastDay> {
  for (let from = wish.from; Temporal.PlainDate.compare(from, wish.to) <= 0; from = from.add({ days: DAYS_AT_ONCE })) {
    const to = earlierDate(from.add({ days: DAYS_AT_ONCE - 1 }), wish.to);
    const facts = await offerFacts(tx, office, from, to);
    for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 }))
      yield pastDay(queueDays(facts, localDay(date)), date, wish);
  }
}

/** Of each weekday from Monday on, against the usual demand: more come as the week begins and ends */
const WEEKDAYS = [1.12, 1, 0.94, 0.92, 1.08, 1, 1];

/** Local minute; after it only so many of those come who would in the morning */
const NOON = 720;
const AFTERNOON = 0.7;

function pastDay(queues: readonly QueueDay[], date: Temporal.PlainDate, wish: PastWish): PastDay {
  const { habits, services, random } = wish;
  const day = localDay(date);
  const fill = Math.min(0.97, habits.fill * (WEEKDAYS[date.dayOfWeek - 1] ?? 1) + (random.share() - 0.5) * 0.1);
  const minutes = new Map(services.map((service) => [service.code, service.minutes]));
  const isAsked = ({ from }: PlannedVisit) => day.minuteOf(from) < NOON || random.chance(AFTERNOON);
  const planned = queues.flatMap((queue) => visitsOf(queue, day, { services, fill, random }).filter(isAsked));
  return {
    date,
    queues,
    visits: pastVisits(planned, { day, habits, random, minutesOf: (service) => minutes.get(service) ?? 0 }),
    open: queues.filter(({ queue }) => queue.active).flatMap(openParts),
  };
}
