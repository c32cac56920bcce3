import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { visitExports } from "../../retention/subject/export-sql.ts";
import { settleAll } from "../many/concerned.ts";
import { undoCaused } from "../many/undo-caused.ts";
import { rowsByIds } from "../sql.ts";

/** Whether somebody was found to interpret: noted by the office, for one hour and one language. */

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aRulesDesk(world);
});

const own = async (id: string) => (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body;
const anInterpreted = async (time = "11:30") => (await desk.booked(time, { interpreter: "sq" })).id as string;
const note = async (id: string, interpretation: string | null) =>
  desk.change(id, { interpretation }, (await own(id)).version);

test("it is noted, is in the history, on the sheet and in what is exported, and is taken back", async () => {
  const id = await anInterpreted();
  expect((await own(id)).interpretation).toBeNull();
  expect((await note(id, "remote")).body).toMatchObject({ interpretation: "remote", version: 2 });
  expect((await desk.history(id))[0]).toMatchObject({
    kind: "changed",
    changes: [{ field: "interpretation", from: null, to: "remote" }],
  });
  const sheet = await world.app.inject({
    url: `/api/offices/${desk.office.code}/day-sheets/2026-11-24`,
    headers: { cookie: desk.clerk.cookie },
  });
  expect(sheet.body).toContain("διερμ. Αλβανικά (Από απόσταση)");
  const [exported] = await world.database.db.read({ office: desk.office.id }, (tx) =>
    visitExports(tx, desk.office.id, [id]),
  );
  expect(exported?.appointment).toMatchObject({ interpretation: "remote" });
  expect((await desk.act(id, "undo", { version: 2 })).body).toMatchObject({ interpretation: null, version: 3 });
});

test("whoever saw an older state is told, nothing else is noted, and nobody is noted where nobody is wanted", async () => {
  const id = await anInterpreted();
  await note(id, "not-found");
  expect((await desk.change(id, { interpretation: "confirmed" }, 1)).status).toBe(412);
  expect((await note(id, "by pigeon")).status).toBe(400);
  const { id: other } = await desk.booked("12:00");
  const refused = await note(other, "confirmed");
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: "interpretation", code: "interpreter-not-wanted" })],
  ]);
  expect((await note(other, null)).status).toBe(200);
});

test("another hour or another language begins without it, another queue, name or note does not", async () => {
  const id = await anInterpreted();
  await note(id, "confirmed");
  const to = async (place: object) => (await desk.move(id, place, (await own(id)).version)).body;
  expect(await to({ date: "2026-11-24", time: "11:30", queue: 2 })).toMatchObject({ interpretation: "confirmed" });
  const { version } = await own(id);
  expect((await desk.change(id, { notes: "με το παιδί" }, version)).body).toMatchObject({
    interpretation: "confirmed",
  });
  const moved = await to({ date: "2026-11-24", time: "12:30", queue: 2 });
  expect(moved).toMatchObject({ interpretation: null, interpreter: "sq" });
  const back = (await desk.act(id, "undo", { version: moved.version })).body;
  expect(back).toMatchObject({ interpretation: "confirmed", time: "11:30" });
  const other = (await desk.change(id, { interpreter: "uk" }, back.version)).body;
  expect(other).toMatchObject({ interpretation: null, interpreter: "uk" });
  await note(id, "confirmed");
  const gone = (await desk.change(id, { interpreter: null }, other.version + 1)).body;
  expect(gone).toMatchObject({ interpretation: null, interpreter: null });
});

test("moved by a change of rules it begins without it, and with it when that is taken back", async () => {
  const id = await anInterpreted();
  await note(id, "confirmed");
  const { head, office } = desk;
  const ruled = { id: office.id, code: office.code, employeeId: head.employeeId } as never;
  const cause = "01942bd1-7a5b-7000-8000-00000000000c";
  const at = (tx: never) => rowsByIds(tx, office.id, [id]);
  await world.database.db.write({ office: office.id }, async (tx) => {
    const [row] = await at(tx as never);
    if (!row) throw new Error("The appointment is not there.");
    const minute = row.starts_at.epochMilliseconds / 60_000 + 60;
    const place = { queue: row.queue, visit: { from: minute, to: minute + 15 } };
    await settleAll(tx, ruled, [{ row, place }], { at: NOW, cause });
  });
  expect(await own(id)).toMatchObject({ interpretation: null, time: "12:30" });
  await world.database.db.write({ office: office.id }, (tx) =>
    undoCaused(tx, ruled, cause, { now: NOW, back: "anywhere" }),
  );
  expect(await own(id)).toMatchObject({ interpretation: "confirmed", time: "11:30" });
});
