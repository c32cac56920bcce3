import pg from "pg";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { startPlatform } from "../platform.ts";

/** One database server for all journeys. The seeded database of a first platform is what those of the others are cloned from. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { env, remove } = await aDataFolder();
  const server = await startEmbedded(env.DATA_DIR);
  const seeding = await startPlatform(env);
  await seeding.kill("SIGTERM");
  await sayWhatIsUsual(server.ownerUrl("visits"));
  process.env.JOURNEYS_DATABASE = server.ownerUrl("visits");
  return async () => {
    await server.stop();
    await remove();
  };
}

/** Somebody in each office has said which service is usual there: forms begin with it. A new office has none (diary.journey). */
async function sayWhatIsUsual(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("update office set usual_service = 'minimum-income'");
  await client.end();
}
