import { offerFacts } from "../../src/appointments/place/facts-sql.ts";
import { lockOffice } from "../../src/appointments/place/locks.ts";
import { queueDays } from "../../src/availability/queue-day.ts";
import type { Read, Tx } from "../../src/platform/database/sql.ts";
import { dateOf, earlierDate, epochMinute, localDay } from "../../src/platform/time.ts";
import { dueBefore } from "../../src/retention/rules.ts";
import { anonymousRow } from "./anonymous-row.ts";
import { type Chance, rowsOfDay } from "./appointment-rows.ts";
import { writeAppointments } from "./appointments-sql.ts";
import { bookedOnline } from "./booked-online.ts";
import type { Hands } from "./hands.ts";
import { minuteText } from "./minute-text.ts";
import type { OfficePlan } from "./office-plan.ts";
import { writeOnboarding } from "./onboarding-sql.ts";
import { randomOf } from "./random.ts";
import { catalogueServices, retentionDays, writeEntrance, writeExceptions, writeQueues } from "./seed-sql.ts";
import { withSeveral } from "./several.ts";
import { regulars, strangers } from "./visitors.ts";

export interface Furnishing {
  readonly now: Temporal.Instant;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly fill: number;
  readonly seed: number;
}

/** What an office is to be like, and whose hands do its work. */
export interface StaffedPlan {
  readonly plan: OfficePlan;
  readonly hands: Hands;
}

/** Appointments of so many days are written at once: memory stays level, however long the time. */
const DAYS_AT_ONCE = 14;

/** Most people come for a signature. */
const WEIGHTS: Readonly<Record<string, number>> = {
  "signature-certification": 40,
  "copy-certification": 12,
  "tax-account-codes": 8,
  "family-status": 7,
  "criminal-record": 6,
  "permanent-residence": 5,
  "solemn-declaration": 5,
  "vehicle-transfer": 4,
};

/** Gives an office its queues, hours, exceptions and appointments; answers how many appointments. */
export async function furnish(
  tx: Tx,
  office: number,
  { plan, hands }: StaffedPlan,
  furnishing: Furnishing,
): Promise<number> {
  const random = randomOf(furnishing.seed, "visits", plan.code);
  // No clerk who is already signed in books between the rows of the seed.
  await lockOffice(tx, office);
  await writeQueues(tx, office, plan.queues, hands.ofQueue);
  const { now } = furnishing;
  await writeExceptions(tx, office, plan.exceptions, {
    at: now.subtract({ hours: 72 }),
    by: hands.staff[0] ?? null,
    ids: random.uuid,
  });
  if (plan.entrance) await writeEntrance(tx, office, plan.entrance);
  if (plan.onboarding) await writeOnboarding(tx, office, plan.onboarding, now);
  if (!plan.hasAppointments) return 0;
  const visitors = plan.hasRegulars ? regulars(randomOf(furnishing.seed, "people", plan.code)) : strangers(random);
  const services = await demandedServices(tx);
  return await fillDays(tx, office, furnishing, { random, fill: furnishing.fill, services, visitors, hands });
}

/** The catalogue, with how many ask for what. */
export const demandedServices = async (tx: Read) =>
  (await catalogueServices(tx)).map((service) => ({ ...service, weight: WEIGHTS[service.code] ?? 1 }));

async function fillDays(tx: Tx, office: number, { now, first, last }: Furnishing, chance: Chance): Promise<number> {
  const anonymousBefore = dueBefore(dateOf(now), await retentionDays(tx));
  let count = 0;
  for (let from = first; Temporal.PlainDate.compare(from, last) <= 0; from = from.add({ days: DAYS_AT_ONCE })) {
    const to = earlierDate(from.add({ days: DAYS_AT_ONCE - 1 }), last);
    const facts = await offerFacts(tx, office, from, to);
    const days = Array.from({ length: from.until(to).days + 1 }, (_, at) => localDay(from.add({ days: at })));
    const rows = days.flatMap((day) => {
      const visits = queueDays(facts, day).flatMap((queueDay) => {
        const booked = rowsOfDay(queueDay, day, epochMinute(now), chance);
        return queueDay.queue.public ? booked.map(bookedOnline) : booked;
      });
      const isAnonymous = Temporal.PlainDate.compare(day.date, anonymousBefore) < 0;
      return isAnonymous ? visits.map((row) => anonymousRow(row, minuteText(epochMinute(now)))) : visits;
    });
    await writeAppointments(tx, office, withSeveral(rows, chance.services));
    count += rows.length;
  }
  return count;
}
