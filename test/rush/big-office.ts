import { domainKey } from "../../src/public-booking/confirm/mail-domain.ts";
import { aVisitDesk, type VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";

/** Of its four public queues, each of 28 */
export const PLACES_A_DAY = 4 * 28;

/** An office of four public queues, which gives its times as one that said nothing. */
export async function aBigOffice(world: World): Promise<VisitDesk> {
  const desk = await aVisitDesk(world);
  const { office } = desk;
  const { owner } = world;
  await owner.query("update office set online_held_percent = 5, online_counter_percent = 20 where id = $1", [
    office.id,
  ]);
  await owner.query(
    `insert into queue (office_id, number, name, is_default, is_active, is_public, slot_minutes)
     select $1, number, 'Ουρά ' || number, false, true, true, 15 from generate_series(2, 4) as number`,
    [office.id],
  );
  await owner.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, number, weekday, 480, 900 from generate_series(2, 4) as number, generate_series(1, 7) as weekday`,
    [office.id],
  );
  return desk;
}

/** Three days ago somebody came who had booked with a mailbox of this domain. */
export async function hasComeOf(domain: string, world: World, { office }: VisitDesk): Promise<void> {
  await world.owner.query(
    `with visit as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, created_at)
       select $1, gen_random_uuid(), 1, at, at + interval '15 minutes', 'served', at, 'signature', 'Ήρθε', 'Πριν', at
       from (
         select $2::timestamptz - interval '3 days' - count(*) * interval '15 minutes' as at from appointment where office_id = $1
       ) as before returning office_id, id)
     insert into online_person (office_id, appointment_id, key) select office_id, id, $3 from visit`,
    [office.id, world.now.toString(), domainKey(`a@${domain}`)],
  );
}
