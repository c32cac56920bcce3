import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BookingDesk, deskOf, wish } from "../../test/booking-desk.ts";
import { aWorld, type Clerk, NOW, type TestOffice, type World } from "../../test/world.ts";
import type { Availability } from "../appointments/contract.ts";
import type { DayOfAll, Explanation, Weeks } from "./contract.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  const office = await world.anOffice({ queues: 2 });
  desk = deskOf(office, await world.aClerk(office));
});

const weeksOf = async (query: string, of = desk): Promise<Weeks> =>
  (await of.clerk.ask("GET", `${of.office.code}/weeks?${query}`)).body;
const dayIn = ({ days }: Weeks, date: string) => days.find((day) => day.date === date);

async function dayOfAll(cookie: string, date = "2026-11-24"): Promise<{ status: number; body: DayOfAll }> {
  const response = await world.app.inject({ method: "GET", url: `/api/days/${date}`, headers: { cookie } });
  return { status: response.statusCode, body: response.json() };
}

async function severalOffices(count: number): Promise<TestOffice[]> {
  const offices: TestOffice[] = [];
  while (offices.length < count) offices.push(await world.anOffice({ queues: 1 + (offices.length % 3) }));
  return offices;
}

const close = (office: TestOffice, date: string, reason: string, queue: number | null = null) =>
  world.owner.query(
    `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
     values ($1, $2, $3, 'closed', $4::date::timestamp at time zone 'Europe/Athens',
       ($4::date + 1)::timestamp at time zone 'Europe/Athens', $5, now())`,
    [office.id, randomUUID(), queue, date, reason],
  );

