import { Registry } from "prom-client";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aMailDesk, type MailDesk } from "../../test/mail-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { claim } from "./claim.ts";
import { deliverAll } from "./deliver.ts";
import type { Delivery } from "./delivery.ts";
import { measureLetters } from "./measure.ts";
import { settle } from "./settle-sql.ts";

/** From acts to what arrives at a real mail server. */

let world: World;
let desk: MailDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aMailDesk(world);
});
afterEach(() => desk.close());

const EMAIL = { email: "eleni@example.gr" };
const states = async () =>
  (await desk.rows("mail")).sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ kind, state }) => `${kind} ${state}`);

test("a booking with an e-mail is confirmed, once second thoughts are over; one without is not", async () => {
  await desk.booked("12:00", EMAIL);
  await desk.booked("12:15");
  await desk.delivered(1);
  expect(desk.arrived()).toEqual([]);
  await desk.delivered(1);
  expect(desk.arrived()).toEqual([
    expect.stringMatching(/^eleni@example\.gr: Το ραντεβού σας στο .*: Τρίτη 24\/11\/2026, 12:00$/),
  ]);
  expect(await states()).toEqual(["confirmed sent"]);
  await desk.delivered(60);
  expect(desk.arrived()).toEqual([]);
});

test("what was moved twice or cancelled before it was told is told once, or not at all", async () => {
  const moved = await desk.booked("12:00", EMAIL);
  await desk.move(moved.id, { date: "2026-11-24", time: "12:30", queue: 1 }, 1);
  await desk.move(moved.id, { date: "2026-11-24", time: "13:00", queue: 1 }, 2);
  const gone = await desk.booked("12:15", { email: "nikos@example.gr" });
  await desk.act(gone.id, "cancellation", { version: 1 });
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/Το ραντεβού σας .* 13:00$/)]);
  expect(await states()).toEqual([
    "confirmed withdrawn",
    "changed withdrawn",
    "changed sent",
    "confirmed withdrawn",
    "cancelled withdrawn",
  ]);
});

test("a letter tells what the one before did not: change, apology, cancellation, return", async () => {
  const visit = await desk.booked("12:00", EMAIL);
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringContaining("Το ραντεβού σας στο")]);
  await desk.move(visit.id, { date: "2026-11-24", time: "12:30", queue: 1 }, 1);
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/Νέα ώρα .* 12:30$/)]);
  await desk.ruled("exceptions", {
    queue: null,
    kind: "closed",
    date: "2026-11-24",
    from: "11:00",
    to: "13:00",
    reason: "Διακοπή",
  });
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/Νέα ώρα .* 13:00$/)]);
  expect(desk.smtp.messages().at(-1)?.text).toContain("Σας ζητούμε συγγνώμη");
  await desk.act(visit.id, "cancellation", { version: 3 });
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/ακυρώθηκε/)]);
  expect(desk.smtp.messages().at(-1)?.calendar).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
  await desk.act(visit.id, "undo", { version: 4 });
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringContaining("Το ραντεβού σας στο")]);
});

test("a change of rules that is taken back after it was told is told once more", async () => {
  await desk.booked("12:00", EMAIL);
  const closing = { queue: null, kind: "closed", date: "2026-11-24", from: "11:00", to: "12:30", reason: "Διακοπή" };
  const { change } = await desk.ruled("exceptions", closing);
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/Νέα ώρα .* 12:30$/)]);
  expect((await desk.takeBack(change)).status).toBe(200);
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/Νέα ώρα .* 12:00$/)]);
});

test("so is one that may have been told, though its next attempt was put off", async () => {
  await desk.booked("12:00", EMAIL);
  const closing = { queue: null, kind: "closed", date: "2026-11-24", from: "11:00", to: "12:30", reason: "Διακοπή" };
  const { change } = await desk.ruled("exceptions", closing);
  desk.smtp.knobs({ faults: [{ at: "answer", does: "close", times: 1 }] });
  await desk.delivered();
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Later" }] });
  await desk.delivered(10);
  expect(desk.arrived()).toEqual([expect.stringMatching(/Νέα ώρα .* 12:30$/)]);
  expect((await desk.takeBack(change)).status).toBe(200);
  desk.smtp.knobs({});
  await desk.delivered(10);
  expect(desk.arrived()).toEqual([expect.stringMatching(/Νέα ώρα .* 12:00$/)]);
});

