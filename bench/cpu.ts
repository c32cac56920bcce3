import { readdir, readFile } from "node:fs/promises";

/** Seconds of processor time, read from Linux's /proc; of the database: the postmaster with all its backends. */
export async function processSeconds(target: {
  readonly pid: number;
  readonly databasePid: number;
}): Promise<{ service: number; database: number }> {
  const database = [target.databasePid, ...(await childrenOf(target.databasePid))];
  const seconds = await Promise.all(database.map(secondsOf));
  return { service: await secondsOf(target.pid), database: seconds.reduce((sum, one) => sum + one, 0) };
}

const TICKS_A_SECOND = 100;

async function secondsOf(pid: number): Promise<number> {
  const fields = await statOf(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND : 0;
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, fields: await statOf(pid) })));
  return stats.filter(({ fields }) => Number(fields?.[1]) === parent).map(({ pid }) => pid);
}

/** What follows the command's name in /proc/PID/stat: state, parent, … */
async function statOf(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return stat ? stat.slice(stat.lastIndexOf(")") + 2).split(" ") : null;
}