describe("the weeks of an office", () => {
  test("four whole weeks from the Monday of the day asked for, in visits of the service", async () => {
    await desk.booked("11:30");
    const weeks = await weeksOf("from=2026-11-26&service=signature");
    expect(weeks.days).toHaveLength(28);
    expect(weeks).toMatchObject({ from: "2026-11-23", service: "signature", minutes: 10 });
    expect(weeks.now).toEqual({ date: "2026-11-24", time: "10:42" });
    expect(weeks.queues).toEqual([
      { number: 1, name: "Ουρά 1", active: true },
      { number: 2, name: "Ουρά 2", active: true },
    ]);
    const [monday, today, tomorrow] = weeks.days;
    expect(monday).toMatchObject({ date: "2026-11-23", isPast: true, closed: null });
    expect(monday?.queues[0]).toMatchObject({ free: 0, offered: 0, taken: 0 });
    // From 10:45 to 15:00 by quarters.
    expect(today).toMatchObject({ date: "2026-11-24", isPast: false });
    expect(today?.queues).toMatchObject([
      { number: 1, free: 16, offered: 17, taken: 1 },
      { number: 2, free: 17, offered: 17, taken: 0 },
    ]);
    expect(tomorrow?.queues[0]).toMatchObject({ free: 28, offered: 28 });
    expect(dayIn(await weeksOf("from=2026-11-26&service=vehicle"), "2026-11-24")?.queues[0]?.free).toBe(7);
  });

  test("one week or eight, where the year ends too", async () => {
    expect((await weeksOf("from=2026-12-31&service=signature&weeks=1")).days.map(({ date }) => date)).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
      "2027-01-03",
    ]);
    expect((await weeksOf("from=2026-11-24&service=signature&weeks=8")).days).toHaveLength(56);
  });

  test("why a day is closed: holidays, half of one, exceptions", async () => {
    await close(desk.office, "2026-12-22", "Υπηρεσιακή συνάντηση");
    await close(desk.office, "2026-12-23", "Απουσία υπαλλήλου", 2);
    const weeks = await weeksOf("from=2026-12-21&service=signature&weeks=1");
    expect(dayIn(weeks, "2026-12-25")).toMatchObject({
      closed: { kind: "holiday", reason: "Χριστούγεννα", reasonEn: "Christmas Day" },
    });
    expect(dayIn(weeks, "2026-12-22")?.closed).toEqual({ kind: "exception", reason: "Υπηρεσιακή συνάντηση" });
    expect(dayIn(weeks, "2026-12-23")?.closed).toBeNull();
    expect(dayIn(weeks, "2026-12-23")?.queues[1]).toMatchObject({
      free: 0,
      offered: 0,
      closed: { kind: "exception", reason: "Απουσία υπαλλήλου" },
    });
    expect(dayIn(weeks, "2026-12-24")).toMatchObject({
      closed: null,
      holiday: "Παραμονή Χριστουγέννων",
      holidayEn: "Christmas Eve",
    });
    expect(dayIn(weeks, "2026-12-24")?.queues[0]?.offered).toBe(20);
  });

  test("the weeks in which the clock changes lose and double nothing", async () => {
    for (const from of ["2027-03-22", "2027-10-25"]) {
      const { days } = await weeksOf(`from=${from}&service=signature&weeks=2`);
      expect(new Set(days.map(({ date }) => date)).size).toBe(14);
      const open = days.filter(({ closed }) => !closed).map(({ queues }) => queues[0]?.free);
      expect(new Set(open)).toEqual(new Set([28]));
    }
  });

  test("the next free time: by telephone after the lead time, at the counter the running one", async () => {
    expect((await weeksOf("from=2027-05-01&service=signature")).next).toEqual({
      byPhone: { date: "2026-11-24", time: "11:15", queue: 1 },
      inPerson: { date: "2026-11-24", time: "10:30", queue: 1 },
    });
    await world.owner.query("update office set lead_minutes = 2880 where id = $1", [desk.office.id]);
    expect((await weeksOf("from=2026-11-24&service=signature")).next.byPhone).toEqual({
      date: "2026-11-26",
      time: "10:45",
      queue: 1,
    });
    await world.owner.query("update queue set is_active = false where office_id = $1 and number = 2", [desk.office.id]);
    expect((await weeksOf("from=2026-11-24&service=signature")).queues).toMatchObject([
      { number: 1, active: true },
      { number: 2, active: false },
    ]);
    await world.owner.query("update queue set is_active = false where office_id = $1", [desk.office.id]);
    expect((await weeksOf("from=2026-11-24&service=signature")).next).toEqual({ byPhone: null, inPerson: null });
  });

  test("has room exactly where availability has a time, whatever is booked", async () => {
    const crowded = await world.anOffice({ opens: 600, closes: 690 });
    const hers = deskOf(crowded, await world.aClerk(crowded));
    for (const time of ["10:00", "10:45", "11:15"]) await hers.book(wish(time, { date: "2026-11-25" }));
    for (const time of ["10:15", "10:45", "11:15"]) await hers.book(wish(time, { date: "2026-11-26" }));
    await close(crowded, "2026-11-27", "Απεργία");
    for (const service of ["signature", "vehicle"]) {
      const weeks = await weeksOf(`from=2026-11-24&service=${service}`, hers);
      const query = `from=2026-11-23&to=2026-12-20&service=${service}`;
      const { days } = (await hers.clerk.ask("GET", `${crowded.code}/availability?${query}`)).body;
      const offered = days.filter(({ times }: { times: unknown[] }) => times.length > 0);
      const withRoom = weeks.days.filter(({ queues }) => queues.some(({ free }) => free > 0));
      expect(withRoom.map(({ date }) => date)).toEqual(offered.map(({ date }: { date: string }) => date));
    }
  });

  test("what does not fit is refused", async () => {
    const status = async (query: string) => (await desk.clerk.ask("GET", `${desk.office.code}/weeks?${query}`)).status;
    expect(await status("from=2026-11-24")).toBe(400);
    expect(await status("service=signature")).toBe(400);
    expect(await status("from=2026-02-30&service=signature")).toBe(400);
    expect(await status("from=1926-11-24&service=signature")).toBe(400);
    expect(await status("from=2026-11-24&service=signature&weeks=0")).toBe(400);
    expect(await status("from=2026-11-24&service=signature&weeks=9")).toBe(400);
    expect(await status("from=2026-11-24&service=signature&x=1")).toBe(400);
    expect(await status("from=2026-11-24&service=nothing")).toBe(422);
    expect(await status("from=2099-12-31&service=signature")).toBe(200);
  });

  test("of another office are not found, and of nobody not shown", async () => {
    const stranger = await world.aClerk(await world.anOffice());
    const path = `${desk.office.code}/weeks?from=2026-11-24&service=signature`;
    expect((await stranger.ask("GET", path)).status).toBe(404);
    expect((await world.app.inject({ method: "GET", url: `/api/offices/${path}` })).statusCode).toBe(401);
  });
});

