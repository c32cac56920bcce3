import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOf } from "../../../test/booking-desk.ts";
import { aMinistryPerson, errorsOf, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aHead } from "../../../test/office-head.ts";
import { aWorld, type Clerk, type Reply, type TestOffice, type World } from "../../../test/world.ts";
import { ONBOARDING_STEPS } from "../../onboarding/contract.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const ANSWERS = { employees: "3", facts: "right", difficulties: "none", recording: "yes" };

interface Joining {
  readonly office: TestOffice;
  readonly head: Clerk;
}

/** An office whose actions are done, all of them or so many. */
async function anOfficeWith(steps: number): Promise<Joining> {
  const office = await world.anOffice();
  const head = await aHead(world, office);
  await world.owner.query(
    "insert into onboarding_step (office_id, step, employee_id, at) select $1, step, $2, $3 from unnest($4::text[]) as step",
    [office.id, head.employeeId, world.now.toString(), ONBOARDING_STEPS.slice(0, steps)],
  );
  return { office, head };
}

async function submit({ office, head }: Joining, questions = 1, answers: object = ANSWERS): Promise<Reply> {
  const path = `${office.code}/onboarding`;
  const { version } = (await head.ask("GET", path)).body;
  return head.ask("POST", path, { body: { questions, answers }, version, key: randomUUID() });
}

const rowOf = async ({ code }: TestOffice) =>
  (await athina.rule("GET", "onboarding")).body.offices.find((office: { code: string }) => office.code === code);

test("the ministry sees of each office how far it is, and of no person anything", async () => {
  const [done, begun] = [await anOfficeWith(6), await anOfficeWith(3)];
  const idle = await world.anOffice();
  await world.owner.query("update office set region = 'Κρήτης', regional_unit = 'Χανίων' where id = $1", [
    done.office.id,
  ]);
  expect((await submit(done)).status).toBe(200);
  expect(await rowOf(done.office)).toEqual({
    code: done.office.code,
    name: `ΚΕΠ Δοκιμής ${done.office.code}`,
    municipality: "Δήμος Δοκιμής",
    region: "Κρήτης",
    regionalUnit: "Χανίων",
    state: "done",
    actions: 4,
    version: 1,
    begunAt: "2026-11-24T10:42:00+02:00",
    submittedAt: "2026-11-24T10:42:00+02:00",
  });
  expect(await rowOf(begun.office)).toMatchObject({ state: "under-way", actions: 2, submittedAt: null, region: null });
  expect(await rowOf(idle)).toMatchObject({ state: "not-begun", actions: 0, begunAt: null });
  expect(JSON.stringify((await athina.rule("GET", "onboarding")).body)).not.toContain("Χειριστής");
});

test("the same as a table for other programs", async () => {
  const { office } = await anOfficeWith(3);
  const reply = await world.app.inject({ url: "/api/ministry/onboarding.csv", headers: { cookie: athina.cookie } });
  expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(reply.headers["content-disposition"]).toContain("onboarding-2026-11-24.csv");
  const lines = reply.body.split("\r\n");
  expect(lines[0]).toMatch(/^\ufeffΚωδικός;ΚΕΠ;Περιφέρεια;/);
  expect(lines).toContain(`${office.code};ΚΕΠ Δοκιμής ${office.code};;;Δήμος Δοκιμής;Σε εξέλιξη;2;2026-11-24;`);
});

test("today's appointments of all offices are a number, and those served by now", async () => {
  const { office, head } = await anOfficeWith(0);
  const before = (await athina.rule("GET", "day")).body;
  const desk = deskOf(office, head);
  const { id } = await desk.booked("11:30");
  await desk.booked("11:45");
  await desk.booked("11:30", { date: "2026-11-25" });
  for (const step of ["arrival", "service-start", "completion"]) expect((await desk.act(id, step)).status).toBe(200);
  const { appointments, served, date } = (await athina.rule("GET", "day")).body;
  expect([date, appointments - before.appointments, served - before.served]).toEqual(["2026-11-24", 2, 1]);
});

const reset = ({ code }: TestOffice, reason: string, version?: number, key: string = randomUUID()) =>
  athina.rule("POST", `onboarding/${code}/reset`, { body: { reason }, key, ...(version !== undefined && { version }) });

