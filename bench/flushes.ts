import { load, type Measured } from "./load.ts";
import { type Machine, OFFICES, startMachine } from "./machine.ts";
import { booking } from "./works.ts";
import { placeOf } from "./world.ts";

/**
 * What bookings of offices that have nothing in common cost each other where a flush takes 10 ms longer, as on a slow disk or
 * with a synchronous standby: as they are announced now, with nothing announced, and announced inside the transaction.
 * Writes nothing down.
 */
const FLUSH_MS = Number(process.env.BENCH_FLUSH_MS ?? 10);
const CLERKS = 20;
const DAYS = 48;
const BOOKINGS = Number(process.env.BENCH_BOOKINGS ?? 800);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const MUST = 0.95;

/** A row of what is to be announced comes to nothing, or is told at once: the program is the same. */
const WAYS = {
  "behind the commit": "",
  "not announced": "return null;",
  "inside the commit": "perform pg_notify('visits', notice) from unnest(new.notices) as notice; return null;",
} as const;
type WayName = keyof typeof WAYS;

const machine = await startMachine();
const say = (line: string) => process.stdout.write(`${line}\n`);
await addToEachFlush(machine, FLUSH_MS);
const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 2 });
let booked = 0;
await book(machine, CLERKS * 5);
const results = Object.fromEntries(Object.keys(WAYS).map((way) => [way, [] as Measured[]])) as Record<
  WayName,
  Measured[]
>;
for (let round = 0; round < ROUNDS; round++)
  // No way has always the same one before it.
  for (const way of inTurn(Object.keys(WAYS) as WayName[], round)) {
    await announceBy(machine, WAYS[way]);
    results[way].push(await book(machine, BOOKINGS));
  }
const rate = (way: WayName) => median(results[way].map(({ rps }) => rps));
for (const way of Object.keys(WAYS) as WayName[]) {
  const cpu = (of: "serviceCpu" | "databaseCpu") => median(results[way].map((each) => each[of])).toFixed(2);
  const failures = results[way].reduce((sum, each) => sum + each.failures, 0);
  say(
    `${way}: ${rate(way).toFixed(1)} bookings/s (${results[way].map(({ rps }) => rps.toFixed(0)).join(", ")}), ` +
      `p99 ${median(results[way].map(({ p99 }) => p99)).toFixed(0)} ms, ` +
      `CPU ms: program ${cpu("serviceCpu")}, database ${cpu("databaseCpu")}; ${failures} failed`,
  );
}
const share = rate("behind the commit") / rate("not announced");
say(`behind the commit beside nothing announced: ${(share * 100).toFixed(1)} % (must: ${MUST * 100} %)`);
await machine.close();
if (share < MUST) process.exitCode = 1;

/** PostgreSQL itself waits so long ahead of each flush, holding what a flush holds. */
async function addToEachFlush({ sql }: Machine, milliseconds: number): Promise<void> {
  await sql.query(`alter system set commit_delay = ${milliseconds * 1_000}`);
  await sql.query("alter system set commit_siblings = 0");
  await sql.query("select pg_reload_conf()");
}

async function announceBy({ sql }: Machine, body: string): Promise<void> {
  await sql.query("drop trigger if exists planted on announcement");
  if (body === "") return;
  await sql.query(
    `create or replace function planted() returns trigger language plpgsql as $$ begin ${body} end $$;
     grant execute on function planted to public;
     create trigger planted before insert on announcement for each row execute function planted()`,
  );
}

/** Over all offices and days, no two at a time of one day of one office. */
function book(of: Machine, count: number): Promise<Measured> {
  const from = booked;
  booked += count;
  return load(of.service, count, CLERKS, (shot) => {
    const index = from + shot;
    const place = placeOf(Math.floor(index / OFFICES), first.add({ days: index % DAYS }));
    return booking(of, index % OFFICES, place);
  });
}

function inTurn<T>(all: readonly T[], round: number): T[] {
  const at = round % all.length;
  return [...all.slice(at), ...all.slice(0, at)];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
