import { setTimeout as sleep } from "node:timers/promises";
import { runDraws } from "../../src/draws/run/start-drawing.ts";
import { aDrawDesk, CLOSES, FIRST, OPENS } from "../draw-desk.ts";
import { aWorld, type World } from "../world.ts";

/** The hour of a draw as large as a great city's, in the process in which clerks are answered. Times in milliseconds. */
export interface DrawHour {
  readonly wishes: number;
  readonly places: number;
  readonly offices: number;
  /** From the end of the window until everybody is told and the file is published */
  readonly took: number;
  /** Of a clerk's days and bookings meanwhile */
  readonly asked: number;
  readonly p99: number;
  readonly longest: number;
  /** The same where nothing is drawn */
  readonly quietP99: number;
  readonly failed: number;
}

interface Size {
  readonly wishes: number;
  readonly offices: number;
}

/** Of each office, on one morning */
const PLACES = 5;
const ASKED_EVERY_MS = 100;

export async function drawHour({ wishes, offices }: Size): Promise<DrawHour> {
  const world = await aWorld();
  try {
    const desk = await aDrawDesk(world, { offices, mornings: [PLACES] });
    await desk.at("2026-11-29T20:00");
    await desk.at(OPENS);
    await manyWishes(world, desk.number, wishes);
    await desk.atWithoutRunning(CLOSES);
    const quiet = await besides(world, () => sleep(3_000));
    const deps = { db: world.db, clock: () => world.now };
    const begun = performance.now();
    const busy = await besides(world, async () => {
      for (let rounds = 0; rounds < 10 && !(await isTold(world, desk.number, wishes)); rounds++) await runDraws(deps);
    });
    const took = performance.now() - begun;
    const [counts] = await desk.rows(
      `select (select count(*)::int from draw_result where draw = $1) as drawn,
         (select count(*)::int from draw_wish where draw = $1 and told is not null) as told,
         (select count(*)::int from mail where kind in ('drawn', 'not-drawn')) as letters`,
      desk.number,
    );
    const places = PLACES * offices;
    if (counts.drawn !== Math.min(places, wishes) || counts.told !== wishes || counts.letters !== wishes)
      throw new Error(`Of ${wishes} wishes: ${JSON.stringify(counts)}.`);
    return { wishes, places, offices, took, ...busy, quietP99: quiet.p99 };
  } finally {
    await world.close();
  }
}

const isTold = async ({ owner }: World, draw: number, wishes: number): Promise<boolean> =>
  (
    await owner.query(
      `select from draw join draw_file on draw = number where number = $1 and settled_events is not null
         and (select count(*) from draw_wish where draw = $1 and told is not null) = $2`,
      [draw, wishes],
    )
  ).rowCount === 1;

/** Each by TAXISnet, for the one morning, in up to three of the offices; every one of them with a mailbox. */
async function manyWishes({ owner }: World, draw: number, wishes: number): Promise<void> {
  await owner.query(
    `create temporary table given as
     select nth::text as number, gen_random_uuid() as visit, offices, offices[1] as office
     from generate_series(100000, 100000 + $2::int - 1) as nth,
       lateral (select array_agg(distinct id) as offices from (
         select offices[1 + (nth * 7919::bigint + step * 104729) % cardinality(offices)] as id
         from draw, generate_series(0, 2) as step where draw.number = $1) as near) as wanted`,
    [draw, wishes],
  );
  await owner.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, email,
       channel, created_at)
     select office, visit, 1, '2026-12-20 23:55 Europe/Athens', '2026-12-21 00:00 Europe/Athens', 'expired', now(), 'vehicle',
       'Δοκιμή', number, number || '@example.gr', 'online', now()
     from given`,
  );
  await owner.query(
    `insert into draw_wish (draw, number, office, visit, kind, units, day_parts, offices, first, others, salt, made_at, is_confirmed)
     select $1, number, office, visit, 'taxisnet', 1, $2, offices, 'day', false, md5(number), now(), true
     from given`,
    [draw, JSON.stringify([[FIRST, 0]])],
  );
  await owner.query("analyze appointment, draw_wish, draw_place");
}

/** What a clerk of another office is answered while something goes on. */
async function besides(
  world: World,
  work: () => Promise<void>,
): Promise<Pick<DrawHour, "asked" | "p99" | "longest" | "failed">> {
  const office = await world.anOffice();
  const clerk = await world.aClerk(office);
  const times: number[] = [];
  let failed = 0;
  let isOver = false;
  const ask = async (): Promise<void> => {
    const begun = performance.now();
    const { status } = await clerk.ask("GET", `${office.code}/days/2026-11-25`);
    times.push(performance.now() - begun);
    if (status !== 200) failed++;
  };
  const asking = (async () => {
    const all: Promise<void>[] = [];
    while (!isOver) {
      all.push(ask());
      await sleep(ASKED_EVERY_MS);
    }
    await Promise.all(all);
  })();
  await work();
  isOver = true;
  await asking;
  times.sort((a, b) => a - b);
  return {
    asked: times.length,
    p99: times[Math.ceil(times.length * 0.99) - 1] ?? 0,
    longest: times.at(-1) ?? 0,
    failed,
  };
}
