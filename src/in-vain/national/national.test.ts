import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetFigures } from "../../../test/forget-figures.ts";
import { anItem } from "../../../test/items-to-bring.ts";
import { aMinistryPerson, type MinistryPerson } from "../../../test/ministry-person.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await setClock(world, NOW);
  athina = await aMinistryPerson(world);
  await forgetFigures(world.owner, "in-vain");
});

const week = (monday: string, service: string, counts: readonly number[]) =>
  world.owner.query(
    "insert into in_vain_week (monday, service, visits, paper, elsewhere, needless) values ($1, $2, $3, $4, $5, $6)",
    [monday, service, ...counts],
  );
const line = (monday: string, words: string, visits: number) =>
  world.owner.query("insert into in_vain_line (monday, service, line, visits) values ($1, 'signature', $2, $3)", [
    monday,
    words,
    visits,
  ]);

test("by service, the most often in vain first; those of few visits only together, and this week not at all", async () => {
  await week("2026-11-16", "signature", [100, 4, 1, 1]);
  await week("2026-11-09", "signature", [100, 2, 0, 0]);
  await week("2026-11-16", "vehicle", [49, 9, 0, 0]);
  await week("2026-11-23", "signature", [500, 400, 0, 0]);
  await world.owner.query("insert into in_vain_days values ('2026-11-16', 5, 2), ('2026-11-23', 9, 9)");
  const { body } = await athina.rule("GET", "in-vain?weeks=2");
  expect(body).toMatchObject({
    from: "2026-11-09",
    to: "2026-11-22",
    days: { counted: 5, leftOut: 2 },
    services: [{ code: "signature", visits: 200, paper: 6, elsewhere: 1, needless: 1 }],
    others: { services: 1, visits: 49, paper: 9 },
  });
  await week("2026-11-09", "vehicle", [1, 0, 0, 0]);
  const again = (await athina.rule("GET", "in-vain?weeks=2")).body;
  expect(again.services.map(({ code }: { code: string }) => code)).toEqual(["vehicle", "signature"]);
  expect(JSON.stringify(again)).not.toMatch(/"office"|employee/);
});

test("of how many offices it is known that the key was used, of few only that they are few, and of this week nothing", async () => {
  const offices = await Promise.all(Array.from({ length: 6 }, () => world.anOffice()));
  const use = (at: number, monday: string, isUsed: boolean) =>
    world.owner.query("insert into in_vain_office (office_id, monday, is_used) values ($1, $2, $3)", [
      offices[at]?.id,
      monday,
      isUsed,
    ]);
  const told = async () => (await athina.rule("GET", "in-vain?weeks=2")).body.offices;
  expect(await told()).toEqual({ counted: 0, used: 0, since: null });
  for (const at of offices.keys()) await use(at, "2026-11-16", at < 4);
  await use(4, "2026-11-02", true);
  await use(4, "2026-11-23", true);
  await use(0, "2026-11-09", false);
  expect(await told()).toEqual({ counted: 6, used: null, since: "2026-11-09" });
  await world.owner.query("update in_vain_office set is_used = true where monday = '2026-11-16' and office_id = $1", [
    offices[4]?.id,
  ]);
  expect(await told()).toMatchObject({ counted: 6, used: 5 });
});

test("of one service before and after its lines were changed; the week of the change is in neither", async () => {
  await setClock(world, Temporal.Instant.from("2026-11-04T10:00:00+02:00"));
  const ministry = await aMinistryPerson(world);
  const services = (await ministry.rule("GET", "services")).body.services;
  const { version } = services.find(({ code }: { code: string }) => code === "signature");
  const toBring = [anItem("ταυτότητα"), anItem("το έγγραφο")];
  const changed = await ministry.rule("PATCH", "services/signature", { body: { toBring, minutes: 11 }, version });
  expect(changed.status).toBe(200);
  await setClock(world, NOW);
  athina = await aMinistryPerson(world);
  await week("2026-10-26", "signature", [200, 20, 0, 0]);
  await line("2026-10-26", "ταυτότητα", 5);
  await week("2026-11-02", "signature", [100, 50, 0, 0]);
  await week("2026-11-09", "signature", [200, 6, 0, 0]);
  await line("2026-11-09", "το έγγραφο", 6);
  const { body } = await athina.rule("GET", "in-vain/signature?weeks=8");
  expect(body).toMatchObject({
    isEnough: true,
    toBring: ["ταυτότητα", "το έγγραφο"],
    change: { date: "2026-11-04", before: ["ταυτότητα"], after: ["ταυτότητα", "το έγγραφο"], others: ["minutes"] },
    before: { weeks: 1, visits: 200, rate: 10, notSaid: 15, lines: [{ line: "ταυτότητα", count: 5 }] },
    after: { weeks: 1, visits: 200, rate: 3, notSaid: 0 },
    difference: { less: 7 },
  });
  expect(body.weeks).toHaveLength(3);
  expect(body.difference.from).toBeGreaterThan(0);
  expect((await athina.rule("GET", "in-vain/nothing")).status).toBe(404);
});

test("of fewer than fifty visits nothing is told; only to the ministry, and a range that is too long is refused", async () => {
  await week("2026-11-16", "signature", [49, 9, 0, 0]);
  const { body } = await athina.rule("GET", "in-vain/signature");
  expect(body).toMatchObject({ isEnough: false, weeks: [], after: { visits: 0, rate: null } });
  expect((await athina.rule("GET", "in-vain?weeks=53")).status).toBe(400);
  expect((await athina.rule("GET", "in-vain?office=1")).status).toBe(400);
  const clerk = await world.aClerk(await world.anOffice());
  for (const path of ["in-vain", "in-vain/signature"])
    expect((await clerk.ask("GET", `/api/ministry/${path}`)).status).toBe(403);
});

test("which paper was missing most often, how many stood in no line, and when the words changed", async () => {
  await setClock(world, Temporal.Instant.from("2026-11-11T10:00:00+02:00"));
  const ministry = await aMinistryPerson(world);
  const services = (await ministry.rule("GET", "services")).body.services;
  const version = (wanted: string) => services.find(({ code }: { code: string }) => code === wanted).version;
  const change = (code: string, body: object) =>
    ministry.rule("PATCH", `services/${code}`, { body, version: version(code) });
  expect((await change("signature", { toBring: [anItem("ταυτότητα"), anItem("το πρωτότυπο")] })).status).toBe(200);
  expect((await change("vehicle", { minutes: 33 })).status).toBe(200);
  await setClock(world, NOW);
  athina = await aMinistryPerson(world);
  await week("2026-11-16", "signature", [100, 9, 1, 1]);
  await week("2026-11-16", "vehicle", [100, 1, 0, 0]);
  await line("2026-11-16", "ταυτότητα", 2);
  await line("2026-11-16", "το πρωτότυπο", 4);
  const { body } = await athina.rule("GET", "in-vain?weeks=2");
  expect(body.services).toMatchObject([
    { code: "signature", mostMissing: { line: "το πρωτότυπο", count: 4 }, notSaid: 3, changed: "2026-11-11" },
    { code: "vehicle", mostMissing: null, notSaid: 1, changed: null },
  ]);
  expect((await athina.rule("GET", "in-vain?weeks=3")).body.services[0].changed).toBe("2026-11-11");
});
