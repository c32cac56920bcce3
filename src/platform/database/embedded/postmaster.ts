import { execFile } from "node:child_process";
import { chown, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Home } from "./home.ts";
import { socketIn } from "./socket.ts";

/** What postmaster.pid says of the server, which may be long dead. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** The folder of its socket; null: it has none, as those that earlier releases started */
  readonly socketFolder: string | null;
  readonly ready: boolean;
}

/** The server that runs on this home's data, as far as the process table knows. */
export async function runningPostmaster(home: Home): Promise<Postmaster | null> {
  const recorded = await recordedPostmaster(home);
  return recorded && (await isPostmaster(recorded.pid, home)) ? recorded : null;
}

/** 0 when no server left a trace. */
export const recordedPort = async (home: Home): Promise<number> => (await recordedPostmaster(home))?.port ?? 0;

async function recordedPostmaster(home: Home): Promise<Postmaster | null> {
  const text = await readFile(pidFile(home), "utf8").catch(() => "");
  const [pid, , , port = "", folder = "", , , status] = text.split("\n");
  if (!(Number(pid) > 0)) return null;
  const socketFolder = (await stat(socketIn(folder, port)).catch(() => null)) ? folder : null;
  return { pid: Number(pid), port: Number(port), socketFolder, ready: status?.trim() === "ready" };
}

/** After a crash the number may have passed to any other process, so the command line must name our data folder. */
export async function isPostmaster(pid: number, home: Home): Promise<boolean> {
  const [program, ...args] = process.platform === "linux" ? await argumentsOf(pid) : await argumentsByPs(pid);
  return program !== undefined && basename(program) === "postgres" && args.includes(home.cluster);
}

/** Empty for a zombie, which a container without an init process can keep for long. */
async function argumentsOf(pid: number): Promise<string[]> {
  return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
}

/** `ps` joins the arguments by blanks; ours begin `-D FOLDER -c` (start.ts), which tells them apart again. */
async function argumentsByPs(pid: number): Promise<string[]> {
  const ps = promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
  const line = await ps.then(({ stdout }) => stdout).catch(() => "");
  return /^(.*?) -D (.*?) -c /.exec(line)?.slice(1) ?? [];
}

/**
 * PostgreSQL refuses to start while the recorded pid is alive, whoever has it now. The file is not removed: its other
 * lines let PostgreSQL find orphaned backends by their shared memory, the guard against two servers on the same data.
 * Only the pid gives way, to one that no system hands out.
 */
export async function disownAlienPid(home: Home): Promise<void> {
  const recorded = await recordedPostmaster(home);
  if (!recorded || (await isPostmaster(recorded.pid, home))) return;
  const [, ...rest] = (await readFile(pidFile(home), "utf8")).split("\n");
  await replacePidFile(home, ["2147483647", ...rest].join("\n"));
}

/** Whole or not at all: killed half-way, it would leave an empty file, with which PostgreSQL does not start. */
async function replacePidFile(home: Home, text: string): Promise<void> {
  const fresh = join(home.path, "postmaster.pid.new");
  await rm(fresh, { force: true });
  // "wx" follows no link that the server's account may have put there.
  await writeFile(fresh, text, { flag: "wx", mode: 0o600 });
  if (home.account) await chown(fresh, home.account.uid, home.account.gid);
  await rename(fresh, pidFile(home));
}

/** A server that was killed while it came up may leave the file empty; nobody is behind it, for we hold the home's lock. */
export async function removeEmptyPidFile(home: Home): Promise<void> {
  const { size } = await stat(pidFile(home)).catch(() => ({ size: -1 }));
  if (size === 0) await rm(pidFile(home));
}

function pidFile(home: Home): string {
  return join(home.cluster, "postmaster.pid");
}
