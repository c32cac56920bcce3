import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { anEntranceScreen, type EntranceScreen } from "../../../test/entrance-screen.ts";
import { measuredWaits, weekly } from "../../../test/measured-waits.ts";
import { patiently } from "../../../test/patience.ts";
import { aPrinter } from "../../../test/printer.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { measureAll } from "../measure-days.ts";
import { quarterOf } from "./promise-note.ts";

/** From what is said at the entrance, on paper and on the phone to the counts of the night. */

let world: World;
let desk: WaitingDesk;
let screen: EntranceScreen;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  screen = await anEntranceScreen(world, desk.office);
  await measuredWaits(world, desk.office);
});

const later = (minutes: number) => {
  world.now = world.now.add({ minutes });
};
const rows = async (statement: string) => (await world.owner.query(statement, [desk.office.id])).rows;
const noted = () =>
  rows(`select place, quarter, waited_minutes as waited, from_minutes as "from", to_minutes as "to", is_said as said
    from wait_promise where office_id = $1 order by ticket_id, place, quarter`);
const counted = async () =>
  (
    await rows(`select date, place, is_said, within, shorter, longer, unknown from visits_check.promises
      join office on code = office where id = $1 order by 2, 1, 3`)
  ).map((row) =>
    Object.values({ ...row, date: undefined })
      .slice(1)
      .join(" "),
  );
const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** The night after a day of November. */
async function night(day: number): Promise<void> {
  world.now = Temporal.Instant.from(`2026-11-${day}T23:59:00+02:00`).add({ minutes: 20 });
  await measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });
}

test("what is said at the screen, on paper and on the phone is noted once for each quarter, and the night keeps counts alone", async () => {
  expect(plain((await screen.take()).text)).toContain("10 έως 20 λεπτά");
  await screen.press();
  const phone = aCitizen(world);
  await phone.see(`/line/${screen.key()}`);
  later(3);
  expect(plain((await phone.see(`/line/${screen.key()}`)).text)).toContain("10:52 έως 11:02");
  await phone.see(`/line/${screen.key()}/leave`);
  later(11);
  await phone.see(`/line/${screen.key()}`);
  later(2);
  await phone.see(`/line/${screen.key()}`);
  const [{ id: ticket }] = await rows("select id from ticket where office_id = $1");
  const looks = [
    { waited: 0, from: 10, to: 20, longer: 1 },
    { waited: 3, from: 7, to: 17, longer: 1 },
    { waited: 14, from: 6, to: 31, longer: 0 },
    { waited: 16, from: 4, to: 29, longer: 0 },
  ].map((look) => ({ ...look, quarter: quarterOf({ ticket, ...look }) }));
  const first = looks.filter(({ quarter }, at) => looks.findIndex((each) => each.quarter === quarter) === at);
  await expect
    .poll(noted, { timeout: patiently(5_000) })
    .toEqual([
      ...first.map(({ longer, ...look }) => ({ place: "phone", said: true, ...look })),
      { place: "screen", said: true, quarter: first[0]?.quarter, waited: 0, from: 10, to: 20 },
    ]);
  later(5);
  await desk.next(2);

  const printer = await aPrinter(world, desk.office);
  const printed = (await printer.press(undefined, { group: "other" })).body.lines;
  expect(plain(printed.map(({ text }: { text: string }) => text).join(" "))).toContain("11:13 και 11:23");
  await expect.poll(async () => (await noted()).length, { timeout: patiently(5_000) }).toBe(first.length + 2);
  await night(24);
  const longer = first.filter((look) => look.longer).length;
  expect(await counted(), "served after 21 minutes; never").toEqual([
    `phone true ${first.length - longer} 0 ${longer} 0`,
    "printer true 0 0 0 1",
    "screen true 0 0 1 0",
  ]);
  expect(await noted()).toEqual([]);
  await world.owner.query("update measured_until set date = date - 1");
  const before = await counted();
  await night(24);
  expect(await counted(), "a day that is counted anew").toEqual(before);
});

test("a number that was taken back is not counted; with an appointment nothing is said, and nothing noted", async () => {
  await screen.take();
  await expect.poll(async () => (await noted()).length, { timeout: patiently(5_000) }).toBe(1);
  await screen.send("/entrance/number/leave", {});
  const { reference } = await desk.booked("10:45");
  await screen.see("/entrance");
  await screen.send("/entrance", { code: reference, ok: "1" });
  await night(24);
  expect(await counted()).toEqual([]);
  expect(await noted()).toEqual([]);
});

