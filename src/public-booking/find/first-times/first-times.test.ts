import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openToCitizens } from "../../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../../test/world.ts";
import { changeNotice } from "../../../live/announce.ts";
import { createHub, type Hub } from "../../../live/hub.ts";
import { noticeText } from "../../../live/notice.ts";
import { createFirstTimes, type FirstTimes } from "./first-times.ts";

const TODAY = Temporal.PlainDate.from("2026-11-24");
const DAY = Temporal.PlainDate.from("2026-11-25");

let world: World;
let office: TestOffice;
let hub: Hub;
let firstTimes: FirstTimes;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  hub = createHub({ onRuling: () => {}, onLetter: () => {} });
  hub.setHearing(true);
  firstTimes = createFirstTimes(world.database.db, hub);
});

const on = async (date = DAY, now = NOW) =>
  (await firstTimes.on({ office, service: "signature" }, date, now)).times.join(" ");
/** Unheard: as if it came from nowhere */
const hide = (isHidden = true) =>
  world.owner.query("update queue set is_public = $2 where office_id = $1", [office.id, !isHidden]);
const changed = (date: Temporal.PlainDate) => hub.hear(changeNotice(office.id, [date], crypto.randomUUID(), null));

test("a day is cached until one of its appointments changes; the others stay so", async () => {
  const before = await on();
  expect(before).toBe("08:00 12:00");
  await hide();
  expect(await on()).toBe(before);
  changed(DAY);
  expect(await on()).toBe("");
  expect(await on(DAY.add({ days: 1 }))).toBe(before);
});

test("the rules of an office change all of its days, a ruling those of all offices", async () => {
  const before = await on();
  await hide();
  hub.hear(noticeText({ kind: "rules", office: office.id + 1 }));
  expect(await on()).toBe(before);
  hub.hear(noticeText({ kind: "rules", office: office.id }));
  expect(await on()).toBe("");
  await hide(false);
  expect(await on()).toBe("");
  hub.hear(noticeText({ kind: "ruling" }));
  expect(await on()).toBe(before);
});

test("nothing is cached while no notices are heard, or of what was missed", async () => {
  const before = await on();
  hub.setHearing(false);
  await hide();
  expect(await on()).toBe("");
  await hide(false);
  expect(await on()).toBe(before);
  await hide();
  hub.setHearing(true);
  expect(await on()).toBe("");
});

test("what is read while a change comes in is not cached", async () => {
  const reading = on();
  changed(DAY);
  await reading;
  await hide();
  expect(await on()).toBe("");
});

test("a place that was given up is offered when its wait is over, though nobody says so", async () => {
  await world.owner.query(
    `insert into freed_place (office_id, queue, starts_at, ends_at, public_from)
     select $1, 1, at, at + interval '15 minutes', $3::timestamptz + interval '3 minutes'
     from (select ($2::date + time '08:00') at time zone 'Europe/Athens' as at) as place`,
    [office.id, DAY.toString(), NOW.toString()],
  );
  expect(await on()).toBe("08:15 12:00");
  expect(await on(DAY, NOW.add({ minutes: 2 }))).toBe("08:15 12:00");
  expect(await on(DAY, NOW.add({ minutes: 3 }))).toBe("08:00 12:00");
});

test("a time that is too soon by now is not offered any more", async () => {
  const [first = ""] = (await on(TODAY)).split(" ");
  expect(first > "10:00").toBe(true);
  const [, after = ""] = [first, (await on(TODAY, NOW.add({ hours: 2 }))).split(" ")[0]];
  expect(after > first).toBe(true);
});

test("the day that opens last grows with the clock, and the next one opens at midnight", async () => {
  await world.owner.query("update office set online_horizon_days = 1 where id = $1", [office.id]);
  const early = NOW.subtract({ hours: 4 });
  expect(await on(DAY, early)).toBe("");
  expect(await on(DAY, NOW)).toBe("08:00");
  expect(await on(DAY.add({ days: 1 }), NOW)).toBe("");
  expect(await on(DAY.add({ days: 1 }), NOW.add({ hours: 24 }))).toBe("08:00");
});

test("an office that is closed to citizens, or does not offer the service, has no times", async () => {
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered) values ($1, 'signature', false)",
    [office.id],
  );
  expect(await firstTimes.on({ office, service: "signature" }, DAY, NOW)).toEqual({
    times: [],
    hasMore: false,
    terms: null,
  });
});