test("what is told after a change was taken back is not planned again with another change", async () => {
  await desk.booked("12:00", EMAIL);
  await desk.delivered();
  desk.arrived();
  const closed = async (from: string, to: string, date = "2026-11-24") =>
    (await desk.ruled("exceptions", { queue: null, kind: "closed", date, from, to, reason: "Διακοπή" })).change;
  await closed("11:00", "12:30");
  await desk.takeBack(await closed("12:30", "13:00"));
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/Νέα ώρα .* 12:30$/)]);
  const before = await states();
  await desk.takeBack(await closed("11:00", "12:30", "2026-11-25"));
  expect(await states()).toEqual(before);
});

test("between two letters that are written out others are answered", async () => {
  const times = ["11:30", "11:45", "12:00", "12:15", "12:30"];
  for (const [index, time] of times.entries()) await desk.booked(time, { email: `eleni@d${index}.example.gr` });
  world.now = world.now.add({ minutes: 3 });
  let turn = 0;
  let isOver = false;
  const count = () => {
    turn += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  const begun: number[] = [];
  const send = (...message: Parameters<typeof desk.deps.mailer.send>) => {
    begun.push(turn);
    return desk.deps.mailer.send(...message);
  };
  await deliverAll({ ...desk.deps, mailer: { ...desk.deps.mailer, send } });
  isOver = true;
  expect(new Set(begun).size).toBe(times.length);
});

test("what the recipient's server refuses is shown with its words, and the citizen is to be called", async () => {
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown" }] });
  const visit = await desk.booked("12:00", EMAIL);
  await desk.delivered();
  expect(await desk.rows("mail")).toMatchObject([
    { state: "refused", reason: "no-such-address", answer: "550 5.1.1 User unknown" },
  ]);
  const calls = (await desk.rule("GET", "call-lists/2026-11-24")).body.calls;
  expect(calls).toMatchObject([{ why: "undelivered", was: { time: "12:00" }, appointment: { id: visit.id } }]);
  expect((await desk.day()).undelivered).toEqual([visit.id]);
  desk.smtp.knobs({});
  await desk.change(visit.id, { email: "elena@example.gr" }, 1);
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringContaining("elena@example.gr: Το ραντεβού σας")]);
  expect((await desk.rule("GET", "call-lists/2026-11-24")).body.calls).toEqual([]);
  expect((await desk.day()).undelivered).toEqual([]);
});

test("whoever has come to the counter knows: no e-mail is missed any more", async () => {
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown" }] });
  const visit = await desk.booked("12:00", EMAIL);
  await desk.delivered();
  await desk.act(visit.id, "arrival");
  expect((await desk.day()).undelivered).toEqual([]);
  expect((await desk.rule("GET", "mails")).body.lost).toEqual([]);
});

test("whoever has agreed by telephone has lost nothing, until another e-mail is lost", async () => {
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown" }] });
  const visit = await desk.booked("12:00", EMAIL);
  await desk.delivered();
  const [{ version }] = (await desk.rule("GET", "call-lists/2026-11-24")).body.calls;
  await desk.rule("PATCH", `call-lists/2026-11-24/${visit.id}`, { outcome: "agreed" }, version);
  expect((await desk.day()).undelivered).toEqual([]);
  expect((await desk.rule("GET", "mails")).body.lost).toEqual([]);
  await desk.move(visit.id, { date: "2026-11-24", time: "13:00", queue: 1 }, 1);
  await desk.delivered();
  expect((await desk.day()).undelivered).toEqual([visit.id]);
});

test("a refused cancellation puts its citizen on the call list too", async () => {
  const visit = await desk.booked("12:00", EMAIL);
  await desk.delivered();
  desk.smtp.knobs({ faults: [{ at: "data", does: "refuse", code: 554, text: "5.7.1 No" }] });
  await desk.act(visit.id, "cancellation", { version: 1 });
  await desk.delivered();
  expect((await desk.rule("GET", "call-lists/2026-11-24")).body.calls).toMatchObject([
    { why: "undelivered", appointment: { status: "cancelled" } },
  ]);
  expect((await desk.day()).undelivered).toEqual([visit.id]);
});

test("a server that puts it off is asked again, at growing distances; after two days it is given up", async () => {
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Greylisted", times: 2 }] });
  await desk.booked("13:00", { ...EMAIL, date: "2026-11-30" });
  await desk.delivered();
  expect(await desk.rows("mail")).toMatchObject([{ state: "planned", attempts: 1, told: null }]);
  await desk.delivered(2);
  await desk.delivered(4);
  expect(await desk.rows("mail")).toMatchObject([{ state: "sent", attempts: 3 }]);
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Greylisted" }] });
  await desk.booked("13:15", { email: "nikos@example.gr", date: "2026-11-30" });
  for (let hours = 0; hours < 52; hours += 2) await desk.delivered(120);
  const [, second] = (await desk.rows("mail")).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(second).toMatchObject({ state: "expired" });
  expect(second.attempts).toBeGreaterThan(10);
});

