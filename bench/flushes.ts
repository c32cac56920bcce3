import { load, type Measured } from "./load.ts";
import { type Machine, OFFICES, startMachine } from "./machine.ts";
import { shareOf } from "./share.ts";
import { booking } from "./works.ts";
import { placeOf } from "./world.ts";

/**
 * What bookings of offices that have nothing in common cost each other where a flush takes 10 ms longer, as on a slow disk or
 * with a synchronous standby: as they are announced now, with nothing announced, and announced inside the transaction.
 */
export interface FlushesCost {
  /** Bookings as they are announced now, of those of which nothing is announced; 1 is as many */
  readonly share: number;
  readonly failures: number;
}

const FLUSH_MS = Number(process.env.BENCH_FLUSH_MS ?? 10);
const CLERKS = 20;
const FIRST = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1_000 });
const DAYS = 48;
const BOOKINGS = Number(process.env.BENCH_BOOKINGS ?? 800);
export const FLUSHES_MUST = 0.95;

/** A row of what is to be announced comes to nothing, or is told at once: the program is the same. */
const WAYS = {
  "behind the commit": "",
  "not announced": "return null;",
  "inside the commit": "perform pg_notify('visits', notice) from unnest(new.notices) as notice; return null;",
} as const;
type WayName = keyof typeof WAYS;
const NAMES = Object.keys(WAYS) as WayName[];

let booked = 0;

export async function flushesCost(machine: Machine, rounds: number): Promise<FlushesCost> {
  const results: Record<WayName, Measured[]> = {
    "behind the commit": [],
    "not announced": [],
    "inside the commit": [],
  };
  await addToEachFlush(machine, FLUSH_MS);
  try {
    await book(machine, CLERKS * 5);
    for (let round = 0; round < rounds; round++)
      // No way has always the same one before it.
      for (const way of inTurn(NAMES, round)) {
        await announceBy(machine, WAYS[way]);
        results[way].push(await book(machine, shareOf(BOOKINGS)));
      }
  } finally {
    await announceBy(machine, "");
    await addNothingToFlushes(machine);
  }
  for (const way of NAMES) process.stdout.write(`${way}: ${inWords(results[way])}\n`);
  const rate = (way: WayName) => median(results[way].map(({ rps }) => rps));
  return {
    share: rate("behind the commit") / rate("not announced"),
    failures: failuresOf(NAMES.flatMap((way) => results[way])),
  };
}

function inWords(all: readonly Measured[]): string {
  const middle = (of: (one: Measured) => number) => median(all.map(of));
  return (
    `${middle(({ rps }) => rps).toFixed(1)} bookings/s (${all.map(({ rps }) => rps.toFixed(0)).join(", ")}), ` +
    `p99 ${middle(({ p99 }) => p99).toFixed(0)} ms, CPU ms: program ${middle(({ serviceCpu }) => serviceCpu).toFixed(2)}, ` +
    `database ${middle(({ databaseCpu }) => databaseCpu).toFixed(2)}; ${failuresOf(all)} failed`
  );
}

const failuresOf = (all: readonly Measured[]): number => all.reduce((sum, { failures }) => sum + failures, 0);

/** PostgreSQL itself waits so long ahead of each flush, holding what a flush holds. */
async function addToEachFlush({ sql }: Machine, milliseconds: number): Promise<void> {
  await sql.query(`alter system set commit_delay = ${milliseconds * 1_000}`);
  await sql.query("alter system set commit_siblings = 0");
  await sql.query("select pg_reload_conf()");
}

async function addNothingToFlushes({ sql }: Machine): Promise<void> {
  await sql.query("alter system reset commit_delay");
  await sql.query("alter system reset commit_siblings");
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
    const place = placeOf(Math.floor(index / OFFICES), FIRST.add({ days: index % DAYS }));
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

if (import.meta.main) {
  const machine = await startMachine();
  const { share } = await flushesCost(machine, Number(process.env.BENCH_ROUNDS ?? 5));
  process.stdout.write(
    `behind the commit beside nothing announced: ${(share * 100).toFixed(1)} % (must: ${FLUSHES_MUST * 100} %)\n`,
  );
  await machine.close();
  if (share < FLUSHES_MUST) process.exitCode = 1;
}
