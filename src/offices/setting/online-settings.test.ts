import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../../test/booking-desk.ts";
import { aHead } from "../../../test/office-head.ts";
import { openToCitizens, TERMS_AT_FIRST } from "../../../test/public-booking.ts";
import { aWorld, type Clerk, type World } from "../../../test/world.ts";

let world: World;
let desk: BookingDesk;
let head: Clerk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aBookingDesk(world, { queues: 2, slotMinutes: 10 });
  head = await aHead(world, desk.office);
});
afterAll(() => world.close());

const settings = async () => (await head.ask("GET", `${desk.office.code}/settings`)).body;
const change = async (online: object) => {
  const { version } = await settings();
  const reply = await head.ask("PATCH", `${desk.office.code}/settings`, { body: { online }, version });
  return [
    reply.status,
    ...(reply.body.errors ?? []).map(({ field, code }: Record<string, string>) => `${field} ${code}`),
  ];
};

test("an office that said nothing gives its times as the ministry thinks best", async () => {
  expect((await settings()).online).toEqual(TERMS_AT_FIRST);
});

test("whether booking is open here, and which queues take citizens", async () => {
  const seen = async () => {
    const { publicBooking, queues } = await settings();
    return [publicBooking, queues.map((queue: { public: boolean }) => queue.public)];
  };
  expect(await seen()).toEqual([false, [false, false]]);
  await openToCitizens(world.owner);
  await world.owner.query("update queue set is_public = true where office_id = $1 and number = 2", [desk.office.id]);
  expect(await seen()).toEqual([true, [false, true]]);
  await world.owner.query("update queue set is_active = false where office_id = $1 and number = 2", [desk.office.id]);
  expect(await seen()).toEqual([true, [false, false]]);
});

test("times open at an hour as it is typed, and as the clock goes on once that is blank", async () => {
  expect(await change({ releaseTime: "8" })).toEqual([200]);
  expect((await settings()).online.releaseTime).toBe("08:00");
  expect(await change({ releaseTime: null })).toEqual([200]);
  expect((await settings()).online.releaseTime).toBeNull();
  expect(await change({ releaseTime: "αύριο", counterPercent: 91, limit: 0, horizonDays: 1.5 })).toEqual([
    422,
    "online.horizonDays number-not-whole",
    "online.releaseTime time-unread",
    "online.limit number-out-of-range",
    "online.counterPercent number-out-of-range",
  ]);
});
