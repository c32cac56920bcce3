import { offerAll } from "../../src/public-booking/earlier/offer-places.ts";
import { askingFor } from "../../src/public-booking/earlier/wish.ts";
import { randomOf } from "../../trial/seed/random.ts";
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
  /** Of these, places of the other office */
  readonly elsewhere: number;
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
  const office = await openOffices(world, { wishes, cancellations });
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

interface Row {
  readonly place_office: number;
  readonly starts_at: Date;
}
const isSamePlace = (a: Row, b: Row): boolean =>
  a.place_office === b.place_office && a.starts_at.getTime() === b.starts_at.getTime();

/** By day. */
function afterAStep(now: Temporal.Instant): Temporal.Instant {
  const next = now.add({ minutes: 20 });
  return next.toZonedDateTimeISO("Europe/Athens").hour >= 20 ? next.add({ hours: 12 }) : next;
}

/** Two offices, side by side: half of the people would come to the other one as well. */
async function openOffices(world: World, { wishes, cancellations }: Extent) {
  const desks: readonly VisitDesk[] = [await aVisitDesk(world), await aVisitDesk(world)];
  const [desk, other] = desks as [VisitDesk, VisitDesk];
  const { owner, database } = world;
  const { share: random } = randomOf("earlier places");
  const ids = desks.map(({ office }) => office.id);
  for (const { office } of desks)
    await fill(owner, office.id, world.now, { wishes: wishes / 2, cancellations: cancellations / 2 });
  await owner.query(
    "update earlier_wish set offices = case when hashtext(appointment_id::text) % 2 = 0 then $1::integer[] else array[office_id] end",
    [ids],
  );
  const first = new Map(
    (
      await owner.query("select email, starts_at from appointment where office_id = any ($1) and email is not null", [
        ids,
      ])
    ).rows.map((row) => [row.email, row.starts_at]),
  );

  const open = async () =>
    (
      await owner.query(
        `select offer.*, email from earlier_offer as offer join appointment as visit on visit.office_id = offer.office_id and visit.id = appointment_id
         where offer.office_id = any ($1) and outcome is null order by hold`,
        [ids],
      )
    ).rows;

  async function cancel(count: number): Promise<void> {
    const { rows } = await owner.query(
      `select office_id, id, version from appointment where office_id = any ($1) and email is null and status = 'booked'
       order by md5(id::text || $2) limit $3`,
      [ids, world.now.toString(), count],
    );
    for (const { office_id, id: visit, version } of rows)
      await (office_id === desk.office.id ? desk : other).act(visit, "cancellation", { body: {}, version });
  }

  /** Whose letter a sender had in its hands when its connection was cut: they are passed by until it is settled. */
  let writtenTo: ReadonlySet<string> = new Set();

  /** @returns how often a connection was cut on the way */
  async function offer(): Promise<number> {
    let cuts = 0;
    const { rows } = await owner.query(
      "select appointment_id as id from mail where office_id = any ($1) and state in ('planned', 'sending')",
      [ids],
    );
    writtenTo = new Set(rows.map(({ id }) => id));
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
         join appointment as visit on visit.office_id = wish.office_id and visit.id = wish.appointment_id
       where wish.office_id = any ($1) order by made_at, appointment_id`,
      [ids],
    );
    const { rows: all } = await owner.query("select * from earlier_offer where office_id = any ($1)", [ids]);
    const today = world.now.toZonedDateTimeISO("Europe/Athens").startOfDay().epochMilliseconds;
    return fresh.flatMap((made) => {
      known.set(made.hold, made.email);
      const rank = wishers.findIndex((each) => each.appointment_id === made.appointment_id);
      const asking = askingFor(Temporal.Instant.fromEpochMilliseconds(made.starts_at.getTime()), world.now);
      const passed = wishers.slice(0, rank).find((each) => {
        const own = all.filter((other) => other.appointment_id === each.appointment_id);
        return (
          !writtenTo.has(each.appointment_id) &&
          each.offices.includes(made.place_office) &&
          each.own > made.starts_at &&
          each.weekdays.includes(asking?.weekday) &&
          each.parts.includes(asking?.part) &&
          asking?.notices.includes(each.notice) &&
          !own.some((other) => other.outcome === null || isSamePlace(other, made)) &&
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
      `select email, count(*) filter (where live and status <> 'held')::int as visits,
         min(starts_at) filter (where live and status <> 'held') as starts_at
       from appointment where office_id = any ($1) and email is not null group by 1`,
      [ids],
    );
    const lost = visits
      .filter((row) => row.visits !== 1 || row.starts_at > first.get(row.email))
      .map((row) => ` ${row.email} lost it, or has two`);
    const { rows: holds } = await owner.query(
      `select hold from earlier_offer join appointment on appointment.office_id = place_office and id = hold
       where earlier_offer.office_id = any ($1) and (outcome is null) <> (status = 'held')`,
      [ids],
    );
    return [...lost, ...holds.map(({ hold }) => ` ${hold} is offered and not held, or held and not offered`)];
  }

  async function outcome() {
    const { rows: letters } = await owner.query(
      `select count(*)::int from mail where office_id = any ($1) and letter = 'earlier-offer' and state = 'sent'
       group by appointment_id, (settled_at at time zone 'Europe/Athens')::date order by count desc limit 1`,
      [ids],
    );
    const { rows } = await owner.query(
      `select outcome, count(*)::int, count(*) filter (where place_office <> office_id)::int as elsewhere
       from earlier_offer where office_id = any ($1) group by 1`,
      [ids],
    );
    const count = (of: string) => rows.find((row) => row.outcome === of)?.count ?? 0;
    const { rows: now } = await owner.query(
      "select email, starts_at from appointment where office_id = any ($1) and email is not null and live",
      [ids],
    );
    return {
      offers: rows.reduce((sum, row) => sum + row.count, 0),
      elsewhere: rows.find((row) => row.outcome === "accepted")?.elsewhere ?? 0,
      accepted: count("accepted"),
      refused: count("refused"),
      lapsed: count("lapsed"),
      earlier: now.filter((row) => row.starts_at < first.get(row.email)).length,
      mostLetters: letters[0]?.count ?? 0,
    };
  }

  return { random, open, cancel, offer, outOfOrder, answer, faults, outcome };
}

/** An office of many queues, full from tomorrow on. */
async function fill(
  owner: World["owner"],
  id: number,
  now: Temporal.Instant,
  { wishes, cancellations }: Extent,
): Promise<void> {
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
       case when n % 4 <> 0 then 'wish' || n || 'of' || $1::int || '@gmail.com' end, 'online', $2
     from generate_series(0, $3::int - 1) as n,
       lateral (select (date '2026-11-26' + n / ${28 * QUEUES} + make_interval(mins => 480 + 15 * (n / ${QUEUES} % 28))) at time zone 'Europe/Athens' as at) as place`,
    [id, now.toString(), Math.ceil((Math.max(wishes, cancellations * 3) * 4) / 3)],
  );
  await owner.query(
    `insert into earlier_wish (office_id, appointment_id, offices, weekdays, parts, notice, made_at)
     select $1::int, id, array[$1::int], case when hashtext(email) % 3 = 0 then '{1,3,5}' else '{1,2,3,4,5,6,7}' end::smallint[],
       case when hashtext(email) % 2 = 0 then '{morning}' else '{morning,noon}' end::text[],
       (array['hours', 'day', 'two-days'])[1 + abs(hashtext(email)) % 3], $2::timestamptz - abs(hashtext(email)) % 100000 * interval '1 second'
     from appointment where office_id = $1 and email is not null order by id limit $3`,
    [id, now.toString(), wishes],
  );
}
