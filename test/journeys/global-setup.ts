import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { startPlatform } from "../platform.ts";

/** One database server for all journeys. The seeded database of a first platform is what those of the others are cloned from. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { env, remove } = await aDataFolder();
  const server = await startEmbedded(env.DATA_DIR);
  const seeding = await startPlatform(env);
  await seeding.kill("SIGTERM");
  process.env.JOURNEYS_DATABASE = server.ownerUrl("visits");
  return async () => {
    await server.stop();
    await remove();
  };
}
