import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openBrowser } from "../test/browser.ts";
import { holdIn } from "../test/citizen.ts";
import { openToCitizens } from "../test/public-booking.ts";
import { FOR_A_PAGE } from "./browser.ts";
import { processSeconds } from "./cpu.ts";
import { type Machine, startMachine } from "./machine.ts";
import { growTo } from "./nation.ts";
import { ORIGIN } from "./service.ts";
import { anEmployee, type BenchOffice, clockTime, QUEUES, SLOT_MINUTES } from "./world.ts";

/**
 * The minute in which booking opens: twenty thousand look, two thousand book, and eight clerks work, in one office and then in
 * two hundred of a country's twelve hundred. The load generator, the program and its database share the machine. Writes nothing down.
 */
const OFFICES = 1_200;
const READS = 20_000;
const BOOKINGS = 2_000;
const SECONDS = 60;
const CLERKS = 8;
const SERVICE = "copy-certification";
const DAYS = 5;
const PLACES_A_DAY = (QUEUES * 420) / SLOT_MINUTES;
/** A queue that citizens do not see */
const COUNTER_QUEUE = QUEUES + 1;
const TOMORROW = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 });

/** With which people who book were told to come again */
const comeAgain: number[] = [];

const machine = await startMachine();
const say = (line: string) => process.stdout.write(`${line}\n`);
await growTo(machine, { offices: OFFICES, days: 10 });
await openAll(machine);
await rush("one office", machine.world.offices.slice(0, 1));
await rush("two hundred offices", machine.world.offices.slice(1, 201));
await machine.close();

