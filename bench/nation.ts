import { spawn } from "node:child_process";
import { once } from "node:events";
import { forgetLetters } from "./letters.ts";
import type { Machine } from "./machine.ts";

/** Invented offices as `visits seed` makes them, until there are so many; what is there already stays. */

export interface SeedPart {
  /** So many in all */
  readonly offices: number;
  /** Working days with appointments, of which 40 at most are to come */
  readonly days: number;
}

export interface Seeding {
  /** With how many days each */
  readonly offices: string;
  readonly appointments: number;
  readonly seconds: number;
  readonly gigabytes: number;
}

/** One after the other: of what is there already nothing is made anew, so that the first offices may have the longest history. */
export async function growTo(machine: Machine, ...parts: readonly SeedPart[]): Promise<Seeding> {
  const { sql } = machine;
  const start = performance.now();
  for (const part of parts) await seed(machine, part);
  const seconds = (performance.now() - start) / 1000;
  // As autovacuum, the checkpointer, the nights and the evenings would have done by the next morning; no measurement pays for it.
  await sql.query("vacuum (analyze) appointment, appointment_word, appointment_event");
  await sql.query(
    `insert into measured_until (office_id, date) select id, current_date - 1 from office
     on conflict (office_id) do update set date = excluded.date`,
  );
  await sql.query(
    `insert into reminded (office_id, date) select id, current_date + ahead from office, generate_series(1, 2) as ahead
     on conflict do nothing`,
  );
  await forgetLetters(machine);
  await sql.query("checkpoint");
  const { rows } = await sql.query<{ appointments: string; bytes: string }>(
    "select count(*) as appointments, pg_database_size(current_database()) as bytes from appointment",
  );
  const [counted] = rows as [{ appointments: string; bytes: string }];
  const offices = parts.map((part) => `${part.offices} × ${part.days}`).join(", ");
  return { offices, appointments: Number(counted.appointments), seconds, gigabytes: Number(counted.bytes) / 2 ** 30 };
}

async function seed({ dataDir }: Machine, { offices, days }: SeedPart): Promise<void> {
  const wish = ["--offices", offices, "--days", days, "--fill", 0.6].map(String);
  const child = spawn(process.execPath, ["src/cli/visits.ts", "seed", ...wish], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: "inherit",
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`visits seed ended with ${code}.`);
}

/** "21x1300+1200x20": as said by BENCH_SIZES. @throws Error that shows how it is said */
export function seedParts(text: string): SeedPart[] {
  return text.split("+").map((part) => {
    const [offices = 0, days = 0] = part.split("x").map(Number);
    if (!(offices > 0 && days > 0))
      throw new Error(`BENCH_SIZES: ${text} is not understood; say 1x250,21x1300+1200x20.`);
    return { offices, days };
  });
}
