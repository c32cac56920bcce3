import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { appLogin } from "../src/platform/database/connect.ts";
import { startEmbedded } from "../src/platform/database/embedded/embedded.ts";
import { freePort } from "../test/free-port.ts";
import { startPlatform } from "../test/platform.ts";
import { load, type Measured, type Shot, type Target } from "./load.ts";
import { type Row, writeReport } from "./report.ts";
import { type BenchWorld, buildWorld, fillDays, placeOf } from "./world.ts";

const OFFICES = 200;
const BOOKINGS = 3_000;
const READS = 3_000;

const folder = await mkdtemp(join(tmpdir(), "visits-bench-"));
await chmod(folder, 0o711);
const platform = await startPlatform({ DATA_DIR: join(folder, "data") });
const embedded = await startEmbedded(join(folder, "data"));
const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
await sql.connect();
const world = await buildWorld(sql, OFFICES);
const today = Temporal.Now.plainDateISO("Europe/Athens");
const busy = today.add({ days: 30 });
await fillDays(sql, idOf(world, 0), busy.toString(), 30, 8);

const floorPort = await freePort();
const floorProcess = spawn(
  process.execPath,
  ["bench/floor.ts", await appLogin(embedded.ownerUrl("visits")), String(floorPort), String(world.employeeId)],
  {
    stdio: ["ignore", "pipe", "inherit"],
  },
);
await once(floorProcess.stdout, "data");
const floor: Target = { port: floorPort, pid: floorProcess.pid as number, databasePid: embedded.pid };
const service: Target = { port: platform.port, pid: platform.process.pid as number, databasePid: embedded.pid };

const rows: Row[] = [];
for (const concurrency of [10, 50]) {
  await compare(`book, ${OFFICES} offices`, concurrency, BOOKINGS, manyOffices(concurrency));
  await compare("book, one office and day after day", concurrency, BOOKINGS, oneOffice(concurrency));
  await compare("free slots of a day, 5 queues", concurrency, READS, reads("availability", 0, "free"));
  await compare("the day page, 40 appointments", concurrency, READS, reads("day", 0, "day"));
  await compare("free slots of 30 days, 5 queues", concurrency, READS / 5, reads("availability", 29, "month"));
}

floorProcess.kill();
await sql.end();
await platform.kill("SIGTERM");
await embedded.stop();
await rm(folder, { recursive: true, force: true });
await writeReport(rows);

type Shots = { readonly floor: (index: number) => Shot; readonly service: (index: number) => Shot };

/** The floor first, then the service; each warmed up by a tenth of the requests, on places of its own. */
async function compare(work: string, concurrency: number, count: number, shots: Shots): Promise<void> {
  const measure = async (target: Target, shot: (index: number) => Shot): Promise<Measured> => {
    await load(target, count / 10, concurrency, (index) => shot(count + index));
    return load(target, count, concurrency, shot);
  };
  const row = {
    work,
    concurrency,
    floor: await measure(floor, shots.floor),
    service: await measure(service, shots.service),
  };
  process.stdout.write(
    `${work}, c=${concurrency}: ${row.service.rps.toFixed(0)}/s of ${row.floor.rps.toFixed(0)}/s, failures ${row.service.failures}\n`,
  );
  rows.push(row);
}

function manyOffices(round: number): Shots {
  const place = (index: number, first: number) =>
    placeOf(Math.floor(index / OFFICES), today.add({ days: first + round }));
  return {
    floor: (index) => floorBooking(idOf(world, index % OFFICES), place(index, 100)),
    service: (index) => booking(codeOf(world, index % OFFICES), place(index, 200)),
  };
}

function oneOffice(round: number): Shots {
  return {
    floor: (index) => floorBooking(idOf(world, 1), placeOf(index, today.add({ days: 300 + round * 20 }))),
    service: (index) => booking(codeOf(world, 2), placeOf(index, today.add({ days: 300 + round * 20 }))),
  };
}

function reads(what: "day" | "availability", days: number, floorWhat: string): Shots {
  const from = busy.toString();
  const path = what === "day" ? `days/${from}` : `availability?from=${from}&to=${busy.add({ days })}`;
  const shot: Shot = {
    method: "GET",
    path: `/api/offices/${codeOf(world, 0)}/${path}`,
    headers: { cookie: world.cookie },
  };
  return { floor: () => ({ method: "GET", path: `/${idOf(world, 0)}/${floorWhat}/${from}` }), service: () => shot };
}

type Place = ReturnType<typeof placeOf>;

function floorBooking(office: number, place: Place): Shot {
  const body = JSON.stringify({ ...place, key: randomUUID(), lastName: "Παπαδοπούλου" });
  return { method: "POST", path: `/${office}/book`, body };
}

function booking(office: string, place: Place): Shot {
  return {
    method: "POST",
    path: `/api/offices/${office}/appointments`,
    headers: {
      cookie: world.cookie,
      origin: platform.url,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({ ...place, service: "copy-certification", lastName: "Παπαδοπούλου", firstName: "Ελένη" }),
  };
}

function idOf({ offices }: BenchWorld, index: number): number {
  return offices[index]?.id as number;
}

function codeOf({ offices }: BenchWorld, index: number): string {
  return offices[index]?.code as string;
}
