import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "../../src/appointments/day/day.ts";
import { takerOfPlace } from "../../src/appointments/place/taker-sql.ts";
import type { Actor } from "../../src/identity/actor.ts";
import { type OperableOffice, operableOffice } from "../../src/identity/office-access.ts";
import { CONNECTION_SETTINGS, TEMPORAL_TYPES } from "../../src/platform/database/pool.ts";
import type { Tx } from "../../src/platform/database/sql.ts";
import { namesakes } from "../../src/search/namesakes.ts";
import { search } from "../../src/search/search.ts";
import { aWorld, type TestOffice, type World } from "../world.ts";
import { explaining, isByOffice, type Plan, readsOf } from "./explaining.ts";
import { fill } from "./volume.ts";

const OFFICES = 60;
const EACH = 2_000;
const BIG = 15_000;

/** How statements are carried out is asked here, not how fast a busy machine does it: that ends connections of the program. */
const NO_LIMITS = { statement_timeout: "0", lock_timeout: "0" };

let world: World;
let client: pg.Client;
let office: OperableOffice;
beforeAll(async () => {
  world = await aWorld();
  const offices: TestOffice[] = [];
  while (offices.length < OFFICES) offices.push(await world.anOffice());
  const big = await world.anOffice();
  const from = world.now.subtract({ hours: 24 * 100 });
  await fill(world.owner, offices, EACH, from);
  await fill(world.owner, [big], BIG, from);
  const { employeeId } = await world.aClerk(big);
  const membership = { officeId: big.id, code: big.code, name: "", roles: ["operator" as const] };
  const actor: Actor = { employeeId, lastName: "", firstName: "", ministry: false, memberships: [membership] };
  office = operableOffice(actor, big.code);
  client = new pg.Client({
    connectionString: world.database.appUrl,
    types: TEMPORAL_TYPES,
    options: Object.entries({ ...CONNECTION_SETTINGS, ...NO_LIMITS })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await world.close();
});

const DAY = Temporal.PlainDate.from("2026-11-24");

const work: readonly (readonly [name: string, (tx: Tx) => Promise<unknown>])[] = [
  ["a search by a beginning", (tx) => search(tx, office, "παπα", world.now)],
  ["a search by two names in Latin letters", (tx) => search(tx, office, "xrhstou gewrg", world.now)],
  ["a search with a slip", (tx) => search(tx, office, "παπαδοπουλςο γεωργιος", world.now)],
  ["a search by a telephone number", (tx) => search(tx, office, "6911100203", world.now)],
  ["a search by the beginning of a telephone number", (tx) => search(tx, office, "6911 100", world.now)],
  ["a search by a short name", (tx) => search(tx, office, "γιωργος παπαδοπουλος", world.now)],
  ["a search by words that may be one", (tx) => search(tx, office, "χατζη δακης", world.now)],
  ["a search by a reference", (tx) => search(tx, office, "100 200 300", world.now)],
  ["namesakes", (tx) => namesakes(tx, office, { lastName: "Χρήστου", firstName: "Μαρία" }, world.now)],
  ["a day", (tx) => dayOf(tx, office, DAY, world.now)],
  ["who has a place", (tx) => takerOfPlace(tx, office.id, { date: DAY, time: "10:00", queue: 1 })],
];

/** Of an office's years they read a day or two. */
const BY_TIME = new Set(["a day", "who has a place"]);

test.each([
  ["planned for its values", false],
  ["planned for any values", true],
])("every statement goes by an index of the office, %s", async (_, isGeneric) => {
  for (const [name, act] of work) {
    await client.query(`begin; set local visits.office = '${office.id}'`);
    const { tx, explained } = explaining(client, isGeneric);
    await act(tx).finally(() => client.query("rollback"));
    const reads = explained.flatMap(({ plan }) => readsOf(plan));
    expect(reads.length).toBeGreaterThan(0);
    expect([name, reads.filter((node) => !isByOffice(node))]).toEqual([name, []]);
    const ofTimes = reads.filter((node) =>
      /^appointment(_by_time|_office.*)?$/.test(node["Index Name"] ?? node["Relation Name"] ?? ""),
    );
    if (BY_TIME.has(name))
      expect([name, ofTimes.filter((node) => !/starts_at [<>]/.test(node["Index Cond"] ?? ""))]).toEqual([name, []]);
    const byWords = reads.filter((node) => /^appointment_word/.test(node["Relation Name"] ?? node["Index Name"] ?? ""));
    // From their beginning to their end: hundreds of ranges that each read on to the last word of the office take seconds.
    const isBounded = (node: Plan) => /\bword (=|>=.*\bword <)/.test(node["Index Cond"] ?? "");
    expect([name, byWords.filter((node) => !isBounded(node))]).toEqual([name, []]);
  }
});
