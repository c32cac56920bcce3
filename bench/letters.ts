import { setTimeout as sleep } from "node:timers/promises";
import { processSeconds } from "./cpu.ts";
import { load, type Measured } from "./load.ts";
import { type Machine, OFFICES } from "./machine.ts";
import type { Row } from "./report.ts";
import { shareOf } from "./share.ts";
import { booking } from "./works.ts";
import { type BenchOffice, placeOf } from "./world.ts";

export interface LettersCost {
  readonly rows: readonly Row[];
  /** How many were sent, what each cost the program and the database in milliseconds of a processor, and how many leave in a minute */
  readonly reminders: number;
  readonly cpu: number;
  readonly aMinute: number;
  /** Bookings beside a mail server that hangs: their p99, beside that of the same bookings without */
  readonly hangingShare: number;
}

const REMINDERS = shareOf(Number(process.env.BENCH_REMINDERS ?? 5_000));
const BOOKINGS = shareOf(2_000);
/** Each word of the mail server takes so long */
const WORD_MS = 20;

/** What letters cost, and what they cost who books meanwhile. */
export async function lettersCost(machine: Machine): Promise<LettersCost> {
  await booked(machine, 780); // warms the statements and the pool, or the first row pays for all
  const plain = await booked(machine, 800);
  const withEmail = await booked(machine, 820, "eleni@example.gr");
  await forgetLetters(machine);
  machine.smtp.knobs({ faults: [{ at: "data", does: "hang" }] });
  await planReminders(machine, OFFICES, "06:00");
  await sleep(20_000);
  const beside = await booked(machine, 840);
  machine.smtp.knobs({ faults: [{ at: "each", does: "delay", ms: WORD_MS }] });
  await forgetLetters(machine);
  const reminders = await sendReminders(machine);
  machine.smtp.knobs({});
  const rowOf = (work: string, service: Measured): Row => ({ work, load: "10", service });
  return {
    rows: [
      rowOf("book, no e-mail", plain),
      rowOf("book, with an e-mail", withEmail),
      rowOf("book, no e-mail, beside a mail server that hangs", beside),
    ],
    ...reminders,
    hangingShare: beside.p99 / plain.p99,
  };
}

function booked(machine: Machine, inDays: number, email?: string): Promise<Measured> {
  const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: inDays });
  return load(machine.service, BOOKINGS, 10, (index) =>
    booking(machine, index % OFFICES, placeOf(Math.floor(index / OFFICES), first), email),
  );
}

/** What was planned here does not leave while something else is measured. */
export const forgetLetters = ({ sql }: Machine) => sql.query("delete from mail where state in ('planned', 'sending')");

/** Of appointments of tomorrow, in all offices of the measurement, from a time on at which they have none. @returns how many */
async function planReminders({ sql, world }: Machine, count: number, time: string): Promise<number> {
  const offices = world.offices.slice(0, OFFICES).map(({ id }: BenchOffice) => id);
  const { rowCount } = await sql.query(
    `with wanted as (
       select office, gen_random_uuid() as id, n from unnest($1::int[]) as office, generate_series(1, ceil($2::float / cardinality($1::int[]))::int) as n
     ), visit as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, email, created_at)
       select office, id, 1 + n % 5, start, start + interval '1 minute', now(), 'copy-certification', 'Μέτρηση', 'Δοκιμή',
         'n' || n || '@d' || office % 5 || '.example.gr', now()
       from wanted, lateral (select ((now() at time zone 'Europe/Athens')::date + 1 + $3::text::time + make_interval(mins => n)) at time zone 'Europe/Athens' as start) as s
       on conflict do nothing returning office_id, id, email
     )
     insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
     select office_id, gen_random_uuid(), id, 'reminder', email, json_build_object('place', json_build_array(place, place)), now(), now()
     from visit, lateral (select json_build_object('date', (now() at time zone 'Europe/Athens')::date + 1, 'time', $3::text, 'queue', 1) as place) as p`,
    [offices, count, time],
  );
  return rowCount ?? 0;
}

async function sendReminders(machine: Machine): Promise<Pick<LettersCost, "reminders" | "cpu" | "aMinute">> {
  const before = machine.smtp.count();
  const reminders = await planReminders(machine, REMINDERS, "16:00");
  const [spentBefore, start] = [await spent(machine), performance.now()];
  while (machine.smtp.count() < before + reminders) await sleep(100);
  const minutes = (performance.now() - start) / 60_000;
  const cpu = (((await spent(machine)) - spentBefore) * 1_000) / reminders;
  return { reminders, cpu, aMinute: reminders / minutes };
}

async function spent(machine: Machine): Promise<number> {
  const { service, database } = await processSeconds(machine.service);
  return service + database;
}
