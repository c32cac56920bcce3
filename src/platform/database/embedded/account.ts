import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";

/** The account that the server runs as; undefined when it is our own. */
export type Account = Ordinary | undefined;
export interface Ordinary {
  readonly uid: number;
  readonly gid: number;
}

const OWN_NAME = "visits-platform";
/** No home, no shell, no password. */
const NEW_ACCOUNT = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];

/**
 * PostgreSQL refuses to run as root. It then runs as the owner of its folder, so that a start by `sudo` does not lock
 * out the person who made the folder, else as an account that nobody else uses.
 */
export async function serverAccount(folder: string): Promise<Account> {
  if (!isRoot()) return undefined;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? await ownAccount() : { uid, gid };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

export function accountName(account: Account): string {
  return account ? `uid ${account.uid}` : "this account";
}

/** Made by root where it can be; else `nobody`, which other services may share (initdb wants an account with a name). */
export async function ownAccount(): Promise<Ordinary> {
  const known = await accountOf(OWN_NAME);
  if (known) return known;
  // Another process may be making it at this moment: what counts is whether it is there.
  await run("/usr/sbin/useradd", [...NEW_ACCOUNT, "--shell", "/usr/sbin/nologin", OWN_NAME], undefined);
  const account = (await accountOf(OWN_NAME)) ?? (await accountOf("nobody"));
  if (account) return account;
  throw new Error(
    `There is no account to run as but root, neither ${OWN_NAME} nor nobody: ` +
      "start as an ordinary user, or set DATABASE_URL.",
  );
}

async function accountOf(wanted: string): Promise<Ordinary | null> {
  for (const line of (await readFile("/etc/passwd", "utf8")).split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === wanted) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** Asks by trying: modes alone do not tell of access lists, mounts and security modules. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await run("/bin/sh", ["-c", 'cd "$0"', folder], account)).code === 0;
}

export async function canRead(account: Account, path: string): Promise<boolean> {
  return (await run("/bin/sh", ["-c", 'test -r "$0"', path], account)).code === 0;
}

interface Outcome {
  code: number | string;
  output: string;
}

/** Runs a program as the account, in an environment where no LD_LIBRARY_PATH or PG… variable can interfere. */
export function run(program: string, args: string[], account: Account): Promise<Outcome> {
  const options = { ...account, cwd: "/", env: cleanEnvironment() };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error ? (error.code ?? error.signal ?? 1) : 0;
      resolve({ code, output: `${stdout}${stderr}`.trim() || (error?.message ?? "") });
    });
  });
}

export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C" };
}
