import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { ROOT } from "./paths.mjs";
import { environment } from "./project-node.mjs";

/** Runs a program to its end, passes signals on to it, and answers with its exit code. */
export function run(program, args, more = {}) {
  return ended(spawn(program, args, { cwd: ROOT, stdio: "inherit", env: environment(more) }));
}

/** The same for one of several that run beside each other: answers with what it wrote as well. */
export async function runBeside(program, args) {
  const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: environment() });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  const [code] = await Promise.all([ended(child), once(child, "close")]);
  return { code, output };
}

const running = new Set();

const passOn = (signal) => {
  for (const child of running) child.kill(signal);
};

function ended(child) {
  // A terminal's Ctrl-C reaches the child by itself; twice would cut its tidying up short.
  const signals = process.stdin.isTTY ? ["SIGTERM"] : ["SIGTERM", "SIGINT", "SIGHUP"];
  if (running.size === 0) for (const signal of signals) process.on(signal, passOn);
  running.add(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      running.delete(child);
      if (running.size === 0) for (const name of signals) process.off(name, passOn);
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
