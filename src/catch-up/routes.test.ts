import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, deskOf } from "../../test/booking-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";
import { sealSome } from "../audit/seal/start-sealing.ts";
import { CHECKS } from "../cli/checks/checks.ts";
import { measuresOf } from "../measures/measures.ts";
import { visitsOn } from "../measures/sql.ts";
import { measuredVisit } from "../measures/visit.ts";
import { readHandle } from "../platform/database/sql.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = Temporal.Instant.from("2026-11-24T07:50:00+02:00");
  desk = await aBookingDesk(world);
});

const DATE = "2026-11-24";
/** The connection is back, and who was signed in before the outage is not any more. */
async function later(now = NOW): Promise<void> {
  world.now = now;
  desk = deskOf(desk.office, await world.aClerk(desk.office));
}
const mark = ({ id, version }: Reply["body"], status: string) => ({ id, version, status });
const catchUp = (body: object, { date = DATE, key = randomUUID(), by = desk.clerk } = {}): Promise<Reply> =>
  by.ask("POST", `${desk.office.code}/days/${date}/catch-up`, { body: { marks: [], walkIns: [], ...body }, key });
const undo = (id: string): Promise<Reply> => desk.clerk.ask("POST", `${desk.office.code}/catch-ups/${id}/undo`);
const walkIn = (time: string, until: string | null, more: object = {}) => ({
  time,
  until,
  service: "signature",
  ...more,
});
const read = async (id: string) => (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body;
const tickets = async () => (await desk.clerk.ask("GET", `${desk.office.code}/days/${DATE}/tickets`)).body.tickets;
const acts = async (id: string): Promise<string[]> =>
  (await desk.history(id)).map(({ kind, fromPaper }: { kind: string; fromPaper: string | null }) =>
    fromPaper ? `${kind} ${fromPaper.slice(11, 16)}` : kind,
  );
const audited = async (act: string) =>
  (await world.owner.query("select details from audit_entry where office_id = $1 and act = $2", [desk.office.id, act]))
    .rows;

/** What the doctor would find. */
async function unsound(): Promise<string[]> {
  await sealSome(world.database);
  const found: string[] = [];
  for (const { name, find } of CHECKS)
    found.push(...(await find(readHandle(world.owner), world.now)).map(({ finding }) => `${name}: ${finding}`));
  return found.filter((finding) => finding.includes(` ${desk.office.code} `));
}

describe("what was ticked", () => {
  test("takes the steps of the counter at the appointment's time, and says that paper told it", async () => {
    const [served, arrived, missed] = [
      await desk.booked("09:00"),
      await desk.booked("09:15"),
      await desk.booked("09:30"),
    ];
    await later();
    const reply = await catchUp({ marks: [mark(served, "served"), mark(arrived, "arrived"), mark(missed, "no-show")] });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ date: DATE, arrived: 1, served: 1, noShow: 1, walkIns: 0, left: 0 });
    expect(await acts(served.id)).toEqual(["completed 09:15", "service-started 09:00", "arrived 09:00", "booked"]);
    expect(await acts(arrived.id)).toEqual(["arrived 09:15", "booked"]);
    expect(await acts(missed.id)).toEqual(["no-show 09:30", "booked"]);
    expect(await read(served.id)).toMatchObject({
      status: "served",
      statusAt: "2026-11-24T09:15:00+02:00",
      version: 4,
    });
    expect((await desk.history(served.id))[0].at).toBe("2026-11-24T10:42:00+02:00");
    const counts = { date: DATE, arrived: 1, served: 1, noShow: 1, walkIns: 0, left: 0 };
    expect(await audited("caught-up")).toEqual([{ details: counts }]);
  });

  test("who is known to have arrived keeps the real time, and nothing is later than now", async () => {
    const [here, running] = [await desk.booked("09:00"), await desk.booked("10:30", { queue: 2 })];
    await later(Temporal.Instant.from("2026-11-24T09:07:00+02:00"));
    const arrived = (await desk.act(here.id, "arrival")).body;
    await later();
    expect((await catchUp({ marks: [mark(arrived, "served"), mark(running, "served")] })).status).toBe(201);
    expect(await acts(here.id)).toEqual(["completed 09:15", "service-started 09:07", "arrived", "booked"]);
    expect(await acts(running.id)).toEqual(["completed 10:42", "service-started 10:30", "arrived 10:30", "booked"]);
  });

  test("an act taken back later gives the time on paper back", async () => {
    const booked = await desk.booked("09:00");
    await later();
    await catchUp({ marks: [mark(booked, "arrived")] });
    await desk.act(booked.id, "service-start");
    const { body } = await desk.act(booked.id, "undo", { version: 3 });
    expect(body).toMatchObject({ status: "arrived", statusAt: "2026-11-24T09:00:00+02:00" });
  });

  test("is no change where it stands so already", async () => {
    const booked = await desk.booked("09:00");
    await later();
    const { body } = await desk.act(booked.id, "no-show");
    expect((await catchUp({ marks: [mark(body, "no-show")] })).body).toMatchObject({ noShow: 0 });
    expect(await read(booked.id)).toMatchObject({ version: 2 });
  });
});

