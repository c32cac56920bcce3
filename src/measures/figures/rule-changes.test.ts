import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson } from "../../../test/ministry-person.ts";
import { aRulesDesk } from "../../../test/rules-desk.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("marks say where rules changed: queues, hours, whole days and minutes, and nothing that was taken back", async () => {
  await setClock(world, NOW);
  const desk = await aRulesDesk(world);
  const { code } = desk.office;
  const { body: settings } = await desk.head.ask("GET", `${code}/settings`);
  const own = { services: { signature: { minutes: 15 } }, phone: "2109098391" };
  await desk.head.ask("PATCH", `${code}/settings`, { body: own, version: settings.version });
  const closed = { queue: 2, kind: "closed", date: "2026-11-26", lastDate: "2026-11-27", reason: "Εκπαίδευση" };
  await desk.ruled("exceptions", closed);
  await desk.ruled("exceptions", { ...closed, lastDate: "2026-11-26", date: "2026-11-26", from: "10:00", to: "11:00" });
  await desk.ruled("queues/2/deactivation", {});
  const hours = (from: string, week: object) =>
    desk.rule("PUT", "queues/1/hours", { from, to: null, week, decisions: [] });
  const back = await hours("2026-11-25", { 3: [] });
  expect((await desk.takeBack(back.body.change)).status).toBe(200);
  expect((await hours("2026-11-28", { 6: [{ opens: "08:00", closes: "12:00" }] })).status).toBe(200);
  await setClock(world, Temporal.Instant.from("2026-11-30T09:00:00+02:00"));
  const { body } = await desk.head.ask("GET", `${code}/how-it-went?weeks=1`);
  expect(body.changes.map(({ date, kind, queues, minutes }: typeof body) => [date, kind, queues, minutes])).toEqual([
    ["2026-11-24", "queue-ended", null, null],
    ["2026-11-24", "minutes-changed", null, { before: 10, after: 15 }],
    ["2026-11-26", "closed", 1, null],
    ["2026-11-28", "hours-changed", 1, null],
  ]);
  expect(body.changes[2].name).toBe("Εκπαίδευση");
  expect(body.seats).toBe(null);
  const { body: later } = await desk.head.ask("GET", `${code}/settings`);
  await desk.head.ask("PATCH", `${code}/settings`, { body: { seats: 12 }, version: later.version });
  expect((await desk.head.ask("GET", `${code}/how-it-went?weeks=1`)).body.seats).toMatchObject({ count: 12 });
});

test("a queue that was off for certain dates, or served for some alone, has a mark on the first of them; not if that was taken back", async () => {
  await setClock(world, NOW);
  const desk = await aRulesDesk(world, { queues: 3 });
  const { code } = desk.office;
  const dates = (from: string, to: string) => ({ from: `2026-11-${from}`, to: `2026-11-${to}` });
  await desk.ruled("queues/2/deactivation", dates("25", "26"));
  await desk.ruled("queues/2/deactivation", dates("27", "27"));
  const { body: gone } = await desk.rule("POST", "queues/3/deactivation", { ...dates("25", "25"), decisions: [] });
  expect((await desk.takeBack(gone.change)).status).toBe(200);
  await desk.ruled("queues/3/deactivation", {});
  await desk.ruled("queues/3/activation", dates("26", "27"));
  await setClock(world, Temporal.Instant.from("2026-11-30T09:00:00+02:00"));
  const { body } = await desk.head.ask("GET", `${code}/how-it-went?weeks=1`);
  expect(body.changes.map(({ date, kind, name }: typeof body) => [date, kind, name])).toEqual([
    ["2026-11-24", "queue-ended", "Ουρά 3"],
    ["2026-11-25", "queue-off-for-dates", "Ουρά 2"],
    ["2026-11-26", "queue-on-for-dates", "Ουρά 3"],
  ]);
});

test("a queue that begins is one mark, and not another one for its hours; those that begin later are", async () => {
  await setClock(world, NOW);
  const desk = await aRulesDesk(world);
  const week = { 3: [{ opens: "08:00", closes: "12:00" }] };
  const add = async (name: string, from: string) => {
    const body = { name, active: true, hours: { from, week } };
    expect((await desk.rule("POST", "queues", body)).status).toBe(200);
  };
  await add("Θυρίδα Α", "2026-11-24");
  await add("Θυρίδα Β", "2026-11-26");
  await setClock(world, Temporal.Instant.from("2026-11-30T09:00:00+02:00"));
  const { body } = await desk.head.ask("GET", `${desk.office.code}/how-it-went?weeks=1`);
  expect(body.changes.map(({ date, kind, name }: typeof body) => [date, kind, name])).toEqual([
    ["2026-11-24", "queue-opened", "Θυρίδα Α"],
    ["2026-11-24", "queue-opened", "Θυρίδα Β"],
    ["2026-11-26", "hours-changed", "Θυρίδα Β"],
  ]);
});

test("an office's own minutes stand beside what the catalogue said then, not beside what it says now", async () => {
  await setClock(world, NOW);
  const desk = await aRulesDesk(world);
  const athina = await aMinistryPerson(world);
  const { code } = desk.office;
  const own = async (minutes: number | null) => {
    const { version } = (await desk.head.ask("GET", `${code}/settings`)).body;
    const body = { services: { vehicle: { minutes } } };
    expect((await desk.head.ask("PATCH", `${code}/settings`, { body, version })).status).toBe(200);
  };
  const catalogue = async (minutes: number) => {
    const { services } = (await athina.rule("GET", "services")).body;
    const { version } = services.find((each: { code: string }) => each.code === "vehicle");
    expect((await athina.rule("PATCH", "services/vehicle", { body: { minutes }, version })).status).toBe(200);
  };
  const on = (day: string) => setClock(world, Temporal.Instant.from(`2026-11-${day}T09:00:00+02:00`));
  await own(40);
  await on("25");
  await catalogue(35);
  await on("26");
  await own(null);
  await on("30");
  await catalogue(25);
  const { body } = await desk.head.ask("GET", `${code}/how-it-went?weeks=1`);
  expect(body.changes.map(({ date, minutes }: typeof body) => [date, minutes])).toEqual([
    ["2026-11-24", { before: 30, after: 40 }],
    ["2026-11-25", { before: 30, after: 35 }],
    ["2026-11-26", { before: 40, after: 35 }],
  ]);
});