test("the first attempt after two days is the last one, and not the one before", async () => {
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Greylisted" }] });
  await desk.booked("13:00", { ...EMAIL, date: "2026-11-30" });
  const at = async (minutes: number) => {
    world.now = NOW.add({ hours: 48 }).add({ minutes });
    await desk.delivered(0);
    return states();
  };
  // The first pause is of a minute and a half at most.
  expect(await at(-2)).toEqual(["confirmed planned"]);
  expect(await at(0)).toEqual(["confirmed expired"]);
});

test("an attempt that falls on the end of the two days is still made", async () => {
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Greylisted" }] });
  await desk.booked("13:00", { ...EMAIL, date: "2026-11-30" });
  // The first pause is then of a minute.
  const random = vi.spyOn(Math, "random").mockReturnValue(0.5);
  world.now = NOW.add({ hours: 48 }).subtract({ minutes: 1 });
  await desk.delivered(0);
  random.mockRestore();
  expect(await states()).toEqual(["confirmed planned"]);
  await desk.delivered(1);
  expect(await states()).toEqual(["confirmed expired"]);
});

test("a dead server holds nothing against a letter; once it is back all arrive", async () => {
  desk.smtp.knobs({ dead: true });
  await desk.booked("12:00", EMAIL);
  const gone = await desk.booked("12:15", { email: "nikos@example.gr" });
  await desk.delivered();
  await desk.act(gone.id, "cancellation", { version: 1 });
  await desk.delivered(30);
  expect((await desk.rows("mail")).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
  desk.smtp.knobs({});
  await desk.delivered(1);
  expect(desk.arrived()).toEqual([expect.stringContaining("eleni@example.gr: Το ραντεβού σας στο")]);
});

test("where the answer is lost the same message goes once more; unless all has changed meanwhile", async () => {
  desk.smtp.knobs({ faults: [{ at: "answer", does: "close", times: 1 }] });
  const visit = await desk.booked("12:00", EMAIL);
  await desk.delivered();
  await desk.delivered(10);
  const ids = () => desk.smtp.messages().map(({ headers }) => headers.find(({ name }) => name === "Message-ID")?.value);
  const [first, second] = ids();
  expect([ids().length, first]).toEqual([2, second]);
  desk.smtp.knobs({ faults: [{ at: "answer", does: "close", times: 1 }] });
  await desk.move(visit.id, { date: "2026-11-24", time: "12:30", queue: 1 }, 1);
  await desk.delivered();
  await desk.move(visit.id, { date: "2026-11-24", time: "12:00", queue: 1 }, 2);
  await desk.delivered(10);
  expect(new Set(ids()).size).toBe(3);
  expect(desk.smtp.messages().at(-1)?.subject).toMatch(/Νέα ώρα .* 12:00$/);
});

test("what may have left is known to have been said, even when the next letter is put off", async () => {
  const visit = await desk.booked("12:00", { ...EMAIL, date: "2026-11-30" });
  await desk.delivered();
  desk.smtp.knobs({ faults: [{ at: "answer", does: "close", times: 1 }] });
  await desk.act(visit.id, "cancellation", { version: 1 });
  await desk.delivered();
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Later", times: 1 }] });
  await desk.act(visit.id, "undo", { version: 2 });
  await desk.delivered(10);
  expect(desk.smtp.messages().at(-1)?.subject).toMatch(/ακυρώθηκε/);
  await desk.delivered(10);
  expect(desk.smtp.messages().at(-1)?.subject).toMatch(/^Το ραντεβού σας στο/);
});

test("an attempt that failed does not unsay the one before, which may have been taken", async () => {
  const visit = await desk.booked("12:00", { ...EMAIL, date: "2026-11-30" });
  await desk.delivered();
  desk.smtp.knobs({ faults: [{ at: "answer", does: "close", times: 1 }] });
  await desk.act(visit.id, "cancellation", { version: 1 });
  await desk.delivered();
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Later" }] });
  await desk.delivered(10);
  await desk.act(visit.id, "undo", { version: 2 });
  desk.smtp.knobs({});
  await desk.delivered(10);
  expect(desk.smtp.messages().at(-1)?.subject).toMatch(/^Το ραντεβού σας στο/);
});

test("two senders at once send each letter once", async () => {
  for (const time of ["12:00", "12:15", "12:30", "12:45", "13:00", "13:15"])
    await desk.booked(time, { email: `at${time.replace(":", "")}@example.gr` });
  world.now = world.now.add({ minutes: 3 });
  await Promise.all([deliverAll(desk.deps), deliverAll(desk.deps), deliverAll(desk.deps)]);
  expect(desk.smtp.messages()).toHaveLength(6);
});

test("a sender that comes back after it was taken for dead writes down nothing", async () => {
  await desk.booked("12:00", EMAIL);
  const office = desk.office.id;
  const claimAfter = (minutes: number) => {
    world.now = world.now.add({ minutes });
    return desk.deps.db.write({ office }, (tx) => claim(tx, office, world.now));
  };
  const [late] = (await claimAfter(3)).deliveries;
  expect((await claimAfter(4)).deliveries).toEqual([]);
  const [next] = (await claimAfter(2)).deliveries;
  expect([late?.attempt, next?.attempt, late?.id]).toEqual([1, 2, next?.id]);
  const refused = {
    state: "refused",
    dueAt: world.now,
    at: world.now,
    reason: "no-such-address",
    answer: "550",
  } as const;
  const settledBy = (delivery: Delivery | undefined) =>
    desk.deps.db.write({ office }, (tx) => settle(tx, office, delivery as Delivery, refused));
  expect(await settledBy(late)).toBe(false);
  expect(await desk.rows("mail")).toMatchObject([{ state: "sending" }]);
  expect(await settledBy(next)).toBe(true);
  expect(await settledBy(next), "what is over is over").toBe(false);
});

test("the day before, at the office's hour, whoever is expected is reminded once", async () => {
  await desk.booked("12:00", { ...EMAIL, date: "2026-11-25" });
  const gone = await desk.booked("12:15", { email: "nikos@example.gr", date: "2026-11-25" });
  await desk.booked("12:30", { email: "maria@example.gr", date: "2026-11-26" });
  await desk.delivered();
  await desk.act(gone.id, "cancellation", { version: 1 });
  await desk.delivered();
  desk.arrived();
  world.now = Temporal.Instant.from("2026-11-24T16:59:00+02:00");
  await desk.planByClock();
  await desk.delivered(0);
  expect(desk.arrived()).toEqual([]);
  world.now = Temporal.Instant.from("2026-11-24T17:00:00+02:00");
  await Promise.all([desk.planByClock(), desk.planByClock()]);
  await desk.delivered(0);
  expect(desk.arrived()).toEqual(["eleni@example.gr: Υπενθύμιση: αύριο, Τετάρτη 25/11/2026, 12:00"]);
  await desk.planByClock();
  await desk.delivered(5);
  expect(desk.arrived()).toEqual([]);
});

test("what did not arrive can be sent again, once; what arrived can't", async () => {
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 552, text: "5.2.2 Mailbox full", times: 1 }] });
  const visit = await desk.booked("12:00", EMAIL);
  await desk.delivered();
  const { lost } = (await desk.rule("GET", "mails")).body;
  expect(lost).toMatchObject([{ state: "refused", reason: "mailbox-full", appointment: { id: visit.id } }]);
  expect((await desk.rule("GET", "mails/count")).body).toEqual({ lost: 1, underWay: 0 });
  const again = await desk.rule("POST", `mails/${lost[0].id}/resend`);
  expect([again.status, again.body.state]).toEqual([200, "planned"]);
  expect((await desk.rule("GET", "mails/count")).body).toEqual({ lost: 0, underWay: 1 });
  expect((await desk.rule("POST", `mails/${lost[0].id}/resend`)).body.code).toBe("mail-not-lost");
  await desk.delivered(1);
  expect(desk.arrived()).toHaveLength(1);
  const { mails } = (await desk.rule("GET", `appointments/${visit.id}/mails`)).body;
  expect(mails.map(({ state, letter }: { state: string; letter: string }) => [letter, state])).toEqual([
    ["confirmation", "sent"],
    ["confirmation", "refused"],
  ]);
});

test("the operator reads what waits, since when, and what did not arrive", async () => {
  const metrics = new Registry();
  const onSettled = measureLetters({ db: desk.deps.db, clock: desk.deps.clock, metrics });
  await desk.booked("12:00", EMAIL);
  await desk.booked("12:15", { email: "nikos@example.gr" });
  world.now = world.now.add({ minutes: 7 });
  expect(await metrics.metrics()).toMatch(/outbox_waiting 2\n[\s\S]*outbox_oldest_due_seconds 300\n/);
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 No such user", times: 1 }] });
  await deliverAll({ ...desk.deps, onSettled });
  expect(await metrics.metrics()).toMatch(
    /outbox_waiting 0\n[\s\S]*due_seconds 0\n[\s\S]*\{state="sent"\} 1\n[\s\S]*\{state="refused"\} 1\n/,
  );
});
