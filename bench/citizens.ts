import { request } from "node:http";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { hashOfToken, newToken } from "../src/platform/token.ts";
import { openBrowser } from "../test/browser.ts";
import { chromiumPath } from "../test/chromium.ts";
import { holdIn } from "../test/citizen.ts";
import { openToCitizens } from "../test/public-booking.ts";
import { FOR_A_PAGE } from "./browser.ts";
import { processSeconds } from "./cpu.ts";
import { load, openLoop, type Shot } from "./load.ts";
import { type Machine, startMachine } from "./machine.ts";
import { growTo } from "./nation.ts";
import { furnish } from "./works.ts";
import { type BenchOffice, clockTime } from "./world.ts";

/**
 * What citizens' pages cost: processor and waiting at a hundred a second, bytes that travel, and how long a phone on a slow
 * line waits. Writes nothing down.
 */
const BUSY = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 5 });
const OFFICES = 1_200;
const READS = 1_500;
const BOOKINGS = 400;
/** Seconds */
const LONGEST_WAIT = 60;
const SERVICE = "copy-certification";
/** All offices lie within 25 kilometres of it. */
const MIDDLE = "lat=38.00&lon=23.70";

const machine = await startMachine();
const office = machine.world.offices[0] as BenchOffice;
const say = (line: string) => process.stdout.write(`${line}\n`);

await furnish(machine, BUSY);
await growTo(machine, { offices: OFFICES, days: 10 });
await openToRush(machine);
const weeks = `/book/offices/${office.code}/days?service=${SERVICE}`;
const day = `/book/offices/${office.code}/days/${BUSY.add({ days: 3 })}?service=${SERVICE}`;
const PAGES = {
  "start page": "/book",
  "services found": "/book/services?q=%CE%B1%CE%BD%CF%84%CE%B9%CE%B3%CF%81%CE%B1%CF%86",
  "office page": `/book/offices/${office.code}`,
  "offices around": `/book/offices?service=${SERVICE}&where=${office.code}`,
  "eight of all offices": `/book/offices?service=${SERVICE}&${MIDDLE}`,
  "the earliest of all offices": `/book/earliest?service=${SERVICE}&${MIDDLE}&within=30`,
  weeks,
  day,
};
await firstTimesOfAll();
for (const [name, path] of Object.entries(PAGES)) await read(name, path);
// Each another one's: what is shared for a second by all who ask for one office's is no help.
const ofMany = (path: string, index: number) =>
  path.replace(office.code, (machine.world.offices[index % 190] as BenchOffice).code);
await read("weeks of many offices", weeks, ofMany);
await read("days of many offices", day, ofMany);
await read("one's own, of an accountant", "/book/my-appointments", undefined, await anAccountant(machine));
await bookings(machine);
await onASlowLine(machine);
await machine.close();

/** Every public place may go to citizens, and one address stands for many people. */
async function openToRush({ sql }: Machine): Promise<void> {
  await openToCitizens(sql);
  await sql.query("update queue set is_public = true");
  await sql.query("update office set latitude = 38 + (id % 200 - 100) / 450.0, longitude = 23.7");
  await sql.query(
    "update office set online_by_phone = true, online_counter_percent = 0, online_held_percent = 100, online_limit = 10",
  );
  // As autovacuum would have done by the next morning.
  await sql.query("vacuum (analyze) office");
}

/** Signed in with two hundred appointments of as many offices as it takes, among a million marks of others. */
async function anAccountant({ sql }: Machine): Promise<Readonly<Record<string, string>>> {
  const token = newToken();
  await sql.query(
    `insert into visit_owner (office_id, appointment_id, mark, way, since)
     select office_id, id, sha256(convert_to(id::text || n, 'UTF8')), 'taxisnet', now()
     from appointment, generate_series(1, 20) as n limit 1000000`,
  );
  await sql.query(
    "insert into citizen_session values ($1, sha256('an accountant'), 'ΧΧ', 'ΧΧ', now() + interval '1 hour')",
    [hashOfToken(token)],
  );
  const { rows } = await sql.query(
    `with own as (
       insert into visit_owner (office_id, appointment_id, mark, way, since)
       select office_id, id, sha256('an accountant'), 'taxisnet', now()
       from appointment where live and starts_at > now() and status = 'booked' order by md5(id::text) limit 200
       returning office_id)
     select count(*)::int as visits, count(distinct office_id)::int as offices,
       (select count(*) from appointment)::int as appointments from own`,
  );
  await sql.query("analyze visit_owner");
  say(`an accountant: ${JSON.stringify(rows[0])}`);
  return { ...FOR_A_PAGE, cookie: `__Host-mine=${token}` };
}