test("with a reason the ministry lets an office answer once more; what was answered stays in the office's audit", async () => {
  const joining = await anOfficeWith(6);
  const { office, head } = joining;
  expect((await reset(office, "Λάθος", 0)).body.code).toBe("questionnaire-not-submitted");
  await submit(joining);
  expect((await reset(office, "Λάθος")).status).toBe(428);
  expect((await reset(office, "Λάθος", 7)).status).toBe(412);
  expect(errorsOf(await reset(office, " ", 1))).toEqual([422, "reason: field-required"]);
  expect(errorsOf(await reset(office, "α".repeat(201), 1))).toEqual([422, "reason: field-too-long"]);
  expect((await reset({ id: 0, code: "0000" }, "Λάθος", 1)).status).toBe(404);
  const key = randomUUID();
  const done = [
    await reset(office, "Άλλαξαν οι υπάλληλοι", 1, key),
    await reset(office, "Άλλαξαν οι υπάλληλοι", 1, key),
  ];
  expect(done.map(({ status, headers }) => [status, headers["idempotency-replayed"]])).toEqual([
    [201, undefined],
    [201, "true"],
  ]);
  const seen = (await head.ask("GET", `${office.code}/onboarding`)).body;
  expect(seen).toMatchObject({ isOpen: true, submitted: null, reset: { reason: "Άλλαξαν οι υπάλληλοι" }, version: 2 });
  expect(seen.questionnaire.answers).toEqual(ANSWERS);
  expect(await rowOf(office)).toMatchObject({ state: "under-way", actions: 4 });
  expect(await athina.lastEntry()).toMatchObject({
    act: "questionnaire-reset",
    details: { after: { office: office.code, reason: "Άλλαξαν οι υπάλληλοι" } },
  });
  const { rows } = await world.owner.query(
    "select employee_id, details from audit_entry where office_id = $1 and act = 'questionnaire-reset'",
    [office.id],
  );
  expect(rows).toEqual([
    { employee_id: athina.employeeId, details: expect.objectContaining({ answers: ANSWERS, questions: 1 }) },
  ]);
  expect((await submit(joining)).status).toBe(200);
  expect((await head.ask("GET", `${office.code}/onboarding`)).body.reset).toBeNull();
});

test("newer questions hold for whoever has not submitted; answered ones keep theirs", async () => {
  const [early, late] = [await anOfficeWith(6), await anOfficeWith(6)];
  await submit(early);
  const path = `${late.office.code}/onboarding`;
  await late.head.ask("PUT", `${path}/draft`, { body: { answers: ANSWERS }, version: 0 });
  const present = (await athina.rule("GET", "questions")).body;
  const [employees] = present.questions;
  const printers = { ...employees, id: "printers", suggests: undefined };
  const newer = { ...present, questions: [employees, printers] };
  for (const version of [2, 99_999])
    expect((await athina.post("questions", { ...newer, version })).body.code).toBe("questions-stale");
  for (const el of ["Α\u0000", "Α\u0003", "Α\ud800", " "])
    expect(
      (await athina.post("questions", { ...newer, questions: [{ ...employees, label: { el, en: "A" } }] })).status,
    ).toBe(400);
  expect(errorsOf(await athina.post("questions", { ...newer, questions: [employees, employees] }))).toEqual([
    422,
    "questions.1: question-twice",
  ]);
  expect((await athina.post("questions", { ...newer, questions: [{ ...employees, kind: "colour" }] })).status).toBe(
    400,
  );
  const both = await Promise.all([athina.post("questions", newer), athina.post("questions", newer)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await athina.lastEntry()).toMatchObject({
    act: "questions-replaced",
    details: { before: { version: 1 }, after: { version: 2 } },
  });

  const refused = await submit(late, 1);
  expect([refused.status, refused.body.current.questionnaire]).toEqual([
    412,
    expect.objectContaining({ answers: { employees: "3" }, set: expect.objectContaining({ version: 2 }) }),
  ]);
  expect((await submit(late, 2, { employees: "3", printers: "1" })).status).toBe(200);
  const kept = (await early.head.ask("GET", `${early.office.code}/onboarding`)).body.questionnaire;
  expect([kept.set.version, kept.answers]).toEqual([1, ANSWERS]);
});

test("nobody but the ministry sees or does any of this", async () => {
  const { head, office } = await anOfficeWith(6);
  const asked = [
    await head.ask("GET", "/api/ministry/onboarding"),
    await head.ask("GET", "/api/ministry/onboarding.csv"),
    await head.ask("GET", "/api/ministry/day"),
    await head.ask("GET", "/api/ministry/questions"),
    await head.ask("POST", "/api/ministry/questions", { body: {}, key: randomUUID() }),
    await head.ask("POST", `/api/ministry/onboarding/${office.code}/reset`, {
      body: { reason: "Λάθος" },
      key: randomUUID(),
      version: 1,
    }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403, 400, 403]);
});
