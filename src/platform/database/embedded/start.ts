import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cleanEnvironment } from "./account.ts";
import { connectToRunning, type Live, PATIENCE_MS } from "./connection.ts";
import type { Home } from "./home.ts";
import { disownAlienPid, recordedPort, runningPostmaster } from "./postmaster.ts";
import { settings } from "./settings.ts";
import { removeSockets, socketFolderOf } from "./socket.ts";

interface Start {
  readonly bin: string;
  readonly password: string;
  /** Not where the home's file system has no sockets */
  readonly withSocket: boolean;
}

/** Starts a server on the home's data, or tells what it said instead. */
export async function tryToStart(home: Home, { bin, password, withSocket }: Start): Promise<Live | { said: string }> {
  await disownAlienPid(home);
  await removeSockets(home);
  const startedAt = Date.now();
  const { child, said } = launch(home, bin, await portFor(home), withSocket);
  try {
    while (running(child) && Date.now() - startedAt < PATIENCE_MS) {
      const live = (await runningPostmaster(home))?.ready ? await connectToRunning(home, password) : null;
      if (live) return live;
      await sleep(20);
    }
    return { said: said() + (await logSince(home, startedAt)) };
  } finally {
    child.stderr?.destroy();
    child.unref();
  }
}

/**
 * In a session of its own, so that Ctrl-C in the application's terminal is not the database's. Until its log is open,
 * what it says comes through a pipe rather than a file, which a full disk would swallow.
 */
function launch(
  home: Home,
  bin: string,
  port: number,
  withSocket: boolean,
): { child: ChildProcess; said: () => string } {
  const folder = withSocket ? socketFolderOf(home, port) : null;
  const child = spawn(join(bin, "postgres"), ["-D", home.cluster, ...settings(port, folder)], {
    ...home.account,
    cwd: "/",
    detached: true,
    env: cleanEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  child.on("error", (error) => {
    text += error.message;
  });
  child.on("exit", (_, signal) => {
    if (signal) text += `The server was ended by ${signal}.`;
  });
  return { child, said: () => text };
}

function running(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** After a crash the same as before, unless somebody has it now: whoever was connected comes back there. */
async function portFor(home: Home): Promise<number> {
  const last = await recordedPort(home);
  return await freePort(last).catch(() => freePort(0));
}

async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(wanted, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** The tail of what the server wrote to its own log since the start. */
async function logSince(home: Home, since: number): Promise<string> {
  const folder = join(home.cluster, "log");
  let text = "";
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if ((await stat(file)).mtimeMs >= since) text += await readFile(file, "utf8");
  }
  return text.split("\n").slice(-20).join("\n");
}
