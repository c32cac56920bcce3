import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A real server process with its stand-ins, as `npm start` runs it. */
export interface Platform {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** What it has written to its standard output and error */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export async function startPlatform(env: Readonly<Record<string, string>>): Promise<Platform> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const child = spawn(process.execPath, ["src/cli/visits.ts", "serve"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      RATE_LIMIT_PER_MINUTE: "1000000",
      ...env,
      PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const platform: Platform = {
    url: `http://127.0.0.1:${port}`,
    port,
    process: child,
    output: () => output,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
  await ready(platform);
  return platform;
}

async function ready({ url, process: child, output }: Platform): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) break;
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`The platform did not become ready:\n${output()}`);
}