test("two processes note the same, and count it once", async () => {
  const other = await world.another();
  await screen.take();
  const address = `/line/${screen.key()}`;
  await Promise.all([aCitizen(world).see(address), aCitizen({ app: other }).see(address)]);
  await other.close();
  // What this process has noted since is written with the next number.
  await screen.take();
  await expect.poll(async () => (await noted()).length, { timeout: patiently(5_000) }).toBe(3);
  await Promise.all([night(24), night(24)]);
  expect(await counted()).toEqual(["phone true 0 0 0 1", "screen true 0 0 0 2"]);
});

test("an hour of the office's page is asked by the table of the weekday, as it was said on the day", async () => {
  await measuredWaits(world, desk.office, { dates: weekly("2026-11-03", 10), waits: { "20": { "5": 10 } } });
  // Wednesdays are too few to stand apart, and not too few to be told of.
  await measuredWaits(world, desk.office, { dates: weekly("2026-10-28", 2) });
  const hours = async () => (await counted()).filter((row) => row.startsWith("usual"));
  await night(23);
  for (const [day, outcome] of [
    [24, "usual-walk-in true 0 0 1 0"],
    [25, "usual-walk-in true 1 0 0 0"],
  ] as const) {
    world.now = NOW.add({ hours: 24 * (day - 24) });
    await screen.take();
    later(12);
    // Of whoever was signed in the day before, the session is over.
    const clerk = await world.aClerk(desk.office);
    const next = { body: { ends: [] }, key: randomUUID() };
    await clerk.ask("POST", `${desk.office.code}/queues/2/next`, next);
    await night(day);
    expect(await hours()).toContain(outcome);
  }
});

test("where nothing can be noted, numbers are given all the same", async () => {
  await world.owner.query("revoke insert on wait_promise from visits_app");
  const app = await world.another();
  const entrance = await anEntranceScreen({ ...world, app }, desk.office);
  expect(plain((await entrance.take()).text)).toContain("Ο αριθμός σας Α 001");
  expect((await aCitizen({ app }).see(`/line/${entrance.key()}`)).status).toBe(200);
  // It writes what it was told when it ends.
  await app.close();
  await world.owner.query("grant insert on wait_promise to visits_app");
  expect(await noted()).toEqual([]);
});

const planted = (day: number, place: string, isSaid: boolean, kept: number, longer: number) =>
  world.owner.query(
    `insert into day_promise (office_id, date, place, is_said, within, shorter, longer, unknown) values ($1, $2, $3, $4, $5, 0, $6, 0)`,
    [desk.office.id, `2026-11-${day}`, place, isSaid, kept, longer],
  );
const voices = async () =>
  (
    await rows(`select number_is_silent as number, to_char(number_since, 'DD') as since, usual_is_silent as hours
      from office_wait where office_id = $1`)
  )[0];

test("an office that was right too seldom falls silent and says so, is asked on unseen, and speaks again", async () => {
  await night(23);
  expect(await voices()).toEqual({ number: false, since: "24", hours: false });
  await planted(24, "screen", true, 30, 8);
  await planted(24, "phone", true, 9, 3);
  await night(24);
  expect(await voices()).toEqual({ number: true, since: "25", hours: false });

  world.now = NOW.add({ hours: 24 });
  const { text } = await screen.take();
  expect(plain(text)).toContain(
    "Εκτίμηση δεν δίνουμε αυτόν τον καιρό Τελευταία έβγαινε σωστή λιγότερο από 9 στις 10 φορές.",
  );
  expect(plain((await aCitizen(world).see(`/en/line/${screen.key()}`)).text)).toContain(
    "We give no estimate at present",
  );
  await expect
    .poll(noted, { timeout: patiently(5_000) })
    .toEqual([
      expect.objectContaining({ place: "phone", from: 10, to: 20, said: false }),
      expect.objectContaining({ place: "screen", from: 10, to: 20, said: false }),
    ]);
  await planted(25, "printer", false, 44, 5);
  await night(25);
  expect(await voices(), "two of which nothing is known").toEqual({ number: true, since: "25", hours: false });
  await planted(26, "printer", false, 1, 0);
  await night(26);
  expect(await voices(), "45 of 50").toEqual({ number: false, since: "27", hours: false });
  await night(27);
  expect(await voices(), "what was before it does not silence it again").toEqual({
    number: false,
    since: "27",
    hours: false,
  });
  world.now = Temporal.Instant.from("2026-11-28T10:42:00+02:00");
  expect(plain((await screen.take()).text)).toContain("10 έως 20 λεπτά");
});