describe("one day of all the offices of one person", () => {
  let offices: TestOffice[];
  let director: Clerk;
  beforeEach(async () => {
    offices = await severalOffices(12);
    director = await world.aClerk(...offices);
  });

  test("each of twelve as it is, and nothing of others'", async () => {
    await desk.booked("11:30", { lastName: "Ξένη" });
    const of = (index: number) => deskOf(offices[index] as TestOffice, director);
    const first = await of(0).booked("11:30");
    await of(0).booked("11:45");
    await of(0).act(first.id, "arrival");
    await of(1).booked("12:00");
    const { status, body } = await dayOfAll(director.cookie);
    expect(status).toBe(200);
    expect(body.offices.map(({ code }) => code).toSorted()).toEqual(offices.map(({ code }) => code).toSorted());
    const seen = (index: number) => body.offices.find(({ code }) => code === offices[index]?.code);
    expect(seen(0)?.counts).toEqual({ booked: 1, arrived: 1, "in-service": 0, served: 0, "no-show": 0, left: 0 });
    expect(seen(0)?.queues[0]?.visits).toEqual([
      { from: "11:30", to: "11:45", status: "arrived" },
      { from: "11:45", to: "12:00", status: "booked" },
    ]);
    expect(seen(0)?.queues[0]).toMatchObject({ name: "Ουρά 1", active: true, employee: null, free: 15, taken: 2 });
    await world.owner.query(
      "insert into queue_substitute (office_id, queue, date, employee_id) values ($1, 1, '2026-11-25', $2)",
      [offices[0]?.id, director.employeeId],
    );
    const { offices: again } = (await dayOfAll(director.cookie)).body;
    expect(again.find(({ code }) => code === offices[0]?.code)?.queues[0]?.employee, "who serves tomorrow").toBeNull();
    expect(seen(0)?.queues[0]?.open).toEqual([{ from: "08:00", to: "15:00" }]);
    expect(seen(0)?.next).toEqual({ date: "2026-11-24", time: "11:15", queue: 1 });
    expect(seen(1)?.counts.booked).toBe(1);
    expect(seen(2)).toMatchObject({ counts: { booked: 0, arrived: 0 }, closed: null });
    expect(seen(2)?.queues).toHaveLength(3);
    expect(JSON.stringify(body)).not.toMatch(/Παπαδοπούλου|Ξένη/);
  });

  test("a clerk of one office sees that one alone, who has none sees none", async () => {
    expect((await dayOfAll(desk.clerk.cookie)).body.offices.map(({ code }) => code)).toEqual([desk.office.code]);
    expect((await dayOfAll((await world.aClerk()).cookie)).body).toMatchObject({ offices: [], left: 0 });
    expect((await dayOfAll("")).status).toBe(401);
  });

  test("who loses an office does not see it any more", async () => {
    await world.owner.query("delete from membership where employee_id = $1 and office_id <> $2", [
      director.employeeId,
      offices[3]?.id,
    ]);
    expect((await dayOfAll(director.cookie)).body.offices.map(({ code }) => code)).toEqual([offices[3]?.code]);
  });

  test("a closed day says why, and when there is room again", async () => {
    const { body } = await dayOfAll(desk.clerk.cookie, "2026-12-25");
    expect(body.offices[0]).toMatchObject({
      closed: { kind: "holiday", reason: "Χριστούγεννα" },
      holiday: "Χριστούγεννα",
      next: { date: "2026-12-27", time: "08:00", queue: 1 },
    });
    const past = (await dayOfAll(desk.clerk.cookie, "2026-11-20")).body.offices[0];
    expect(past).toMatchObject({ next: { date: "2026-11-24", time: "11:15" }, closed: null });
    expect(past?.queues[0]).toMatchObject({ free: 0, offered: 0 });
  });

  test("no day is no page", async () => {
    for (const date of ["2026-02-30", "today", "1926-11-24"]) {
      expect((await dayOfAll(desk.clerk.cookie, date)).status).toBe(400);
    }
  });

  test("of a whole region the first sixty, and how many are left", async () => {
    const many = await severalOffices(63);
    const { body } = await dayOfAll((await world.aClerk(...many)).cookie);
    expect([body.offices.length, body.left]).toEqual([60, 3]);
  });
});

