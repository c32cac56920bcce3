import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aMailDesk, type MailDesk } from "../../test/mail-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { type OwnerDatabase, openOwner } from "../platform/database/owner.ts";
import { ACROSS_OFFICES } from "../platform/database/sql.ts";
import { holdBackLetters } from "./hold-back.ts";

let world: World;
let owner: OwnerDatabase;
let desk: MailDesk;
beforeAll(async () => {
  world = await aWorld();
  owner = openOwner(world.database.ownerUrl);
});
afterAll(async () => {
  await owner.close();
  await world.close();
});
beforeEach(async () => {
  world.now = NOW;
  desk = await aMailDesk(world);
});
afterEach(() => desk.close());

const ELENI = { email: "eleni@example.gr", phone: "2109000001" };
const NEXT_DAY = "2026-11-25";
/** By whoever restores, who sees every office. */
const heldBack = () => owner.db.write(ACROSS_OFFICES, (tx) => holdBackLetters(tx, world.now));
const asked = async (path: string) => (await desk.clerk.ask("GET", `${desk.office.code}/${path}`)).body;

test("what had been planned does not leave by itself; its office sees it, sends it again or calls", async () => {
  const { id } = await desk.booked("13:00", ELENI);
  await desk.booked("13:30", { email: "nikos@example.gr" });
  await heldBack();
  await desk.delivered(20);
  expect(desk.arrived()).toEqual([]);
  const { lost } = await asked("mails");
  expect(lost).toHaveLength(2);
  expect(lost[0]).toMatchObject({ letter: "confirmation", reason: "restored", appointment: { id } });
  expect((await asked("call-lists/2026-11-24")).calls).toHaveLength(2);
  expect(
    await desk.clerk.ask("POST", `${desk.office.code}/mails/${lost[0].id}/resend`, { key: "again" }),
  ).toMatchObject({
    status: 200,
  });
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringMatching(/^eleni@example\.gr: Το ραντεβού σας .* 13:00$/)]);
});

test("a sender that was at it when the picture was taken is not waited for", async () => {
  await desk.booked("13:00", ELENI);
  await world.owner.query("update mail set state = 'sending', due_at = $1", [world.now.add({ hours: 1 }).toString()]);
  await heldBack();
  expect((await desk.rows("mail")).map(({ state, reason }) => [state, reason])).toEqual([["expired", "restored"]]);
});

test("the reminders of a day are not planned once more when their hour is over; the next day's are", async () => {
  await desk.booked("13:00", { date: NEXT_DAY });
  await desk.booked("13:30", { date: NEXT_DAY, ...ELENI });
  await desk.delivered();
  desk.arrived();
  await desk.later(7);
  await heldBack();
  await desk.planByClock();
  await desk.delivered();
  expect(desk.arrived()).toEqual([]);
  await desk.booked("13:30", { date: "2026-11-26", email: "nikos@example.gr" });
  await desk.delivered();
  desk.arrived();
  await desk.later(24);
  await desk.planByClock();
  await desk.delivered();
  expect(desk.arrived()).toEqual([expect.stringContaining("nikos@example.gr")]);
});

test("a reminder that waited is left out: the visit stands as it was", async () => {
  await desk.booked("13:30", { date: NEXT_DAY, ...ELENI });
  await desk.delivered();
  world.now = Temporal.Instant.from("2026-11-24T18:00:00+02:00");
  await desk.planByClock();
  await heldBack();
  expect((await desk.rows("mail")).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    "confirmed sent",
    "reminder withdrawn",
  ]);
  expect(await desk.rows("call")).toEqual([]);
});
