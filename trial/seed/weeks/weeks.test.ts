import { afterAll, beforeAll, expect, test } from "vitest";
import { measureAll } from "../../../src/measures/measure-days.ts";
import { type OwnerDatabase, openOwner } from "../../../src/platform/database/owner.ts";
import { createLogger } from "../../../src/platform/log.ts";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { BY_WORKERS, requireHealth } from "../../../test/doctor.ts";
import { patiently } from "../../../test/patience.ts";
import { seedDemo } from "../seed-demo.ts";
import { NEIGHBOURS, neighbourRows } from "./neighbours.ts";
import { startNeighbours } from "./start-neighbours.ts";

/** Tuesday, 10:42 in Athens; the clocks went back within these weeks. */
const NOW = Temporal.Instant.from("2026-11-24T08:42:00Z");
const WEEKS = 5;
const wish = { now: NOW, staffOf: async () => [], weeks: WEEKS };

let seeded: FreshDatabase & { owner: OwnerDatabase };
const open: (() => Promise<void>)[] = [];
async function fresh(): Promise<typeof seeded> {
  const database = await freshDatabase();
  const owner = openOwner(database.ownerUrl);
  open.push(async () => {
    await owner.close();
    await database.drop();
  });
  return { ...database, owner };
}
beforeAll(async () => {
  seeded = await fresh();
  await seedDemo(seeded.owner.db, wish);
});
afterAll(async () => {
  for (const close of open) await close();
});
const ask = <Row extends Record<string, unknown>>(sql: string) => asOwner<Row>(seeded.ownerUrl, sql);

const COUNTED = `select code, measure, class, date::text, half_hours::text from day_measure
  join office on office.id = office_id where code < '9905' order by 1, 2, 3, 4`;

test("three offices have closed weeks, one of them records too little; a fourth has none", async () => {
  const rows =
    await ask(`select code, count(*)::int as days, (sum(complete)::float / sum(visits) >= 0.8) as "isReliable",
      min(monday::text) as first, max(monday::text) as last
    from (select *, date_trunc('week', date)::date as monday from day_completeness where visits > 0) as day
      join office on office.id = office_id
    where code < '9905' and monday < '2026-11-23' group by 1 order by 1`);
  const span = { first: "2026-10-19", last: "2026-11-16" };
  expect(rows).toMatchObject([
    { code: "9901", isReliable: true, ...span },
    { code: "9902", isReliable: true, ...span },
    { code: "9903", isReliable: false, ...span },
  ]);
  // Twenty-five weekdays, without the holiday of 28 October; the first office opens on Saturdays too.
  expect(rows.map(({ days }) => days)).toEqual([29, 24, 24]);
});

test("the days that will be counted anew are of appointments that are there, and the next night changes no closed week", async () => {
  const before = await ask(COUNTED);
  const weeks = () =>
    ask(`select office_week.* from office_week join office on id = office_id
    where code < '9904' and monday < '2026-11-23' order by office_id, monday`);
  const [weeksBefore, inVain] = [await weeks(), await ask("select * from in_vain_week order by 1, 2")];
  expect(inVain.length).toBeGreaterThan(20);
  const failures: unknown[] = [];
  const night = { db: seeded.db, clock: () => NOW };
  await asOwner(
    seeded.ownerUrl,
    "update measured_until set date = '2026-11-22' from office where office.id = office_id and code < '9905'",
  );
  await measureAll(night, (error) => void failures.push(error));
  expect(failures).toEqual([]);
  expect(await ask(COUNTED)).toEqual(before);
  expect(await weeks()).toEqual(weeksBefore);
  expect(await ask("select * from in_vain_week order by 1, 2"), "nobody counts twice").toEqual(inVain);
});

test("people wait, leave and do not come, the later the sooner they had booked; a service takes its own time", async () => {
  const [figures] = await ask<Record<string, number>>(`with waits as (
      select value::int as minutes, count::int as people from day_measure cross join json_each(half_hours) as half (key, counts)
        cross join json_each_text(counts) as by_minute (value, count) join office on office.id = office_id
      where code = '9901' and measure = 'wait')
    select sum(people) filter (where minutes <= 10)::float / sum(people) as soon, max(minutes) as longest,
      (select count(*)::int from day_measure where measure = 'left') as left,
      (select count(distinct class)::int from day_measure where measure = 'wait') as classes from waits`);
  expect(figures?.soon).toBeGreaterThan(0.5);
  expect(figures?.soon).toBeLessThan(0.95);
  expect(figures?.longest).toBeGreaterThan(20);
  expect(figures).toMatchObject({ classes: 3 });
  expect(figures?.left).toBeGreaterThan(0);
});