describe("why there is no time", () => {
  const explanation = async (date: string, service: string): Promise<Explanation> =>
    (await desk.clerk.ask("GET", `${desk.office.code}/days/${date}/explanation?service=${service}`)).body;
  const explained = async (date: string, service = "signature") => {
    const { queues } = await explanation(date, service);
    return queues.map(({ parts }) =>
      parts.map(({ from, to, why, reason }) => [from, to, why, reason].filter((word) => word !== null).join(" ")),
    );
  };

  test("queue by queue, part by part, for one service", async () => {
    await desk.booked("12:00");
    await world.owner.query("update queue set is_active = false where office_id = $1 and number = 2", [desk.office.id]);
    expect(await explained("2026-11-24")).toEqual([
      ["08:00 10:42 past", "10:42 12:00 free", "12:00 12:15 taken", "12:15 15:00 free"],
      ["08:00 15:00 queue-inactive"],
    ]);
    await desk.booked("12:30");
    const long = (await explained("2026-11-24", "vehicle"))[0];
    expect(long?.slice(-2)).toEqual(["12:45 14:45 free", "14:45 15:00 too-short"]);
    expect(long).toContain("12:15 12:30 too-short");
    await close(desk.office, "2026-11-25", "Εκπαίδευση");
    expect((await explained("2026-11-25"))[0]).toEqual(["08:00 15:00 exception Εκπαίδευση"]);
    expect((await explained("2026-12-25"))[0]).toEqual(["08:00 15:00 holiday Χριστούγεννα"]);
  });

  test("a free part names its first time, which the queue offers", async () => {
    await close(desk.office, "2026-11-25", "Εκπαίδευση", 2);
    await world.owner.query("update exception set ends_at = '2026-11-25T12:05:00+02:00' where office_id = $1", [
      desk.office.id,
    ]);
    const starts = async (date: string, of: number) =>
      (await explanation(date, "signature")).queues[of]?.parts.map(({ from, start }) => [from, start]);
    expect(await starts("2026-11-24", 0)).toEqual([
      ["08:00", null],
      ["10:42", "10:45"],
    ]);
    expect(await starts("2026-11-25", 1)).toEqual([
      ["08:00", null],
      ["12:05", "12:15"],
    ]);
    const query = "from=2026-11-24&to=2026-11-25&service=signature";
    const { days } = (await desk.clerk.ask("GET", `${desk.office.code}/availability?${query}`)).body as Availability;
    const offered = days.map(({ times }) => times.find(({ queues }) => queues.includes(2))?.time);
    expect(offered).toEqual(["10:45", "12:15"]);
  });

  test("a visit takes whole slots of its queue", async () => {
    await world.owner.query("update queue set slot_minutes = 20 where office_id = $1 and number = 2", [desk.office.id]);
    const { minutes, queues } = await explanation("2026-11-24", "signature");
    expect([minutes, ...queues.map(({ visitMinutes }) => visitMinutes)]).toEqual([10, 15, 20]);
  });
});
