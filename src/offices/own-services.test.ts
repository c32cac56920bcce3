import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { aHead } from "../../test/office-head.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../../test/world.ts";

let world: World;
let desk: BookingDesk;
let office: TestOffice;
let head: Clerk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world, { queues: 2, slotMinutes: 10 });
  office = desk.office;
  head = await aHead(world, office);
});

const change = (body: object, version = 1, who: Clerk = head) =>
  who.ask("PATCH", `${office.code}/settings`, { body, version });

describe("services and their minutes", () => {
  test("the office's own list: its minutes, without what it does not offer", async () => {
    await change({ services: { signature: { minutes: 25 }, vehicle: { offered: false } } });
    const whole = (await desk.clerk.ask("GET", office.code)).body;
    const list = (await desk.clerk.ask("GET", `${office.code}/services`)).body;
    const brief = ({ code, minutes }: { code: string; minutes: number }) => [code, minutes];
    expect(whole.services.map(brief)).toEqual([["signature", 25]]);
    expect(whole.notOffered.map(brief)).toEqual([["vehicle", 30]]);
    expect(list).toEqual({ services: whole.services });
  });

  test("a new booking, its alternatives and the availability take the office's minutes", async () => {
    await change({ services: { signature: { minutes: 25 } } });
    expect((await desk.booked("11:00")).minutes).toBe(30);
    const times = async (service: string) => {
      const query = `from=2026-11-24&to=2026-11-24&queue=1&service=${service}`;
      const { body } = await desk.clerk.ask("GET", `${office.code}/availability?${query}`);
      return body.days[0].times.map(({ time }: { time: string }) => time);
    };
    expect(await times("signature")).not.toContain("10:50");
    await change({ services: { signature: null } }, 2);
    expect(await times("signature")).toContain("10:50");
    expect((await desk.booked("10:50")).minutes).toBe(10);
  });

  test("appointments that there are keep their length and what they are for", async () => {
    const { id, minutes } = await desk.booked("11:00", { service: "vehicle" });
    await change({ services: { vehicle: { offered: false, minutes: 60 } } });
    const renamed = await desk.change(id, { lastName: "Νέα" }, 1);
    expect([renamed.status, renamed.body.minutes, renamed.body.service]).toEqual([200, minutes, "vehicle"]);
    const moved = await desk.move(id, { date: "2026-11-24", time: "13:00", queue: 2 }, 2);
    expect([moved.status, moved.body.service]).toEqual([200, "vehicle"]);
  });

  test("what is not offered can't be booked, nor chosen for an older appointment", async () => {
    const { id } = await desk.booked("11:00");
    await change({ services: { vehicle: { offered: false } } });
    for (const reply of [
      await desk.book(wish("12:00", { service: "vehicle" })),
      await desk.change(id, { service: "vehicle" }, 1),
    ]) {
      expect(reply.status).toBe(422);
      expect(reply.body.errors).toEqual([
        {
          field: "service",
          code: "service-not-offered",
          message: "Το ΚΕΠ δεν προσφέρει αυτή την υπηρεσία. Επιλέξτε άλλη.",
        },
      ]);
    }
  });

  test("a service that is offered no more is no longer among the usual ones", async () => {
    await desk.booked("11:00", { service: "vehicle" });
    const usual = async () => (await desk.clerk.ask("GET", office.code)).body.usualServices;
    expect(await usual()).toEqual(["vehicle"]);
    await change({ services: { vehicle: { offered: false } } });
    expect(await usual()).toEqual([]);
  });
});

describe("bookings and changes at once", () => {
  test("a change waits for the bookings that run, and bookings for the change: none is made by an old length", async () => {
    const bookings = Array.from({ length: 24 }, (_, index) => {
      const [hour, minute] = [12 + Math.floor(index / 12), index % 6];
      return desk.book(wish(`${hour}:${minute}0`, { queue: 1 + (Math.floor(index / 6) % 2) }));
    });
    const changed = change({ services: { signature: { minutes: 20 } } });
    await Promise.all([...bookings, changed]);
    expect((await changed).status).toBe(200);
    const { rows } = await world.owner.query(
      `select extract(epoch from ends_at - starts_at)::int / 60 as minutes, appointment.xmin::text::bigint > office.xmin::text::bigint as later
       from appointment join office on office.id = office_id where office_id = $1`,
      [office.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { minutes, later } of rows) expect(minutes).toBe(later ? 20 : 10);
    expect((await desk.booked("09:00", { date: "2026-11-25" })).minutes).toBe(20);
  });

  /** A head holds the office's lock alone, writes, and lets go only when the booking has come. */
  async function bookedDuring(isOffered: boolean, minutes: number | null) {
    await world.owner.query("begin");
    await world.owner.query("select pg_advisory_xact_lock($1::int, 0)", [office.id]);
    await world.owner.query(
      "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'signature', $2, $3)",
      [office.id, isOffered, minutes],
    );
    const booking = desk.book(wish("12:00"));
    const hasWaited = await waits(world, booking, 0);
    await world.owner.query("commit");
    expect(hasWaited).toBe(true);
    return (await booking).body;
  }

  test("a booking that comes while a head is writing takes the new length", async () => {
    expect((await bookedDuring(true, 30)).minutes).toBe(30);
  });

  test("a booking that comes while a service is being taken away is refused", async () => {
    expect((await bookedDuring(false, null)).errors).toMatchObject([{ field: "service", code: "service-not-offered" }]);
  });

  test("two heads at the same moment: one of them", async () => {
    const other = await aHead(world, office);
    const replies = await Promise.all([change({ leadMinutes: 40 }), change({ leadMinutes: 50 }, 1, other)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
