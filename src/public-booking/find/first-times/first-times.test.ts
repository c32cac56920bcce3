import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { patiently } from "../../../../test/patience.ts";
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
  office = await aPublicOffice();
  hub = createHub({ onRuling: () => {}, onLetter: () => {} });
  hub.setHearing(true);
  firstTimes = createFirstTimes(world.database.db, hub);
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function aPublicOffice(): Promise<TestOffice> {
  const made = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [made.id]);
  return made;
}

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

const SIGNATURE = "signature";
/** Reads of offices from here on; the first time of each is real. */
const countReads = () => vi.spyOn(world.database.db, "read");
const lookOn = (offices: readonly TestOffice[], date = DAY, now = NOW, times = firstTimes) => {
  const look = times.look(SIGNATURE, now);
  const found = () => offices.map((each) => look.on(date.toString())(each)?.times.join(" ") ?? null);
  return { found, read: () => look.read(offices, date) };
};

/** Like the office of a test, by the thousand. */
async function manyOffices(count: number): Promise<TestOffice[]> {
  const { rows } = await world.owner.query<TestOffice>(
    `with made as (
       insert into office (code, name, municipality) select (n / 10)::text || chr(913 + n % 10), 'ΚΕΠ ' || n, 'Δήμος Δοκιμής'
       from generate_series(10000, 9999 + $1::int) as n returning id, code),
     queues as (
       insert into queue (office_id, number, name, is_default, is_active, is_public, slot_minutes)
       select id, 1, 'Ουρά', true, true, true, 15 from made),
     hours as (
       insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
       select id, 1, weekday, 480, 900 from made, generate_series(1, 7) as weekday)
     select id, code from made`,
    [count],
  );
  return rows;
}

test("of more offices than the country has each is read once, whoever and however many look at them", async () => {
  const offices = await manyOffices(1_300);
  const reads = countReads();
  const looks = Array.from({ length: 3 }, () => lookOn(offices));
  await Promise.all(looks.map(({ read }) => read()));
  const known = () => new Set(lookOn(offices).found());
  await expect.poll(known, { timeout: patiently(60_000) }).toEqual(new Set(["08:00 12:00"]));
  expect(reads).toHaveBeenCalledTimes(1_300);
}, 90_000);

test("the nearest are read first, a few at a time, and nobody waits long for the others", async () => {
  const offices = await Promise.all(Array.from({ length: 10 }, () => aPublicOffice()));
  const gate = Promise.withResolvers<void>();
  const begun: (number | undefined)[] = [];
  const { read } = world.database.db;
  vi.spyOn(world.database.db, "read").mockImplementation(async (scope, work) => {
    begun.push(scope.office);
    if (begun.length > 3) await gate.promise;
    return read(scope, work);
  });
  const since = performance.now();
  const look = lookOn(offices);
  await look.read();
  expect(performance.now() - since).toBeLessThan(4_000);
  const [first] = offices;
  expect(begun).toEqual(offices.slice(0, 7).map(({ id }) => id));
  expect(look.found()).toEqual(offices.map((_, index) => (index < 3 ? "08:00 12:00" : null)));
  // Whoever needs one of them alone does not wait behind the others.
  const last = offices.at(-1) as TestOffice;
  const alone = firstTimes.on({ office: last, service: SIGNATURE }, DAY, NOW);
  await expect.poll(() => begun.at(-1)).toBe(last.id);
  gate.resolve();
  expect((await alone).times).toEqual(["08:00", "12:00"]);
  await expect.poll(() => lookOn(offices).found()).toEqual(offices.map(() => "08:00 12:00"));
  expect(begun).toHaveLength(10);
  expect(first?.id).toBe(begun[0]);
});

test("services take turns: nobody waits behind a thousand offices of another", async () => {
  const offices = await Promise.all(Array.from({ length: 12 }, () => aPublicOffice()));
  const gate = Promise.withResolvers<void>();
  const { read } = world.database.db;
  vi.spyOn(world.database.db, "read").mockImplementation((scope, work) => gate.promise.then(() => read(scope, work)));
  const done: string[] = [];
  const both = ["signature", "vehicle"].map(async (service) => {
    await firstTimes.look(service, NOW).read(offices.slice(0, service === "vehicle" ? 1 : 12), DAY);
    done.push(service);
  });
  gate.resolve();
  await Promise.all(both);
  expect(done).toEqual(["vehicle", "signature"]);
});

test("what changes while it is read, or waits to be, is read anew for whoever asks after that", async () => {
  const gate = Promise.withResolvers<void>();
  const { read } = world.database.db;
  const reads = vi.spyOn(world.database.db, "read").mockImplementationOnce(async (scope, work) => {
    const answer = await read(scope, work);
    await gate.promise;
    return answer;
  });
  const before = lookOn([office]);
  const reading = before.read();
  await expect.poll(() => reads.mock.calls.length).toBe(1);
  await hide();
  changed(DAY);
  const after = lookOn([office]);
  await after.read();
  expect(after.found()).toEqual([""]);
  gate.resolve();
  await reading;
  expect(lookOn([office]).found()).toEqual([""]);
});

test("another process knows by itself, and hears of the same changes", async () => {
  const other = createHub({ onRuling: () => {}, onLetter: () => {} });
  other.setHearing(true);
  const theirs = createFirstTimes(world.database.db, other);
  for (const times of [firstTimes, theirs]) await lookOn([office], DAY, NOW, times).read();
  await hide();
  const notice = noticeText({ kind: "rules", office: office.id });
  hub.hear(notice);
  const found = (times: FirstTimes) => lookOn([office], DAY, NOW, times).found();
  expect([found(firstTimes), found(theirs)]).toEqual([[null], ["08:00 12:00"]]);
  other.hear(notice);
  expect(found(theirs)).toEqual([null]);
});

test("while no notices are heard each look reads for itself, and knows it until its end", async () => {
  hub.setHearing(false);
  const look = lookOn([office]);
  await look.read();
  expect(look.found()).toEqual(["08:00 12:00"]);
  const reads = countReads();
  expect(lookOn([office], DAY.add({ days: 1 })).found()).toEqual([null]);
  expect([look.found(), reads.mock.calls.length]).toEqual([["08:00 12:00"], 0]);
});

test("the clock takes times without a read", async () => {
  await on(TODAY);
  const reads = countReads();
  const noon = Temporal.Instant.from("2026-11-24T12:20:00+02:00");
  const first = (await on(TODAY, noon)).split(" ")[0] as string;
  expect(first > "12:20" && first < "14:00").toBe(true);
  expect(await on(TODAY, Temporal.Instant.from("2026-11-24T14:59:00+02:00"))).toBe("");
  expect(reads).not.toHaveBeenCalled();
});

test("an office that gives no times is not asked again in the same minute", async () => {
  await world.owner.query("insert into office_service (office_id, service, is_offered) values ($1, $2, false)", [
    office.id,
    SIGNATURE,
  ]);
  await lookOn([office]).read();
  expect(lookOn([office]).found()).toEqual([""]);
  expect(lookOn([office], DAY, NOW.add({ minutes: 1 })).found()).toEqual([null]);
});

test("where the database does not answer for one, the others are known all the same", async () => {
  const other = await aPublicOffice();
  const { read } = world.database.db;
  vi.spyOn(world.database.db, "read").mockImplementation((scope, work) =>
    scope.office === office.id
      ? Promise.reject(Object.assign(new Error("canceling statement"), { code: "57014" }))
      : read(scope, work),
  );
  const look = lookOn([office, other]);
  await look.read();
  expect(look.found()).toEqual([null, "08:00 12:00"]);
});
