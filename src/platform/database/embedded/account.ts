import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";

/** Whom the server runs as; undefined when that is simply ourselves. */
export type Account = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. It then runs as the owner of its folder, so that a start by `sudo` does not lock
 * out the person who made the folder, else as `nobody`, which every Linux has (initdb wants an account with a name).
 */
export async function serverAccount(folder: string): Promise<Account> {
  if (!isRoot()) return undefined;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? await nobody() : { uid, gid };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

export function nameOf(account: Account): string {
  return account ? `uid ${account.uid}` : "this account";
}

async function nobody(): Promise<Account> {
  for (const line of (await readFile("/etc/passwd", "utf8")).split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === "nobody") return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    "PostgreSQL does not run as root and there is no account `nobody` to run it as: " +
      "start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Asks by trying: modes alone do not tell of access lists, mounts and security modules. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await run("/bin/sh", ["-c", 'cd "$0"', folder], account)).code === 0;
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
