import { setImmediate as breathe } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BookingDesk, deskOf, wish } from "../../../test/booking-desk.ts";
import { aWorld, type Clerk, type OfficeWish, type TestOffice, type World } from "../../../test/world.ts";
import { operableOffice } from "../../identity/office-access.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { before } from "../../platform/deadline.ts";
import { Refusal } from "../../platform/refusal.ts";
import { withAlternatives } from "./alternatives.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

interface Loser {
  readonly desk: BookingDesk;
  /** What a clerk hears who loses 11:30 there, read by this database */
  hears(db: Database): Promise<unknown>;
}

/** An office where somebody has 11:30, and whoever comes for it too late. */
async function aLoser(wanted: Partial<OfficeWish>): Promise<Loser> {
  const office = await world.anOffice(wanted);
  const clerk = await world.aClerk(office);
  const desk = deskOf(office, clerk);
  await desk.booked("11:30");
  return { desk, hears: (db) => lost(db, office, clerk) };
}

function lost(db: Database, { id, code }: TestOffice, { employeeId }: Clerk): Promise<unknown> {
  const membership = { officeId: id, code, name: "", roles: ["operator" as const] };
  const actor = { employeeId, lastName: "", firstName: "", ministry: false, memberships: [membership] };
  const wished = { ...wish("11:30"), services: ["signature"], channel: "phone" as const };
  const act = () => Promise.reject(new Refusal(409, "slot-taken"));
  return withAlternatives(db, operableOffice(actor, code), { now: world.now, wished: async () => wished }, act).catch(
    ({ details }) => details.extensions,
  );
}

test("those who lose the same time in two offices at once hear each of her own office alone", async () => {
  const [early, late] = [await aLoser({ opens: 660, closes: 705 }), await aLoser({ opens: 690, closes: 735 })];
  const { db } = world.database;
  const { promise: bothAsk, resolve } = Promise.withResolvers<void>();
  const waiting: Database = { ...db, read: (scope, work) => bothAsk.then(() => db.read(scope, work)) };
  const asking = [early.hears(waiting), late.hears(waiting)];
  await breathe();
  resolve();
  const [hereEarly, hereLate] = await Promise.all(asking);
  expect(hereEarly).toMatchObject({ alternatives: [{ time: "11:15" }, { time: "11:00" }, {}] });
  expect(hereLate).toMatchObject({ alternatives: [{ time: "11:45" }, { time: "12:00" }, {}] });
});

test("the answer that rivals share comes to each within its own time, also when the first has none left", async () => {
  const { hears } = await aLoser({});
  const { db } = world.database;
  const { promise: firstGaveUp, resolve } = Promise.withResolvers<void>();
  const waiting: Database = { ...db, read: (scope, work) => firstGaveUp.then(() => db.read(scope, work)) };
  const first = before({ endsAt: performance.now() }, () => hears(waiting));
  const second = hears(waiting);
  expect(await first).toBeUndefined();
  resolve();
  expect(await second).toMatchObject({ alternatives: [{ time: "11:15" }, {}, {}] });
});

test("whoever loses it later hears what is free then", async () => {
  const { desk, hears } = await aLoser({});
  const { db } = world.database;
  expect(await hears(db)).toMatchObject({ alternatives: [{ time: "11:15" }, { time: "11:45" }, { time: "11:00" }] });
  await desk.booked("11:15");
  expect(await hears(db)).toMatchObject({ alternatives: [{ time: "11:45" }, { time: "11:00" }, { time: "12:00" }] });
});
