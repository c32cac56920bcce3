import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aHead } from "../../../test/office-head.ts";
import { aWorld, type Clerk, NOW, type TestOffice, type World } from "../../../test/world.ts";
import { type SmtpStandIn, startSmtp } from "../../../trial/stand-ins/smtp.ts";

let smtp: SmtpStandIn;
let world: World;
let office: TestOffice;
let clerk: Clerk;
let head: Clerk;
beforeAll(async () => {
  smtp = await startSmtp();
  world = await aWorld({ SMTP_URL: smtp.url });
});
afterAll(async () => {
  await world.close();
  await smtp.stop();
});
beforeEach(async () => {
  world.now = NOW;
  smtp.knobs({});
  office = await world.anOffice();
  clerk = await world.aClerk(office);
  head = await aHead(world, office);
});

const NOTES = { mailNote: "Η είσοδος είναι από πίσω.\nΚαλώς ήρθατε.", mailNoteEn: "By the back door.", language: "el" };
const ask = (what: "letter-previews" | "letter-tests", body: object = NOTES, who = head) =>
  who.ask("POST", `${office.code}/${what}`, { body });
const giveEmail = () => world.owner.query("update office set email = 'kep@example.gr' where id = $1", [office.id]);
const toOffice = () => smtp.messages("kep@example.gr");

test("a letter with the notes that are typed, before anything is saved", async () => {
  const { status, body } = await ask("letter-previews");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    from: "Ραντεβού στα ΚΕΠ",
    subject: expect.stringContaining("Τετάρτη 25/11/2026, 10:00"),
  });
  expect(body.text).toContain("Η είσοδος είναι από πίσω.\nΚαλώς ήρθατε.");
  expect(body.html).toContain("Καλώς ήρθατε.</p>");
  const english = (await ask("letter-previews", { ...NOTES, language: "en" })).body;
  expect(english.text).toContain("By the back door.");
  expect(english.text).not.toContain("είσοδος");
  expect(smtp.messages()).toEqual([]);
});

test("what can't be saved can't be seen or sent either; and only the head sees and sends", async () => {
  for (const what of ["letter-previews", "letter-tests"] as const) {
    const { status, body } = await ask(what, { ...NOTES, mailNote: "α".repeat(10_000), mailNoteEn: "<b>x</b>" });
    expect([status, body.errors.map(({ field, code }: Record<string, string>) => [field, code])]).toEqual([
      422,
      [
        ["mailNote", "field-too-long"],
        ["mailNoteEn", "text-markup"],
      ],
    ]);
    expect((await ask(what, NOTES, clerk)).status).toBe(403);
  }
});

test("a test goes to the office's own address, says what it is, and is recorded", async () => {
  expect((await ask("letter-tests")).body).toMatchObject({ status: 409, code: "office-without-email" });
  await giveEmail();
  expect((await ask("letter-tests")).body).toEqual({ to: "kep@example.gr" });
  const [message] = toOffice();
  expect(message?.subject).toMatch(/^Δοκιμή: Το ραντεβού σας/);
  expect(message?.text).toContain("Καλώς ήρθατε.");
  expect(message?.calendar).toBeNull();
  const { rows } = await world.owner.query(
    "select employee_id, details from audit_entry where office_id = $1 and act = 'letter-tested'",
    [office.id],
  );
  expect(rows).toEqual([{ employee_id: head.employeeId, details: { language: "el" } }]);
});

test("a server that refuses or says nothing is told in words; a sixth test within ten minutes has to wait", async () => {
  await giveEmail();
  smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 No such user" }] });
  const refused = (await ask("letter-tests")).body;
  expect(refused).toMatchObject({ status: 409, code: "mail-test-refused" });
  expect(refused.title).toContain("550 5.1.1 No such user");
  smtp.knobs({ dead: true });
  expect((await ask("letter-tests")).body).toMatchObject({ status: 503, code: "mail-server-unreachable" });
  smtp.knobs({});
  for (let sent = 0; sent < 3; sent++) expect((await ask("letter-tests")).status).toBe(200);
  expect((await ask("letter-tests")).body).toMatchObject({ status: 429, code: "rate-limited" });
  world.now = NOW.add({ minutes: 10 });
  expect((await ask("letter-tests")).status).toBe(200);
});

test("without a mail server nothing is sent, and it says so", async () => {
  const bare = await aWorld();
  const own = await bare.anOffice();
  const ownHead = await aHead(bare, own);
  const { body } = await ownHead.ask("POST", `${own.code}/letter-tests`, { body: NOTES });
  expect(body).toMatchObject({ status: 503, code: "mail-server-unreachable" });
  await bare.close();
});