describe("all or nothing:", () => {
  test("what changed since it was seen is told as it is now, and nothing is written", async () => {
    const [first, second] = [await desk.booked("09:00"), await desk.booked("09:15")];
    await later();
    const now = (await desk.act(second.id, "no-show")).body;
    const { status, body } = await catchUp({ marks: [mark(first, "served"), mark(second, "served")] });
    expect([status, body.code]).toEqual([409, "catch-up-stale"]);
    expect(body.current).toEqual([now]);
    expect(await read(first.id)).toMatchObject({ status: "booked", version: 1 });
    expect(await audited("caught-up")).toEqual([]);
  });

  test("an appointment that was moved to another day is not on this sheet any more", async () => {
    const booked = await desk.booked("11:00");
    const moved = (await desk.move(booked.id, { date: "2026-11-25", time: "11:00", queue: 1 }, 1)).body;
    await later();
    expect((await catchUp({ marks: [mark(moved, "arrived")] })).body).toMatchObject({
      code: "catch-up-stale",
      current: [moved],
    });
  });

  test("each row that status or clock do not allow says why", async () => {
    const [good, soon, gone] = [await desk.booked("09:00"), await desk.booked("10:45"), await desk.booked("09:30")];
    const cancelled = (await desk.act(gone.id, "cancellation", { version: 1 })).body;
    await later();
    const { status, body } = await catchUp({
      marks: [mark(good, "served"), mark(soon, "no-show"), mark(cancelled, "served")],
    });
    expect([status, body.code]).toEqual([409, "marks-hindered"]);
    expect(body.errors).toMatchObject([
      { field: "marks.1.status", code: "act-too-early" },
      { field: "marks.2.status", code: "act-cancelled" },
    ]);
    expect(body.errors[0].message).toContain("10:55");
    expect(await read(good.id)).toMatchObject({ version: 1 });
  });

  test("a walk-in without a place keeps the ticks from being written", async () => {
    const booked = await desk.booked("09:00");
    await later();
    const { status, body } = await catchUp({ marks: [mark(booked, "served")], walkIns: [walkIn("07:10", "07:20")] });
    expect([status, body.code]).toEqual([409, "walk-in-no-place"]);
    expect(body.errors).toMatchObject([{ field: "walkIns.0.time", code: "walk-in-before-places" }]);
    expect(body.errors[0].message).toContain("αρχίζουν στις\u00a008:00");
    expect(body.places).toEqual([
      {
        walkIn: 0,
        near: [
          { time: "08:00", queue: 1 },
          { time: "08:00", queue: 2 },
          { time: "08:15", queue: 1 },
        ],
      },
    ]);
    expect(await read(booked.id)).toMatchObject({ version: 1 });
    const place = body.places[0].near[1];
    const again = await catchUp({ marks: [mark(booked, "served")], walkIns: [walkIn("07:10", "07:20", { place })] });
    expect(again.status).toBe(201);
    expect((await desk.day()).appointments).toMatchObject([
      { time: "08:00", queue: 2, status: "served" },
      { time: "09:00" },
    ]);
  });
});

