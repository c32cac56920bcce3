import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk } from "../../../test/booking-desk.ts";
import { aMinistryPerson, errorsOf, type MinistryPerson } from "../../../test/ministry-person.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const change = (body: object, version?: number) =>
  athina.rule("PUT", "retention", { body, ...(version !== undefined && { version }) });
const preview = async (days: number) => (await athina.rule("POST", "retention/preview", { body: { days } })).body;

test("a shorter period is confirmed with the number that was seen, and never unseen", async () => {
  const first = await athina.rule("GET", "retention");
  expect(first.body).toEqual({ days: 60, version: 1, changedAt: null, changedBy: null });
  const desk = await aBookingDesk(world);
  await desk.booked("11:30");
  await desk.booked("12:00");
  await setClock(world, NOW.add({ hours: 20 * 24 }));
  expect(await preview(30)).toMatchObject({ concerned: 0, appointments: 0 });
  expect(await preview(10)).toMatchObject({ concerned: 1, appointments: 2 });
  const unseen = await change({ days: 10, seen: 1 }, 1);
  expect([unseen.status, unseen.body.code, unseen.body.appointments]).toEqual([409, "retention-unseen", 2]);
  const changed = await change({ days: 10, seen: 2 }, 1);
  expect(changed.body).toMatchObject({ days: 10, version: 2, changedBy: expect.stringContaining("Δοκιμή") });
  expect(await athina.lastEntry()).toMatchObject({
    act: "retention-changed",
    details: { before: { days: 60 }, after: { days: 10 }, appointments: 2 },
  });
  expect((await athina.rule("GET", "history")).body.acts[0]).toMatchObject({ act: "retention-changed" });
  expect((await change({ days: 365, seen: 0 }, 2)).body.days).toBe(365);
});

test("who has not seen the latest is told of it; a fault is said at its field; nobody else may", async () => {
  const { version } = (await athina.rule("GET", "retention")).body;
  expect((await change({ days: 60, seen: 0 })).status).toBe(428);
  const stale = await change({ days: 60, seen: 0 }, version + 1);
  expect([stale.status, stale.body.current.version]).toEqual([412, version]);
  for (const days of [6, 366, 7.5])
    expect(errorsOf(await change({ days, seen: 0 }, version))).toEqual([422, "days: number-out-of-range"]);
  expect(errorsOf(await athina.rule("POST", "retention/preview", { body: { days: 6 } }))).toEqual([
    422,
    "days: number-out-of-range",
  ]);
  const clerk = await world.aClerk(await world.anOffice());
  expect((await clerk.ask("GET", "/api/ministry/retention")).status).toBe(403);
});
