import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { publishedContract } from "../contract/document.ts";
import { aMinistryPerson, type MinistryPerson } from "../ministry-person.ts";
import { openToCitizens } from "../public-booking.ts";
import { waits } from "../waiting.ts";
import { aWorld, NOW, type World } from "../world.ts";
import { SCENES, type Scene } from "./scenes.ts";

/**
 * Two change one thing at once. The other one's transaction holds the locks and has written; the write waits behind it with
 * the version from before. What it looked at first was true: only its second look, behind the lock, sees what has happened.
 */

/** Said elsewhere: onboarding's row is made by four actions first, in its own tests; a preview writes nothing. */
const ELSEWHERE = [
  "POST /api/offices/{office}/onboarding",
  "PUT /api/offices/{office}/onboarding/draft",
  "POST /api/ministry/onboarding/{code}/reset",
  "POST /api/ministry/holidays/{date}/removal-preview",
];

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  athina = await aMinistryPerson(world);
});

test("every write of the contract that takes a version has its scene", async () => {
  const { paths } = JSON.parse(await publishedContract());
  const versioned = Object.entries<Record<string, { parameters?: { name: string }[] }>>(paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods)
        .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === "If-Match"))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect([...Object.keys(SCENES), ...ELSEWHERE].toSorted()).toEqual(versioned.toSorted());
});

test.each(Object.keys(SCENES))(
  "%s from an older picture, behind another change's lock: 412, and nothing is written",
  async (route) => {
    const make = SCENES[route] as (typeof SCENES)[string];
    const scene = await make(world, athina);
    const seen = (await rowOf(scene))[scene.column ?? "version"] as number;
    await world.owner.query("begin");
    await world.owner.query("select pg_advisory_xact_lock($1::int, 0)", [
      Number(scene.row.office_id ?? scene.row.id) || 0,
    ]);
    // By which whoever rules for all offices keeps the others waiting
    await world.owner.query("select pg_advisory_xact_lock(hashtextextended('ministry', 0))");
    await change(scene);
    const late = scene.send(seen);
    const isBehind = await waits(world, late, 0);
    await world.owner.query("commit");
    const { status, body } = await late;
    expect([isBehind, status, body.code]).toEqual([true, 412, "version-stale"]);
    if (!route.includes("/partner/appointments/")) expect(body.current).toBeTypeOf("object");
    const after = await rowOf(scene);
    expect(after[scene.column ?? "version"]).toBe(seen + 1);
    expect(after).toEqual(changed);
  },
);

let changed: Record<string, number>;

async function change(scene: Scene): Promise<void> {
  const { table, column = "version" } = scene;
  const [where, values] = conditionOf(scene);
  const { rows } = await world.owner.query(
    `update ${table} set ${column} = ${column} + 1 where ${where} returning *`,
    values,
  );
  changed = rows[0];
}

async function rowOf(scene: Scene): Promise<Record<string, number>> {
  const [where, values] = conditionOf(scene);
  const { rows } = await world.owner.query(`select * from ${scene.table} where ${where}`, values);
  if (rows.length !== 1) throw new Error(`${rows.length} rows of ${scene.table}`);
  return rows[0];
}

function conditionOf({ row }: Scene): [string, unknown[]] {
  const columns = Object.keys(row);
  return [columns.map((name, index) => `${name} = $${index + 1}`).join(" and ") || "true", Object.values(row)];
}
