import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { wish } from "../../test/booking-desk.ts";
import { aCitizen } from "../../test/citizen.ts";
import { openToCitizens } from "../../test/public-booking.ts";
import { aRulesDesk, asProposed, type RulesDesk } from "../../test/rules-desk.ts";
import { takeAnnouncements } from "../../test/take-announcements.ts";
import { waiting, waits } from "../../test/waiting.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** Rules are changed and taken back, and work lists settled, by whoever has the office alone; and every desk hears of it. */

let world: World;
let desk: RulesDesk;
let visit: Reply["body"];
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
afterEach(() => world.owner.query("delete from closure"));
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
  visit = await desk.booked("12:00", { queue: 2 });
});

const absence = { queue: 2, kind: "closed", date: "2026-11-24", from: "12:00", to: "13:00", reason: "Απουσία" };

/** What leads up to each act; what comes back does it. */
const ACTS = {
  "a change of rules": async () => {
    const decisions = asProposed(await desk.rule("POST", "exceptions/proposals", absence));
    return () => desk.rule("POST", "exceptions", { ...absence, decisions });
  },
  "the work list": async () => {
    await world.owner.query(
      "insert into closure (id, starts_at, ends_at, reason, created_at) values (gen_random_uuid(), $1, $2, 'Απεργία', $3)",
      ["2026-11-24T12:00:00+02:00", "2026-11-24T13:00:00+02:00", NOW.toString()],
    );
    const decisions = asProposed(await desk.rule("GET", "work-list"));
    return () => desk.rule("POST", "work-list", { decisions });
  },
  "what is taken back": async () => {
    const { change } = await desk.ruled("exceptions", absence);
    return () => desk.takeBack(change);
  },
} satisfies Record<string, () => Promise<() => Promise<Reply>>>;

test.each(Object.entries(ACTS))("nobody books beside %s", async (_, prepared) => {
  const act = await prepared();
  let done: Promise<Reply> | undefined;
  let booking: Promise<Reply> | undefined;
  await world.database.db.write({ office: desk.office.id }, async (tx) => {
    await tx.sql`select from appointment where id = ${visit.id} for update`;
    done = act();
    expect(await waits(world, done, 0)).toBe(true);
    booking = desk.book(wish("14:00"));
    expect(await waits(world, booking, 1)).toBe(true);
  });
  expect([(await done)?.status, (await booking)?.status]).toEqual([200, 201]);
  expect(await waiting(world)).toBe(0);
});

test.each(Object.entries(ACTS))("every desk hears of %s", async (_, prepared) => {
  const act = await prepared();
  await takeAnnouncements(world.owner);
  expect((await act()).status).toBe(200);
  const heard = await takeAnnouncements(world.owner);
  expect(heard).toContain(JSON.stringify({ kind: "rules", office: desk.office.id }));
  expect(heard.filter((notice) => notice.includes(visit.id))).toHaveLength(1);
});

test("nobody decides about what a citizen is still filling in: it is given back", async () => {
  await openToCitizens(world.owner);
  await world.owner.query("update queue set is_public = number = 2 where office_id = $1", [desk.office.id]);
  await world.owner.query("update office set online_held_percent = 100 where id = $1", [desk.office.id]);
  for (const time of ["12:30", "13:30"])
    expect((await aCitizen(world).choose(desk.office, absence.date, time)).headers.location).toBe("/book/who");
  expect((await desk.rule("POST", "exceptions/proposals", absence)).body.appointments).toHaveLength(1);
  await desk.ruled("exceptions", absence);
  const { rows } = await world.owner.query(
    `select to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as time, status from appointment
     where office_id = $1 and id <> $2 order by 1`,
    [desk.office.id, visit.id],
  );
  expect(rows).toEqual([
    { time: "12:30", status: "expired" },
    { time: "13:30", status: "held" },
  ]);
});
