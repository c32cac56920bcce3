import pg from "pg";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { startPlatform } from "../platform.ts";
import { CLERK, futureDay, giveQueues, HEAD, OFFICE } from "./arena.ts";
import type { KillArena } from "./kill.ts";

/** A database whose server is started and killed again and again, and a clerk who stays signed in. */
export async function openKillArena(): Promise<KillArena & { close(): Promise<void> }> {
  const data = await aDataFolder();
  const { env } = data;
  const connect = async () => {
    const embedded = await startEmbedded(env.DATA_DIR);
    const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
    await sql.connect();
    return { embedded, sql };
  };
  const platform = await startPlatform(env);
  const { cookie } = await signIn(platform.url, CLERK);
  const { cookie: headCookie } = await signIn(platform.url, HEAD);
  const { sql, embedded } = await connect();
  await giveQueues(sql);
  await sql.end();
  await embedded.stop();
  await platform.kill("SIGTERM");
  let days = 20;
  return {
    env,
    office: OFFICE,
    cookie,
    headCookie,
    freshDate: () => futureDay(days++),
    query: async (text) => {
      const connection = await connect();
      const { rows } = await connection.sql.query(text);
      await connection.sql.end();
      await connection.embedded.stop();
      return rows;
    },
    close: data.remove,
  };
}
