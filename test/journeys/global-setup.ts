import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { startPlatform } from "../platform.ts";

/** One database server for all journeys. The seeded database of a first platform is what those of the others are cloned from. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "visits-journeys-"));
  // Run by root, the database drops to another account, which must be able to pass.
  await chmod(folder, 0o711);
  const data = join(folder, "data");
  const server = await startEmbedded(data);
  const seeding = await startPlatform({ DATA_DIR: data });
  await seeding.kill("SIGTERM");
  process.env.JOURNEYS_DATABASE = server.ownerUrl("visits");
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