/** Offices that were not there at the program's start are known soon after somebody asked, as all are after a start. */
async function firstTimesOfAll(): Promise<void> {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1_000).toFixed(1);
  for (let asked = 1; performance.now() - begun < LONGEST_WAIT * 1_000; asked++) {
    const answer = await fetch(`${machine.url}${PAGES["the earliest of all offices"]}`);
    const isWhole = answer.status === 200 && !/note--warn" role="status"/.test(await answer.text());
    if (isWhole) return void say(`first times of ${OFFICES} offices: known after ${seconds()} s, asked ${asked} times`);
  }
  say(`first times of ${OFFICES} offices: not known after ${seconds()} s`);
}

async function read(
  name: string,
  path: string,
  pathOf: (path: string, index: number) => string = (only) => only,
  headers: Readonly<Record<string, string>> = FOR_A_PAGE,
): Promise<void> {
  const shot = (index: number): Shot => ({ method: "GET", path: pathOf(path, index), headers });
  await load(machine.service, 200, 10, shot);
  const closed = await load(machine.service, READS, 10, shot);
  const open = await openLoop(machine.service, READS, 100, shot);
  say(
    `${name}: CPU ${closed.serviceCpu.toFixed(2)} + ${closed.databaseCpu.toFixed(2)} ms, ${closed.rps.toFixed(0)}/s; ` +
      `at 100/s p50 ${open.p50.toFixed(1)}, p99 ${open.p99.toFixed(1)} ms; ${await bytesOf(path, headers)} bytes travel; ` +
      `failures ${closed.failures + open.failures}`,
  );
}

/** Headers and compressed body, as they come over the wire, of a connection that nothing else has come by. */
function bytesOf(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const asked = request({ port: machine.service.port, path, headers, agent: false }, (answer) => {
    const { socket } = answer;
    answer.resume();
    answer.on("end", () => resolve(socket.bytesRead));
  });
  asked.on("error", reject);
  asked.end();
  return promise;
}

/** From the press on a time to the appointment: three forms are sent, each by a browser of its own. */
async function bookings({ url, service }: Machine): Promise<void> {
  const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 });
  const before = performance.now();
  let booked = 0;
  const one = async (index: number) => {
    const own = machine.world.offices[1 + (index % 190)] as BenchOffice;
    const minute = 480 + Math.floor(index / 190) * 10;
    const browser = openBrowser(url);
    const send = (path: string, fields: Readonly<Record<string, string>>) =>
      browser.request(path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "sec-fetch-site": "same-origin" },
      });
    await send(`/book/offices/${own.code}/hold`, { service: SERVICE, at: `${weekday(first)}T${clockTime(minute)}` });
    await send("/book/who", { who: "self", lastName: "Πολίτης", firstName: "Δοκιμή" });
    const hold = holdIn(await (await browser.request("/book/check")).text());
    const done = await send("/book/check", { how: "phone", phone: `694${String(1_000_000 + index)}`, hold });
    if (done.headers.get("location") === "/book/done") booked++;
  };
  const started = await processSeconds(service);
  for (let index = 0; index < BOOKINGS; index += 10)
    await Promise.all(Array.from({ length: 10 }, (_, each) => one(index + each)));
  const ended = await processSeconds(service);
  const cpu = (part: "service" | "database") => (((ended[part] - started[part]) * 1000) / BOOKINGS).toFixed(2);
  say(
    `booking, three forms sent and a page looked at: CPU ${cpu("service")} + ${cpu("database")} ms, ` +
      `${((BOOKINGS * 1000) / (performance.now() - before)).toFixed(0)}/s; booked ${booked} of ${BOOKINGS}`,
  );
}

function weekday(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.dayOfWeek > 5 ? date.add({ days: 8 - date.dayOfWeek }) : date;
}

/** A phone with nothing in its cache, on a line of 400 kbit/s whose answers begin after 150 ms, its processor slowed. */
async function onASlowLine({ url }: Machine): Promise<void> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  for (const [name, path] of Object.entries(PAGES)) {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await slow(await context.newCDPSession(page));
    const seen = requestsOf(page);
    const begun = performance.now();
    await page.goto(`${url.replace("127.0.0.1", "localhost")}${path}`, { waitUntil: "load" });
    say(`${name} at 400 kbit/s: ${(performance.now() - begun).toFixed(0)} ms, ${seen.length} requests`);
    await context.close();
  }
  await browser.close();
}

function requestsOf(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (asked) => seen.push(asked.url()));
  return seen;
}

async function slow(client: CDPSession): Promise<void> {
  const bytes = 400_000 / 8;
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}
