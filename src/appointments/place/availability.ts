import type { OperableOffice } from "../../identity/office-access.ts";
import type { Ending } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf, epochMinute } from "../../platform/time.ts";
import type { Availability, AvailabilityQuery } from "../contract.ts";
import { offerFacts } from "./facts-sql.ts";
import { freeTimes } from "./offer.ts";
import { serviceMinutes } from "./placing.ts";

export const MAX_DAYS = 62;

/** Free times of some days, for a service's length or each queue's own slot; past days have none. Ends the transaction. */
export async function availabilityOf(
  tx: Ending,
  office: OperableOffice,
  query: AvailabilityQuery,
  now: Temporal.Instant,
): Promise<Availability> {
  const [from, to] = [Temporal.PlainDate.from(query.from), Temporal.PlainDate.from(query.to)];
  const days = from.until(to, { largestUnit: "day" }).days + 1;
  if (days < 1 || days > MAX_DAYS) throw new Refusal(422, "range-too-long", { values: { days: MAX_DAYS } });
  const first = Temporal.PlainDate.compare(from, dateOf(now)) < 0 ? dateOf(now) : from;
  const minutesOf = query.service === undefined ? null : serviceMinutes(tx, office, query.service.split(","));
  if (Temporal.PlainDate.compare(first, to) > 0) {
    await minutesOf;
    return { days: [] };
  }
  const [minutes, facts] = await Promise.all([minutesOf, offerFacts({ sql: tx.last }, office.id, first, to)]);
  const queues = facts.queues.filter(({ number }) => query.queue === undefined || number === query.queue);
  const sought = { first, last: to, minutes, nowMinute: epochMinute(now), channel: query.channel };
  return { days: freeTimes({ ...facts, queues }, sought) };
}
