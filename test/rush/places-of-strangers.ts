import type { VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";
import { PLACES_A_DAY } from "./big-office.ts";
import { HONEST_NAME } from "./honest-people.ts";

/** Of the public places of a day, theirs at most, 0 to 1: held by a form in which no honest person is named, or of such an e-mail. */
export async function shareOf(emails: string, { owner }: World, { office }: VisitDesk): Promise<number> {
  const { rows } = await owner.query<{ most: number }>(
    `select coalesce(max(theirs), 0)::int as most from (
       select count(*) as theirs from appointment as visit where office_id = $1 and live
         and (email like $2 or status = 'held' and exists (
           select from booking_form as form where form.office_id = $1 and form.appointment_id = visit.id
             and form.typed::text not like $3))
       group by (starts_at at time zone 'Europe/Athens')::date) as of_day`,
    [office.id, emails, `%${HONEST_NAME}%`],
  );
  return (rows[0]?.most ?? 0) / PLACES_A_DAY;
}
