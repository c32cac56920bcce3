import { readdir, readFile } from "node:fs/promises";

/** Seconds of processor time, read from Linux's /proc; of the database: the postmaster with all its backends. */
export async function processSeconds(target: {
  readonly pid: number;
  readonly databasePid: number;
}): Promise<{ service: number; database: number }> {
  const backends = await Promise.all((await childrenOf(target.databasePid)).map(ownSeconds));
  const postmaster = (await ownSeconds(target.databasePid)) + (await endedSeconds(target.databasePid));
  return { service: await ownSeconds(target.pid), database: backends.reduce((sum, one) => sum + one, postmaster) };
}

const TICKS_A_SECOND = 100;

const ownSeconds = async (pid: number): Promise<number> => seconds(await statOf(pid), 11);

/** Of its children that are no more: a backend that ends takes nothing away. */
const endedSeconds = async (pid: number): Promise<number> => seconds(await statOf(pid), 13);

/** Two numbers of ticks that stand together, for the program and for the kernel. */
const seconds = (fields: string[] | null, at: number): number =>
  fields ? (Number(fields[at]) + Number(fields[at + 1])) / TICKS_A_SECOND : 0;

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
