import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = "src/cli/visits.ts";

/** A real server process with its stand-ins, as `npm start` runs it. */
export interface Platform {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** What it has written to its standard output and error */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

type Environment = Readonly<Record<string, string>>;

/**
 * On a port of the system's choice unless `env` names another than 0. Resolves when it says that it is ready, and is.
 * @param root of another release's sources
 * @param program that serves in the place of ours
 */
export async function startPlatform(env: Environment, root = ROOT, program = PROGRAM): Promise<Platform> {
  const child = spawnVisits(["serve"], { RATE_LIMIT_PER_MINUTE: "1000000", PORT: "0", ...env }, root, program);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const port = await readyPort(child, () => output, env.PORT);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    process: child,
    output: () => output,
    kill: (signal) => kill(child, signal),
  };
}

export function spawnVisits(argv: readonly string[], env: Environment, root = ROOT, program = PROGRAM) {
  const { PATH, HOME, NODE_COMPILE_CACHE, TMPDIR } = process.env;
  return spawn(process.execPath, [program, ...argv], {
    cwd: root,
    env: { PATH, HOME, NODE_COMPILE_CACHE, TMPDIR, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A command of the operator, as a process of its own, to its end. */
export async function runVisits(
  argv: readonly string[],
  env: Environment,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawnVisits(argv, env);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

/** @param given 0: the system chooses one, and it says which */
async function readyPort(child: ChildProcess, output: () => string, given = "0"): Promise<number> {
  while (child.exitCode === null && child.signalCode === null) {
    const port = Number(given) || Number(/ready at http:\/\/[^\s:]+:(\d+)/.exec(output())?.[1]);
    if (port && (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The platform did not become ready (${child.exitCode ?? child.signalCode}):\n${output()}`);
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
  return child.exitCode;
}
