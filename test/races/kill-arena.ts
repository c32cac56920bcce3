import { aDataFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { startPlatform } from "../platform.ts";
import { atDatabase, CLERK, futureDay, giveQueues, HEAD, OFFICE } from "./arena.ts";
import type { KillArena } from "./kill.ts";

/** A database whose server is started and killed again and again, and a clerk who stays signed in. */
export async function openKillArena(): Promise<KillArena & { close(): Promise<void> }> {
  const data = await aDataFolder();
  const { env } = data;
  const platform = await startPlatform(env);
  const { cookie } = await signIn(platform.url, CLERK);
  const { cookie: headCookie } = await signIn(platform.url, HEAD);
  await atDatabase(env.DATA_DIR, giveQueues);
  await platform.kill("SIGTERM");
  let days = 20;
  return {
    env,
    office: OFFICE,
    cookie,
    headCookie,
    freshDate: () => futureDay(days++),
    query: (text) => atDatabase(env.DATA_DIR, async (sql) => (await sql.query(text)).rows),
    close: data.remove,
  };
}
