import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aRulesDesk, asProposed, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, type Method, NOW, type Reply, type World } from "../../test/world.ts";

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
});

const queues = async (who = desk.head) => (await who.ask("GET", `${desk.office.code}/queues`)).body;
const queue = async (number: number) =>
  (await queues()).queues.find((one: { number: number }) => one.number === number);
const byClerk = (method: Method, path: string, body: object) =>
  desk.clerk.ask(method, `${desk.office.code}/${path}`, { body, version: 1, key: randomUUID() });
const absence = {
  queue: 2,
  kind: "closed",
  date: "2026-11-24",
  from: "12:00",
  to: "13:00",
  reason: "Απουσία υπαλλήλου",
};
const errorsOf = (reply: Reply) => [
  reply.status,
  ...(reply.body.errors ?? []).map((one: { code: string }) => one.code),
];

describe("queues", () => {
  test("an operator sees them and may not touch", async () => {
    expect((await queues(desk.clerk)).queues).toHaveLength(2);
    for (const [method, path, body] of [
      ["POST", "queues", {}],
      ["PATCH", "queues/2", { name: "Άλλη" }],
      ["POST", "queues/2/deactivation", {}],
      ["PUT", "queues/2/hours", { from: "2026-11-25", to: null, week: {} }],
      ["POST", "exceptions", absence],
    ] as const)
      expect((await byClerk(method, path, body)).body.code).toBe("role-required");
  });

  test("a new one is hidden and inactive, and takes appointments once it has hours and is active", async () => {
    expect((await desk.rule("POST", "queues", { name: "Γρήγορη", slotMinutes: 5 })).status).toBe(200);
    expect(await queue(3)).toMatchObject({ name: "Γρήγορη", active: false, public: false, hours: [], slotMinutes: 5 });
    expect((await desk.rule("POST", "queues/3/activation", {})).body.code).toBe("queue-without-hours");
    const week = {
      "2": [
        { opens: "10:00", closes: "12:00" },
        { opens: "13:00", closes: "14:00" },
      ],
    };
    await desk.rule("PUT", "queues/3/hours", { from: "2026-11-24", to: null, week });
    expect((await desk.rule("POST", "queues/3/activation", {})).status).toBe(200);
    const booked = await desk.booked("13:00", { queue: 3 });
    expect(booked.time).toBe("13:00");
  });

  test("one employee serves one queue", async () => {
    await desk.rule("PATCH", "queues/1", { employee: desk.head.employeeId }, 1);
    const twice = await desk.rule("PATCH", "queues/2", { employee: desk.head.employeeId }, 1);
    expect([twice.status, twice.body.code]).toEqual([409, "employee-serves-two"]);
    expect((await queue(2)).employee).toBeNull();
    const stranger = await world.aClerk(await world.anOffice());
    expect(errorsOf(await desk.rule("PATCH", "queues/2", { employee: stranger.employeeId }, 1))).toEqual([
      422,
      "employee-not-here",
    ]);
  });

  test("the default one stays active; another can be made default", async () => {
    expect((await desk.rule("POST", "queues/1/deactivation", {})).body.code).toBe("default-queue-stays");
    expect((await desk.rule("POST", "queues/1/archival", {})).body.code).toBe("default-queue-stays");
    expect((await desk.rule("POST", "queues/2/default")).status).toBe(200);
    expect((await desk.rows("queue")).filter(({ is_default }) => is_default)).toMatchObject([{ number: 2 }]);
    expect((await desk.rule("POST", "queues/1/deactivation", {})).status).toBe(200);
  });

  test("public is not for now, and says why", async () => {
    const reply = await desk.rule("POST", "queues/2/publication");
    expect([reply.status, reply.body.code]).toEqual([409, "public-booking-closed"]);
  });

  test("two heads at once: the second is told", async () => {
    await desk.rule("PATCH", "queues/2", { name: "Πρώτη" }, 1);
    const late = await desk.rule("PATCH", "queues/2", { name: "Δεύτερη" }, 1);
    expect([late.status, late.body.current.name]).toEqual([412, "Πρώτη"]);
  });

  test("a longer slot fits into what is still to come; hours that are over stand in nobody's way", async () => {
    const over = (weekday: number, valid: string) =>
      world.owner.query(
        `update queue_hours set closes_minute = opens_minute + 20, valid = $3
         where office_id = $1 and queue = 2 and weekday = $2`,
        [desk.office.id, weekday, valid],
      );
    const longer = () => desk.rule("PATCH", "queues/2", { slotMinutes: 30 }, 1);
    await over(2, "[2026-10-20,2026-10-21)");
    await over(3, "[2026-11-25,2026-11-26)");
    expect(errorsOf(await longer())).toEqual([422, "slot-longer-than-hours"]);
    await over(3, "(,2026-11-24)");
    const extra = { ...absence, kind: "extra", from: "17:00", to: "17:20", reason: "Άλλο" };
    const made = await desk.rule("POST", "exceptions", extra);
    expect(errorsOf(await longer())).toEqual([422, "slot-longer-than-extra"]);
    expect((await desk.rule("PATCH", "queues/2", { slotMinutes: 20 }, 1)).status).toBe(200);
    await desk.takeBack(made.body.change);
    expect((await desk.rule("PATCH", "queues/2", { slotMinutes: 30 }, 2)).status).toBe(200);
  });

  test("one whose hours are all over can't be activated", async () => {
    await desk.rule("POST", "queues/2/deactivation", {});
    await world.owner.query(
      "update queue_hours set valid = daterange(null, '2026-11-24') where office_id = $1 and queue = 2",
      [desk.office.id],
    );
    const refused = await desk.rule("POST", "queues/2/activation", {});
    expect([refused.status, refused.body.code]).toEqual([409, "queue-without-hours"]);
    await desk.rule("PUT", "queues/2/hours", {
      from: "2026-12-01",
      to: null,
      week: { "2": [{ opens: "08:00", closes: "12:00" }] },
    });
    expect((await desk.rule("POST", "queues/2/activation", {})).status).toBe(200);
  });

  test("inactive for dates only, and again active within them", async () => {
    await desk.rule("POST", "queues/2/deactivation", { from: "2026-11-25", to: "2026-11-27" });
    const active = async (date: string) => (await desk.day(date)).queues[1].active;
    expect([await active("2026-11-24"), await active("2026-11-25"), await active("2026-11-28")]).toEqual([
      true,
      false,
      true,
    ]);
    expect((await desk.book(bookingOn("2026-11-26"))).body.errors[0].code).toBe("queue-inactive");
    await desk.rule("POST", "queues/2/activation", { from: "2026-11-26", to: "2026-11-26" });
    expect([await active("2026-11-25"), await active("2026-11-26"), await active("2026-11-27")]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

const VISIT = { time: "12:00", queue: 2, lastName: "Παπαδοπούλου", firstName: "Ελένη", service: "signature" };
const bookingOn = (date: string, more: object = {}) => ({ date, ...VISIT, ...more });

describe("hours", () => {
  const put = (body: object) => desk.rule("PUT", "queues/2/hours", body);
  const shorter = { "3": [{ opens: "09:00", closes: "12:00" }] };

  test("a season ends by itself, and what it cut off goes on behind it", async () => {
    await put({ from: "2026-12-01", to: "2026-12-31", week: { "3": [{ opens: "10:00", closes: "11:00" }] } });
    const open = async (date: string) => (await desk.day(date)).queues[1].open;
    expect(await open("2026-11-25")).toEqual([{ from: "08:00", to: "15:00" }]);
    expect(await open("2026-12-02")).toEqual([{ from: "10:00", to: "11:00" }]);
    expect(await open("2026-12-03")).toEqual([{ from: "08:00", to: "15:00" }]);
    expect(await open("2027-01-13")).toEqual([{ from: "08:00", to: "15:00" }]);
  });

  test("what is wrong is said at its place, and nothing changed", async () => {
    const before = await desk.rows("queue_hours");
    const wrong = {
      "1": [{ opens: "12:00", closes: "10:00" }],
      "2": [{ opens: "08:00", closes: "08:10" }],
      "3": [
        { opens: "08:00", closes: "12:00" },
        { opens: "11:00", closes: "14:00" },
      ],
    };
    const reply = await put({ from: "2026-11-25", to: null, week: wrong });
    expect(reply.body.errors.map(({ field, code }: Reply["body"]) => [field, code])).toEqual([
      ["week.1.0", "hours-inverted"],
      ["week.2.0", "hours-shorter-than-slot"],
      ["week.3.1", "hours-overlap"],
    ]);
    expect(errorsOf(await put({ from: "2026-11-20", to: "2026-11-19", week: shorter }))).toEqual([
      422,
      "date-past",
      "range-inverted",
    ]);
    const decade = await put({ from: "2026-11-25", to: "2036-11-24", week: shorter });
    expect([errorsOf(decade), decade.body.errors[0]]).toEqual([
      [422, "range-too-long"],
      expect.objectContaining({
        field: "to",
        message: expect.stringMatching(/^Έως 366\u00a0ημέρες\. .*«Από μία ημέρα/),
      }),
    ]);
    expect(errorsOf(await desk.rule("PATCH", "queues/2", { slotMinutes: 120 }, 1))).toEqual([200]);
    expect(await desk.rows("queue_hours")).toEqual(before);
  });

  test("shortened, they show whom that concerns", async () => {
    const late = (await desk.book(bookingOn("2026-11-25", { time: "14:00", email: "e@example.gr" }))).body;
    const refused = await put({ from: "2026-11-25", to: null, week: shorter });
    expect([refused.status, refused.body.code]).toEqual([409, "proposal-needed"]);
    expect(refused.body.proposal.appointments).toMatchObject([
      { appointment: { id: late.id }, place: { date: "2026-11-25", time: "14:00", queue: 1 }, notice: "none" },
    ]);
    expect((await desk.day("2026-11-25")).queues[1].open).toEqual([{ from: "08:00", to: "15:00" }]);
  });
});

describe("exceptions", () => {
  test("seen first, then made as proposed: the same time first for whom nobody can tell", async () => {
    const told = await desk.booked("12:00", { queue: 2, phone: "6944123456", email: "told@example.gr" });
    const untold = await desk.booked("12:15", { queue: 2 });
    const called = await desk.booked("12:30", { queue: 2, phone: "6944123457" });
    await desk.booked("12:00");
    await desk.booked("12:30");
    const preview = await desk.rule("POST", "exceptions/proposals", absence);
    expect(preview.body).toMatchObject({ sameTime: 1, emails: 1, calls: 2, withoutPlace: 0 });
    const places = new Map(preview.body.appointments.map((one: Reply["body"]) => [one.appointment.id, one]));
    expect(places.get(untold.id)).toMatchObject({ place: { time: "12:15", queue: 1 }, notice: "none" });
    expect(places.get(told.id)).toMatchObject({ notice: "email-and-call" });
    expect(places.get(called.id)).toMatchObject({ notice: "call" });
    expect(await desk.rows("exception"), "a preview leaves nothing").toEqual([]);

    const made = await desk.rule("POST", "exceptions", { ...absence, decisions: asProposed(preview) });
    expect(made.body).toMatchObject({ moved: 3, kept: 0, emails: 1, calls: 2, withoutPhone: 0 });
    const mails = (await desk.rows("mail")).filter(({ kind }) => kind === "moved");
    expect(mails).toMatchObject([
      { appointment_id: told.id, kind: "moved", address: "told@example.gr", state: "planned" },
    ]);
    expect((await desk.history(untold.id))[0]).toMatchObject({ kind: "moved" });
    expect((await desk.day()).queues[1].free).not.toContain("12:00");
  });

  test("what changed since the preview: nothing is done, and a new proposal is shown", async () => {
    await desk.booked("12:00", { queue: 2 });
    const preview = await desk.rule("POST", "exceptions/proposals", absence);
    await desk.booked("12:15", { queue: 2 });
    const late = await desk.rule("POST", "exceptions", { ...absence, decisions: asProposed(preview) });
    expect([late.status, late.body.code]).toEqual([409, "proposal-stale"]);
    expect(late.body.proposal.appointments).toHaveLength(2);
    expect(await desk.rows("exception")).toEqual([]);
    const place = late.body.proposal.appointments[0].place;
    await desk.booked(place.time, { queue: place.queue });
    const taken = await desk.rule("POST", "exceptions", {
      ...absence,
      decisions: asProposed({ ...late, body: late.body.proposal }),
    });
    expect(taken.body.code).toBe("proposal-stale");
    expect(await desk.rows("exception")).toEqual([]);
  });

  test("kept knowingly: recorded, on the call list if she wishes, and no undo puts it there unkept", async () => {
    const kept = await desk.booked("12:00", { queue: 2, phone: "6944123456" });
    const decisions = [{ act: "call", id: kept.id, version: 1 }];
    const made = await desk.rule("POST", "exceptions", { ...absence, decisions });
    expect(made.body).toMatchObject({ moved: 0, kept: 1, calls: 1 });
    expect(await desk.rows("appointment")).toMatchObject([{ id: kept.id, kept_by: desk.head.employeeId }]);
    expect((await desk.act(kept.id, "undo", { version: 2 })).status).toBe(409);
    const list = await desk.clerk.ask("GET", `${desk.office.code}/call-lists/2026-11-24`);
    expect(list.body.calls).toMatchObject([
      { appointment: { id: kept.id, phone: "+306944123456" }, outcome: "not-called" },
    ]);
    const path = `call-lists/2026-11-24/${kept.id}`;
    expect((await byClerk("PATCH", path, { outcome: "agreed" })).body).toMatchObject({
      outcome: "agreed",
      version: 2,
    });
    expect((await byClerk("PATCH", path, { outcome: "no-answer" })).status).toBe(412);
    expect((await desk.rows("audit_entry")).map(({ act }) => act)).toContain("call-list-viewed");
  });

  test("for the whole office, for days and every week", async () => {
    await desk.rule("POST", "exceptions", {
      queue: null,
      kind: "closed",
      date: "2026-12-07",
      lastDate: "2026-12-08",
      reason: "Τοπική αργία",
    });
    expect((await desk.day("2026-12-08")).queues.map(({ free }: Reply["body"]) => free)).toEqual([[], []]);
    expect((await desk.day("2026-12-09")).queues[0].free.length).toBeGreaterThan(0);
    await desk.rule("POST", "exceptions", {
      ...absence,
      date: "2026-12-02",
      weeklyUntil: "2026-12-31",
      reason: "Εκπαίδευση",
    });
    const series = (await queues()).exceptions.filter(({ series: id }: Reply["body"]) => id !== null);
    expect(series.map(({ from }: Reply["body"]) => from.slice(0, 16))).toEqual(
      [2, 9, 16, 23, 30].map((day) => `2026-12-${String(day).padStart(2, "0")}T12:00`),
    );
    const [first] = series;
    await desk.rule("DELETE", `exceptions/${first.id}`, {});
    expect((await queues()).exceptions).toHaveLength(5);
    await desk.rule("DELETE", `exceptions/${series[1].id}?series=true`, {});
    expect((await queues()).exceptions).toHaveLength(1);
  });

  test("extra hours are offered, beside the queue's own", async () => {
    const extra = { ...absence, kind: "extra", from: "17:00", to: "18:00", reason: "Άλλο" };
    expect((await desk.rule("POST", "exceptions", extra)).status).toBe(200);
    expect((await desk.booked("17:45", { queue: 2 })).time).toBe("17:45");
    const [made] = (await queues()).exceptions;
    const removal = await desk.rule("DELETE", `exceptions/${made.id}`, {});
    expect([removal.status, removal.body.code]).toEqual([409, "proposal-needed"]);
    for (const [from, to] of [
      ["14:30", "15:00"],
      ["17:15", "18:00"],
    ])
      expect(errorsOf(await desk.rule("POST", "exceptions", { ...extra, from, to }))).toEqual([
        422,
        "extra-overlaps-hours",
      ]);
    const short = await desk.rule("POST", "exceptions", { ...extra, from: "14:30", to: "15:10" });
    expect(errorsOf(short)).toEqual([422, "hours-shorter-than-slot"]);
    expect((await desk.rule("POST", "exceptions", { ...extra, from: "14:30", to: "16:00" })).status).toBe(200);
    expect((await desk.day()).queues[1].open).toContainEqual({ from: "15:00", to: "16:00" });
  });

  test("what is wrong is said at its place, and nothing changed", async () => {
    const wrong: readonly [object, string][] = [
      [{ from: "13:00", to: "12:00" }, "hours-inverted"],
      [{ from: "13:00", to: undefined }, "time-required"],
      [{ date: "2026-11-23" }, "exception-past"],
      [{ from: "08:00", to: "10:00" }, "exception-past"],
      [{ lastDate: "2036-11-24" }, "range-too-long"],
      [{ date: "2026-11-26", lastDate: "2026-11-25" }, "range-inverted"],
      [{ weeklyUntil: "2036-11-24" }, "range-too-long"],
      [{ reason: " " }, "reason-required"],
      [{ reason: "α".repeat(121) }, "field-too-long"],
      [{ queue: null, kind: "extra" }, "extra-overlaps-hours"],
    ];
    for (const [change, code] of wrong) {
      const reply = await desk.rule("POST", "exceptions", { ...absence, ...change });
      expect([change, errorsOf(reply)]).toEqual([change, [422, code]]);
    }
    expect((await desk.rule("POST", "exceptions", { ...absence, queue: 9 })).body.code).toBe("queue-not-found");
    expect(await desk.rows("exception")).toEqual([]);
  });
});

describe("taken back", () => {
  test("a change with all its consequences", async () => {
    const before = await desk.booked("12:00", { queue: 2, email: "e@example.gr" });
    await desk.booked("12:00");
    const preview = await desk.rule("POST", "exceptions/proposals", absence);
    const made = await desk.rule("POST", "exceptions", { ...absence, decisions: asProposed(preview) });
    const undone = await desk.rule("POST", `rule-changes/${made.body.change}/undo`);
    expect([undone.status, undone.body.restored]).toEqual([200, 1]);
    expect((await desk.day()).appointments.find(({ id }: Reply["body"]) => id === before.id)).toMatchObject({
      time: "12:00",
      queue: 2,
    });
    expect(await desk.rows("exception")).toEqual([]);
    expect((await desk.rows("mail")).map(({ kind, state }) => [kind, state])).toContainEqual(["moved", "withdrawn"]);
    expect((await desk.rule("POST", `rule-changes/${made.body.change}/undo`)).body, "asked again").toEqual(undone.body);
  });

  test("not when somebody has gone on since", async () => {
    const visit = await desk.booked("12:00", { queue: 2 });
    const preview = await desk.rule("POST", "exceptions/proposals", absence);
    const made = await desk.rule("POST", "exceptions", { ...absence, decisions: asProposed(preview) });
    await desk.change(visit.id, { notes: "άλλο" }, 2);
    const undone = await desk.rule("POST", `rule-changes/${made.body.change}/undo`);
    expect([undone.status, undone.body.code]).toEqual([409, "undo-overtaken"]);
    expect(await desk.rows("exception")).toHaveLength(1);
  });

  test("hours, names, activity and the default", async () => {
    const rules = async () =>
      JSON.stringify((await queues()).queues.map(({ version, ...rest }: Reply["body"]) => rest));
    const acts: readonly (() => Promise<Reply>)[] = [
      () => desk.rule("PUT", "queues/2/hours", { from: "2026-12-01", to: "2026-12-31", week: { "3": [] } }),
      () => desk.rule("PATCH", "queues/2", { name: "Άλλη", employee: desk.head.employeeId }, 1),
      () => desk.rule("POST", "queues/2/deactivation", { from: "2026-11-25", to: "2026-11-27" }),
      () => desk.rule("POST", "queues/2/deactivation", {}),
      () => desk.rule("POST", "queues/2/default"),
    ];
    for (const act of acts) {
      const before = await rules();
      const made = await act();
      expect([made.status, await rules()]).not.toEqual([200, before]);
      expect((await desk.rule("POST", `rule-changes/${made.body.change}/undo`)).status).toBe(200);
      expect(await rules()).toBe(before);
      await world.owner.query("update queue set version = 1 where office_id = $1", [desk.office.id]);
    }
  });
});
