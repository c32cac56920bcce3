import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 10_000;

/**
 * Ends whatever a run of tests has left behind, wherever it was broken off: each program that was started with its folder
 * as the one for temporary files. Where the system does not tell what runs, only what ends by itself has ended.
 */
export async function endLeftovers(folder) {
  const until = Date.now() + PATIENCE_MS;
  for (let left = startedIn(folder); left.length > 0; left = startedIn(folder)) {
    for (const pid of left) end(pid, Date.now() < until ? "SIGTERM" : "SIGKILL");
    await sleep(200);
  }
}

function startedIn(folder) {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid && isIn(pid, folder));
}

function isIn(pid, folder) {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").includes(`TMPDIR=${folder}\0`);
  } catch {
    // It has ended, or is somebody else's.
    return false;
  }
}

function end(pid, signal) {
  try {
    process.kill(Number(pid), signal);
  } catch {
    // It has ended meanwhile.
  }
}
