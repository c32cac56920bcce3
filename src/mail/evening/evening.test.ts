import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { doctorsFindings, RULES_BY_HAND } from "../../../test/doctor.ts";
import { aMailDesk, type MailDesk } from "../../../test/mail-desk.ts";
import { patiently } from "../../../test/patience.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import { anonymizeAll } from "../../retention/anonymize.ts";
import { exportVisits } from "../../retention/subject/export.ts";
import { findSubject } from "../../retention/subject/find.ts";
import { type SubjectWish, subjectWish } from "../../retention/subject/wish.ts";
import type { Planner } from "../by-clock/planner.ts";
import { claim } from "../claim.ts";
import { deliverAll } from "../deliver.ts";
import { holdBackLetters } from "../hold-back.ts";
import { evening } from "./evening.ts";

let world: World;
let desk: MailDesk;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aMailDesk(world, undefined, { queues: 2 });
});
afterEach(async () => {
  // What is left over of this test leaves with it.
  await world.owner.query("update office set evening_message = false");
  await world.owner.query(
    "update mail set state = 'withdrawn', settled_at = now() where state in ('planned', 'sending')",
  );
  await desk.close();
});

const ADDRESS = "kep@example.gr";
const wishing = async (settings: object = { email: ADDRESS, eveningMessage: true }) => {
  const { version } = (await desk.head.ask("GET", `${desk.office.code}/settings`)).body;
  return desk.head.ask("PATCH", `${desk.office.code}/settings`, { body: settings, version });
};
const at = (text: string) => setClock(world, Temporal.Instant.from(text));
const EVENING = "2026-11-24T20:00:00+02:00";
const TOMORROW = "2026-11-25";
const sentNow = async () => {
  await desk.planByClock();
  await desk.delivered(0);
};
const arrived = () => desk.smtp.messages(ADDRESS);
const messages = async () => (await desk.rows("mail")).filter(({ kind }) => kind === "evening");
const planner = evening.planner as Planner;
const closing = (date: string) => ({
  queue: null,
  kind: "closed",
  date,
  from: "07:00",
  to: "20:00",
  reason: "Διακοπή ρεύματος",
});

test("an office that wishes so hears at 20:00 how many come the next day, by queue, and who they are nobody says", async () => {
  expect((await wishing()).body).toMatchObject({ eveningMessage: true });
  await desk.booked("12:00", { date: TOMORROW, email: "eleni@example.gr", phone: "6944123456" });
  await desk.booked("12:15", { date: TOMORROW });
  await desk.booked("12:00", { date: TOMORROW, queue: 2 });
  await desk.booked("13:00");
  await desk.booked("13:00", { date: "2026-11-26" });
  const gone = await desk.booked("12:15", { date: TOMORROW, queue: 2 });
  await desk.act(gone.id, "cancellation", { version: 1 });
  await world.owner.query("update queue set is_public = true where office_id = $1", [desk.office.id]);
  await at("2026-11-24T19:59:00+02:00");
  expect((await aCitizen(world).choose(desk.office, TOMORROW, "13:00")).status).toBe(303);
  await sentNow();
  expect(arrived()).toEqual([]);
  await at(EVENING);
  await sentNow();
  const [message, ...more] = arrived();
  expect(more).toEqual([]);
  expect(message?.subject).toBe("Τετάρτη 25 Νοεμβρίου: 3\u00a0ραντεβού");
  expect(message?.text).toMatch(/Ουρά\s1: +2\sραντεβού\nΟυρά\s2: +1\sραντεβού\nΣύνολο: +3\sραντεβού\n/);
  expect(message?.text).toContain("έως τις\u00a020:00");
  expect(JSON.stringify([message, await messages()])).not.toMatch(/Παπαδ|Ελένη|eleni|6944/);
  expect((await desk.rule("GET", "mails")).body.messages).toMatchObject([
    { subject: message?.subject, state: "sent", address: ADDRESS, isLost: false },
  ]);
  await sentNow();
  await at("2026-11-25T09:00:00+02:00");
  await sentNow();
  expect(arrived()).toHaveLength(1);
  const opinion = await doctorsFindings(world.database.ownerUrl, world.now, RULES_BY_HAND);
  expect(opinion.filter((finding) => /^mail-/.test(finding))).toEqual([]);
});

