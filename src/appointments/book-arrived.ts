import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf, epochMinute } from "../platform/time.ts";
import { addArrived } from "./book.ts";
import type { Appointment } from "./contract.ts";
import { queuesOfCaller } from "./of-day.ts";
import { offerFacts } from "./place/facts-sql.ts";
import { freeTimes } from "./place/offer.ts";
import { offeredMinutes, placeOrRefuse } from "./place/placing.ts";
import { namelessDetails } from "./row/details.ts";
import { newRow } from "./row/new-row.ts";

/**
 * Somebody at the counter, without a name, at a place that runs or soon begins: of the clerk's own queue, or else the
 * soonest. Null where there is none. The day is locked.
 * @throws Refusal 422 for a service that the office does not offer
 */
export async function bookArrived(
  tx: Tx,
  office: OperableOffice,
  service: string,
  { now, within }: { readonly now: Temporal.Instant; readonly within: Temporal.Duration },
): Promise<Appointment | null> {
  const date = dateOf(now);
  const minutes = await offeredMinutes(tx, office, [service]);
  const facts = await offerFacts(tx, office.id, date, date);
  const sought = { first: date, last: date, minutes, nowMinute: epochMinute(now), channel: "in-person" as const };
  const latest = dateTimeIn(now.add(within));
  const soon = (freeTimes(facts, sought)[0]?.times ?? []).filter(({ time }) => `${date}T${time}` <= latest);
  const own = (await queuesOfCaller(tx, office, date)).filter(({ is_own }) => is_own).map(({ number }) => number);
  const free = soon.flatMap(({ time, queues }) => queues.map((queue) => ({ time, queue })));
  const chosen = free.find(({ queue }) => own.includes(queue)) ?? free[0];
  if (!chosen) return null;
  const wish = { ...chosen, date, minutes: Promise.resolve(minutes), channel: "in-person" as const, now };
  const place = await placeOrRefuse(tx, office, wish);
  return addArrived(tx, office, newRow(office, place, namelessDetails(service), now));
}

const dateTimeIn = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO("Europe/Athens").toPlainDateTime().toString({ smallestUnit: "minute" });
