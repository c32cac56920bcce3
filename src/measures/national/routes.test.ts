import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aHead } from "../../../test/office-head.ts";
import { insertOfficeWeeks, type OfficeWeeksWish } from "../../../test/office-weeks.ts";
import { aRulesDesk } from "../../../test/rules-desk.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import type { HowOfficesDo, OfficesOfRegion } from "./contract.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  await setClock(world, Temporal.Instant.from("2026-11-24T10:42:00+02:00"));
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

/** The eight closed weeks, the first one first. */
const MONDAYS = Array.from({ length: 8 }, (_, index) =>
  Temporal.PlainDate.from("2026-09-28").add({ weeks: index }).toString(),
);
const USUAL: OfficeWeeksWish = {
  mondays: MONDAYS,
  counters: 3,
  complete: 90,
  onTime: 80,
  noShows: 4,
  thirdFreeDays: 2,
};

async function anOfficeWith(wish: Partial<OfficeWeeksWish>, region = "Κρήτης"): Promise<TestOffice> {
  const office = await world.anOffice();
  await world.owner.query("update office set region = $2 where id = $1", [office.id, region]);
  await insertOfficeWeeks(world.owner, office.id, { ...USUAL, ...wish });
  return office;
}
const page = async (query = ""): Promise<HowOfficesDo> => (await athina.rule("GET", `how-offices-do${query}`)).body;
const offices = async (region: string): Promise<OfficesOfRegion> =>
  (await athina.rule("GET", `how-offices-do/offices?region=${encodeURIComponent(region)}`)).body;
const nameOf = ({ code }: TestOffice) => `ΚΕΠ Δοκιμής ${code}`;

test("before anything was counted it says so, and nothing of it is zero per cent", async () => {
  const empty = await world.anOffice();
  expect(await page()).toMatchObject({
    from: "2026-09-28",
    to: "2026-11-22",
    coverage: { reliable: 0, incomplete: 0, silent: 0 },
    sizes: [],
    funnel: { size: null, centre: { count: 0, of: 0 }, inside: [], outside: [], byChance: 0 },
    nation: { offices: 0, median: null },
  });
  expect((await offices("-")).offices.find(({ code }) => code === empty.code)).toMatchObject({
    coverage: "not-joined",
    onTime: { count: 0, of: 0, side: null },
    waits: { appointment: { count: 0, median: null } },
    thirdFree: { looked: false },
  });
});

test("only the ministry has it: not a clerk, not a head, nobody who is not signed in", async () => {
  const office = await world.anOffice();
  const [clerk, head] = [await world.aClerk(office), await aHead(world, office)];
  for (const path of [
    "how-offices-do",
    "how-offices-do/offices?region=-",
    "how-offices-do.csv",
    "how-offices-do/definitions.csv",
    `offices/${office.code}/how-it-went`,
  ]) {
    const url = `/api/ministry/${path}`;
    for (const person of [clerk, head]) expect((await person.ask("GET", url)).status, path).toBe(403);
    expect((await world.app.inject({ url })).statusCode, path).toBe(401);
    expect((await world.app.inject({ url, headers: { cookie: athina.cookie } })).statusCode, path).toBe(200);
  }
  expect((await athina.rule("GET", "offices/0000/how-it-went")).status).toBe(404);
});

test("what is asked for beyond the bounds is refused", async () => {
  for (const query of ["weeks=3", "weeks=27", "size=7", "measure=speed", "until=2027-01-01"])
    expect((await athina.rule("GET", `how-offices-do?${query}`)).status, query).toBe(400);
  expect((await athina.rule("GET", "how-offices-do/offices")).status).toBe(400);
  expect((await athina.rule("GET", "offices/0000/how-it-went?weeks=0")).status).toBe(400);
});

test("among offices of like size only those beyond chance have names, by name and with what they changed", async () => {
  for (let index = 0; index < 20; index++) await anOfficeWith({});
  const [low, high] = [await anOfficeWith({ onTime: 66, complete: 82 }), await anOfficeWith({ onTime: 94 })];
  const other = await anOfficeWith({ counters: 1, onTime: 20 });
  const little = await anOfficeWith({ complete: 78, onTime: 10 });
  const short = await anOfficeWith({ mondays: MONDAYS.slice(0, 4), onTime: 10 });
  const { coverage, sizes, funnel } = await page();
  expect(coverage).toMatchObject({ reliable: 23, incomplete: 2, silent: 0 });
  expect(sizes).toEqual([
    { size: "1", offices: 1 },
    { size: "3-5", offices: 22 },
  ]);
  expect(funnel).toMatchObject({ size: "3-5", measure: "on-time", centre: { count: 14_080, of: 17_600 } });
  expect(funnel.outside).toEqual([
    { code: low.code, name: nameOf(low), side: "below", count: 528, of: 800, complete: 656, visits: 800, changes: [] },
    {
      code: high.code,
      name: nameOf(high),
      side: "above",
      count: 752,
      of: 800,
      complete: 720,
      visits: 800,
      changes: [],
    },
  ]);
  expect(funnel.inside).toEqual(Array.from({ length: 20 }, () => ({ count: 640, of: 800 })));
  expect(funnel.byChance).toBeCloseTo(0.044, 3);
  expect(JSON.stringify(funnel)).not.toContain(other.code);
  expect((await page("?size=1")).funnel).toMatchObject({ size: "1", inside: [{ count: 160, of: 800 }], outside: [] });
  expect((await page("?measure=no-shows")).funnel.centre).toEqual({ count: 704, of: 8_800 });
  expect((await page("?measure=soon")).funnel, "nobody came without an appointment").toMatchObject({
    centre: { count: 0, of: 0 },
    inside: [],
  });
  const bySide = new Map((await offices("Κρήτης")).offices.map(({ code, onTime }) => [code, onTime.side]));
  expect([low, high, other, little, short].map(({ code }) => bySide.get(code))).toEqual([
    "below",
    "above",
    null,
    null,
    null,
  ]);
});

