import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

const SQLITE_BUSY = 5;
const PATIENCE_MS = 180_000;

/**
 * Runs `work` while no other process, and no other call in this one, runs under the same lock file.
 * A file with a pid in it would outlive a killed holder and have to be judged stale, which races. Node has no flock,
 * but SQLite's lock on an empty database is a lock of the kernel, gone the moment its holder dies.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    const deadline = Date.now() + PATIENCE_MS;
    while (!taken(lock)) {
      if (Date.now() > deadline) throw new Error(`Another process has held ${file} for minutes: it seems to hang.`);
      await sleep(25);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function taken(lock: DatabaseSync): boolean {
  try {
    // A journal on disk would need space on a full one, and remain, as root's, when root's process is killed.
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
