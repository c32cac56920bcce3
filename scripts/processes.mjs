import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ROOT } from "./paths.mjs";
import { environment } from "./project-node.mjs";

/** Runs a program to its end, passes signals on to it, and answers with its exit code. */
export function run(program, args, more = {}) {
  const child = spawn(program, args, { cwd: ROOT, stdio: "inherit", env: environment(more) });
  const passOn = (signal) => child.kill(signal);
  // A terminal's Ctrl-C reaches the child by itself; twice would cut its tidying up short.
  const signals = process.stdin.isTTY ? ["SIGTERM"] : ["SIGTERM", "SIGINT", "SIGHUP"];
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Becomes that program: same process, so signals and exit code are its own. An old Node stays as its parent. */
export async function become(program, args) {
  process.chdir(ROOT);
  if (process.execve) process.execve(program, [program, ...args], environment());
  process.exit(await run(program, args));
}