test("nobody hears who did not wish so, or has no e-mail; only the head changes it, and the audit says it", async () => {
  await wishing({ email: ADDRESS });
  await at(EVENING);
  await sentNow();
  const { id } = desk.office;
  const { db } = world.database;
  expect(await db.read(ACROSS_OFFICES, (tx) => planner.offices(tx, world.now))).not.toContain(id);
  // Switched off between being found and being planned.
  await db.write({ office: id }, (tx) => planner.plan(tx, id, world.now));
  await wishing({ email: null, eveningMessage: true });
  await sentNow();
  expect(await messages()).toEqual([]);
  const { rows } = await world.owner.query(
    "select details from audit_entry where office_id = $1 and act = 'settings-changed' order by at, id",
    [desk.office.id],
  );
  expect(rows.at(-1).details).toEqual({ email: [ADDRESS, null], eveningMessage: [false, true] });
  const { version } = (await desk.clerk.ask("GET", `${desk.office.code}/settings`)).body;
  const byClerk = { body: { eveningMessage: false }, version };
  expect((await desk.clerk.ask("PATCH", `${desk.office.code}/settings`, byClerk)).status).toBe(403);
  await world.owner.query("update queue set is_active = false where office_id = $1 and number = 2", [desk.office.id]);
  // Written in the evening, it is sent at once.
  await wishing({ email: ADDRESS });
  await sentNow();
  expect(arrived()[0]?.text).toMatch(/Ουρά\s1: (?![\s\S]*Ουρά\s2)/);
  expect(arrived().map(({ subject }) => subject)).toEqual(["Τετάρτη 25 Νοεμβρίου: κανένα ραντεβού"]);
});

test("where nothing serves the next day nobody hears, and is asked once; unless somebody was left standing in it", async () => {
  await wishing();
  await desk.ruled("exceptions", closing(TOMORROW));
  await desk.booked("12:00", { date: "2026-11-26" });
  await desk.ruled("exceptions", closing("2026-11-26"), "call");
  await at(EVENING);
  await Promise.all([sentNow(), sentNow()]);
  expect(arrived()).toEqual([]);
  expect(await messages()).toMatchObject([{ state: "withdrawn", address: "" }]);
  await at("2026-11-25T20:00:00+02:00");
  await sentNow();
  expect(arrived().map(({ subject }) => subject)).toEqual(["Πέμπτη 26 Νοεμβρίου: 1\u00a0ραντεβού"]);
});

test("two processes that plan and send at once send one", async () => {
  await wishing();
  await at(EVENING);
  await Promise.all([desk.planByClock(), desk.planByClock(), desk.planByClock()]);
  await Promise.all([deliverAll(desk.deps), deliverAll(desk.deps), deliverAll(desk.deps)]);
  expect(arrived()).toHaveLength(1);
  expect(await messages()).toMatchObject([{ state: "sent", attempts: 1 }]);
});

test("what one process is taking up the other one passes by, and does not wait for", async () => {
  await wishing();
  await at(EVENING);
  await desk.planByClock();
  const { id } = desk.office;
  const { db } = world.database;
  const numbers = await db.write({ office: id }, async (tx) => {
    const mine = await claim(tx, id, world.now);
    const theirs = await db.write({ office: id }, (other) => claim(other, id, world.now));
    return [mine, theirs].map(({ deliveries }) => deliveries.length);
  });
  expect(numbers).toEqual([1, 0]);
});

test("of a sender that is killed before it knows, the next one says the same once more, as the same message", async () => {
  await wishing();
  await desk.booked("12:00", { date: TOMORROW });
  await at(EVENING);
  await desk.planByClock();
  desk.smtp.knobs({ faults: [{ at: "answer", does: "delay", ms: 60_000 }] });
  const script = fileURLToPath(new URL("../../../test/races/sender.ts", import.meta.url));
  const args = [script, world.database.appUrl, desk.smtp.url, world.now.toString()];
  const sender = spawn(process.execPath, args, { stdio: "inherit" });
  await expect.poll(() => arrived().length, { timeout: patiently(20_000) }).toBe(1);
  sender.kill("SIGKILL");
  await once(sender, "exit");
  desk.smtp.knobs({});
  expect(await messages()).toMatchObject([{ state: "sending", attempts: 1 }]);
  await desk.booked("12:15", { date: TOMORROW });
  await desk.delivered(4);
  expect(arrived()).toHaveLength(1);
  await desk.delivered(2);
  const said = arrived().map(({ headers, text }) => [headers.find(({ name }) => name === "Message-ID")?.value, text]);
  expect(said).toHaveLength(2);
  expect(said[0]).toEqual(said[1]);
  expect(await messages()).toMatchObject([{ state: "sent", attempts: 2 }]);
});

