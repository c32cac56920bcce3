import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aMailDesk, type MailDesk } from "../../test/mail-desk.ts";
import { takeAnnouncements } from "../../test/take-announcements.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

let world: World;
let desk: MailDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aMailDesk(world);
});
afterEach(() => desk.close());

test("desks hear that a letter has left, and not that a day's reminders have", async () => {
  const { id } = await desk.booked("12:00", { email: "eleni@example.gr", date: "2026-11-25" });
  await takeAnnouncements(world.owner);
  await desk.delivered();
  const heard = await takeAnnouncements(world.owner);
  expect([desk.arrived().length, heard.filter((notice) => notice.includes(id)).length]).toEqual([1, 1]);
  world.now = Temporal.Instant.from("2026-11-24T18:00:00+02:00");
  await desk.planByClock();
  await desk.delivered(1);
  const kinds = (await takeAnnouncements(world.owner)).map((notice) => JSON.parse(notice).kind);
  // That its e-mails are others is told to the processes alone.
  expect([desk.arrived().length, new Set(kinds)]).toEqual([1, new Set(["mails"])]);
});

test("whoever has agreed by telephone before the letter came back is not called once more", async () => {
  const visit = await desk.booked("12:00", { email: "eleni@example.gr", phone: "6944123456" });
  await desk.delivered();
  const closing = { queue: null, kind: "closed", date: "2026-11-24", from: "11:30", to: "12:30", reason: "Απουσία" };
  await desk.ruled("exceptions", closing);
  const list = async () => (await desk.rule("GET", "call-lists/2026-11-24")).body.calls;
  const [{ version, why }] = await list();
  expect(why).toBe("moved");
  world.now = world.now.add({ seconds: 30 });
  await desk.rule("PATCH", `call-lists/2026-11-24/${visit.id}`, { outcome: "agreed" }, version);
  desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown" }] });
  await desk.delivered();
  expect(await list()).toMatchObject([{ why: "moved", outcome: "agreed" }]);
  expect((await desk.rule("GET", "mails")).body.lost).toEqual([]);
});
