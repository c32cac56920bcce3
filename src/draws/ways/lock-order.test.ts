import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, type DrawDesk, FIRST, OPENS } from "../../../test/draw-desk.ts";
import { waits } from "../../../test/waiting.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { type DrawRow, drawOf } from "../draw-sql.ts";
import { settleOffice } from "../plan/plan-draws.ts";
import { changeDrawWish } from "../wishes/change-wish.ts";

/** Days first, then the draw, then what is of it: whoever waits for one of them holds none that comes later, so that nobody waits in a ring. */
let world: World;
let desk: DrawDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { terms: { need_percent: 50 } });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
});
afterAll(() => world.close());

const office = () => desk.offices[0]?.id as number;

/** While the test holds something, what is asked waits for it; @throws Error where that holds what comes later by then */
async function waitsFreeHanded(
  hold: () => Promise<unknown>,
  ask: () => Promise<unknown>,
  later: string,
): Promise<void> {
  await world.owner.query("begin");
  await hold();
  const asked = ask();
  expect(await waits(world, asked, 0)).toBe(true);
  const taken = await world.owner.query(`${later} for update nowait`).then(
    ({ rows }) => rows.length,
    (error) => error.message,
  );
  await world.owner.query("commit");
  await asked;
  expect(taken).toBe(1);
}

const holdDay = () =>
  world.owner.query("select pg_advisory_xact_lock($1::int, $2::date - date '1970-01-01')", [office(), FIRST]);
const ofDraw = () => `select from draw where number = ${desk.number}`;

test("settling an office's places waits for a day without holding the draw", async () => {
  const { db } = world.database;
  const draw = (await drawOf(db.nation, desk.number)) as DrawRow;
  const settle = () => settleOffice(db, draw, { office: office(), isWanted: true, now: world.now });
  await waitsFreeHanded(holdDay, settle, ofDraw());
});

test("giving a place before the draw waits for its day without holding the draw", async () => {
  const clerk = await world.aClerk(desk.offices[0] as never);
  const code = desk.offices[0]?.code;
  const [{ free }] = (await clerk.ask("GET", `${code}/draws/open`)).body.draws;
  const person = { lastName: "Ροδακινιάς", firstName: "Σταύρος", phone: "6945550172" };
  const body = { deadline: "2026-12-22", ...free[0], ...person };
  const show = async () => {
    const { status } = await clerk.ask("POST", `${code}/draws/${desk.number}/need`, { key: randomUUID(), body });
    expect(status).toBe(201);
  };
  await waitsFreeHanded(holdDay, show, ofDraw());
});

test("changing a wish waits for the draw without holding the wish", async () => {
  const at = await desk.wishes("changing");
  const choice = { dayParts: [[FIRST, 0]], offices: [office()], first: "office", others: true } as const;
  const change = () =>
    world.database.db.write({ office: at.office }, (tx) => changeDrawWish(tx, at, choice, world.now));
  const holdDraw = () => world.owner.query(`${ofDraw()} for update`);
  await waitsFreeHanded(holdDraw, change, `select from draw_wish where visit = '${at.visit}'`);
});
