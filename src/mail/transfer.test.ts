import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type BookingDesk, deskOf } from "../../test/booking-desk.ts";
import { aMailServer, type MailServer } from "../../test/mail-desk.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";
import { claim } from "./claim.ts";

/** An appointment goes to another office: one letter, and one entry in the calendar, over as many offices as it goes to. */

let world: World;
let server: MailServer;
let [a, b, c]: BookingDesk[] = [];
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  server = await aMailServer(world);
  const offices = await Promise.all(["Άλφα", "Βήτα", "Γάμα"].map((name) => namedOffice(`ΚΕΠ ${name}`)));
  const clerk = await world.aClerk(...offices);
  [a, b, c] = offices.map((office) => deskOf(office, clerk));
  eleni = `eleni${desk(a).office.code}@example.gr`;
});
afterEach(() => server.close());

async function namedOffice(name: string) {
  const office = await world.anOffice({ queues: 1 });
  await world.owner.query("update office set name = $2, name_en = null where id = $1", [office.id, name]);
  return office;
}

const USER_UNKNOWN = { faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown" }] } as const;
/** Of each test another one */
let eleni: string;
type Visit = Reply["body"];
const booked = (time = "12:00"): Promise<Visit> => desk(a).booked(time, { email: eleni });
const desk = (one: BookingDesk | undefined): BookingDesk => one as BookingDesk;

async function transferTo(visit: Visit, to: BookingDesk | undefined, time = "13:00"): Promise<Visit> {
  const body = { office: desk(to).office.code, date: "2026-11-24", time, queue: 1 };
  const path = `${visit.office}/appointments/${visit.id}/transfer`;
  const reply = await desk(to).clerk.ask("POST", path, { body, version: visit.version, key: randomUUID() });
  expect(reply.status).toBe(200);
  return reply.body;
}

/** Those that came since it was asked last. */
async function arrived(minutes = 3) {
  const before = server.smtp.messages(eleni).length;
  await server.delivered(minutes);
  return server.smtp.messages(eleni).slice(before);
}

/** A calendar as RFC 5546 has it: of each entry what was counted furthest, and none that was cancelled. */
function calendarAfter(...entries: readonly (string | null | undefined)[]) {
  const calendar = new Map<string, { sequence: number; at: string; isGone: boolean }>();
  for (const entry of entries) {
    const all = new ICAL.Component(ICAL.parse(entry as string));
    const [event, ...more] = all.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
    expect([more.length, event !== undefined]).toEqual([0, true]);
    const { uid, sequence, startDate } = event as ICAL.Event;
    const isGone = all.getFirstPropertyValue("method") === "CANCEL";
    if (sequence > (calendar.get(uid)?.sequence ?? -1))
      calendar.set(uid, { sequence, at: String(startDate).slice(11, 16), isGone });
  }
  return [...calendar].flatMap(([uid, { at, isGone }]) => (isGone ? [] : [`${uid.split("@")[0]} ${at}`]));
}

test("one letter says what was and what is, and its entry takes the place of the one before", async () => {
  const visit = await booked();
  const [first] = await arrived();
  const there = await transferTo(visit, b);
  const letters = await arrived();
  expect(letters).toHaveLength(1);
  const [letter] = letters;
  expect(letter?.subject).toBe("Το ραντεβού σας μεταφέρθηκε στο ΚΕΠ Βήτα: Τρίτη 24/11/2026, 13:00");
  const text = (letter?.text ?? "").replace(/\s+/g, " ");
  expect(text).toContain("Σας περιμένουμε την Τρίτη 24 Νοεμβρίου 2026, στις 13:00, στο ΚΕΠ Βήτα");
  expect(text).toContain("Το ραντεβού σας ήταν στο ΚΕΠ Άλφα. Εκεί δεν ισχύει πια.");
  expect(text).toContain(
    "Νέα ώρα: Τρίτη 24 Νοεμβρίου 2026, στις 13:00 Ήταν: Τρίτη 24 Νοεμβρίου 2026, στις 12:00, ΚΕΠ Άλφα",
  );
  expect(letter?.html).toMatch(/<s>[^<]*12:00[^<]*ΚΕΠ Άλφα<\/s>/);
  expect(text.replaceAll(" ", "")).toContain(there.reference);
  expect(calendarAfter(first?.calendar, letter?.calendar)).toEqual([`${visit.id} 13:00`]);
  expect(await arrived(60)).toEqual([]);
});

test("at the same time in another office the time is no new one, and the letter comes all the same", async () => {
  const visit = await booked();
  await arrived();
  await transferTo(visit, b, "12:00");
  const [letter, ...more] = await arrived();
  expect(more).toEqual([]);
  expect((letter?.text ?? "").replace(/\s+/g, " ")).toMatch(/Πότε: Τρίτη .* 12:00 Ήταν: Τρίτη .* 12:00, ΚΕΠ Άλφα/);
});

test("of a time that nobody has been told yet nothing is said", async () => {
  const visit = await booked();
  await transferTo(visit, b);
  const [letter, ...more] = await arrived();
  expect(more).toEqual([]);
  expect(letter?.subject).toBe("Το ραντεβού σας στο ΚΕΠ Βήτα: Τρίτη 24/11/2026, 13:00");
  expect(letter?.text).not.toMatch(/Άλφα|Ήταν/);
  expect(calendarAfter(letter?.calendar)).toEqual([`${visit.id} 13:00`]);
});

test("through two offices at once it is told from where it was known to where it is", async () => {
  const visit = await booked();
  const entries = [(await arrived())[0]?.calendar];
  const [letter, ...more] = (await transferTo(await transferTo(visit, b), c, "14:00")) && (await arrived());
  expect(more).toEqual([]);
  expect(letter?.text).toContain("ΚΕΠ Άλφα");
  expect(letter?.text).not.toContain("ΚΕΠ Βήτα");
  entries.push(letter?.calendar);
  expect(calendarAfter(...entries)).toEqual([`${visit.id} 14:00`]);
});

test("one entry all the way, whatever is done with it where it is, and none after its cancellation", async () => {
  let visit = await booked();
  const entries = [(await arrived())[0]?.calendar];
  const noted = async () => {
    const letters = await arrived();
    expect(letters).toHaveLength(1);
    entries.push(letters[0]?.calendar);
    return calendarAfter(...entries);
  };
  const [{ id }] = [visit];
  visit = await transferTo(visit, b);
  expect(await noted()).toEqual([`${id} 13:00`]);
  visit = (await desk(b).move(visit.id, { date: "2026-11-24", time: "13:30", queue: 1 }, visit.version)).body;
  expect(await noted()).toEqual([`${id} 13:30`]);
  visit = await transferTo(visit, c, "12:15");
  expect(await noted()).toEqual([`${id} 12:15`]);
  visit = await transferTo(visit, a, "12:00");
  expect(await noted()).toEqual([`${id} 12:00`]);
  await desk(a).act(visit.id, "cancellation", { body: {}, version: visit.version });
  expect(await noted()).toEqual([]);
  expect(entries).toHaveLength(6);
});

test("what came back before that was told has another code, and that is said", async () => {
  const visit = await booked();
  const [first] = await arrived();
  const back = await transferTo(await transferTo(visit, b), a, "12:00");
  const [letter, ...more] = await arrived();
  expect(more).toEqual([]);
  expect(letter?.subject).toBe("Το ραντεβού σας στο ΚΕΠ Άλφα: Τρίτη 24/11/2026, 12:00");
  expect(letter?.text).toContain("Άλλαξε και ο κωδικός");
  expect(letter?.text).not.toMatch(/Ήταν|δεν ισχύει πια/);
  expect((letter?.text ?? "").replaceAll(/\s/g, "")).toContain(back.reference);
  expect(calendarAfter(first?.calendar, letter?.calendar)).toEqual([`${visit.id} 12:00`]);
});

test("cancelled there before the transfer was told, the cancellation names what was known", async () => {
  const visit = await booked();
  const [first] = await arrived();
  const there = await transferTo(visit, b);
  await desk(b).act(there.id, "cancellation", { body: {}, version: 1 });
  const [letter, ...more] = await arrived();
  expect(more).toEqual([]);
  expect(letter?.subject).toBe("Το ραντεβού σας ακυρώθηκε: Τρίτη 24/11/2026, 12:00");
  expect((letter?.text ?? "").replace(/\s+/g, " ")).toContain("στις 12:00, στο ΚΕΠ Άλφα ακυρώθηκε");
  expect(letter?.text).not.toMatch(/13:00/);
  expect(calendarAfter(first?.calendar, letter?.calendar)).toEqual([]);
});

test("another e-mail that is given there hears of the new place alone", async () => {
  const visit = await booked();
  await arrived();
  const there = await transferTo(visit, b);
  await desk(b).change(there.id, { email: "nikos@example.gr" }, 1);
  expect(await arrived()).toEqual([]);
  expect(server.smtp.messages("nikos@example.gr").map(({ subject }) => subject)).toEqual([
    "Το ραντεβού σας στο ΚΕΠ Βήτα: Τρίτη 24/11/2026, 13:00",
  ]);
});

test("what the office before could not deliver is lost there no more, nor tried again", async () => {
  const visit = await booked();
  server.smtp.knobs({ faults: [...USER_UNKNOWN.faults] });
  await arrived();
  const lost = async (of: BookingDesk | undefined) =>
    (await desk(of).clerk.ask("GET", `${desk(of).office.code}/mails`)).body.lost.length;
  const calls = async (of: BookingDesk | undefined) =>
    (await desk(of).clerk.ask("GET", `${desk(of).office.code}/call-lists/2026-11-24`)).body.calls.length;
  expect([await lost(a), await calls(a)]).toEqual([1, 1]);
  await transferTo(visit, b);
  expect([await lost(a), await calls(a)]).toEqual([0, 0]);
  await arrived();
  expect([await lost(a), await calls(a), await lost(b), await calls(b)]).toEqual([0, 0, 1, 1]);
});

test("a letter that was put off has told nothing, and the office before does not try it again", async () => {
  const visit = await booked();
  server.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Later" }] });
  expect(await arrived()).toEqual([]);
  server.smtp.knobs({});
  await transferTo(visit, b);
  const letters = await arrived(60);
  expect(letters.map(({ subject }) => subject)).toEqual(["Το ραντεβού σας στο ΚΕΠ Βήτα: Τρίτη 24/11/2026, 13:00"]);
});

test("of what the release before has planned both letters leave, each with the entry that it always had", async () => {
  const visit = await booked();
  const [first] = await arrived();
  const there = await transferTo(visit, b);
  await world.owner.query("delete from calendar_entry");
  await world.owner.query("delete from mail where state = 'withdrawn' and told is not null");
  await world.owner.query(
    `insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
     select office_id, $2, id, 'cancelled', email,
       '{"place": [{"date": "2026-11-24", "time": "12:00", "queue": 1}, {"date": "2026-11-24", "time": "12:00", "queue": 1}]}',
       $3::timestamptz, $3::timestamptz
     from appointment where id = $1`,
    [visit.id, randomUUID(), world.now.toString()],
  );
  const letters = await arrived();
  expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
    "Το ραντεβού σας μεταφέρθηκε σε άλλο ΚΕΠ: Τρίτη 24/11/2026, 12:00",
    "Το ραντεβού σας στο ΚΕΠ Βήτα: Τρίτη 24/11/2026, 13:00",
  ]);
  expect(calendarAfter(first?.calendar, ...letters.map(({ calendar }) => calendar))).toEqual([`${there.id} 13:00`]);
});

