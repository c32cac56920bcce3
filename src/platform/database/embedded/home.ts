import { randomUUID } from "node:crypto";
import { chmod, chown, mkdir, readdir, readlink, realpath, rm, stat, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Account, accountName, canEnter, isRoot, serverAccount } from "./account.ts";

/** The folder that belongs to the server alone, and whom the server runs as. */
export interface Home {
  readonly account: Account;
  readonly path: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly lock: string;
  readonly password: string;
}

/** Makes the folder if need be, private to the server's account. */
export async function openHome(requested: string): Promise<Home> {
  await mkdir(requested, { recursive: true });
  const folder = await realpath(requested);
  if (isRoot()) return homeOf(await reachableHome(folder));
  await takeOver(folder, undefined);
  return homeOf(folder);
}

async function homeOf(path: string): Promise<Home> {
  return {
    account: await serverAccount(path),
    path,
    cluster: join(path, "cluster"),
    lock: join(path, "start.lock"),
    password: join(path, "owner-password"),
  };
}

/**
 * A project under /root (mode 0700) is out of reach for the account that root's server runs as, and opening /root to
 * everyone is not ours to decide. The data then live in /var/lib (never in a temporary folder: those get swept) and a
 * link stays where they were asked for. The link alone decides, so removing the requested folder begins anew.
 */
async function reachableHome(folder: string): Promise<string> {
  const link = join(folder, "moved-to");
  const moved = await readlink(link).catch(() => null);
  if (moved) return await stillThere(moved, link);

  const account = await serverAccount(folder);
  if (await canEnter(account, dirname(folder))) {
    await takeOver(folder, account);
    return folder;
  }
  await refuseForeign(folder);
  if ((await readdir(folder)).includes("cluster")) {
    throw new Error(
      `The account that runs the database (${accountName(account)}) can no longer reach ${folder}: ` +
        "let it pass through the folders above (chmod o+x), as it could when the database was made.",
    );
  }
  return await moveHome(folder, link, account);
}

async function moveHome(folder: string, link: string, account: Account): Promise<string> {
  const shelf = "/var/lib/visits-platform";
  const place = join(shelf, `${basename(folder)}-${randomUUID().slice(0, 8)}`);
  await mkdir(shelf, { recursive: true });
  await chmod(shelf, 0o711);
  await mkdir(place);
  await takeOver(place, account);
  if (!(await canEnter(account, place)))
    throw new Error(`${accountName(account)} cannot reach ${place}: set DATABASE_URL.`);
  await symlink(place, link).catch(async (error: NodeJS.ErrnoException) => {
    await rm(place, { recursive: true });
    if (error.code !== "EEXIST") throw error;
  });
  return await readlink(link);
}

async function stillThere(place: string, link: string): Promise<string> {
  if (await stat(place).catch(() => null)) return place;
  throw new Error(`The database's folder ${place} is gone: put it back, or remove ${link} to begin with an empty one.`);
}

async function takeOver(folder: string, account: Account): Promise<void> {
  await refuseForeign(folder);
  if (account) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}

/** Any of these marks a folder as the server's; the link may be another process's, a moment old. */
const OURS = ["cluster", "start.lock", "moved-to"];

/** A slip such as DATA_DIR=/etc must not hand that folder to another account. */
async function refuseForeign(folder: string): Promise<void> {
  const entries = (await readdir(folder)).filter((name) => name !== "lost+found");
  if (entries.length === 0 || OURS.some((name) => entries.includes(name))) return;
  const what = entries.includes("PG_VERSION") ? "is another PostgreSQL's data folder" : "holds other files";
  throw new Error(`${folder} ${what}: the embedded database needs a folder of its own.`);
}
