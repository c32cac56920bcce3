import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deskOf } from "../../test/booking-desk.ts";
import { aSibling, type Listener, listen } from "../../test/live-desks.ts";
import { aMinistryPerson } from "../../test/ministry-person.ts";
import { aHead } from "../../test/office-head.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, type Clerk, type Reply, type TestOffice, type World } from "../../test/world.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import { noticeSignIn } from "./notice-step.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

let office: TestOffice;
let head: Clerk;
let clerk: Clerk;
beforeEach(async () => {
  office = await world.anOffice();
  head = await aHead(world, office);
  clerk = await world.aClerk(office);
});

const path = () => `${office.code}/onboarding`;
const look = async (who: Clerk = head) => (await who.ask("GET", path())).body;
const stepsSeen = async (who: Clerk = head): Promise<string[]> =>
  (await look(who)).steps.map(({ step }: { step: string }) => step);

const DAY = "2026-11-25";
const wish = { date: DAY, time: "09:00", queue: 1, service: "signature", lastName: "Παππά", firstName: "Ελένη" };

const seeDay = (who: Clerk) => who.ask("GET", `${office.code}/days/${DAY}`);
const add = (who: Clerk) => who.ask("POST", `${office.code}/appointments`, { body: wish, key: randomUUID() });
const print = ({ cookie }: Clerk) =>
  world.app.inject({
    url: `/api/offices/${office.code}/day-sheets/${DAY}`,
    headers: { cookie, "sec-fetch-site": "same-origin" },
  });
const seeQueues = (who: Clerk) => who.ask("GET", `${office.code}/queues`);
const addQueue = (who: Clerk) =>
  who.ask("POST", `${office.code}/queues`, { body: { employee: null }, key: randomUUID() });

async function doAll(): Promise<void> {
  await seeDay(head);
  await add(head);
  await print(head);
  await seeQueues(head);
  expect((await addQueue(head)).status).toBe(200);
}

const ANSWERS = { employees: "3", facts: "right", difficulties: "few", remarks: "Όλα καλά", recording: "yes" };

async function submit(answers: object = ANSWERS, more: { version?: number; key?: string; who?: Clerk } = {}) {
  const { version = (await look()).version, key = randomUUID(), who = head } = more;
  return who.ask("POST", path(), { body: { questions: 1, answers }, version, key });
}
const draft = (answers: object, version: number): Promise<Reply> =>
  head.ask("PUT", `${path()}/draft`, { body: { answers }, version });

test("each action is noticed as an administrator does it, with the day and the name", async () => {
  expect(await stepsSeen(clerk)).toEqual([]);
  await seeDay(head);
  expect(await stepsSeen(clerk)).toEqual(["appointment-viewed", "signed-in"]);
  await add(head);
  expect(await stepsSeen(clerk)).toContain("appointment-added");
  await seeQueues(head);
  expect(await stepsSeen(clerk)).toContain("queues-viewed");
  expect((await look(clerk)).steps).toContainEqual({
    step: "appointment-viewed",
    at: "2026-11-24T10:42:00+02:00",
    by: expect.stringContaining("Δοκιμή"),
  });
  await doAll();
  expect((await stepsSeen()).sort()).toEqual([
    "appointment-added",
    "appointment-viewed",
    "day-printed",
    "queue-added",
    "queues-viewed",
    "signed-in",
  ]);
});

test("what a clerk does is none of them, nor what an administrator does elsewhere", async () => {
  const other = await world.anOffice();
  const elsewhere = await aHead(world, other);
  await seeDay(clerk);
  await add(clerk);
  expect((await print(clerk)).statusCode).toBe(200);
  await seeQueues(clerk);
  await elsewhere.ask("GET", `${other.code}/days/${DAY}`);
  expect(await stepsSeen(clerk)).toEqual([]);
  expect((await elsewhere.ask("GET", path())).status).toBe(404);
});

test("an act that is refused is none", async () => {
  await add(clerk);
  expect((await add(head)).status).toBe(409);
  expect(await stepsSeen()).toEqual(["signed-in"]);
});