test("the entry stays the same when the office before has forgotten who it was, and goes with its own appointment", async () => {
  const visit = await booked();
  await arrived();
  const there = await transferTo(visit, b);
  await world.owner.query("select anonymize($1, array[$2::uuid], now())", [desk(a).office.id, visit.id]);
  const [letter] = await arrived();
  expect(letter?.text).toContain("Ήταν:");
  expect(calendarAfter(letter?.calendar)).toEqual([`${visit.id} 13:00`]);
  await world.owner.query("select anonymize($1, array[$2::uuid], now())", [desk(b).office.id, there.id]);
  const { rows } = await world.owner.query(
    "select (select count(*)::int from calendar_entry) as entries, count(told)::int as told from mail where appointment_id = $1",
    [there.id],
  );
  expect(rows).toEqual([{ entries: 0, told: 0 }]);
});

test("a letter that a sender has just taken up is said, and the next one goes on from it", async () => {
  const visit = await booked();
  world.now = world.now.add({ minutes: 3 });
  const office = desk(a).office.id;
  const { db } = world.database;
  let transfer: Promise<Visit> | undefined;
  const [taken] = await db.write({ office }, async (tx) => {
    const { deliveries } = await claim(tx, office, world.now);
    transfer = transferTo(visit, b);
    expect(await waits(world, transfer, 0)).toBe(true);
    return deliveries;
  });
  await transfer;
  expect(taken).toBeDefined();
  const [letter, ...more] = await arrived();
  expect(more).toEqual([]);
  expect(letter?.text).toContain("Ήταν:");
});
