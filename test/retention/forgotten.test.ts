import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visits } from "../../src/cli/visits.ts";
import { forgetExpired } from "../../src/platform/http/forget-answers.ts";
import { createLogger } from "../../src/platform/log.ts";
import { clockText } from "../../src/platform/time.ts";
import { anonymizeAll } from "../../src/retention/anonymize.ts";
import { settleStale } from "../../src/search/settle.ts";
import { operationsOf } from "../fuzz/operations.ts";
import { aMailDesk, type MailDesk } from "../mail-desk.ts";
import { aPartner } from "../partner.ts";
import { openToCitizens } from "../public-booking.ts";
import { setClock } from "../set-clock.ts";
import { type Ask, aWorld, type Clerk, type Method, NOW, type Reply, type TestOffice, type World } from "../world.ts";
import { fieldTexts } from "./field-texts.ts";
import { NOT_OF_CITIZENS } from "./not-of-citizens.ts";
import { type Planter, planter } from "./planter.ts";
import { found, rowsOfAll } from "./traces.ts";

/**
 * Names, numbers and addresses that stand nowhere else are planted in every text of every route that is of a citizen, by
 * the published contract. Sixty days go by; then none of them is in the database, its files, its log, a backup of that day,
 * the metrics, or what the program logged, addresses among it.
 */

/** How many times all of it is done; `npm run trust` takes more */
const TIMES = Number(process.env.FORGOTTEN_TIMES ?? 1);
/** Those of the second day, too, are then over for sixty days. */
const DAYS = 62;

let world: World;
let desk: MailDesk;
let there: TestOffice;
let clerk: Clerk;
const logged: string[] = [];
beforeAll(async () => {
  world = await aWorld({}, createLogger("debug", { write: (line) => logged.push(line) }));
  desk = await aMailDesk(world);
  there = await world.anOffice();
  clerk = await world.aClerk(desk.office, there);
});
afterAll(async () => {
  await desk.close();
  await world.close();
});

const planted = new Set<string>();

/** @param route below an office, as the contract names it; the ids of its path come in their order */
async function ask(method: Method, route: string, ids: readonly string[], options: Ask): Promise<Reply> {
  for (const field of namesIn(options.body)) planted.add(`${method} /api/offices/{office}/${route} ${field}`);
  const rest = ids.reduce((path, id) => path.replace(/\{\w+\}/, id), route);
  return clerk.ask(method, `${desk.office.code}/${rest}`, { key: randomUUID(), ...options });
}

function namesIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === "string") return [path.join(".")];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => namesIn(member, [...path, /^\d+$/.test(name) ? "*" : name]));
}

const person = (plant: Planter) => ({
  lastName: plant.name(),
  firstName: plant.name(),
  phone: plant.phone(),
  email: plant.email(),
  matter: plant.words(),
  notes: plant.words(),
  party: "business",
  business: { name: plant.name(), afm: plant.afm() },
});

const withSomebody = (plant: Planter) => ({
  ...person(plant),
  moreServices: [],
  companions: [{ lastName: plant.name(), firstName: plant.name(), services: ["signature"] }],
});

const at = (time: string) => ({ date: "2026-11-24", time, queue: 1, service: "signature" });

