import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { startPlatform } from "../platform.ts";

/** One database server for all journeys. The seeded database of a first platform is what those of the others are cloned from. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { env, remove } = await aDataFolder();
  const server = await startEmbedded(env.DATA_DIR);
  const url = server.ownerUrl("visits");
  await (await startPlatform(env)).kill("SIGTERM");
  // With what a server finds to do where it starts: else each of the others would do it again.
  const settling = await startPlatform(env);
  await withDatabase(url, isSettled);
  await settling.kill("SIGTERM");
  await withDatabase(url, sayWhatIsUsual);
  process.env.JOURNEYS_DATABASE = url;
  return async () => {
    await server.stop();
    await remove();
  };
}

/** What is due has been written to citizens, and the days that have passed are measured. */
async function isSettled(sql: pg.Client): Promise<void> {
  const left = `select from mail where state in ('planned', 'sending') and due_at <= now() + interval '10 minutes'
    union all select from job_run where job = 'measures' and ran_at < (select max(created_at) from appointment)`;
  while ((await sql.query(left)).rowCount !== 0) await sleep(200);
}

/** Somebody in each office has said which service is usual there: forms begin with it. A new office has none (diary.journey). */
const sayWhatIsUsual = (sql: pg.Client) => sql.query("update office set usual_service = 'minimum-income'");

async function withDatabase(connectionString: string, work: (sql: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await work(client);
  await client.end();
}
