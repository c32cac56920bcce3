import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyInstallation, installationFiles, sizeOf } from "../scripts/package/installation.ts";

/** What is installed to serve citizens and staff, as the package and the container bring it. */
export interface Release {
  readonly folder: string;
  /** Of the disk, all of it */
  readonly megabytes: number;
  remove(): Promise<void>;
}

/** Others may read it: the program gives root up. */
export async function installRelease(): Promise<Release> {
  const parent = await mkdtemp(join(tmpdir(), "visits-installed-"));
  await chmod(parent, 0o755);
  const folder = join(parent, "current");
  copyInstallation(folder);
  return {
    folder,
    megabytes: sizeOf(installationFiles()) / 1_048_576,
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}