test("nor is one that the constraint alone refuses, as it is written", async () => {
  await world.owner.query("begin");
  await world.owner.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, created_at)
     values ($1, gen_random_uuid(), 1, $2, $3, now(), 'signature', 'Άλλη', 'Άννα', now())`,
    [office.id, `${DAY}T09:00+02:00`, `${DAY}T09:15+02:00`],
  );
  const adding = add(head);
  expect(await waits(world, adding, 0)).toBe(true);
  await world.owner.query("commit");
  expect((await adding).body.code).toBe("slot-taken");
  expect(await stepsSeen(clerk)).toEqual([]);
  expect(
    (await head.ask("POST", `${office.code}/appointments`, { body: { ...wish, time: "10:00" }, key: randomUUID() }))
      .status,
  ).toBe(201);
  expect(await stepsSeen(clerk)).toEqual(["appointment-added", "signed-in"]);
});

test("signing in is noticed in each office that the employee administers, in the session's own transaction", async () => {
  const second = await world.anOffice();
  await world.owner.query("insert into membership (office_id, employee_id, role) values ($1, $2, 'administrator')", [
    second.id,
    head.employeeId,
  ]);
  const { db } = world.database;
  await db
    .write(OF_NATION, async (tx) => {
      await noticeSignIn(tx, head.employeeId, world.now);
      throw new Error("the session can't be begun");
    })
    .catch(() => {});
  expect(await stepsSeen(clerk)).toEqual([]);
  await db.write(OF_NATION, (tx) => noticeSignIn(tx, head.employeeId, world.now));
  expect(await stepsSeen(clerk)).toEqual(["signed-in"]);
  const { rows } = await world.owner.query("select step from onboarding_step where office_id = $1", [second.id]);
  expect(rows).toEqual([{ step: "signed-in" }]);
  await db.write(OF_NATION, (tx) => noticeSignIn(tx, clerk.employeeId, world.now));
});

test("what was done stays: done once more it is the first time that counts", async () => {
  await seeDay(head);
  const before = world.now;
  world.now = before.add({ minutes: 5 });
  await seeDay(await aHead(world, office));
  world.now = before;
  expect((await look()).steps.map(({ at }: { at: string }) => at.slice(11, 16))).toEqual(["10:42", "10:42"]);
});

test("the questionnaire opens after the four actions and not before, and is the head's", async () => {
  await seeDay(head);
  const early = await submit();
  expect([early.status, early.body.code]).toEqual([409, "onboarding-not-done"]);
  expect((await draft(ANSWERS, 0)).body.code).toBe("onboarding-not-done");
  expect((await look()).isOpen).toBe(false);
  await doAll();
  const { isOpen, version, questionnaire } = await look();
  expect([isOpen, version, questionnaire.suggested]).toEqual([true, 0, { employees: "1" }]);
  expect((await look(clerk)).questionnaire).toBeNull();
  const refused = await submit(ANSWERS, { who: clerk });
  expect([refused.status, refused.body.code]).toEqual([403, "role-required"]);
  expect((await clerk.ask("PUT", `${path()}/draft`, { body: { answers: {} }, version: 0 })).status).toBe(403);
});

test("a draft is kept as it is; two windows do not write over each other", async () => {
  await doAll();
  const first = await draft({ employees: "2", facts: "", strange: "?" }, 0);
  expect([first.status, first.headers.etag, first.body.questionnaire.answers]).toEqual([
    200,
    '"1"',
    { employees: "2" },
  ]);
  const late = await draft({ employees: "4" }, 0);
  expect([late.status, late.body.code]).toEqual([412, "version-stale"]);
  expect(late.body.current).toMatchObject({ version: 1, questionnaire: { answers: { employees: "2" } } });
  expect((await head.ask("PUT", `${path()}/draft`, { body: { answers: {} } })).status).toBe(428);
  expect((await submit(ANSWERS, { version: 0 })).status).toBe(412);
  expect((await look()).questionnaire.answers).toEqual({ employees: "2" });
});

test("submitted once, then only to be read", async () => {
  await doAll();
  const done = await submit();
  expect([done.status, done.body.isOpen, done.body.version]).toEqual([200, false, 1]);
  expect(done.body.submitted).toMatchObject({ at: "2026-11-24T10:42:00+02:00" });
  expect(done.body.questionnaire.answers).toEqual(ANSWERS);
  const again = await submit({ ...ANSWERS, employees: "9" });
  expect([again.status, again.body.code]).toEqual([409, "questionnaire-submitted"]);
  expect(again.body.title).toMatch(/υποβάλλεται μία φορά/);
  expect((await draft({ employees: "9" }, 1)).body.code).toBe("questionnaire-submitted");
  expect((await look()).questionnaire.answers).toEqual(ANSWERS);
  const { rows } = await world.owner.query(
    "select act, details from audit_entry where office_id = $1 and act like 'q%'",
    [office.id],
  );
  expect(rows).toEqual([
    { act: "queue-added", details: expect.anything() },
    { act: "questionnaire-submitted", details: { questions: 1 } },
  ]);
});

test("of two who submit at once one wins and the other hears so; the same request twice is one", async () => {
  await doAll();
  const other = await aHead(world, office);
  const both = await Promise.all([
    submit(ANSWERS, { version: 0 }),
    submit({ ...ANSWERS, employees: "9" }, { version: 0, who: other }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const winner = both.find(({ status }) => status === 200);
  expect((await look()).questionnaire.answers).toEqual(winner?.body.questionnaire.answers);

  office = await world.anOffice();
  head = await aHead(world, office);
  await doAll();
  const key = randomUUID();
  const twins = await Promise.all([submit(ANSWERS, { version: 0, key }), submit(ANSWERS, { version: 0, key })]);
  expect(twins.map(({ status }) => status)).toEqual([200, 200]);
  expect(twins.map(({ headers }) => headers["idempotency-replayed"]).sort()).toEqual(["true", undefined]);
});

test("of two who submit the same draft at once the second one sees what the first one wrote", async () => {
  await doAll();
  await draft({ employees: "2" }, 0);
  const other = await aHead(world, office);
  await world.owner.query("begin");
  await world.owner.query("select from questionnaire where office_id = $1 for update", [office.id]);
  const both = Promise.all([
    submit(ANSWERS, { version: 1 }),
    submit({ ...ANSWERS, employees: "9" }, { version: 1, who: other }),
  ]);
  expect(await waits(world, both, 1)).toBe(true);
  await world.owner.query("commit");
  expect((await both).map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("an office is empty until somebody has an appointment there, whoever makes it", async () => {
  expect((await look()).isEmpty).toBe(true);
  expect((await add(clerk)).status).toBe(201);
  expect((await look()).isEmpty).toBe(false);
});

test("what is missing or wrong is said at its question, and nothing is submitted", async () => {
  await doAll();
  const wrong = await submit({ employees: "three", facts: "perhaps", remarks: "α".repeat(1_001) });
  expect([wrong.status, wrong.body.errors.map(({ field, code }: Reply["body"]) => `${field}: ${code}`)]).toEqual([
    422,
    [
      "employees: number-out-of-range",
      "facts: field-required",
      "difficulties: field-required",
      "remarks: field-too-long",
      "recording: answer-unconfirmed",
    ],
  ]);
  expect((await look()).submitted).toBeNull();
});

/** A process that has just begun to listen may have missed something, and says so. */
async function isListening(desk: Listener): Promise<void> {
  await desk.next("fillings");
  if (desk.heard.some(({ name }) => name === "paused")) await desk.next("resync");
}

test("the desks of the office and the ministry's page hear of a step and of the submission; other offices do not", async () => {
  const sibling = await aSibling(world);
  const other = await world.anOffice();
  const [desk, elsewhere] = [
    await listen(sibling.url, clerk, office),
    await listen(sibling.url, await world.aClerk(other), other),
  ];
  const athina = await aMinistryPerson(world);
  const response = await fetch(`${sibling.url}/api/ministry/events`, { headers: { cookie: athina.cookie } });
  expect(response.status).toBe(200);
  const nation = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  await Promise.all([isListening(desk), isListening(elsewhere)]);
  await seeDay(head);
  await desk.next("onboarding");
  let heard = "";
  while (!heard.includes("event: onboarding")) heard += decoder.decode((await nation.read()).value);
  expect(elsewhere.heard.map(({ name }) => name)).not.toContain("onboarding");
  const before = desk.heard.length;
  await doAll();
  await submit();
  await desk.next("onboarding", before);
  expect((await fetch(`${sibling.url}/api/ministry/events`, { headers: { cookie: head.cookie } })).status).toBe(403);
  await nation.cancel();
  for (const listener of [desk, elsewhere]) listener.close();
  await sibling.close();
});

test("what is done costs an office nothing more: no statement is sent for it", async () => {
  const desk = deskOf(office, head);
  await desk.day(DAY);
  await desk.day(DAY);
  await world.owner.query("delete from onboarding_step where office_id = $1", [office.id]);
  await desk.day(DAY);
  expect(await stepsSeen(clerk)).toEqual([]);
});