test("a refused address is shown until the next evening's arrives, and nobody is called", async () => {
  await wishing();
  await at(EVENING);
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown", times: 1 }] });
  await sentNow();
  expect((await desk.rule("GET", "mails/count")).body).toEqual({ lost: 1, underWay: 0 });
  expect((await desk.rule("GET", "mails")).body).toMatchObject({
    lost: [],
    messages: [{ state: "refused", reason: "no-such-address", answer: "550 5.1.1 User unknown", isLost: true }],
  });
  expect(await desk.rows("call")).toEqual([]);
  await at("2026-11-25T20:00:00+02:00");
  await sentNow();
  expect((await desk.rule("GET", "mails/count")).body).toEqual({ lost: 0, underWay: 0 });
});

test("until the office opens it may come, and then it is given up, unsent", async () => {
  await wishing();
  await at(EVENING);
  desk.smtp.knobs({ dead: true });
  await sentNow();
  await at("2026-11-25T07:59:00+02:00");
  await sentNow();
  expect(await messages()).toMatchObject([{ state: "planned", attempts: 0 }]);
  desk.smtp.knobs({});
  await at("2026-11-25T08:00:00+02:00");
  await sentNow();
  expect(arrived()).toEqual([]);
  expect(await messages()).toMatchObject([{ state: "expired", reason: null }]);
  expect((await desk.rule("GET", "mails")).body.messages).toMatchObject([{ state: "expired", isLost: true }]);
});

test("a server that puts it off is asked again that night, and not once the office has opened", async () => {
  await wishing();
  await at(EVENING);
  await desk.planByClock();
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Greylisted" }] });
  for (let hour = 0; hour < 14; hour++) await desk.delivered(60);
  expect(await messages()).toMatchObject([{ state: "expired", reason: "not-accepted" }]);
  expect((await messages())[0].attempts).toBeGreaterThan(3);
});

test("no other office sees it, and it is of no citizen, though they have the same e-mail", async () => {
  await wishing();
  const { id } = await desk.booked("12:00", { date: TOMORROW, email: ADDRESS });
  await desk.delivered();
  await at(EVENING);
  await sentNow();
  const other = await world.anOffice();
  const otherClerk = await world.aClerk(other);
  expect((await otherClerk.ask("GET", `${other.code}/mails`)).body.messages).toEqual([]);
  const seen = await world.database.db.read(
    { office: other.id },
    (tx) => tx.sql`select from mail where kind = 'evening'`,
  );
  expect(seen).toEqual([]);
  const { db } = world.database;
  const owner = openOwner(world.database.ownerUrl);
  const found = await findSubject(owner.db, subjectWish({ email: ADDRESS }) as SubjectWish);
  const { appointments } = await exportVisits({ db: owner.db, clock: () => world.now }, found);
  await owner.close();
  expect(appointments.map(({ letters }) => letters.map(({ kind }) => kind))).toEqual([["confirmed", "reminder"]]);
  await at("2027-01-26T09:00:00+02:00");
  await anonymizeAll({ db, clock: () => world.now });
  expect((await desk.rows("mail")).map(({ kind, appointment_id }) => [kind, appointment_id])).toEqual([
    ["confirmed", id],
    ["reminder", id],
  ]);
});

test("after a restore of data from before that evening it is not sent once more, and the office sees why", async () => {
  await wishing();
  await at("2026-11-24T21:00:00+02:00");
  const owner = openOwner(world.database.ownerUrl);
  await owner.db.write(ACROSS_OFFICES, (tx) => holdBackLetters(tx, world.now));
  await owner.close();
  await sentNow();
  expect(arrived()).toEqual([]);
  expect(await messages()).toMatchObject([{ state: "expired", reason: "restored" }]);
});
