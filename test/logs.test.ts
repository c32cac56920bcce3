import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../src/platform/config.ts";
import { startEmbedded } from "../src/platform/database/embedded/embedded.ts";
import { personById } from "../trial/stand-ins/people.ts";
import { type StandIns, startStandIns } from "../trial/stand-ins/stand-ins.ts";
import { freePort } from "./free-port.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { futureDay } from "./races/arena.ts";

/** Quality P1: where every request is logged, as in production, nothing of a person reaches the log. */
const PUBLIC = "https://visits.example.gr";
const CLERK = "ilias";
const PLANTED = {
  lastName: "Μυστικόπουλος",
  firstName: "Κρυφή",
  phone: "6944987654",
  email: "kryfi.mystikopoulou@example.gr",
  notes: "απόρρητη σημείωση",
};

let folder: string;
let standIns: StandIns;
let platform: Platform;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "visits-logs-"));
  await chmod(folder, 0o711);
  standIns = await startStandIns(readConfig({ NODE_ENV: "test", PUBLIC_BASE_URL: PUBLIC }));
  const settings = Object.entries(standIns.settings).map(([name, value]) => [name, String(value)]);
  const port = String(await freePort());
  const env = { DATA_DIR: join(folder, "data"), NODE_ENV: "test", PUBLIC_BASE_URL: PUBLIC, PORT: port };
  platform = await startPlatform({ ...env, ...Object.fromEntries(settings) });
  await openOffice();
});
afterAll(async () => {
  await platform.kill("SIGTERM");
  await standIns.stop();
  await rm(folder, { recursive: true, force: true });
});

test("no name, number, address, cookie or code of a person is in the output, whatever goes wrong", async () => {
  const { cookie, code, state } = await signIn();
  expect((await book(cookie, { time: "10:00" })).status).toBe(201);
  expect((await book(cookie, { time: "10:00" })).status).toBe(409);
  expect((await book(cookie, { time: PLANTED.lastName })).status).toBe(400);
  expect((await book(cookie, { [PLANTED.lastName]: 1 })).status).toBe(400);
  expect((await book(cookie, { email: `${PLANTED.email}\u0000` })).status).toBe(422);
  expect((await post(cookie, `{"lastName":"${PLANTED.lastName}`)).status).toBe(400);
  await fetch(`${platform.url}/sign-in?return=/${encodeURIComponent(PLANTED.lastName)}`, { redirect: "manual" });
  await fetch(`${platform.url}/callback?code=${code}&state=${state}`, { redirect: "manual" });
  // What was begun by a server's children they may still end.
  const withoutDatabase = async () => {
    await killDatabase().catch(() => {});
    return (await book(cookie, { time: "11:00" })).status;
  };
  await expect.poll(withoutDatabase).toBe(503);
  await expect.poll(() => platform.output()).toContain("request failed");
  const log = platform.output();
  expect(log).toContain("request completed");
  const secrets = [...Object.values(PLANTED), "944987654", code, state, personById(CLERK)?.afm ?? "", "Θεμελιώτης"];
  const token = cookie.slice(cookie.indexOf("=") + 1);
  for (const secret of [...secrets, token, token.slice(-20)]) {
    expect(secret.length).toBeGreaterThan(4);
    expect(log.includes(secret) || log.includes(encodeURIComponent(secret)), `${secret} in\n${log}`).toBe(false);
  }
});

async function openOffice(): Promise<void> {
  const embedded = await startEmbedded(join(folder, "data"));
  const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
  await sql.connect();
  await sql.query(`
    insert into office (code, name, municipality) values ('9904', 'ΚΕΠ Δοκιμής', 'Δοκιμής');
    insert into queue (office_id, number, name, is_default, is_active) select id, 1, 'Ουρά 1', true, true from office;
    insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
      select id, 1, weekday, 480, 900 from office, generate_series(1, 7) as weekday;
    insert into service (code, name, short_name, name_en, minutes) values ('signature', 'Γνήσιο', 'Γνήσιο', 'Signature', 10);
    delete from holiday`);
  await sql.end();
  await embedded.stop();
}

async function signIn(): Promise<{ cookie: string; code: string; state: string }> {
  const start = await fetch(`${platform.url}/sign-in`, { redirect: "manual" });
  const authorize = start.headers.get("location") ?? "";
  const body = new URLSearchParams({ userid: CLERK });
  const granted = await fetch(authorize, { method: "POST", body, redirect: "manual" });
  const { pathname, search, searchParams } = new URL(granted.headers.get("location") ?? "", authorize);
  const headers = { cookie: cookieOf(start) };
  const done = await fetch(platform.url + pathname + search, { headers, redirect: "manual" });
  expect(done.status).toBe(303);
  return { cookie: cookieOf(done), code: searchParams.get("code") ?? "", state: searchParams.get("state") ?? "" };
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .filter((cookie) => !cookie.endsWith("="))
    .join("; ");

const book = (cookie: string, more: object) =>
  post(
    cookie,
    JSON.stringify({ date: futureDay(5), time: "10:30", queue: 1, service: "signature", ...PLANTED, ...more }),
  );

const post = (cookie: string, body: string) =>
  fetch(`${platform.url}/api/offices/9904/appointments`, {
    method: "POST",
    body,
    headers: {
      cookie,
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      "idempotency-key": randomUUID(),
    },
  });

async function killDatabase(): Promise<void> {
  const [pid] = (await readFile(join(folder, "data", "cluster", "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
}
