import { aDataFolder } from "../data-folder.ts";
import { startPlatform } from "../platform.ts";

/** The data of a first start, for all tests that start platforms of their own: each has a copy. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { env, remove } = await aDataFolder();
  const platform = await startPlatform(env);
  await platform.kill("SIGTERM");
  process.env.MADE_DATA = env.DATA_DIR;
  return async () => {
    delete process.env.MADE_DATA;
    await remove();
  };
}
