import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, CLOSES, type DrawDesk, OPENS } from "../../../test/draw-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { visits } from "../visits.ts";

const folder = mkdtempSync(join(tmpdir(), "visits-draw-"));
let world: World;
let desk: DrawDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world);
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  for (let person = 0; person < 6; person++) await desk.wishes(`person${person}`);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

async function run(argv: readonly string[], ownerUrl = world.database.ownerUrl) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const environment = { DATABASE_URL: world.database.appUrl, DATABASE_OWNER_URL: ownerUrl };
  const code = await visits(["draw", ...argv, "--lang", "en"], environment, terminal);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const recorded = () =>
  desk.rows("select office_id, employee_id, act, details from audit_entry where act = 'draw-exported'");

test("before the order is drawn, and of no draw at all, there is nothing to give, and the audit says nothing", async () => {
  for (const number of [desk.number, 999])
    expect(await run(["export", String(number)])).toEqual({
      code: 1,
      out: "",
      err: `There is no draw ${number}, or its order is not drawn yet.`,
    });
  expect(await recorded()).toEqual([]);
});

test.each([
  ["no number", []],
  ["a name", ["klirosi"]],
  ["two", ["1", "2"]],
  ["none that can be", ["0"]],
])("%s is wrong usage", async (_, operands) => {
  expect(await run(["export", ...operands])).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("one draw"),
  });
});

test("the auditor has all wishes of a draw whose file holds none, checks all five points, and the audit says so", async () => {
  await desk.at(CLOSES);
  await desk.run();
  expect(await desk.published()).not.toHaveProperty("wishes");
  const { code, out } = await run(["export", String(desk.number)]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(await desk.record());
  expect(await recorded()).toEqual([
    { office_id: 0, employee_id: null, act: "draw-exported", details: { draw: desk.number } },
  ]);
  const file = join(folder, "whole.json");
  await writeFile(file, out);
  const checked = await run(["verify", file]);
  expect([checked.code, checked.out]).toEqual([0, expect.stringContaining("at all 5 points")]);
});

test("whoever does not own the tables gets nothing", async () => {
  const { code, out, err } = await run(["export", String(desk.number)], world.database.appUrl);
  expect([code, out, err]).toEqual([1, "", expect.stringContaining("owner")]);
  expect(await recorded()).toHaveLength(1);
});