/** Whose acts are refused is not written down at all. */
async function appointments(plant: Planter, turn: number): Promise<string[]> {
  const refused = [
    await ask("POST", "appointments", [], { body: { ...at("07:01"), ...person(plant) } }),
    await ask("POST", "appointments", [], { body: { ...at("11:30"), ...person(plant), email: plant.words() } }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([409, 422]);
  const { body: first } = await ask("POST", "appointments", [], { body: { ...at("11:30"), ...withSomebody(plant) } });
  const { body: second } = await ask("POST", "appointments", [], { body: { ...at("12:00"), ...person(plant) } });
  const changed = await ask("PATCH", "appointments/{id}", [first.id], { version: 1, body: withSomebody(plant) });
  expect(changed.status).toBe(200);
  const reason = { version: 2, body: { reason: plant.words() } };
  expect((await ask("POST", "appointments/{id}/cancellation", [first.id], reason)).status).toBe(200);
  const place = { date: "2026-11-24", time: "13:00", queue: null };
  const moved = await ask("POST", "appointments/{id}/move", [second.id], { version: 1, body: place });
  const elsewhere = { ...place, date: "2026-11-25", time: clockText(480 + 15 * turn), office: there.code };
  const transfer = { version: moved.body.version, body: elsewhere };
  expect((await ask("POST", "appointments/{id}/transfer", [second.id], transfer)).status).toBe(200);
  return refused.map(({ body }) => JSON.stringify(body));
}

/** An accredited system books in their name, too, and one of them is refused. */
async function partnerBooks(plant: Planter): Promise<string[]> {
  await openToCitizens(world.owner);
  await world.owner.query("update queue set is_public = true where office_id = $1", [there.id]);
  const partner = await aPartner(world);
  const { notes: _, party: __, ...who } = person(plant);
  const { companions } = withSomebody(plant);
  const body = { ...who, companions, office: there.code, service: "signature", date: "2026-11-25", time: "13:00" };
  for (const field of namesIn(body)) planted.add(`POST /api/public/v1/partner/appointments ${field}`);
  const once = { body, key: "planted" };
  expect((await partner.ask("POST", "appointments", once)).status).toBe(201);
  expect((await partner.ask("POST", "appointments", once)).status).toBe(201);
  const refused = await partner.ask("POST", "appointments", { body: { ...body, ...who }, key: "refused" });
  expect(refused.status).toBe(409);
  return [JSON.stringify(refused.body)];
}

/** What was sought is settled into the audit, which says how it keeps it (db/functions/record_search.sql): so it is no secret here. */
async function searches(): Promise<void> {
  const sought = planter();
  await ask("POST", "appointment-searches", [], { body: { text: sought.name() } });
  await ask("POST", "namesakes", [], { body: { lastName: sought.name(), firstName: sought.name() } });
}

async function diary(plant: Planter): Promise<void> {
  const row = (time: string) =>
    ["25/11/2026", time, plant.name(), plant.name(), plant.phone(), plant.email(), plant.words()].join("\t");
  const header = ["Ημερομηνία", "Ώρα", "Επώνυμο", "Όνομα", "Τηλέφωνο", "E-mail", "Παρατηρήσεις"].join("\t");
  const corrected = {
    lastName: plant.name(),
    firstName: plant.name(),
    phone: plant.phone(),
    email: plant.email(),
    service: "signature",
  };
  const text = [header, row("10:00"), row("10:30"), row("11:00")].join("\n");
  const body = { text, service: "signature", queue: null, corrections: { "3": corrected } };
  const preview = await ask("POST", "diary-previews", [], { body });
  const { fingerprint } = preview.body;
  const brought = await ask("POST", "diary-imports", [], { body: { ...body, fingerprint, leavesRest: true } });
  expect([brought.status, brought.body.booked]).toEqual([201, 3]);
}

/** Day by day, with all that works by itself. */
async function daysGoBy(): Promise<void> {
  const deps = { db: world.database.db, clock: () => world.now };
  for (let day = 1; day <= DAYS; day++) {
    await desk.planByClock();
    await desk.delivered();
    await setClock(world, NOW.add({ hours: 24 * day }));
    await settleStale(deps);
    await forgetExpired(deps);
    await anonymizeAll(deps);
  }
}

test("after sixty days nothing is left of anybody, wherever one looks", async () => {
  const plant = planter();
  const refusals: string[] = [];
  for (let turn = 0; turn < TIMES; turn++) {
    refusals.push(...(await appointments(plant, turn)));
    if (turn === 0) await diary(plant);
    if (turn === 0) refusals.push(...(await partnerBooks(plant)));
    await searches();
  }
  expect(found(plant, await rowsOfAll(world.owner))).not.toEqual([]);
  expect(found(plant, await filesOfBackup())).not.toEqual([]);
  await daysGoBy();
  expect(found(plant, await rowsOfAll(world.owner))).toEqual([]);
  expect(found(plant, refusals)).toEqual([]);
  expect(found(plant, [await world.app.metrics.metrics()])).toEqual([]);

  // While the server analyzes a table by itself, it may still see rows that are gone, and they are written anew.
  await expect.poll(leftInFilesWrittenAnew).toEqual([]);
  expect(found(plant, await logsOfServer())).toEqual([]);
  expect(found(plant, await filesOfBackup())).toEqual([]);
  expect(logged.join("")).toContain("/appointments");
  expect(found(plant, logged.map(decoded))).toEqual([]);

  async function leftInFilesWrittenAnew(): Promise<string[]> {
    // Not those of the whole server: no other test could connect while this one waits for whoever looks at them.
    const { rows } = await world.owner.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relkind = 'r' and not relisshared",
    );
    await world.owner.query(`vacuum full ${rows.map(({ name }) => name).join(", ")}`);
    await world.owner.query("checkpoint");
    return found(plant, await filesOfDatabase());
  }
});

test("every text of the contract is planted, or known to be of no citizen", async () => {
  const texts = fieldTexts(await operationsOf(world.app));
  const open = texts.filter((text) => !planted.has(text) && !NOT_OF_CITIZENS.some(([field]) => field.test(text)));
  expect(open).toEqual([]);
  const needless = NOT_OF_CITIZENS.filter(([field]) => !texts.some((text) => field.test(text)));
  expect(needless).toEqual([]);
});

/** Tables, their indexes and what is stored beside them, byte by byte. */
async function filesOfDatabase(): Promise<string[]> {
  const { rows } = await world.owner.query<{ folder: string }>(
    "select format('%s/base/%s', current_setting('data_directory'), oid) as folder from pg_database where datname = current_database()",
  );
  const folder = rows[0]?.folder as string;
  return Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
}

async function logsOfServer(): Promise<string[]> {
  const { rows } = await world.owner.query<{ folder: string }>("select current_setting('data_directory') as folder");
  const folder = rows[0]?.folder as string;
  const logs = (await readdir(folder, { recursive: true })).filter((name) => /(^|\/)log(\/|$)/.test(name));
  return Promise.all(logs.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
}

/** As the operator takes it, with every part unpacked. */
async function filesOfBackup(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "visits-forgotten-"));
  const { appUrl, ownerUrl } = world.database;
  const told: string[] = [];
  const terminal = { out: (line: string) => told.push(line), err: (line: string) => told.push(line) };
  const backup = join(folder, "backup");
  const code = await visits(["backup", backup], { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }, terminal);
  expect(code, told.join("\n")).toBe(0);
  const names = await readdir(backup);
  expect(names).toContain("appointment.copy.gz");
  const files = await Promise.all(names.map((name) => readFile(join(backup, name))));
  await rm(folder, { recursive: true });
  return [...told, ...files.map((file, at) => (names[at]?.endsWith(".gz") ? gunzipSync(file) : file).toString("utf8"))];
}

/** A name in an address is written otherwise. */
const decoded = (line: string): string => line.replace(/(%[0-9A-F]{2})+/gi, (text) => decodeURIComponent(text));
