import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../test/free-port.ts";

/** The program as it runs in production: no stand-ins, each request in its log, and a log that goes to a file. */
export interface Service {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ServiceSettings {
  /** Of the release, or of the sources with their built pages */
  readonly root: string;
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly logFile: string;
}

/** What people type; a proxy, which is not measured, would bring them on. */
export const ORIGIN = "https://visits.example.gr";

const secret = () => randomBytes(32).toString("hex");

/** Nobody signs in while measuring, and nobody's rights grow old: what these addresses name is never asked. */
const PRODUCTION = {
  NODE_ENV: "production",
  PUBLIC_BASE_URL: ORIGIN,
  TRUST_PROXY: "127.0.0.1",
  GSIS_BASE_URL: "https://oauth2.example.gr",
  GSIS_CLIENT_ID: "bench",
  GSIS_CLIENT_SECRET: secret(),
  GSIS_CITIZENS_BASE_URL: "https://oauth2.example.gr",
  GSIS_CITIZENS_CLIENT_ID: "bench-citizens",
  GSIS_CITIZENS_CLIENT_SECRET: secret(),
  DIRECTORY_URL: "https://directory.example.gr",
  DIRECTORY_USERNAME: "bench",
  DIRECTORY_PASSWORD: secret(),
  AUDIT_KEY: secret(),
  MAIL_FROM: "appointments@example.gr",
  RATE_LIMIT_PER_MINUTE: "1000000",
} as const;

export async function startService({ root, databaseUrl, smtpUrl, logFile }: ServiceSettings): Promise<Service> {
  const port = await freePort();
  const log = await open(logFile, "a");
  const { PATH, HOME } = process.env;
  const child = spawn(join(root, "node_modules/.bin/node"), ["src/cli/visits.ts", "serve"], {
    cwd: root,
    env: { PATH, HOME, ...PRODUCTION, DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, PORT: String(port) },
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, url, logFile);
  return { url, port, pid: child.pid as number, stop: () => stop(child) };
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  while (!hasEnded(child)) {
    if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return;
    await sleep(50);
  }
  throw new Error(`The release did not start:\n${(await readFile(logFile, "utf8")).slice(-4_000)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;