test("an office out of bounds stands with the latest changes of its rules, but for what was taken back", async () => {
  const desk = await aRulesDesk(world);
  await world.owner.query("update office set region = 'Ηπείρου' where id = $1", [desk.office.id]);
  await insertOfficeWeeks(world.owner, desk.office.id, { ...USUAL, onTime: 50 });
  const closing = (reason: string) => ({
    queue: 1,
    kind: "closed",
    date: "2026-11-26",
    lastDate: "2026-11-26",
    from: "13:00",
    to: "14:00",
    reason,
  });
  await setClock(world, Temporal.Instant.from("2026-11-20T10:42:00+02:00"));
  await desk.ruled("exceptions", closing("Απουσία"));
  await setClock(world, Temporal.Instant.from("2026-11-19T10:42:00+02:00"));
  const archived = await desk.rule("POST", "queues/2/archival", {});
  await desk.takeBack(archived.body.change);
  await setClock(world, Temporal.Instant.from("2026-11-24T10:42:00+02:00"));
  const { outside } = (await page()).funnel;
  const found = outside.find(({ code }) => code === desk.office.code);
  expect(found?.changes).toEqual([{ act: "exception-added", date: "2026-11-20" }]);
});

test("access is over offices, by region and in the country, of the last night alone", async () => {
  for (const thirdFreeDays of [1, 3, null]) await anOfficeWith({ thirdFreeDays }, "Ιονίων Νήσων");
  await anOfficeWith({ mondays: MONDAYS.slice(0, 7) }, "Ιονίων Νήσων");
  const { regions, nation } = await page();
  expect(regions.find(({ region }) => region === "Ιονίων Νήσων")).toEqual({
    region: "Ιονίων Νήσων",
    offices: 3,
    median: 3,
    nineOfTen: null,
    none: 1,
  });
  expect(regions.map(({ region }) => region)).toEqual(["Ηπείρου", "Ιονίων Νήσων", "Κρήτης", null]);
  expect(nation.offices).toBe(regions.reduce((total, { offices: seen }) => total + seen, 0));
});

test("the weeks one after another, with a national closure marked and nothing where nothing was recorded", async () => {
  await world.owner.query(`insert into closure (id, region, starts_at, ends_at, reason, created_at)
    values (gen_random_uuid(), null, '2026-10-27T22:00:00Z', '2026-10-28T22:00:00Z', 'Εθνική εορτή', now())`);
  const { trend } = await page();
  expect(trend.weeks).toHaveLength(26);
  expect(trend.weeks[0]).toMatchObject({ monday: "2026-05-25", of: 0, low: null, side: null });
  expect(trend.weeks.at(-1)).toMatchObject({ monday: "2026-11-16" });
  expect(trend.marks).toEqual([{ monday: "2026-10-26", text: "Εθνική εορτή" }]);
});

test("the ministry sees an office's figures as its head does", async () => {
  const office = await anOfficeWith({});
  const head = await aHead(world, office);
  const own = (await head.ask("GET", `${office.code}/how-it-went?weeks=8`)).body;
  expect(own.onTime).toEqual({ count: 640, of: 800 });
  expect((await athina.rule("GET", `offices/${office.code}/how-it-went?weeks=8`)).body).toEqual({
    name: nameOf(office),
    ...own,
  });
  expect((await athina.ask("GET", `${office.code}/how-it-went`)).status, "not by the head's address").toBe(404);
});

test("all of it as a table for other programs, with the definition of each column", async () => {
  const office = await anOfficeWith({ thirdFreeDays: null }, "Αττικής");
  const file = (path: string) => world.app.inject({ url: `/api/ministry/${path}`, headers: { cookie: athina.cookie } });
  const reply = await file("how-offices-do.csv");
  expect(reply.headers["content-disposition"]).toContain("offices-2026-09-28-2026-11-22.csv");
  const lines = reply.body.split("\r\n");
  expect(lines).toContain(
    `2026-09-28;2026-11-22;${office.code};${nameOf(office)};Αττικής;μετρά;16;3;800;720;800;640;;;400;32;5;20;;;καμία σε 9\u00a0εβδομάδες`,
  );
  const definitions = (await file("how-offices-do/definitions.csv")).body.trimEnd().split("\r\n");
  const columns = (lines[0] ?? "").replace("\ufeff", "").split(";");
  expect(definitions.slice(1).map((row) => row.split(";")[0])).toEqual(columns);
});