/** Whole days, all places for citizens, and one address stands for many people. */
async function openAll({ sql }: Machine): Promise<void> {
  await openToCitizens(sql);
  await sql.query("update queue set is_public = true");
  await sql.query(
    `update office set online_by_phone = true, online_counter_percent = 0, online_limit = 10, online_held_percent = 100,
       online_horizon_days = $1, online_release_time = '00:00'`,
    [DAYS],
  );
  const ids = machine.world.offices.map(({ id }) => id);
  await sql.query(
    `insert into queue (office_id, number, name, is_default, is_active, slot_minutes)
     select office, $2, 'Θυρίδα', false, true, $3 from unnest($1::int[]) as office`,
    [ids, COUNTER_QUEUE, SLOT_MINUTES],
  );
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select office, $2, weekday, 0, 1440 from unnest($1::int[]) as office, generate_series(1, 7) as weekday`,
    [ids, COUNTER_QUEUE],
  );
}

async function rush(name: string, offices: readonly BenchOffice[]): Promise<void> {
  const capacity = offices.length * DAYS * PLACES_A_DAY;
  const gone = new Set<string>();
  const before = await processSeconds(machine.service);
  const own = process.cpuUsage();
  const begun = performance.now();
  const [reads, bookings, clerks] = await Promise.all([
    readers(offices),
    bookers(offices, gone),
    clerksAtWork(offices[0] as BenchOffice),
  ]);
  const seconds = (performance.now() - begun) / 1_000;
  const after = await processSeconds(machine.service);
  const { user, system } = process.cpuUsage(own);
  const { sold, doubles } = await soldIn(offices);
  const again = comeAgain.splice(0).length;
  const due = Math.min(capacity, BOOKINGS);
  say(`${name}, ${seconds.toFixed(0)} s:`);
  say(
    `  sold ${sold} of ${due} that could be (${capacity} places), ${doubles} places twice; people told ${worded(bookings)}, ${again} times to come again`,
  );
  say(
    `  ${READS} looks: ${worded(reads.statuses)}; those answered p50 ${reads.p50.toFixed(0)}, p99 ${reads.p99.toFixed(0)} ms`,
  );
  say(
    `  clerks, ${clerks.count} requests: p50 ${clerks.p50.toFixed(0)}, p99 ${clerks.p99.toFixed(0)} ms; ${worded(clerks.statuses)}`,
  );
  say(
    `  processor seconds: program ${(after.service - before.service).toFixed(1)}, database ` +
      `${(after.database - before.database).toFixed(1)}, the measurement ${((user + system) / 1e6).toFixed(1)}, ` +
      `of ${(seconds * 2).toFixed(0)} that two cores have`,
  );
}

type Statuses = Map<string, number>;
function count(statuses: Statuses, what: number | string): void {
  statuses.set(String(what), (statuses.get(String(what)) ?? 0) + 1);
}

function worded(statuses: Statuses): string {
  return [...statuses].map(([what, times]) => `${what}: ${times}`).join(", ");
}

interface Timed {
  readonly statuses: Statuses;
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

function timed(statuses: Statuses, times: number[]): Timed {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { statuses, count: times.length, p50: at(0.5), p99: at(0.99) };
}

/** Month and day in turn, each when it is due, whether or not the last was answered. */
async function readers(offices: readonly BenchOffice[]): Promise<Timed> {
  const statuses: Statuses = new Map();
  const times: number[] = [];
  const one = async (index: number, due: number) => {
    const { code } = offices[index % offices.length] as BenchOffice;
    const day = index % 2 === 0 ? "" : `/${TOMORROW.add({ days: index % DAYS })}`;
    const path = `/book/offices/${code}/days${day}?service=${SERVICE}`;
    const answer = await fetch(`${machine.url}${path}`, { headers: FOR_A_PAGE }).catch(() => null);
    await answer?.text();
    count(statuses, answer?.status ?? "no answer");
    if (answer?.status === 200) times.push(performance.now() - due);
  };
  await paced(READS, one);
  return timed(statuses, times);
}

async function paced(total: number, one: (index: number, due: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  const all: Promise<void>[] = [];
  for (let index = 0; index < total; index++) {
    const due = start + (index * SECONDS * 1_000) / total;
    await sleep(Math.max(0, due - performance.now()));
    all.push(one(index, due));
  }
  await Promise.all(all);
}

/** Each a person with a browser, who chooses another time where one is gone, and comes again when told to. */
async function bookers(offices: readonly BenchOffice[], gone: Set<string>): Promise<Statuses> {
  const outcomes: Statuses = new Map();
  await paced(BOOKINGS, async (index) => {
    count(outcomes, await booked(index, offices, gone));
  });
  return outcomes;
}

async function booked(index: number, offices: readonly BenchOffice[], gone: Set<string>): Promise<string> {
  const { code } = offices[index % offices.length] as BenchOffice;
  const browser = openBrowser(machine.url);
  const send = (path: string, fields?: Readonly<Record<string, string>>) => patiently(browser, path, fields);
  for (let trial = 0; ; trial++) {
    const at = timeLeft(code, index + trial * 7, gone);
    if (!at) return "everything is taken";
    const held = await send(`/book/offices/${code}/hold`, { service: SERVICE, at });
    if (held?.status === 303) break;
    if (held?.status !== 409) return `hold ${held?.status ?? "no answer"}`;
    gone.add(`${code} ${at}`);
  }
  await send("/book/who", { who: "self", lastName: "Πολίτης", firstName: "Δοκιμή" });
  const hold = holdIn((await (await send("/book/check"))?.text()) ?? "");
  const phone = `69${String(10_000_000 + (Number(code) % 100) * 10_000 + index)}`;
  const done = await send("/book/check", { how: "phone", phone, hold });
  return done?.headers.get("location") === "/book/done" ? "booked" : `check ${done?.status ?? "no answer"}`;
}

/** Whoever is told to come again does, in as many seconds as they are told. */
async function patiently(
  browser: ReturnType<typeof openBrowser>,
  path: string,
  fields?: Readonly<Record<string, string>>,
): Promise<Response | null> {
  for (let left = 30; left > 0; left--) {
    const init = fields && {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": "same-origin" },
    };
    const answer = await browser.request(path, init).catch(() => null);
    if (answer && answer.status !== 503 && answer.status !== 429) return answer;
    comeAgain.push(answer?.status ?? 0);
    await answer?.body?.cancel();
    await sleep(Number(answer?.headers.get("retry-after") ?? 1) * 1_000);
  }
  return null;
}

/** "2026-12-08T09:30": one that nobody was told is gone, beginning somewhere else each time. */
function timeLeft(code: string, from: number, gone: ReadonlySet<string>): string | null {
  const times = 420 / SLOT_MINUTES;
  for (let each = 0; each < DAYS * times; each++) {
    const place = (from * 31 + each) % (DAYS * times);
    const minute = 480 + (place % times) * SLOT_MINUTES;
    const at = `${TOMORROW.add({ days: Math.floor(place / times) })}T${clockTime(minute)}`;
    if (!gone.has(`${code} ${at}`)) return at;
  }
  return null;
}

/** A look at the day and a booking, a second's thought between. */
async function clerksAtWork({ id, code }: BenchOffice): Promise<Timed> {
  const statuses: Statuses = new Map();
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1_000;
  const clerk = async (number: number) => {
    const { cookie } = await anEmployee(machine.sql, id, 400_000_000 + id * 10 + number);
    const headers = { cookie, origin: ORIGIN, "content-type": "application/json" };
    const ask = async (path: string, body?: object) => {
      const begun = performance.now();
      const key = { "idempotency-key": randomUUID() };
      const init = body ? { method: "POST", headers: { ...headers, ...key }, body: JSON.stringify(body) } : { headers };
      const answer = await fetch(`${machine.url}/api/offices/${code}/${path}`, init).catch(() => null);
      await answer?.text();
      times.push(performance.now() - begun);
      count(statuses, answer?.status ?? "no answer");
    };
    const date = TOMORROW.add({ days: number % DAYS }).toString();
    for (let turn = 0; performance.now() < until; turn++) {
      await ask(`days/${date}`);
      const minute = ((Math.floor(number / DAYS) * 70 + turn) % 144) * SLOT_MINUTES;
      const time = clockTime(minute);
      const person = { lastName: "Θυρίδας", firstName: "Δοκιμή", service: SERVICE, channel: "phone" };
      await ask("appointments", { date, time, queue: COUNTER_QUEUE, ...person });
      await sleep(1_000);
    }
  };
  await Promise.all(Array.from({ length: CLERKS }, (_, number) => clerk(number)));
  return timed(statuses, times);
}

async function soldIn(offices: readonly BenchOffice[]): Promise<{ sold: number; doubles: number }> {
  const ids = offices.map(({ id }) => id);
  const { rows } = await machine.sql.query(
    `select count(*)::int as sold, (count(*) - count(distinct (office_id, queue, starts_at)))::int as doubles
     from appointment where office_id = any ($1::int[]) and live and channel = 'online' and status = 'booked'`,
    [ids],
  );
  return rows[0];
}
