import { afterEach, beforeEach, expect, test } from "vitest";
import { doctorsFindings, RULES_BY_HAND } from "../../../test/doctor.ts";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../../../test/draw-desk.ts";
import { requireFollows } from "../../../test/draw-follows.ts";
import { aWorld, type World } from "../../../test/world.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { drawOf } from "../draw-sql.ts";
import { allot } from "../rule/allot.ts";
import { courseOf } from "./course.ts";
import { runDraws } from "./start-drawing.ts";

/** A draw that is broken off after each of its writes, and goes on in another process; and one that two processes bring forward. */
let world: World;
let desk: DrawDesk;
beforeEach(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { mornings: [2] });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
});
afterEach(async () => {
  const findings = await doctorsFindings(world.database.ownerUrl, world.now, [
    ...RULES_BY_HAND,
    "long-unsealed",
    "mail-waiting",
  ]);
  await world.close();
  expect(findings).toEqual([]);
});

const PEOPLE = 9;

async function allWish(): Promise<void> {
  const offices = desk.offices.map(({ id }) => id);
  for (let person = 0; person < PEOPLE; person++)
    await desk.wishes(`person${person}`, {
      offices: person % 2 === 0 ? offices : offices.toReversed(),
      people: person === 0 ? 2 : 1,
    });
}

/** The same database for so many writes; then it is as if the process were killed before the next one. */
const dyingAfter = (db: Database, writes: number): Database => {
  let left = writes;
  return {
    ...db,
    write: (scope, work) => (left-- > 0 ? db.write(scope, work) : Promise.reject(new Error("killed"))),
  };
};

/** What the rule says of what was stored, and what stands in the database. */
async function requireAsRule(): Promise<void> {
  const { db } = world.database;
  const draw = await drawOf(db.nation, desk.number);
  if (!draw) throw new Error("There is no draw.");
  const { wishes, terms, events, codes } = await courseOf(db, draw);
  const ruled = allot(wishes, terms, events).allotments;
  const given = await desk.rows(
    `select wish, result.office, result.date::text, result.part, result.at, count(place.*)::int as places, visit.status,
       extract(epoch from visit.ends_at - visit.starts_at)::int / 1800 as length
     from draw_result as result join appointment as visit on visit.office_id = office and id = hold
       join draw_place as place on place.office_id = office and place.hold = result.hold
     where result.draw = $1 group by 1, 2, 3, 4, 5, 7, 8 order by 1`,
    desk.number,
  );
  const units = new Map(wishes.map((wish) => [wish.number, wish.units]));
  expect(given).toEqual(
    ruled
      .map(({ number, office, date, part, at }) => ({
        wish: number,
        office: [...codes].find(([, code]) => code === office)?.[0],
        date,
        part,
        at,
        places: units.get(number),
        status: "held",
        length: units.get(number),
      }))
      .sort((a, b) => (a.wish < b.wish ? -1 : 1)),
  );
  // Of whoever has a letter each has one, and everybody has.
  expect(
    await desk.rows(
      `select count(*)::int as letters, count(distinct appointment_id)::int as people from mail
       where kind in ('drawn', 'not-drawn')`,
    ),
  ).toEqual([{ letters: PEOPLE, people: PEOPLE }]);
  await requireFollows(desk);
}

test("killed after each of its writes and begun again, it is the same draw: nobody twice, nobody forgotten", async () => {
  await allWish();
  await desk.atWithoutRunning(CLOSES);
  const { db } = world.database;
  let deaths = 0;
  for (let round = 0; round < 200; round++) {
    // What is done anew each time, such as sealing the audit, is a write as well.
    const dying = { db: dyingAfter(db, 1 + (round % 5)), clock: () => world.now };
    const isDone = await runDraws(dying).then(
      () => true,
      (error) => {
        if (error.message !== "killed") throw error;
        return false;
      },
    );
    if (isDone) break;
    deaths++;
  }
  expect(deaths).toBeGreaterThan(5);
  await requireAsRule();
});

test("brought forward by two processes at once it is done once", async () => {
  await allWish();
  await desk.atWithoutRunning(CLOSES);
  const deps = { db: world.database.db, clock: () => world.now };
  for (let round = 0; round < 4; round++) await Promise.all([runDraws(deps), runDraws(deps), runDraws(deps)]);
  await requireAsRule();
  expect(
    await desk.rows(
      "select act, count(*)::int as entries from audit_entry where act like 'draw-%' group by 1 order by 1",
    ),
  ).toEqual([
    { act: "draw-drawn", entries: 1 },
    { act: "draw-list-sealed", entries: 1 },
    { act: "draw-secret-sealed", entries: 1 },
  ]);
});

test("of wishes that come at the end each is in the sealed list, or was refused", async () => {
  await desk.atWithoutRunning("2026-12-04T13:59:59");
  const names = Array.from({ length: 12 }, (_, index) => `late${index}`);
  const deps = { db: world.database.db, clock: () => Temporal.Instant.from("2026-12-04T12:00:00Z") };
  const [wishes] = await Promise.all([Promise.allSettled(names.map((name) => desk.wishes(name))), runDraws(deps)]);
  await runDraws(deps);
  const accepted = wishes.filter(({ status }) => status === "fulfilled").length;
  const refusals = wishes.flatMap((wish) => (wish.status === "rejected" ? [wish.reason.code] : []));
  expect(refusals.every((code) => code === "draw-closed")).toBe(true);
  const [entry] = await desk.rows("select details from audit_entry where act = 'draw-list-sealed'");
  expect(entry.details.wishes).toBe(accepted);
  expect((await desk.record()).wishes).toHaveLength(accepted);
  await requireFollows(desk);
});

test("nobody sees a wish of a day that is not drawn, and the same person twice is one, ten times at once", async () => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => desk.wishes("one")));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = tries.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(codes).toEqual(Array(9).fill("draw-wish-exists"));
  await expect(desk.wishes("astray", { dayParts: [[FIRST, 1]] })).rejects.toMatchObject({ code: "fields-invalid" });
  await expect(desk.wishes("nowhere", { offices: [desk.offices[0]?.id as number, 999_999] })).rejects.toMatchObject({
    code: "fields-invalid",
  });
  expect(await desk.rows("select count(*)::int as wishes from draw_wish")).toEqual([{ wishes: 1 }]);
});
