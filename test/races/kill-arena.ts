import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { requireHealth } from "../doctor.ts";
import { startPlatform } from "../platform.ts";
import { atDatabase, CLERK, futureDay, giveQueues, HEAD, OFFICE } from "./arena.ts";
import { openToRivals } from "./citizens.ts";
import type { KillArena } from "./kill.ts";

/** A database whose server is started and killed again and again, and a clerk who stays signed in; at the end the doctor is asked. */
export async function openKillArena(): Promise<KillArena & { close(): Promise<void> }> {
  const data = await aDataFolder();
  const { env } = data;
  const platform = await startPlatform(env);
  const { cookie } = await signIn(platform.url, CLERK);
  const { cookie: headCookie } = await signIn(platform.url, HEAD);
  await atDatabase(env.DATA_DIR, async (sql) => {
    await giveQueues(sql);
    await openToRivals({ sql, office: OFFICE });
  });
  await platform.kill("SIGTERM");
  let days = 20;
  return {
    env,
    office: OFFICE,
    cookie,
    headCookie,
    freshDate: () => futureDay(days++),
    query: (text) => atDatabase(env.DATA_DIR, async (sql) => (await sql.query(text)).rows),
    close: async () => {
      const embedded = await startEmbedded(env.DATA_DIR);
      await requireHealth(embedded.ownerUrl("visits")).finally(() => embedded.stop());
      await data.remove();
    },
  };
}
