import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import type { GroupOutcomes } from "../outcomes/outcomes.ts";
import { publishDue } from "./publish.ts";

let world: World;
let office: TestOffice;
let silent: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  office = await world.anOffice();
  silent = await world.anOffice();
  await world.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
});
afterAll(() => world.close());

const publish = (date: string, clock = () => Temporal.Instant.from(`${date}T04:00:00+02:00`)) =>
  publishDue({ db: world.database.db, clock });
const due = async () =>
  (await world.owner.query("select month::text as month from open_month_due order by 1")).rows.map(
    ({ month }) => month,
  );
const versions = async () =>
  (
    await world.owner.query(
      "select to_char(month, 'YYYY-MM') as month, version, reason, offices_recorded from open_month order by 1, 2",
    )
  ).rows.map((row) => Object.values(row).join(" "));

/** As a night counts it. */
async function counted(date: string, outcomes: GroupOutcomes, id = office.id) {
  await world.owner.query("delete from day_outcome where office_id = $1 and date = $2", [id, date]);
  await world.owner.query("insert into day_outcome values ($1, $2, $3)", [id, date, JSON.stringify(outcomes)]);
  await world.owner.query(
    `insert into open_month_due (month) values (date_trunc('month', $1::date))
     on conflict (month) do update set changes = open_month_due.changes + 1`,
    [date],
  );
}
async function rows(month: string, version: number) {
  const { rows: found } = await world.owner.query(
    "select json_file from open_month where month = $1::date and version = $2",
    [`${month}-01`, version],
  );
  return JSON.parse(gunzipSync(found[0].json_file).toString()).rows as Record<string, unknown>[];
}
const rowOf = (all: readonly Record<string, unknown>[], code: string, group: string) =>
  all.find((row) => row.office === code && row.group === group);

test("a month is published eight days after it has ended, once, and again where something was counted late", async () => {
  await counted("2026-10-05", { certificates: { "appointment-0": 41, "no-show": 3 }, none: { "walk-in-31": 9 } });
  await counted("2026-10-06", { certificates: { "appointment-11": 12 } });
  expect(await publish("2026-11-08")).toBe(true);
  expect(await versions()).toEqual([]);
  expect(await publish("2026-11-09")).toBe(true);
  expect(await versions()).toEqual(["2026-10 1  1"]);
  expect(await due()).toEqual([]);
  await counted("2026-10-06", { certificates: { "appointment-11": 12 } });
  await publish("2026-11-10");
  expect(await versions(), "the same once more").toEqual(["2026-10 1  1"]);
  await counted("2026-10-07", { certificates: { "appointment-61": 20 } });
  await publish("2026-11-11");
  expect(await versions()).toEqual(["2026-10 1  1", "2026-10 2 late-counts 1"]);
  const of = (all: readonly Record<string, unknown>[]) => rowOf(all, office.code, "certificates");
  expect(of(await rows("2026-10", 1))).toMatchObject({
    visits: 55,
    onTime: 40,
    onTimeOf: 55,
    appointmentWaitOver60: 0,
  });
  expect(of(await rows("2026-10", 2))).toMatchObject({
    visits: 75,
    onTime: 40,
    noShows: "*",
    appointmentWaitOver60: 20,
  });
});

test("an office that recorded nothing has no zeros, a group that nobody came for has", async () => {
  const all = await rows("2026-10", 2);
  expect(rowOf(all, silent.code, "all")).toMatchObject({
    recorded: false,
    visits: null,
    noShows: null,
    complete: null,
  });
  expect(rowOf(all, office.code, "vehicles")).toMatchObject({ recorded: true, visits: 0, noShows: 0 });
  expect(rowOf(all, office.code, "all")).toMatchObject({ recorded: true, visits: 80, complete: true });
});

test("a month in which nobody recorded anything has no figures, and none of them is said to be exact", async () => {
  await counted("2026-09-07", { certificates: { unresolved: 40 } });
  await publish("2026-11-12");
  const all = await rows("2026-09", 1);
  expect(all.find(({ level, group }) => level === "nation" && group === "all")).toMatchObject({
    recorded: false,
    visits: null,
    exact: null,
  });
  await world.owner.query("delete from open_month where month = '2026-09-01'");
});

test("of several processes one makes a month, and one that was killed keeps it from the others for minutes alone", async () => {
  await counted("2026-11-03", { signatures: { "walk-in-0": 30 } });
  await Promise.all(["2026-12-09", "2026-12-09", "2026-12-09"].map((date) => publish(date)));
  expect((await versions()).filter((each) => each.startsWith("2026-11"))).toEqual(["2026-11 1  1"]);
  await counted("2026-11-04", { signatures: { "walk-in-0": 30 } });
  await world.owner.query("update open_month_due set claimed_until = '2026-12-10T04:05:00+02:00'");
  await publish("2026-12-10");
  expect((await versions()).filter((each) => each.startsWith("2026-11"))).toHaveLength(1);
  await publish("2026-12-10", () => Temporal.Instant.from("2026-12-10T04:06:00+02:00"));
  expect((await versions()).filter((each) => each.startsWith("2026-11"))).toHaveLength(2);
});

test("it waits for offices of which days are still to be counted, but not for ever", async () => {
  await counted("2026-12-03", { signatures: { "walk-in-0": 30 } });
  await world.owner.query("update measured_until set date = '2027-01-01' where office_id = $1", [silent.id]);
  expect(await publish("2027-01-10")).toBe(false);
  expect((await versions()).filter((each) => each.startsWith("2026-12"))).toEqual([]);
  expect(await publish("2027-01-16")).toBe(false);
  expect((await versions()).filter((each) => each.startsWith("2026-12"))).toEqual(["2026-12 1  1"]);
});
