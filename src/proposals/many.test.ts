import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aRulesDesk, asProposed, type RulesDesk } from "../../test/rules-desk.ts";
import { statementsOf } from "../../test/statements-of.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";
import { administeredOffice } from "../identity/office-access.ts";
import { Undecided, withProposal } from "./decide.ts";

/** As many as a decision may be about at once are written as one by one, and in as many statements as a few are. */

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
beforeEach(async () => {
  desk = await aRulesDesk(world);
});

const COUNT = 5_000;
const A_DAY = 28;

/** A queue's whole days, one after the other, but for the holidays. */
async function aFullQueue(count: number): Promise<void> {
  await world.owner.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, email, phone,
       created_at)
     select $1, gen_random_uuid(), 2, start, start + interval '15 minutes', $2, 'signature', 'Παπαδοπούλου', 'Ελένη',
       case n % 3 when 0 then 'eleni@example.gr' end, case n % 3 when 1 then '+306944123456' end, $2
     from (select date '2026-11-25' + day as date from generate_series(0, 1000) as day) as days
       cross join generate_series(0, $4::int - 1) as n
       cross join lateral (select (date + make_interval(mins => 480 + n * 15)) at time zone 'Europe/Athens' as start) as s
     where date not in (select holiday.date from holiday) order by start limit $3`,
    [desk.office.id, NOW.toString(), count, A_DAY],
  );
  await world.owner.query(
    `insert into appointment_event (office_id, appointment_id, version, kind, at)
     select office_id, id, 1, 'booked', created_at from appointment where office_id = $1`,
    [desk.office.id],
  );
}

/** The queue is put away, all go where it is proposed, and that is taken back. */
async function archived(): Promise<{ readonly preview: Reply; readonly made: Reply; readonly undone: Reply }> {
  const preview = await desk.rule("POST", "queues/2/archival/proposals");
  const made = await desk.rule("POST", "queues/2/archival", { decisions: asProposed(preview) });
  return { preview, made, undone: await desk.takeBack(made.body.change) };
}

test("five thousand are shown, decided upon and taken back", async () => {
  // However long it takes here: requests have all the time they need.
  vi.useFakeTimers({ toFake: ["performance"] });
  await aFullQueue(COUNT);
  const { preview, made, undone } = await archived();
  expect(preview.body.appointments).toHaveLength(COUNT);
  expect([made.status, made.body]).toMatchObject([200, { moved: COUNT, kept: 0 }]);
  expect([undone.status, undone.body]).toMatchObject([200, { restored: COUNT }]);
  const rows = await desk.rows("appointment");
  expect(rows.filter(({ queue, version }) => queue === 2 && version === 3)).toHaveLength(COUNT);
});

const absence = { queue: 2, kind: "closed", date: "2026-11-26", from: "12:00", to: "13:00", reason: "Απουσία" };

test.each([
  ["POST", "exceptions", absence],
  ["PUT", "queues/2/hours", { from: "2026-11-25", to: null, week: { "4": [{ opens: "09:00", closes: "14:00" }] } }],
  ["POST", "queues/2/deactivation", {}],
  ["POST", "queues/2/hiding", {}],
  ["POST", "queues/2/archival", {}],
  ["POST", "work-list", {}],
] as const)("five thousand decisions are not too long for %s %s", async (method, path, body) => {
  const to = { date: "2026-11-26", time: "12:00", queue: 1 };
  const decisions = Array.from({ length: COUNT }, () => ({ act: "move", id: randomUUID(), version: 1, to }));
  const reply = await desk.rule(method, path, { ...body, decisions });
  // To what is hidden already nothing is done.
  expect(reply.status, JSON.stringify(reply.body)).toBe(path.endsWith("hiding") ? 200 : 409);
});

test("what no decisions belong to may not be so long", async () => {
  const added = await desk.rule("POST", "queues", { name: "α".repeat(70_000) });
  expect([added.status, added.body.code]).toEqual([413, "request-too-large"]);
});

test("it takes as many statements to decide about a hundred as about three, and to take that back", async () => {
  const textsFor = async (count: number) => {
    desk = await aRulesDesk(world);
    await aFullQueue(count);
    const asked = await statementsOf(async () => expect((await archived()).undone.body.restored).toBe(count));
    return asked.map((text) => text.replace(`office = '${desk.office.id}'`, "office"));
  };
  expect(await textsFor(100)).toEqual(await textsFor(3));
});

test("a proposal that is answered instead is made when the office may be booked in again", async () => {
  const order: string[] = [];
  const proposed = () => {
    order.push("made");
    return [];
  };
  const draft = {
    concerned: [],
    proposed,
    standing: new Map(),
    bounds: { urgentUntil: 0, earlierMinutes: 0 },
    places: () => undefined as never,
  };
  const { id: officeId, code } = desk.office;
  const memberships = [{ officeId, code, name: "", roles: ["administrator" as const] }];
  const head = { employeeId: desk.head.employeeId, lastName: "", firstName: "", ministry: false, memberships };
  // What a transaction sends at its end leaves when all that follows without waiting is done.
  process.nextTick(() => order.push("rolled back"));
  const answer = withProposal(administeredOffice(head, code), Promise.reject(new Undecided(draft, true)));
  await expect(answer).rejects.toMatchObject({ code: "proposal-stale" });
  expect(order).toEqual(["rolled back", "made"]);
});

const REACHED = [{ email: "eleni@example.gr" }, { phone: "6944123456" }, {}];
const DAYS = ["2026-11-25", "2026-11-26", "2026-11-27"] as const;
/** Sixteen quarters of an hour */
const TIMES = ["08", "09", "10", "11"].flatMap((hour) => ["00", "15", "30", "45"].map((minute) => `${hour}:${minute}`));

/** To another queue, another day, kept and called, of each kind of reach; then the next day, on which some stand by now. */
const decisionOn = (day: string, n: number) =>
  [
    { act: "move", to: { date: day, time: TIMES[n], queue: 1 } },
    { act: "move", to: { date: DAYS[DAYS.indexOf(day as (typeof DAYS)[number]) + 1], time: TIMES[n], queue: 2 } },
    { act: "keep" },
    { act: "call" },
  ][n % 4];

const closing = (date: string, from: string, to: string) => ({
  queue: 2,
  kind: "closed",
  date,
  from,
  to,
  reason: "Βλάβη",
});
const after = (time: string | undefined) => TIMES[TIMES.indexOf(time as string) + 1] ?? "12:00";

/** Each closing is a list of the parts in which it is made. @returns what was counted of each */
async function closed(parts: (day: string) => readonly object[]): Promise<Reply["body"][]> {
  const counted: Reply["body"][] = [];
  for (const day of DAYS.slice(0, 2)) {
    const sum = { moved: 0, kept: 0, emails: 0, calls: 0, withoutPhone: 0 };
    for (const part of parts(day)) {
      const preview = await desk.rule("POST", "exceptions/proposals", part);
      const decisions = preview.body.appointments.map(({ appointment: { id, version, lastName } }: Reply["body"]) => ({
        ...decisionOn(day, Number(lastName.length) - 1),
        id,
        version,
      }));
      const made = await desk.rule("POST", "exceptions", { ...part, decisions });
      expect(made.status).toBe(200);
      for (const key of ["moved", "kept", "emails", "calls", "withoutPhone"] as const) sum[key] += made.body[key];
    }
    counted.push(sum);
  }
  return counted;
}

/** All that is known of the people; the head of another office is another person. */
async function written(): Promise<object> {
  const people = new Map((await desk.rows("appointment")).map(({ id, last_name }) => [id, last_name]));
  const names = new Map([
    [desk.head.employeeId, "head"],
    [desk.clerk.employeeId, "clerk"],
  ]);
  const named = (key: string, value: unknown) =>
    ["employee_id", "kept_by"].includes(key) ? [value].flat().map((id) => names.get(id as number) ?? id) : value;
  const shown = async (table: string, columns: readonly string[]) =>
    (await desk.rows(table))
      .map((row) => ({
        person: people.get(row.appointment_id ?? row.id),
        ...Object.fromEntries(columns.map((column) => [column, row[column]])),
      }))
      .map((row) => JSON.stringify(row, named))
      .toSorted();
  const place = ["queue", "starts_at", "ends_at", "status", "status_at", "kept_by", "version"];
  return {
    appointments: await shown("appointment", place),
    events: await shown("appointment_event", ["version", "kind", "at", "changes", "undoes", "employee_id"]),
    mails: await shown("mail", ["state", "address", "details", "planned_at"]),
    calls: await shown("call", ["date", "why", "before", "outcome", "version", "planned_at"]),
  };
}

test("decided at once or one by one, the same is written of everybody, and taken back", async () => {
  const asked = async (parts: (day: string) => readonly object[]) => {
    desk = await aRulesDesk(world);
    for (const [n, time] of TIMES.entries()) {
      const reach = REACHED[Math.floor(n / 4) % 3];
      await desk.booked(time, { date: DAYS[0], queue: 2, lastName: "Α".repeat(n + 1), ...reach });
    }
    const counted = await closed(parts);
    const decided = await written();
    const changes = (await desk.rows("audit_entry")).filter(({ act }) => act === "exception-added").map(({ id }) => id);
    for (const change of changes.toSorted().toReversed()) expect((await desk.takeBack(change)).status).toBe(200);
    return { counted, decided, back: await written() };
  };
  const atOnce = await asked((day) => [closing(day, "08:00", "12:00")]);
  const oneByOne = await asked((day) => TIMES.map((time) => closing(day, time, after(time))));
  expect(atOnce).toEqual(oneByOne);
  expect(atOnce.counted).toEqual([
    { moved: 8, kept: 8, emails: 2, calls: 2, withoutPhone: 4 },
    { moved: 4, kept: 0, emails: 2, calls: 1, withoutPhone: 1 },
  ]);
});
