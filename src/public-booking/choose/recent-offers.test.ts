import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import { changeNotice } from "../../live/announce.ts";
import { followOffices } from "../../live/follow-offices.ts";
import { createHub, type Hub } from "../../live/hub.ts";
import { noticeText } from "../../live/notice.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { createRecentOffers, type RecentOffers } from "./recent-offers.ts";

let world: World;
let office: TestOffice;
let looks = 0;
let db: Database;
let hub: Hub;
let offers: RecentOffers;
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
beforeEach(() => {
  looks = 0;
  // Deaf, unless a test has it hear.
  hub = createHub({ onRuling: () => {}, onLetter: () => {} });
  offers = createRecentOffers(db, followOffices(hub));
});

const hide = (isHidden = true) =>
  world.owner.query("update queue set is_public = $2 where office_id = $1", [office.id, !isHidden]);
const isFree = async () => (await offers.weeks(office.code, asked())).firstFree !== null;
const asked = (service = "signature") => ({
  service,
  on: null,
  when: [],
  now: Temporal.Instant.from("2026-11-24T08:42:00Z"),
});

test("a hundred who ask at once are told what was read once; a second later it is read anew", async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => offers.weeks(office.code, asked())));
  expect(new Set(answers).size).toBe(1);
  expect(looks).toBe(1);
  await hide();
  expect(await isFree()).toBe(true);
  await sleep(1_050);
  expect(await isFree()).toBe(false);
  expect(looks).toBe(2);
  await hide(false);
});

test("a day is told alike, and each day and service by itself", async () => {
  const day = (date: string, service?: string) =>
    offers.day(office.code, Temporal.PlainDate.from(date), asked(service));
  const [one, other, next, vehicle] = await Promise.all([
    day("2026-11-25"),
    day("2026-11-25"),
    day("2026-11-26"),
    day("2026-11-25", "vehicle"),
  ]);
  expect(one).toBe(other);
  expect([next.day.date, vehicle.day.date]).toEqual(["2026-11-26", "2026-11-25"]);
  expect(looks).toBe(3);
});

test("a service that there is not is refused to all who ask, and another minute nobody knows of it", async () => {
  const refusals = await Promise.allSettled(Array.from({ length: 3 }, () => offers.weeks(office.code, asked("none"))));
  expect(refusals.map((each) => each.status === "rejected" && each.reason.code)).toEqual(
    Array(3).fill("service-unknown"),
  );
  const later = { ...asked(), now: Temporal.Instant.from("2026-11-24T08:43:00Z") };
  expect((await offers.weeks(office.code, later)).firstFree).not.toBeNull();
});

test("what was asked for lately is told at no cost; asked for by many, so is what is read next; nonsense in an address is neither", async () => {
  const at = { office: office.code, service: "signature", date: "2026-11-27" };
  const { now } = asked();
  const ask = () => offers.day(office.code, Temporal.PlainDate.from(at.date), asked());
  expect(offers.isShared(at, now)).toBe(false);
  await ask();
  expect(offers.isShared(at, now)).toBe(true);
  expect(offers.isShared({ ...at, date: "x" }, now)).toBe(false);
  expect(offers.isShared({ office: office.code, service: "signature", on: "x" }, now)).toBe(false);
  await sleep(1_050);
  expect(offers.isShared(at, now)).toBe(false);
  await Promise.all(Array.from({ length: 20 }, ask));
  await sleep(1_050);
  expect(offers.isShared(at, now)).toBe(true);
});

test("where notices are heard it is read anew a second after something of the office has changed, and not before", async () => {
  hub.setHearing(true);
  const changed = (id: number) =>
    hub.hear(changeNotice(id, [Temporal.PlainDate.from("2026-11-25")], crypto.randomUUID(), null));
  const afterASecond = () => sleep(1_050).then(isFree);
  const at = { office: office.code, service: "signature" };
  expect(await isFree()).toBe(true);
  await hide();
  changed(office.id + 1);
  expect(await afterASecond()).toBe(true);
  expect(offers.isShared(at, asked().now)).toBe(true);
  changed(office.id);
  expect(offers.isShared(at, asked().now)).toBe(false);
  expect(await isFree()).toBe(false);
  expect(looks).toBe(2);
  await hide(false);
  hub.hear(noticeText({ kind: "rules", office: office.id }));
  expect(await afterASecond()).toBe(true);
  await hide();
  hub.hear(noticeText({ kind: "ruling" }));
  expect(await afterASecond()).toBe(false);
  await hide(false);
  hub.setHearing(false);
  expect(await afterASecond()).toBe(true);
});

test("what changes while it is read is read again a second later", async () => {
  hub.setHearing(true);
  const reading = isFree();
  hub.hear(noticeText({ kind: "rules", office: office.id }));
  await reading;
  await sleep(1_050);
  await isFree();
  expect(looks).toBe(2);
});

test("what changed while no notices were heard is read anew once they are heard again", async () => {
  hub.setHearing(true);
  expect(await isFree()).toBe(true);
  hub.setHearing(false);
  await hide();
  hub.setHearing(true);
  await sleep(1_050);
  expect(await isFree()).toBe(false);
  await hide(false);
});

test("in the next minute of the clock it is read anew, since a time may have gone by", async () => {
  hub.setHearing(true);
  const firstAt = async (now: string) =>
    (await offers.weeks(office.code, { ...asked(), now: Temporal.Instant.from(now) })).firstFree?.time;
  expect(await firstAt("2026-11-24T10:45:59+02:00")).toBe("11:45");
  expect(await firstAt("2026-11-24T10:46:00+02:00")).toBe("12:00");
});
