import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where a platform that a test starts keeps its database. */
export interface DataFolder {
  readonly env: { readonly DATA_DIR: string };
  remove(): Promise<void>;
}

/** Among the tests of a run as a first start has left it, which takes seconds each time it is done; else empty. */
export async function aDataFolder(): Promise<DataFolder> {
  const data = await anEmptyFolder();
  const made = process.env.MADE_DATA;
  if (made) await promisify(execFile)("cp", ["-a", made, data.env.DATA_DIR]);
  return data;
}

export async function anEmptyFolder(): Promise<DataFolder> {
  const folder = await mkdtemp(join(tmpdir(), "visits-data-"));
  // Run by root, the database drops to another account, which must be able to pass.
  await chmod(folder, 0o711);
  const DATA_DIR = join(folder, "data");
  return { env: { DATA_DIR }, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
