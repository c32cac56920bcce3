import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase } from "../../../test/database.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/connect.ts";
import { fillWords } from "./fill-words.ts";

const FIRST = "0001_foundation.sql";
const OLDER = 450;
/** hatzi, petru, hatzipetru, eleni, +6944123456 */
const WORDS = 5;

let drop: () => Promise<unknown>;
let database: OpenDatabase;
let owner: pg.Client;
beforeAll(async () => {
  const empty = await emptyDatabase();
  drop = empty.drop;
  owner = new pg.Client({ connectionString: empty.url });
  await owner.connect();
  await asFirstReleased();
  database = await openDatabase({ DATABASE_POOL_SIZE: 3, DATA_DIR: "unused", DATABASE_URL: empty.url });
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await drop();
});

/** The schema of the first release, and two offices that have worked with it. */
async function asFirstReleased(): Promise<void> {
  const sql = await readFile(new URL(`../../../db/migrations/${FIRST}`, import.meta.url), "utf8");
  await owner.query(sql);
  await owner.query(
    `create table migration (name text primary key, sha256 text not null, applied_at timestamptz default now())`,
  );
  await owner.query("insert into migration values ($1, $2)", [FIRST, createHash("sha256").update(sql).digest("hex")]);
  await owner.query(`
    insert into service (code, name, short_name, name_en, minutes) values ('signature', 'α', 'α', 'a', 10);
    insert into office (code, name, municipality) select code, code, 'Δήμος' from unnest(array['0001', '0002', '0003']) as code;
    insert into queue (office_id, number, name) select id, 1, 'Ουρά 1' from office;
    insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, phone, created_at)
    select office.id, gen_random_uuid(), 1, at, at + interval '10 minutes', at, 'signature', 'Χατζη-Πέτρου', 'Ελένη', '+306944123456', at
    from office, generate_series(1, ${OLDER}) as number, lateral (select '2026-01-01Z'::timestamptz + number * interval '10 minutes' as at) as time
    where code < '0003'`);
}

const count = async (table: string): Promise<number> =>
  Number((await owner.query(`select count(*) from ${table}`)).rows[0].count);

test("appointments of the first release get their words after the migration, by several processes, once", async () => {
  expect([await count("words_missing"), await count("appointment_word")]).toEqual([2, 0]);
  await Promise.all([fillWords(database.app), fillWords(database.app)]);
  expect(await fillWords(database.app)).toBe(true);
  expect([await count("words_missing"), await count("appointment_word")]).toEqual([0, 2 * OLDER * WORDS]);
});

test("what was begun is taken up where it was stopped, and what is there already stays", async () => {
  await owner.query(`
    with half as (select id from appointment where office_id = 1 order by id offset 219 limit 1)
    insert into words_missing select 1, id from half;
    delete from appointment_word where office_id = 1`);
  await fillWords(database.app, AbortSignal.abort());
  expect(await count("appointment_word")).toBe(WORDS * OLDER);
  expect(await fillWords(database.app)).toBe(true);
  expect(await count("appointment_word")).toBe(WORDS * OLDER + WORDS * (OLDER - 220));
});

test("what an older release has written gets what it lacks, and keeps what it has", async () => {
  await owner.query(`
    delete from appointment_word where word in ('hatzipetru', '+6944123456');
    insert into words_missing select id from office where code < '0003' on conflict do nothing`);
  expect(await fillWords(database.app)).toBe(true);
  const { rows } = await owner.query("select word, count(*)::int from appointment_word where office_id = 2 group by 1");
  expect(new Map(rows.map(({ word, count }) => [word, count]))).toEqual(
    new Map(["hatzi", "petru", "hatzipetru", "eleni", "+6944123456"].map((word) => [word, OLDER])),
  );
});