test("what was said of waiting was kept or not, and is said further", async () => {
  const rows = await ask(`select code, (usual -> 'walk-in' -> 'hours') is not null as usual, (
      select sum(within + shorter)::float / sum(within + shorter + longer) from day_promise where office_id = office.id) as kept
    from office_wait join office on office.id = office_id where code < '9904' order by 1`);
  expect(rows).toMatchObject([
    { code: "9901", usual: true },
    { code: "9902", usual: true },
    { code: "9903", usual: false, kept: null },
  ]);
  for (const { kept } of rows.slice(0, 2)) expect(kept).toBeGreaterThan(0.8);
});

test("somebody wishes for a place, somebody interprets, and the doctor finds nothing", async () => {
  const [found] =
    await ask(`select (select count(*)::int from earlier_wish where without_visit and is_confirmed) as wishes,
    (select string_agg(code, '') from office where has_sign_language) as interpreters,
    (select string_agg(code, ' ' order by code) from office where seats is not null) as seated`);
  expect(found).toEqual({ wishes: 1, interpreters: "9902", seated: "9901 9902" });
  await requireHealth(seeded.ownerUrl, BY_WORKERS);
});

test("the same seed gives the same weeks", async () => {
  const [first, twin, other] = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const { owner, ownerUrl } = await fresh();
      await seedDemo(owner.db, { ...wish, seed, weeks: 1 });
      return asOwner(ownerUrl, COUNTED);
    }),
  );
  expect(first?.length).toBeGreaterThan(50);
  expect(twin).toEqual(first);
  expect(other).not.toEqual(first);
});

test("without weeks nothing is counted, and there are four offices", async () => {
  const bare = await fresh();
  await seedDemo(bare.owner.db, { ...wish, weeks: 0 });
  expect(
    await asOwner(
      bare.ownerUrl,
      "select (select count(*)::int from office) as offices, (select count(*)::int from day_completeness) as days",
    ),
  ).toEqual([{ offices: 4, days: 0 }]);
});

/** Of the others so many are left for this: each is furnished like the next one. */
const FURNISHED = 6;
const LAST = String(9904 + FURNISHED);

test("in every region there are offices that count, of one counter as of many", () => {
  const rows = neighbourRows();
  const counting = rows.filter(({ code }) => NEIGHBOURS.find((plan) => plan.code === code)?.hasAppointments);
  expect(new Set(counting.map(({ region }) => region)).size).toBe(13);
  expect(new Set(NEIGHBOURS.map(({ queues }) => queues.length))).toEqual(new Set([1, 2, 3, 4, 5, 7]));
  expect(new Set(rows.map(({ name }) => name)).size, "no two of one name").toBe(rows.length);
});

test(
  "the others are furnished beside: stopped, it takes up from there; then a month is published, once",
  async () => {
    await ask(`delete from queue using office where office.id = office_id and code > '${LAST}'`);
    await ask(`delete from measured_until using office where office.id = office_id and code > '${LAST}'`);
    for (const table of [
      "office_wait",
      "day_measure",
      "day_completeness",
      "day_capacity",
      "day_outcome",
      "day_access",
      "office_week",
      "in_vain_until",
    ])
      await ask(`delete from ${table} using office where office.id = office_id and code > '9904'`);
    await ask(`delete from office where code > '${LAST}'`);
    const deps = {
      ownerUrl: seeded.ownerUrl,
      app: seeded.db,
      clock: () => NOW,
      log: createLogger("silent"),
      weeks: WEEKS,
    };
    const furnished = () =>
      ask<{ n: number }>(
        "select count(distinct office_id)::int as n from queue_hours join office on id = office_id where code >= '9905'",
      );
    const first = startNeighbours(deps);
    await expect.poll(async () => (await furnished())[0]?.n, { timeout: patiently(5_000) }).toBeGreaterThan(0);
    await first.stop();
    const [stopped] = await furnished();
    expect(stopped?.n).toBeLessThan(FURNISHED);
    expect(await ask("select month from open_month"), "not before all are counted").toEqual([]);
    expect(
      await ask("select month from open_month_due where month = '2026-10-01'"),
      "else the job of open data would publish a part, and correct it with each office",
    ).toEqual([]);
    const second = startNeighbours(deps);
    const published = () => ask("select month::text, version from open_month order by 1, 2");
    await expect
      .poll(published, { timeout: patiently(10_000), interval: 200 })
      .toEqual([{ month: "2026-10-01", version: 1 }]);
    await second.stop();
    expect(await furnished()).toEqual([{ n: FURNISHED }]);
    const [whole] = await ask(`select count(distinct region)::int as regions, count(distinct monday)::int as weeks,
      count(distinct office_id)::int as offices from office_week join office on id = office_id
    where code >= '9905' and monday < '2026-11-23' and visits > 0`);
    expect(whole).toEqual({ regions: FURNISHED, weeks: WEEKS, offices: FURNISHED });
  },
  patiently(20_000),
);