describe("who came without an appointment", () => {
  test("and was served stands in a place that was free, with the times on paper and no name", async () => {
    await later();
    const { body } = await catchUp({ walkIns: [walkIn("09:10", "09:25")] });
    expect(body).toMatchObject({ walkIns: 1, left: 0 });
    const [visit] = (await desk.day()).appointments;
    expect(visit).toMatchObject({
      time: "09:00",
      queue: 1,
      minutes: 15,
      status: "served",
      statusAt: "2026-11-24T09:25:00+02:00",
      lastName: "",
      firstName: "",
      channel: "in-person",
      createdAt: "2026-11-24T10:42:00+02:00",
    });
    expect(await acts(visit.id)).toEqual(["completed 09:25", "service-started 09:10", "arrived 09:10", "booked 09:10"]);
    expect(await unsound()).toEqual([]);
  });

  test("goes to the queue that the clerk served that day", async () => {
    await later();
    await world.owner.query("update queue set employee_id = $1 where office_id = $2 and number = 2", [
      desk.clerk.employeeId,
      desk.office.id,
    ]);
    await catchUp({ walkIns: [walkIn("09:10", "09:25"), walkIn("09:40", null)] });
    expect((await desk.day()).appointments).toMatchObject([{ queue: 2, status: "served" }]);
  });

  test("and left takes nobody's place: a number that has left, by the times on paper, in no waiting time", async () => {
    await desk.booked("09:30");
    await desk.booked("09:30", { queue: 2 });
    await later();
    const given = [walkIn("09:40", null, { service: "vehicle" }), walkIn("09:30", null)];
    expect((await catchUp({ walkIns: given })).body).toMatchObject({ walkIns: 2, left: 2 });
    expect((await desk.day()).appointments).toHaveLength(2);
    const [first, second] = await tickets();
    expect(first).toMatchObject({ number: "Α001", status: "left", service: "signature", version: 2 });
    expect(first.issuedAt).toBe("2026-11-24T09:30:00+02:00");
    expect(second).toMatchObject({ number: "Α002", status: "left", service: "vehicle" });
    const { events } = (await desk.clerk.ask("GET", `${desk.office.code}/tickets/${first.id}/history`)).body;
    const came = "2026-11-24T09:30:00+02:00";
    expect(events).toMatchObject([
      { kind: "left", at: "2026-11-24T10:42:00+02:00", fromPaper: came },
      { kind: "issued", fromPaper: came },
    ]);
    const visits = await visitsOn(readHandle(world.owner), desk.office.id, Temporal.PlainDate.from(DATE));
    const measured = measuresOf(visits.map(measuredVisit)).map(({ measure }) => measure);
    expect(measured).not.toContain("left");
    expect(measured).not.toContain("crowd");
    expect(await unsound()).toEqual([]);
  });

  test.each([
    ["later than now", walkIn("10:43", null), "walkIns.0.time", "walk-in-to-come"],
    ["served later than now", walkIn("10:30", "10:50"), "walkIns.0.until", "walk-in-to-come"],
    ["served before coming", walkIn("10:30", "10:30"), "walkIns.0.until", "walk-in-inverted"],
    [
      "for a service that there is not",
      walkIn("09:30", "09:40", { service: "nothing" }),
      "walkIns.0.service",
      "service-unknown",
    ],
  ])("%s is refused", async (_, given, field, code) => {
    await later();
    const { status, body } = await catchUp({ walkIns: [given] });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field, code }]);
  });
});

describe("undoing", () => {
  test("takes all of it back together, once", async () => {
    const [served, missed] = [await desk.booked("09:00"), await desk.booked("09:30")];
    await later();
    const { body } = await catchUp({
      marks: [mark(served, "served"), mark(missed, "no-show")],
      walkIns: [walkIn("10:00", "10:10"), walkIn("10:05", null)],
    });
    const undone = await undo(body.id);
    expect(undone).toMatchObject({ status: 200, body: { id: body.id, restored: 4, staying: [] } });
    expect(await read(served.id)).toMatchObject({ status: "booked", statusAt: served.statusAt, version: 7 });
    expect(await read(missed.id)).toMatchObject({ status: "booked", statusAt: missed.statusAt });
    const others = (await desk.day()).appointments.filter(({ lastName }: { lastName: string }) => lastName === "");
    expect(others).toMatchObject([{ status: "cancelled", cancellationReason: null }]);
    expect(await tickets(), "its number is given to nobody else").toEqual([]);
    expect((await undo(body.id)).body).toEqual(undone.body);
    expect((await undo("no-id")).status).toBe(400);
    expect(await audited("catch-up-undone")).toHaveLength(1);
    expect(await unsound()).toEqual([]);
  });

  test("leaves alone a number of which it was taken back by hand that it left", async () => {
    await later();
    const { body } = await catchUp({ walkIns: [walkIn("10:05", null)] });
    const [{ id }] = await tickets();
    await desk.clerk.ask("POST", `${desk.office.code}/tickets/${id}/undo`, { version: 2 });
    await desk.clerk.ask("POST", `${desk.office.code}/tickets/${id}/departure`, { version: 3 });
    expect((await undo(body.id)).body).toMatchObject({ restored: 0, staying: [id] });
    expect(await tickets()).toMatchObject([{ status: "left" }]);
  });

  test("leaves alone what somebody has worked on since, and names it", async () => {
    const [arrived, served] = [await desk.booked("09:00"), await desk.booked("09:30")];
    await later();
    const { body } = await catchUp({ marks: [mark(arrived, "arrived"), mark(served, "served")] });
    await desk.act(arrived.id, "service-start");
    expect((await undo(body.id)).body).toEqual({ id: body.id, restored: 1, staying: [arrived.id] });
    expect(await read(arrived.id)).toMatchObject({ status: "in-service" });
    expect(await read(served.id)).toMatchObject({ status: "booked" });
  });

  test("finds nothing of another office, nor of what never was", async () => {
    const booked = await desk.booked("09:00");
    await later();
    const { body } = await catchUp({ marks: [mark(booked, "arrived")] });
    const other = await aBookingDesk(world);
    expect((await other.clerk.ask("POST", `${other.office.code}/catch-ups/${body.id}/undo`)).body.code).toBe(
      "catch-up-not-found",
    );
    expect((await undo(randomUUID())).status).toBe(404);
  });
});

