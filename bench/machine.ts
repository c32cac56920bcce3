import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import { ROOT } from "../scripts/licences.ts";
import { appLogin } from "../src/platform/database/connect.ts";
import { type EmbeddedServer, startEmbedded } from "../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../test/data-folder.ts";
import { freePort } from "../test/free-port.ts";
import { startPlatform } from "../test/platform.ts";
import { type SmtpStandIn, startSmtp } from "../trial/stand-ins/smtp.ts";
import type { Target } from "./load.ts";
import { type Service, startService } from "./service.ts";
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
  readonly starts: Starts;
  /** One more process of the program, on the same database */
  startAnother(): Promise<Service>;
  close(): Promise<void>;
}

/** Milliseconds until a trial was ready, with an empty folder and then again: its packages are installed and its pages built */
interface Starts {
  readonly first: number;
  readonly later: number;
}

/** Over so many the bookings go; those behind them have work of their own: the first ones many rules, and the last one rulings. */
export const OFFICES = 200;
export const RULED_OFFICES = 14;
export const BEHIND = { rules: OFFICES, rulings: OFFICES + RULED_OFFICES } as const;

/** @param root of the program that is measured, with its built pages; it runs as in production */
export async function startMachine(root = ROOT): Promise<Machine> {
  const data = await aDataFolder();
  const dataDir = data.env.DATA_DIR;
  const smtp = await startSmtp();
  const { starts, embedded } = await timeStarts(dataDir);
  const ownerUrl = embedded.ownerUrl("visits");
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  const appUrl = await appLogin(ownerUrl);
  const world = await buildWorld(sql, BEHIND.rulings + 1);
  const letGo = keepSignedIn(sql);
  const startAnother = () =>
    startService({ root, databaseUrl: appUrl, smtpUrl: smtp.url, logFile: join(dataDir, "..", "visits.log") });
  const service = await startAnother();
  const floor = await startFloor(ownerUrl, world.employeeId, embedded.pid);
  return {
    dataDir,
    url: service.url,
    sql,
    ownerUrl,
    appUrl,
    world,
    service: { port: service.port, pid: service.pid, databasePid: embedded.pid },
    floor: floor.target,
    smtp,
    starts,
    startAnother,
    close: async () => {
      floor.stop();
      letGo();
      await sql.end();
      await service.stop();
      await smtp.stop();
      await embedded.stop();
      await data.remove();
    },
  };
}

/** The trial has made the database and its invented offices; the server goes on without it. */
async function timeStarts(dataDir: string): Promise<{ starts: Starts; embedded: EmbeddedServer }> {
  const [first, begun] = await timed(() => startPlatform({ DATA_DIR: dataDir }));
  await begun.kill("SIGTERM");
  const [later, again] = await timed(() => startPlatform({ DATA_DIR: dataDir }));
  const embedded = await startEmbedded(dataDir);
  await again.kill("SIGTERM");
  return { starts: { first, later }, embedded };
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
