import { afterAll, beforeAll, expect, test } from "vitest";
import { aMailDesk, type MailDesk } from "../../test/mail-desk.ts";
import { aWorld, type World } from "../../test/world.ts";

let world: World;
let desk: MailDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aMailDesk(world);
});
afterAll(async () => {
  await desk.close();
  await world.close();
});

test("desks hear that a letter has left, and not that a day's reminders have", async () => {
  const { id } = await desk.booked("12:00", { email: "eleni@example.gr", date: "2026-11-25" });
  let heard: string[] = [];
  world.owner.on("notification", ({ payload = "" }) => heard.push(payload));
  await world.owner.query("listen visits");
  await desk.delivered();
  await world.owner.query("select");
  expect([desk.arrived().length, heard.filter((notice) => notice.includes(id)).length]).toEqual([1, 1]);
  heard = [];
  world.now = Temporal.Instant.from("2026-11-24T18:00:00+02:00");
  await desk.planByClock();
  await desk.delivered(1);
  await world.owner.query("select");
  expect([desk.arrived().length, heard]).toEqual([1, []]);
});
