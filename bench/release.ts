import { execFile } from "node:child_process";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../scripts/licences.ts";

/** What is installed to serve citizens and staff: the built pages, the program, and the packages of production alone. */
export interface Release {
  readonly folder: string;
  /** Of the disk, all of it */
  readonly megabytes: number;
  remove(): Promise<void>;
}

const PARTS = ["package.json", "package-lock.json", ".npmrc", "dist", "db", "src"];
const ran = promisify(execFile);

/**
 * No package's script runs, but our own. Where packages are not in npm's cache it needs the network. Others may read it: the
 * program gives root up.
 */
export async function installRelease(): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), "visits-installed-"));
  await chmod(folder, 0o755);
  for (const part of PARTS) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  const npm = (...args: string[]) => ran("npm", args, { cwd: folder });
  await npm("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
  await npm("run", "--if-present", "--silent", "postinstall");
  const { stdout } = await ran("du", ["--summarize", "--block-size=1K", folder]);
  return {
    folder,
    megabytes: Number.parseInt(stdout, 10) / 1_024,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
