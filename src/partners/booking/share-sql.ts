import type { Read, Tx } from "../../platform/database/sql.ts";
import { instantOf, localDay } from "../../platform/time.ts";

interface OfDay {
  readonly partner: string;
  readonly date: Temporal.PlainDate;
}

/** Of a day, how many minutes stand in the office that a partner has booked. */
export async function partnerMinutesOn(
  tx: Read,
  officeId: number,
  { partner, date, except }: OfDay & { readonly except: string },
): Promise<number> {
  const { from, to } = localDay(date);
  const rows = await tx.sql<{ minutes: number }>`
    select coalesce(sum(extract(epoch from ends_at - starts_at)) / 60, 0)::integer as minutes
    from appointment join partner_visit on partner_visit.office_id = appointment.office_id and appointment_id = id
    where appointment.office_id = ${officeId} and partner = ${partner} and id <> ${except} and live
      and starts_at >= ${instantOf(from)} and starts_at < ${instantOf(to)}`;
  return Number(rows[0]?.minutes);
}

/** @returns whether it was one of so many; others of this partner wait until it is done */
export async function countBooking(
  tx: Tx,
  { partner, date, most }: OfDay & { readonly most: number },
): Promise<boolean> {
  const rows = await tx.sql`
    insert into partner_day as day (partner, date, booked) values (${partner}, ${date}, 1)
    on conflict (partner, date) do update set booked = day.booked + 1 where day.booked < ${most} returning booked`;
  return rows.length > 0;
}
