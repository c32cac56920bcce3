import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { appLogin } from "../src/platform/database/connect.ts";
import { startEmbedded } from "../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../test/data-folder.ts";
import { freePort } from "../test/free-port.ts";
import { startPlatform } from "../test/platform.ts";
import { type SmtpStandIn, startSmtp } from "../trial/stand-ins/smtp.ts";
import type { Target } from "./load.ts";
import { type BenchWorld, buildWorld, keepSignedIn } from "./world.ts";

/** Program, floor and database of one run. */
export interface Machine {
  readonly dataDir: string;
  readonly url: string;
  readonly sql: pg.Client;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly world: BenchWorld;
  readonly service: Target;
  readonly floor: Target;
  /** Where its letters go: in the process of the measurement, so that it costs the program nothing */
  readonly smtp: SmtpStandIn;
  /** Milliseconds until it was ready, with an empty folder and then again */
  readonly starts: { readonly first: number; readonly later: number };
  close(): Promise<void>;
}

/** Over so many the bookings go; the two behind them have work of their own: many rules, and rulings. */
export const OFFICES = 200;
export const BEHIND = { rules: OFFICES, rulings: OFFICES + 1 } as const;

/** Both starts are of the program alone: its packages are installed and its pages built. */
export async function startMachine(): Promise<Machine> {
  const data = await aDataFolder();
  const dataDir = data.env.DATA_DIR;
  const smtp = await startSmtp();
  const env = { ...data.env, SMTP_URL: smtp.url };
  const [first, once_] = await timed(() => startPlatform(env));
  await once_.kill("SIGTERM");
  const [later, platform] = await timed(() => startPlatform(env));
  const embedded = await startEmbedded(dataDir);
  const ownerUrl = embedded.ownerUrl("visits");
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  const world = await buildWorld(sql, BEHIND.rulings + 1);
  const letGo = keepSignedIn(sql);
  const appUrl = await appLogin(ownerUrl);
  const floor = await startFloor(ownerUrl, world.employeeId, embedded.pid);
  return {
    dataDir,
    url: platform.url,
    sql,
    ownerUrl,
    appUrl,
    world,
    service: { port: platform.port, pid: platform.process.pid as number, databasePid: embedded.pid },
    floor: floor.target,
    smtp,
    starts: { first, later },
    close: async () => {
      floor.stop();
      letGo();
      await sql.end();
      await platform.kill("SIGTERM");
      await smtp.stop();
      await embedded.stop();
      await data.remove();
    },
  };
}

async function startFloor(ownerUrl: string, employeeId: number, databasePid: number) {
  const port = await freePort();
  const child = spawn(process.execPath, ["bench/floor.ts", ownerUrl, String(port), String(employeeId)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return { target: { port, pid: child.pid as number, databasePid }, stop: () => child.kill() };
}

async function timed<T>(work: () => Promise<T>): Promise<[milliseconds: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}
