import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { hashOfToken, newToken } from "../src/platform/token.ts";
import { processSeconds } from "./cpu.ts";
import { load, type Shot, type Target } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { BenchOffice } from "./world.ts";

/** What a call costs where many phones of one office follow its line, beside a floor that each of them would ask once. */
export interface PhonesCost {
  readonly phones: number;
  /** Milliseconds of a processor a call, of the program and of the database */
  readonly cpu: number;
  /** The same of so many reads of one statement, of the floor */
  readonly floorCpu: number;
  /** Of the database, a call */
  readonly transactions: number;
  /** From a call's commit until the last phone has it */
  readonly medianMs: number;
}

const PHONES = [10, 100, 300];
const CALLS = 100;
const WARM_UP = 5;
const OFFICE = 5;

export async function phonesCost(machine: Machine): Promise<PhonesCost[]> {
  const { id } = machine.world.offices[OFFICE] as BenchOffice;
  const places = await aLine(machine, id, Math.max(...PHONES));
  const phones: Phone[] = [];
  const costs: PhonesCost[] = [];
  const idle = rateOf(await transactionsOf(machine), await transactionsOf(machine));
  for (const count of PHONES) {
    while (phones.length < count) phones.push(await openPhone(machine.url, places[phones.length] as Place));
    costs.push(await costOf(machine, { office: id, phones, places, idle }));
    const { cpu, floorCpu, transactions, medianMs } = costs.at(-1) as PhonesCost;
    process.stdout.write(
      `a call on ${count} phones: CPU ${cpu.toFixed(1)} ms, of so many reads of the floor ${floorCpu.toFixed(1)} ms; ` +
        `${transactions.toFixed(1)} transactions, on the last after ${medianMs.toFixed(0)} ms\n`,
    );
  }
  for (const { close } of phones) close();
  return costs;
}

interface Line {
  readonly office: number;
  readonly phones: readonly Phone[];
  readonly places: readonly Place[];
  /** Transactions a millisecond when nobody calls: what is done by the clock is no call's */
  readonly idle: number;
}

async function costOf(machine: Machine, { office, phones, places, idle }: Line): Promise<PhonesCost> {
  const call = async () => {
    const heard = Promise.all(phones.map(({ nextPicture }) => nextPicture()));
    const start = performance.now();
    await callOne(machine, office, places);
    await heard;
    return performance.now() - start;
  };
  for (let index = 0; index < WARM_UP; index++) await call();
  const counted = await transactionsOf(machine);
  const before = await processSeconds(machine.service);
  const times: number[] = [];
  for (let index = 0; index < CALLS; index++) times.push(await call());
  const after = await processSeconds(machine.service);
  const seconds = after.service + after.database - before.service - before.database;
  const counts = await transactionsOf(machine);
  // The call that we write ourselves is none of the program's.
  const transactions = ((rateOf(counted, counts) - idle) * (counts.at - counted.at)) / CALLS - 1;
  return {
    phones: phones.length,
    cpu: (seconds * 1_000) / CALLS,
    floorCpu: (await floorRead(machine.floor, office)) * phones.length,
    transactions,
    medianMs: times.toSorted((a, b) => a - b)[CALLS / 2] as number,
  };
}

/** Milliseconds of a processor that a day in one statement costs. */
async function floorRead(floor: Target, office: number): Promise<number> {
  const today = Temporal.Now.plainDateISO("Europe/Athens");
  const shot: Shot = { method: "GET", path: `/${office}/day/${today}~${today.add({ days: 1 })}` };
  const { serviceCpu, databaseCpu } = await load(floor, 2_000, 10, () => shot);
  return serviceCpu + databaseCpu;
}

interface Count {
  readonly at: number;
  readonly transactions: number;
}

/** By PostgreSQL's own count, which is written down ten seconds later. */
async function transactionsOf({ sql }: Machine): Promise<Count> {
  await sleep(11_000);
  const { rows } = await sql.query("select xact_commit::int from pg_stat_database where datname = current_database()");
  return { at: performance.now(), transactions: rows[0].xact_commit };
}

/** A millisecond, without the question itself. */
const rateOf = (from: Count, to: Count): number => (to.transactions - from.transactions - 1) / (to.at - from.at);

interface Place {
  readonly visit: string;
  readonly key: string;
  readonly number: number;
}

async function aLine({ sql }: Machine, office: number, count: number): Promise<Place[]> {
  const places = Array.from({ length: count }, (_, index) => ({
    visit: randomUUID(),
    key: newToken(),
    number: index + 1,
  }));
  await sql.query(
    `with given as (
       insert into ticket (office_id, id, date, letter, number, status, status_at, issued_at)
       select $1, id, (now() at time zone 'Europe/Athens')::date, 'Α', number, 'arrived', now(), now()
       from unnest($2::uuid[], $3::int[]) as place (id, number) returning id, date)
     insert into line_key (office_id, hash, date, visit, made_at)
     select $1, hash, date, id, now() from given join unnest($2::uuid[], $4::bytea[]) as place (visit, hash) on visit = id`,
    [
      office,
      places.map(({ visit }) => visit),
      places.map(({ number }) => number),
      places.map(({ key }) => hashOfToken(key)),
    ],
  );
  return places;
}

let calls = 0;

/** As an act does it, but for the act. */
async function callOne({ sql }: Machine, office: number, places: readonly Place[]): Promise<void> {
  const { visit, number } = places[calls % places.length] as Place;
  await sql.query(
    `with shown as (
       insert into line_call (office_id, visit, version, date, letter, number, counter, at)
       values ($1, $2, $3, (now() at time zone 'Europe/Athens')::date, 'Α', $4, 1, now()))
     select pg_notify('visits', json_build_object('kind', 'change', 'office', $1::int, 'dates', '[]'::json, 'appointment', $2,
       'by', null)::text)`,
    [office, visit, 2 + calls++, number],
  );
}

interface Phone {
  nextPicture(): Promise<void>;
  close(): void;
}

async function openPhone(url: string, { key }: Place): Promise<Phone> {
  const asked = get(`${url}/line/${key}/events`, { agent: new Agent({ keepAlive: false }) });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`A phone was answered ${answer.statusCode}.`);
  answer.setEncoding("utf8");
  answer.on("error", () => {});
  let onPicture = () => {};
  answer.on("data", (text: string) => {
    if (text.includes("event: place")) onPicture();
  });
  await once(answer, "data");
  return {
    nextPicture: () => new Promise((resolve) => (onPicture = resolve)),
    close: () => asked.destroy(),
  };
}
