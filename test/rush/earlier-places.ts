import { offerAll } from "../../src/public-booking/earlier/offer-places.ts";
import { askingFor } from "../../src/public-booking/earlier/wish.ts";
import { randomOf } from "../../src/seed/random.ts";
import { setClock } from "../set-clock.ts";
import { aVisitDesk, type VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";

/**
 * People who wish for an earlier time, places that are given up, offers taken, refused and not answered by chance, and
 * connections of the database cut meanwhile.
 */
export interface Extent {
  readonly wishes: number;
  readonly cancellations: number;
}

const QUEUES = 10;

export interface GivenOut {
  /** What went wrong, in words */
  readonly wrong: readonly string[];
  readonly cuts: number;
  readonly offers: number;
  readonly accepted: number;
  readonly refused: number;
  readonly lapsed: number;
  /** People who have an earlier time by now */
  readonly earlier: number;
  /** Of offers, to one person on one day */
  readonly mostLetters: number;
}

/** @param world of a site */
export async function earlierPlaces(world: World, { wishes, cancellations }: Extent): Promise<GivenOut> {
  world.now = Temporal.Instant.from("2026-11-24T08:00:00+02:00");
  const office = await openOffice(world, { wishes, cancellations });
  const wrong: string[] = [];
  const known = new Map<string, string>();
  let cuts = 0;
  for (let left = cancellations; left > 0 || (await office.open()).length > 0; ) {
    const next = Math.min(left, Math.ceil(office.random() * 6));
    await office.cancel(next);
    left -= next;
    cuts += await office.offer();
    wrong.push(...(await office.outOfOrder(known)));
    await office.answer();
    wrong.push(...(await office.faults()));
    await setClock(world, afterAStep(world.now));
  }
  return { wrong, cuts, ...(await office.outcome()) };
}

/** By day. */
function afterAStep(now: Temporal.Instant): Temporal.Instant {
  const next = now.add({ minutes: 20 });
  return next.toZonedDateTimeISO("Europe/Athens").hour >= 20 ? next.add({ hours: 12 }) : next;
}

async function openOffice(world: World, { wishes, cancellations }: Extent) {
  const desk: VisitDesk = await aVisitDesk(world);
  const { owner, database } = world;
  const { id } = desk.office;
  const { share: random } = randomOf("earlier places");
  await owner.query("update office set online_horizon_days = 120, online_counter_percent = 0 where id = $1", [id]);
  await owner.query(
    `insert into queue (office_id, number, name, is_default, is_active, is_public, slot_minutes)
     select $1, number, 'Ουρά ' || number, false, true, true, 15 from generate_series(2, ${QUEUES}) as number`,
    [id],
  );
  await owner.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, number, weekday, 480, 900 from generate_series(2, ${QUEUES}) as number, generate_series(1, 7) as weekday`,
    [id],
  );
  // Place after place from tomorrow on: first those that are given up, mixed with those of people who wish.
  await owner.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, email, channel, created_at)
     select $1, gen_random_uuid(), 1 + n % ${QUEUES}, at, at + interval '15 minutes', 'booked', $2, 'signature', 'Επώνυμο', 'Όνομα',
       case when n % 4 <> 0 then 'wish' || n || '@gmail.com' end, 'online', $2
     from generate_series(0, $3::int - 1) as n,
       lateral (select (date '2026-11-26' + n / ${28 * QUEUES} + make_interval(mins => 480 + 15 * (n / ${QUEUES} % 28))) at time zone 'Europe/Athens' as at) as place`,
    [id, world.now.toString(), Math.ceil((Math.max(wishes, cancellations * 3) * 4) / 3)],
  );
  await owner.query(
    `insert into earlier_wish (office_id, appointment_id, weekdays, parts, notice, made_at)
     select $1, id, case when hashtext(email) % 3 = 0 then '{1,3,5}' else '{1,2,3,4,5,6,7}' end::smallint[],
       case when hashtext(email) % 2 = 0 then '{morning}' else '{morning,noon}' end::text[],
       (array['hours', 'day', 'two-days'])[1 + abs(hashtext(email)) % 3], $2::timestamptz - abs(hashtext(email)) % 100000 * interval '1 second'
     from appointment where office_id = $1 and email is not null order by id limit $3`,
    [id, world.now.toString(), wishes],
  );
  const first = new Map(
    (
      await owner.query("select id, starts_at from appointment where office_id = $1 and email is not null", [id])
    ).rows.map((row) => [row.id, row.starts_at]),
  );

  const open = async () =>
    (
      await owner.query(
        `select offer.*, email from earlier_offer as offer join appointment as visit on visit.office_id = $1 and visit.id = appointment_id
         where offer.office_id = $1 and outcome is null order by hold`,
        [id],
      )
    ).rows;

  async function cancel(count: number): Promise<void> {
    const { rows } = await owner.query(
      `select id, version from appointment where office_id = $1 and email is null and status = 'booked' order by md5(id::text || $2) limit $3`,
      [id, world.now.toString(), count],
    );
    for (const { id: visit, version } of rows) await desk.act(visit, "cancellation", { body: {}, version });
  }

  /** @returns how often a connection was cut on the way */
  async function offer(): Promise<number> {
    let cuts = 0;
    if (random() < 0.3) {
      const cutting = offerAll({ db: database.db, clock: () => world.now }, undefined, () => {
        cuts += 1;
      }).catch(() => {
        cuts += 1;
      });
      await new Promise((resolve) => setTimeout(resolve, random() * 30));
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      await cutting;
    }
    await again(() => offerAll({ db: database.db, clock: () => world.now }));
    await again(() => desk.delivered(0));
    return cuts;
  }

  /** The pool may hand out what was cut. */
  async function again(work: () => Promise<void>): Promise<void> {
    for (let left = 30; ; left--) {
      try {
        return await work();
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  /** By rules of its own: nobody who wished before was passed by for whom the place would have done. */
  async function outOfOrder(known: Map<string, string>): Promise<string[]> {
    const fresh = (await open()).filter(({ hold }) => !known.has(hold));
    const { rows: wishers } = await owner.query(
      `select wish.*, visit.starts_at as own from earlier_wish as wish
         join appointment as visit on visit.office_id = $1 and visit.id = wish.appointment_id
       where wish.office_id = $1 order by made_at, appointment_id`,
      [id],
    );
    const { rows: all } = await owner.query("select * from earlier_offer where office_id = $1", [id]);
    const today = world.now.toZonedDateTimeISO("Europe/Athens").startOfDay().epochMilliseconds;
    return fresh.flatMap((made) => {
      known.set(made.hold, made.email);
      const rank = wishers.findIndex((each) => each.appointment_id === made.appointment_id);
      const asking = askingFor(Temporal.Instant.fromEpochMilliseconds(made.starts_at.getTime()), world.now);
      const passed = wishers.slice(0, rank).find((each) => {
        const own = all.filter((other) => other.appointment_id === each.appointment_id);
        return (
          each.own > made.starts_at &&
          each.weekdays.includes(asking?.weekday) &&
          each.parts.includes(asking?.part) &&
          asking?.notices.includes(each.notice) &&
          !own.some((other) => other.outcome === null || other.starts_at.getTime() === made.starts_at.getTime()) &&
          own.filter((other) => other.made_at.getTime() >= today).length < 2
        );
      });
      return passed ? [` ${made.email} was asked before ${passed.appointment_id}`] : [];
    });
  }

  async function answer(): Promise<void> {
    for (const { email } of await open()) {
      const chance = random();
      const link = desk.linkTo(email);
      if (chance < 0.4) await desk.press(link, "offer");
      else if (chance < 0.6) await desk.press(link, "offer/refuse", {}, "offer");
    }
  }

  /** Of each place one, and of each person the appointment, at its time or an earlier one. */
  async function faults(): Promise<string[]> {
    const { rows: visits } = await owner.query(
      "select id, starts_at, live from appointment where office_id = $1 and email is not null",
      [id],
    );
    const lost = visits
      .filter((row) => !row.live || row.starts_at > first.get(row.id))
      .map((row) => ` ${row.id} lost it`);
    const { rows: holds } = await owner.query(
      `select hold from earlier_offer join appointment on appointment.office_id = $1 and id = hold
       where earlier_offer.office_id = $1 and (outcome is null) <> (status = 'held')`,
      [id],
    );
    return [...lost, ...holds.map(({ hold }) => ` ${hold} is offered and not held, or held and not offered`)];
  }

  async function outcome() {
    const { rows: letters } = await owner.query(
      `select count(*)::int from mail where office_id = $1 and letter = 'earlier-offer' and state = 'sent'
       group by appointment_id, (settled_at at time zone 'Europe/Athens')::date order by count desc limit 1`,
      [id],
    );
    const { rows } = await owner.query(
      "select outcome, count(*)::int from earlier_offer where office_id = $1 group by 1",
      [id],
    );
    const count = (of: string) => rows.find((row) => row.outcome === of)?.count ?? 0;
    const { rows: now } = await owner.query(
      "select id, starts_at from appointment where office_id = $1 and email is not null",
      [id],
    );
    return {
      offers: rows.reduce((sum, row) => sum + row.count, 0),
      ...{ accepted: count("accepted"), refused: count("refused"), lapsed: count("lapsed") },
      earlier: now.filter((row) => row.starts_at < first.get(row.id)).length,
      mostLetters: letters[0]?.count ?? 0,
    };
  }

  return { random, open, cancel, offer, outOfOrder, answer, faults, outcome };
}
