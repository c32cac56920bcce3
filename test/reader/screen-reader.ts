import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PROGRAMS = ["/usr/bin/orca", "/usr/bin/Xvfb", "/usr/bin/dbus-daemon", "/usr/libexec/at-spi-bus-launcher"];
const BROWSER = "/usr/bin/chromium";

export const hasScreenReader = (): boolean => [...PROGRAMS, BROWSER].every((place) => existsSync(place));

/** Debian's Orca, which reads a browser's window to nobody: what it says it writes down, and no sound is needed. */
export interface ScreenReader {
  /** For a browser that it is to read */
  readonly launch: {
    readonly executablePath: string;
    readonly headless: false;
    readonly args: string[];
    readonly env: Record<string, string>;
  };
  /** What it has said since this was last asked, as soon as it is silent. @throws Error where it says nothing at all */
  said(): Promise<string[]>;
  close(): Promise<void>;
}

/** A page is read in one go; so long it says nothing between two sentences only when it has ended. */
const SILENCE_MS = 5_000;
const LONGEST_MS = 180_000;

export async function startScreenReader(): Promise<ScreenReader> {
  const home = await mkdtemp(join(tmpdir(), "visits-reader-"));
  const runtime = join(home, "run");
  await mkdir(runtime, { mode: 0o700 });
  const started: ChildProcess[] = [];
  const start = (command: string, args: readonly string[], env: Record<string, string> = {}) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"], env: { ...plain, ...env } });
    started.push(child);
    return child;
  };
  const plain = { PATH: process.env.PATH ?? "", HOME: home, XDG_RUNTIME_DIR: runtime, LANG: "C.UTF-8" };
  const display = await firstLine(
    start("Xvfb", ["-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"]),
  );
  const bus = await firstLine(start("dbus-daemon", ["--session", "--nofork", "--print-address=1"]));
  const env = { ...plain, DISPLAY: `:${display}`, DBUS_SESSION_BUS_ADDRESS: bus };
  start("/usr/libexec/at-spi-bus-launcher", ["--launch-immediately"], env);
  const log = join(home, "said.log");
  start("orca", [`--debug-file=${log}`], env);
  const all = async () => utterances(await readFile(log, "utf8").catch(() => ""));
  await expectSoon(async () => (await all()).length > 0, "Orca has not said that it is there.");

  let heard = (await all()).length;
  return {
    launch: {
      executablePath: BROWSER,
      headless: false,
      args: ["--force-renderer-accessibility", "--no-sandbox", "--disable-gpu", "--disable-features=Translate"],
      env,
    },
    said: async () => {
      let [count, since] = [heard, performance.now()];
      await expectSoon(async () => {
        const { length } = await all();
        if (length !== count) [count, since] = [length, performance.now()];
        return count > heard && performance.now() - since > SILENCE_MS;
      }, "Orca says nothing, or does not stop talking.");
      const lines = (await all()).slice(heard);
      heard = count;
      return lines;
    },
    close: async () => {
      for (const child of started.reverse()) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const utterances = (log: string): string[] =>
  [...log.matchAll(/SPEECH OUTPUT: '(.*?)'(?: \{.*\})?$/gm)].map(([, words = ""]) => words.trim()).filter(Boolean);

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  const [line] = await once(stdout as NonNullable<typeof stdout>, "data");
  return String(line).trim();
}

/** @throws Error when it does not come about */
async function expectSoon(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const end = performance.now() + LONGEST_MS; performance.now() < end; await sleep(100)) if (await isSo()) return;
  throw new Error(otherwise);
}
