import pg from "pg";
import { expect, test } from "vitest";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { requireHealth } from "../doctor.ts";
import { patiently } from "../patience.ts";
import { startPlatform } from "../platform.ts";

/** Before all that invented offices have counted: it is the first of which anybody makes a version. */
const MONTH = Temporal.Now.plainDateISO("Europe/Athens").with({ day: 1 }).subtract({ months: 5 }).toString();

test("kill -9 while a month is being published: nothing of it is there, and another process makes it whole", async () => {
  const data = await aDataFolder();
  const { env } = data;
  let platform = await startPlatform(env);
  await platform.kill("SIGTERM");
  const embedded = await startEmbedded(env.DATA_DIR);
  const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
  await sql.connect();
  const rows = async (text: string) => (await sql.query(text)).rows;
  const versions = () => rows(`select version, reason from open_month where month = '${MONTH}'`);
  try {
    await sql.query(
      `insert into day_outcome (office_id, date, outcomes) select id, $1, '{"vehicles": {"walk-in-0": 9, "no-show": 3}}' from office`,
      [MONTH],
    );
    await sql.query("insert into open_month_due (month) values ($1)", [MONTH]);
    await sql.query("begin");
    // In its way: whoever comes with the same version waits for the end of this one.
    await sql.query(
      `insert into open_month (month, version, published_at, method, offices, offices_recorded, csv_file, json_file,
         csv_sha256, json_sha256, csv_bytes, json_bytes)
       values ($1, 1, now(), 1, 0, 0, '', '', '', '', 0, 0)`,
      [MONTH],
    );
    platform = await startPlatform(env);
    const inserting = async () => {
      // Within a transaction the first look would be told again and again.
      await sql.query("select pg_stat_clear_snapshot()");
      return rows(
        "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into open_month %'",
      );
    };
    await expect.poll(async () => (await inserting()).length, { timeout: patiently(20_000) }).toBe(1);
    await platform.kill("SIGKILL");
    await sql.query("rollback");
    await expect.poll(inserting).toEqual([]);
    expect(await versions()).toEqual([]);
    expect(await rows("select month::text from open_month_due where claimed_until > now()")).toEqual([
      { month: MONTH },
    ]);
    await sql.query("delete from job_run");
    platform = await startPlatform(env);
    const ran = () => rows("select outcome from job_run where job = 'open-data'");
    await expect.poll(async () => (await ran()).length, { timeout: patiently(20_000) }).toBe(1);
    expect(await versions(), "minutes have not passed").toEqual([]);
    await platform.kill("SIGTERM");
    await sql.query("update open_month_due set claimed_until = now() where claimed_until is not null");
    platform = await startPlatform(env);
    await expect.poll(versions, { timeout: patiently(20_000) }).toEqual([{ version: 1, reason: null }]);
    const due = () => rows("select month::text from open_month_due where month + interval '1 month 16 days' < now()");
    await expect.poll(due, { timeout: patiently(20_000) }).toEqual([]);
    await requireHealth(embedded.ownerUrl("visits"));
  } finally {
    await sql.end();
    await platform.kill("SIGTERM");
    await embedded.stop();
    await data.remove();
  }
});
