import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { isRecent, recentDay, recentMonth } from "./recent-offers.ts";

let world: World;
let office: TestOffice;
let looks = 0;
let db: Database;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  db = {
    ...world.database.db,
    read: (scope, work) => {
      looks++;
      return world.database.db.read(scope, work);
    },
  };
});
afterAll(() => world.close());

const asked = (service = "signature") => ({ service, month: null, now: Temporal.Instant.from("2026-11-24T08:42:00Z") });

test("a hundred who ask at once are told what was read once; a second later it is read anew", async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => recentMonth(db, office.code, asked())));
  expect(new Set(answers).size).toBe(1);
  expect(looks).toBe(1);
  await world.owner.query("update queue set is_public = false where office_id = $1", [office.id]);
  expect((await recentMonth(db, office.code, asked())).firstFree).not.toBeNull();
  await sleep(1_050);
  expect((await recentMonth(db, office.code, asked())).firstFree).toBeNull();
  expect(looks).toBe(2);
});

test("a day is told alike, and each day and service by itself", async () => {
  const before = looks;
  const day = (date: string, service?: string) =>
    recentDay(db, office.code, Temporal.PlainDate.from(date), asked(service));
  const [one, other, next, vehicle] = await Promise.all([
    day("2026-11-25"),
    day("2026-11-25"),
    day("2026-11-26"),
    day("2026-11-25", "vehicle"),
  ]);
  expect(one).toBe(other);
  expect([next.day.date, vehicle.day.date]).toEqual(["2026-11-26", "2026-11-25"]);
  expect(looks - before).toBe(3);
});

test("a refusal is nobody else's answer", async () => {
  const refusals = await Promise.allSettled(
    Array.from({ length: 3 }, () => recentMonth(db, office.code, asked("none"))),
  );
  expect(refusals.map((each) => each.status === "rejected" && each.reason.code)).toEqual(
    Array(3).fill("service-unknown"),
  );
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  const later = { ...asked(), now: Temporal.Instant.from("2026-11-24T08:43:00Z") };
  expect((await recentMonth(db, office.code, later)).firstFree).not.toBeNull();
});

test("what was asked for lately is told at no cost; asked for by many, so is what is read next; nonsense in an address is neither", async () => {
  const at = { office: office.code, service: "signature", date: "2026-11-27" };
  const { now } = asked();
  const ask = () => recentDay(db, office.code, Temporal.PlainDate.from(at.date), asked());
  expect(isRecent(db, at, now)).toBe(false);
  await ask();
  expect(isRecent(db, at, now)).toBe(true);
  expect(isRecent(db, { ...at, date: "x" }, now)).toBe(false);
  expect(isRecent(db, { office: office.code, service: "signature", month: "x" }, now)).toBe(false);
  await sleep(1_050);
  expect(isRecent(db, at, now)).toBe(false);
  await Promise.all(Array.from({ length: 10 }, ask));
  await sleep(1_050);
  expect(isRecent(db, at, now)).toBe(true);
});
