import pg from "pg";
import { expect, test } from "vitest";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { requireHealth } from "../doctor.ts";
import { startPlatform } from "../platform.ts";

/** `npm run trust` takes the country's 1,200. */
const OFFICES = Number(process.env.SWEPT_OFFICES ?? 120);
/** So many are reached; then it meets an office that is being written in, and is killed. */
const HALFWAY = OFFICES / 4;

test("kill -9 while a national closure goes through all offices: the next process does the rest, and only that", async () => {
  const data = await aDataFolder();
  const { env } = data;
  let platform = await startPlatform(env);
  const embedded = await startEmbedded(env.DATA_DIR);
  const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
  await sql.connect();
  try {
    await sql.query(
      `insert into office (code, name, municipality) select lpad(n::text, 4, '0'), 'ΚΕΠ Δοκιμής ' || n, 'Δήμος Δοκιμής'
       from generate_series(1, $1 - (select count(*) from office)) as n`,
      [OFFICES],
    );
    await sql.query("select pg_advisory_lock(id, 0) from (select id from office order by id offset $1) as later", [
      HALFWAY,
    ]);
    const athina = await signIn(platform.url, "athina");
    const body = { region: null, from: "2030-03-20", to: "2030-03-20", reason: "Εκλογές" };
    const reply = await athina.ask("POST", "/api/ministry/closures", { body, key: "1" });
    expect(reply.body.sweep).toMatchObject({ offices: OFFICES });
    const been = async () => (await sql.query("select office_id, done_at from sweep_office order by office_id")).rows;
    await expect.poll(async () => (await been()).length).toBe(HALFWAY);
    await platform.kill("SIGKILL");
    const before = await been();
    expect(before).toHaveLength(HALFWAY);
    await sql.query("select pg_advisory_unlock_all()");
    platform = await startPlatform(env);
    await expect.poll(async () => (await been()).length).toBe(OFFICES);
    const known = new Map(before.map(({ office_id, done_at }) => [office_id, done_at]));
    const after = await been();
    expect(after.filter(({ office_id }) => known.has(office_id))).toEqual(before);
    const left = async () => (await sql.query("select from sweep where done_at is null")).rowCount;
    await expect.poll(left).toBe(0);
    await requireHealth(embedded.ownerUrl("visits"), ["one-default-queue"]);
  } finally {
    await sql.end();
    await platform.kill("SIGTERM");
    await embedded.stop();
    await data.remove();
  }
});
