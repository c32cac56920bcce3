import { randomBytes, randomUUID } from "node:crypto";
import { lchown, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./account.ts";
import type { Home } from "./home.ts";
import { withReason } from "./reasons.ts";

export const OWNER = "postgres";

/** The major version that made the data, or null when there are none yet. */
export async function versionOfCluster(home: Home): Promise<string | null> {
  const text = await readFile(join(home.cluster, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text?.trim() ?? null;
}

export async function refuseOtherVersion(home: Home, ours: string): Promise<void> {
  const theirs = await versionOfCluster(home);
  if (theirs === null || theirs === ours) return;
  throw new Error(
    `The data in ${home.path} were made by PostgreSQL ${theirs}, this program brings ${ours}: ` +
      "make a backup with the program that made them and restore it into a new folder (DATA_DIR).",
  );
}

/** An initdb killed half-way must leave nothing that looks like a database, so the finished folder is renamed. */
export async function makeCluster(home: Home, bin: string): Promise<void> {
  await removeHalfMade(home);
  await writePassword(home);
  const making = `${home.cluster}.making-${randomUUID()}`;
  const made = await run(join(bin, "initdb"), initdbArguments(home, making), home.account);
  if (made.code !== 0) {
    await rm(making, { recursive: true, force: true });
    throw withReason(`The database could not be made in ${home.path}`, made.output);
  }
  await rename(making, home.cluster);
  await syncFolder(home.path);
}

function initdbArguments(home: Home, folder: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${home.password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-locale",
    "--no-instructions",
  ];
}

/** An initdb whose parent was killed may still write there; it then fails by itself, and the rest goes next time. */
async function removeHalfMade(home: Home): Promise<void> {
  for (const name of await readdir(home.path)) {
    if (name.includes(".making-")) {
      await rm(join(home.path, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

async function writePassword(home: Home): Promise<void> {
  await rm(home.password, { force: true });
  await writeFile(home.password, randomBytes(24).toString("hex"), { flag: "wx", mode: 0o600, flush: true });
  if (home.account) await lchown(home.password, home.account.uid, home.account.gid);
}

export async function readPassword(home: Home): Promise<string> {
  try {
    return (await readFile(home.password, "utf8")).trim();
  } catch (cause) {
    throw new Error(`The password of the database cannot be read: put ${home.password} back from a backup.`, { cause });
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