describe("the same sheet", () => {
  test("sent twice with one key is recorded once", async () => {
    const booked = await desk.booked("09:00");
    await later();
    const sheet = { marks: [mark(booked, "served")], walkIns: [walkIn("10:00", "10:10")] };
    const key = randomUUID();
    const first = await catchUp(sheet, { key });
    const again = await catchUp(sheet, { key });
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(again.body).toEqual(first.body);
    expect((await desk.day()).appointments).toHaveLength(2);
  });

  test("by two clerks at once is recorded by one of them", async () => {
    const booked = await Promise.all(["09:00", "09:15", "09:30"].map((time) => desk.booked(time)));
    await later();
    const colleague = await world.aClerk(desk.office);
    const sheet = { marks: booked.map((one) => mark(one, "served")) };
    const replies = await Promise.all([catchUp(sheet), catchUp(sheet, { by: colleague })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    for (const { id } of booked) expect(await acts(id)).toHaveLength(4);
  });

  test("by two clerks at once never gives two walk-ins one place", async () => {
    await later();
    const colleague = await world.aClerk(desk.office);
    const sheet = { walkIns: [walkIn("09:10", "09:14"), walkIn("09:11", "09:14")] };
    const replies = await Promise.all([catchUp(sheet), catchUp(sheet, { by: colleague })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await desk.day()).appointments).toHaveLength(2);
  });
});

describe("refused is", () => {
  test("a day to come, and a sheet without a tick", async () => {
    const booked = await desk.booked("09:00", { date: "2026-11-25" });
    await later();
    const tomorrow = await catchUp({ marks: [mark(booked, "arrived")] }, { date: "2026-11-25" });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([409, "catch-up-to-come"]);
    const empty = await catchUp({});
    expect([empty.status, empty.body.code]).toEqual([422, "catch-up-empty"]);
  });

  test("another office's appointment, as one that there is not", async () => {
    const other = await aBookingDesk(world);
    const booked = await other.booked("09:00");
    await later();
    expect((await catchUp({ marks: [mark(booked, "arrived")] })).body.code).toBe("appointment-not-found");
    const stranger = await world.aClerk(other.office);
    const { status, body } = await catchUp({ walkIns: [walkIn("09:10", null)] }, { by: stranger });
    expect([status, body.code]).toEqual([404, "office-not-found"]);
  });

  test("a sheet without a key", async () => {
    await later();
    const path = `${desk.office.code}/days/${DATE}/catch-up`;
    expect((await desk.clerk.ask("POST", path, { body: { marks: [], walkIns: [] } })).status).toBe(428);
  });

  test("one appointment ticked twice", async () => {
    const booked = await desk.booked("09:00");
    await later();
    const { status } = await catchUp({ marks: [mark(booked, "arrived"), mark(booked, "no-show")] });
    expect(status).toBe(422);
    expect(await read(booked.id)).toMatchObject({ version: 1 });
  });
});

test("a past day is caught up as well", async () => {
  const booked = await desk.booked("09:00");
  await later(Temporal.Instant.from("2026-11-26T08:00:00+02:00"));
  expect((await catchUp({ marks: [mark(booked, "served")], walkIns: [walkIn("12:00", "12:20")] })).status).toBe(201);
  expect(await acts(booked.id)).toEqual(["completed 09:15", "service-started 09:00", "arrived 09:00", "booked"]);
});
