import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { clockText, clockTextOf, dateOf, instantOf, localDay, offsetText } from "../platform/time.ts";
import { closingsFrom } from "./closings-sql.ts";
import {
  CLOSINGS_AHEAD_DAYS,
  type Exception,
  HOURS_BEHIND_DAYS,
  type NationalClosing,
  type Queue,
  type Queues,
} from "./contract.ts";
import { exceptionShown } from "./exceptions/existing.ts";
import { onlineShares } from "./online-share-sql.ts";
import { isPublicBookingOpen } from "./public-booking-sql.ts";
import { activityOf, employeesOf, exceptionsFrom, type HoursRow, hoursOf, queuesOf, substitutesOf } from "./sql.ts";

/** «Διαχείριση ουρών εξυπηρέτησης»: every operator sees it, the administrator rules (circular §Γ). */
export async function queuesOfOffice(tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<Queues> {
  const today = dateOf(now);
  const past = today.subtract({ days: HOURS_BEHIND_DAYS });
  const queues = await queuesOf(tx, office.id);
  const [hours, activity, substitutes] = [
    await hoursOf(tx, office.id),
    await activityOf(tx, office.id, today),
    await substitutesOf(tx, office.id, today),
  ];
  const rowsOfQueue = <Row extends { readonly queue: number }>(rows: readonly Row[], number: number) =>
    rows.filter(({ queue }) => queue === number);
  return {
    now: { date: today.toString(), time: clockTextOf(now) },
    queues: queues.map((queue) => ({
      ...queue,
      hours: rowsOfQueue(hours, queue.number)
        .filter(({ until }) => isAfter(until, today))
        .map(hoursShown),
      pastHours: rowsOfQueue(hours, queue.number)
        .filter(({ until }) => !isAfter(until, today) && isAfter(until, past))
        .map(hoursShown),
      activity: rowsOfQueue(activity, queue.number).map(({ from, to, active }) => ({
        from: from.toString(),
        to: to.toString(),
        active,
      })),
      substitutes: rowsOfQueue(substitutes, queue.number).map(({ date, employee }) => ({
        date: date.toString(),
        employee,
      })),
    })),
    exceptions: await exceptionsOf(tx, office, now),
    closings: await closingsOf(tx, office, now),
    employees: (await employeesOf(tx, office.id)).map(({ id, name }) => ({ id, name })),
    publicBooking: await isPublicBookingOpen(tx, office.id),
    online: await onlineShares(tx, office.id, today),
  };
}

const isAfter = (until: Temporal.PlainDate | null, date: Temporal.PlainDate): boolean =>
  until === null || Temporal.PlainDate.compare(until, date) > 0;

const hoursShown = ({ weekday, opens, closes, from, until }: HoursRow): Queue["hours"][number] => ({
  weekday,
  opens: clockText(opens),
  closes: clockText(closes),
  from: from?.toString() ?? null,
  to: until?.subtract({ days: 1 }).toString() ?? null,
});

async function closingsOf(tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<NationalClosing[]> {
  const until = instantOf(localDay(dateOf(now).add({ days: CLOSINGS_AHEAD_DAYS })).from);
  const rows = await closingsFrom(tx, office.id, now, until);
  return rows.map(({ kind, starts_at, ends_at, reason, reason_en }) => ({
    kind,
    from: offsetText(starts_at),
    to: offsetText(ends_at),
    reason,
    ...(reason_en && { reasonEn: reason_en }),
  }));
}

/** Those that are not over, the next one first. */
export const exceptionsOf = async (tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<Exception[]> =>
  (await exceptionsFrom(tx, office.id, now)).map(exceptionShown);
