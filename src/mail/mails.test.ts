import { expect, test } from "vitest";
import { aMailDesk } from "../../test/mail-desk.ts";
import { aWorld } from "../../test/world.ts";

test("of each letter of an appointment it is shown what became of it, and from when it told another time", async () => {
  const world = await aWorld();
  const desk = await aMailDesk(world);
  const { id } = await desk.booked("12:00", { email: "eleni@example.gr" });
  await desk.delivered();
  await desk.move(id, { date: "2026-11-24", time: "12:30", queue: 1 }, 1);
  const mails = async () => (await desk.rule("GET", `appointments/${id}/mails`)).body.mails;
  expect(await mails()).toMatchObject([
    { letter: "change", state: "planned", was: { date: "2026-11-24", time: "12:00" }, settledAt: null },
    { letter: "confirmation", state: "sent", was: null, dueAt: null },
  ]);
  await desk.delivered();
  expect((await mails())[0]).toMatchObject({ state: "sent", was: { date: "2026-11-24", time: "12:00" }, dueAt: null });
  await desk.close();
  await world.close();
});
