import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson, errorsOf, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aVisitDesk, DAY } from "../../../test/visit-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const limit = async () => (await athina.rule("GET", "move-limit")).body;
const put = (moves: unknown, version?: number) =>
  athina.rule("PUT", "move-limit", { body: { moves }, ...(version !== undefined && { version }) });

test("of itself three; what the ministry says is recorded, and holds at once for what stands", async () => {
  expect(await limit()).toEqual({ moves: 3, version: 1, changedAt: null, changedBy: null });
  const desk = await aVisitDesk(world);
  const link = await desk.bookedOnline("09:00");
  const move = async (time: string) => {
    await desk.press(link, "hold", { at: `${DAY}T${time}` }, `days/${DAY}`);
    expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
  };
  await move("10:00");
  const { body, headers } = await put(1, 1);
  expect([body.moves, body.version, body.changedBy, headers.etag]).toEqual([
    1,
    2,
    expect.stringContaining("Δοκιμή"),
    '"2"',
  ]);
  expect(await athina.lastEntry()).toMatchObject({
    act: "move-limit-changed",
    details: { before: { moves: 3 }, after: { moves: 1 } },
  });
  expect((await athina.rule("GET", "history")).body.acts[0]).toMatchObject({ act: "move-limit-changed" });
  expect((await desk.citizen.see(`${link}/days`)).status).toBe(409);
  await put(20, 2);
  await move("11:00");
  await desk.close();
});

test("from 1 to 20; who has not seen the latest is told of it; what is so already is no act; nobody else may", async () => {
  const before = await limit();
  for (const moves of [0, 21, -1])
    expect(errorsOf(await put(moves, before.version))).toEqual([422, "moves: number-out-of-range"]);
  expect((await put("3", before.version)).status).toBe(400);
  expect((await put(2.5, before.version)).status).toBe(422);
  expect(await limit()).toEqual(before);
  expect((await put(4)).status).toBe(428);
  const stale = await put(4, before.version + 1);
  expect([stale.status, stale.body.current, stale.body.title]).toEqual([
    412,
    before,
    "Συνάδελφος άλλαξε τις φορές στο μεταξύ. Δείτε πόσες είναι τώρα και αποθηκεύστε ξανά.",
  ]);
  expect((await put(before.moves, before.version)).body).toEqual(before);
  const both = await Promise.all([5, 6].map((moves) => put(moves, before.version)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const clerk = await world.aClerk(await world.anOffice());
  expect((await clerk.ask("GET", "/api/ministry/move-limit")).status).toBe(403);
});

test("PostgreSQL keeps what no rule could mean", async () => {
  for (const moves of [0, 21])
    await expect(world.owner.query("update move_limit set moves = $1", [moves])).rejects.toThrow(
      "move_limit_moves_check",
    );
});
