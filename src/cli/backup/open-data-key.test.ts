import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmptyDatabase, emptyDatabase } from "../../../test/database.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { OpenDataKeyLost } from "../../measures/open-data/key.ts";
import { publishDue } from "../../measures/open-data/publish.ts";
import { OUTCOME_GROUPS, OUTCOMES } from "../../measures/outcomes/outcomes.ts";
import { copyIn } from "../../platform/database/copy-stream.ts";
import { openPool } from "../../platform/database/pool.ts";
import { type Database, databaseOf } from "../../platform/database/transaction.ts";
import { visits } from "../visits.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await aWorld();
  await world.anOffice();
  await world.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
  folder = await mkdtemp(join(tmpdir(), "visits-key-"));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});
const empties: EmptyDatabase[] = [];
afterAll(() => Promise.all(empties.map(({ drop }) => drop())));

async function run(where: { readonly appUrl: string; readonly ownerUrl: string }, ...argv: string[]) {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const environment = { DATABASE_URL: where.appUrl, DATABASE_OWNER_URL: where.ownerUrl, DATA_DIR: folder };
  const code = await visits([...argv, "--lang=en"], environment, { out: say, err: say });
  expect([code, lines]).toEqual([0, lines]);
}

interface Restored {
  readonly db: Database;
  readonly owner: pg.Client;
  close(): Promise<void>;
}

/** As on another machine: nothing comes along but the folder. */
async function restored(backup: string): Promise<Restored> {
  const empty = await emptyDatabase();
  empties.push(empty);
  await run({ appUrl: empty.appUrl, ownerUrl: empty.url }, "restore", backup);
  const owner = new pg.Client({ connectionString: empty.url });
  await owner.connect();
  const pool = openPool(empty.appUrl, 3, () => {});
  return { db: databaseOf(pool), owner, close: () => Promise.all([owner.end(), pool.end()]).then(() => {}) };
}

/** One to seven of each, so that the key moves most of them. */
const COUNTS = Object.fromEntries(
  OUTCOME_GROUPS.map((group, at) => [
    group,
    Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, 1 + ((at + index) % 7)])),
  ]),
);

async function published(db: Database, owner: pg.Client): Promise<string> {
  await owner.query("delete from day_outcome");
  await owner.query("insert into day_outcome (office_id, date, outcomes) select id, '2026-09-07', $1 from office", [
    COUNTS,
  ]);
  await owner.query("insert into open_month_due (month) values ('2026-09-01') on conflict do nothing");
  await publishDue({ db, clock: () => Temporal.Instant.from("2026-10-09T02:00:00Z") });
  const { rows } = await owner.query("select version, csv_sha256 from open_month");
  expect(rows).toHaveLength(1);
  return rows[0].csv_sha256;
}

test("a month that is made anew after a restore is the same to the byte, whether the backup is of before or after it", async () => {
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  // The job's first run, long before anything is due
  await publishDue({ db: world.database.db, clock: () => Temporal.Instant.from("2026-09-01T02:00:00Z") });
  await run(world.database, "backup", before);
  const original = await published(world.database.db, world.owner);
  await run(world.database, "backup", after);
  const second = await restored(before);
  expect(await published(second.db, second.owner)).toBe(original);
  const third = await restored(after);
  await third.owner.query("delete from open_month");
  expect(await published(third.db, third.owner)).toBe(original);
  await third.owner.query("delete from open_month; update open_data_key set key = sha256('another')");
  expect(await published(third.db, third.owner), "by another key it is another").not.toBe(original);
  await third.owner.query("delete from open_data_key");
  await expect(published(third.db, third.owner)).rejects.toThrow(OpenDataKeyLost);
  // As docs/operations.md says: the key alone, from the folder
  const file = createReadStream(join(after, "open_data_key.copy.gz")).pipe(createGunzip());
  await copyIn(third.owner, "open_data_key (is_only, key)", file);
  await third.owner.query("delete from open_month; delete from open_month_due");
  expect(await published(third.db, third.owner)).toBe(original);
  await Promise.all([second.close(), third.close()]);
});
