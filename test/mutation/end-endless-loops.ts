import { Worker } from "node:worker_threads";

/** A fault may make a loop endless. The process is ended then, by a thread of its own, and so the fault is noticed. */
const STILL_MS = 60_000;
const WATCHING = `
  const { parentPort } = require("node:worker_threads");
  let heard = Date.now();
  parentPort.on("message", () => { heard = Date.now(); });
  setInterval(() => { if (Date.now() - heard > ${STILL_MS}) process.kill(process.pid, "SIGKILL"); }, 1_000);`;

// Files of tests share a process, which needs one.
const watched = globalThis as { isWatchedForLoops?: true };
if (!watched.isWatchedForLoops) {
  watched.isWatchedForLoops = true;
  const watcher = new Worker(WATCHING, { eval: true });
  setInterval(() => watcher.postMessage("alive"), 1_000).unref();
  watcher.unref();
}
