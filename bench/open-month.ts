import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { OUTCOME_GROUPS, OUTCOMES } from "../src/measures/outcomes/outcomes.ts";
import { openLoop, type Shot } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { BenchOffice } from "./world.ts";

/** What open data of a month cost: how long they take in the background, and what others wait for them. */
export interface OpenMonthCost {
  readonly seconds: number;
  /** The longest in which the process that makes them did nothing else */
  readonly longestTurnMs: number;
  /** Of a day's page at fifty a second, milliseconds: nobody making anything, and beside */
  readonly alone: { readonly p50: number; readonly p99: number };
  readonly beside: { readonly p50: number; readonly p99: number };
  readonly csvBytes: number;
}

const RATE = 50;
const SECONDS = 4;

export async function openMonthCost(machine: Machine): Promise<OpenMonthCost> {
  const { sql, ownerUrl, service, world } = machine;
  await monthOfOutcomes(machine);
  const { code, cookie } = world.offices[0] as BenchOffice;
  const path = `/api/offices/${code}/days/${Temporal.Now.plainDateISO("Europe/Athens")}`;
  const shot = (): Shot => ({ method: "GET", path, headers: { cookie } });
  const aDay = () => openLoop(service, RATE * SECONDS, RATE, shot);
  await aDay();
  const alone = await aDay();
  const [beside, { seconds, longestTurnMs }] = await Promise.all([aDay(), published(ownerUrl)]);
  const { rows } = await sql.query<{ csv_bytes: number }>(
    "select csv_bytes from open_month order by month desc limit 1",
  );
  return { seconds, longestTurnMs, alone, beside, csvBytes: rows[0]?.csv_bytes ?? 0 };
}

/** Beside the program, as a second process of it would. */
async function published(ownerUrl: string): Promise<Pick<OpenMonthCost, "seconds" | "longestTurnMs">> {
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/run.mjs", "bench/publish.ts", ownerUrl]);
  return JSON.parse(stdout);
}

/** Each outcome in each group, by each office, on each working day of the month before the last one; as nights would have left them. */
async function monthOfOutcomes({ sql }: Machine): Promise<void> {
  const outcomes = Object.fromEntries(
    OUTCOME_GROUPS.map((group, at) => [
      group,
      Object.fromEntries(OUTCOMES.map((name, n) => [name, 1 + ((at + n) % 4)])),
    ]),
  );
  const month = "date_trunc('month', current_date - interval '2 months')";
  const days = `from office, generate_series(${month}, ${month} + interval '1 month' - interval '1 day', interval '1 day') as day
    where extract(isodow from day) < 6 on conflict do nothing`;
  await sql.query(`insert into day_outcome (office_id, date, outcomes) select office.id, day, $1 ${days}`, [outcomes]);
  await sql.query(
    `insert into day_capacity (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
     select office.id, day, 1800, 1000, 900, 6, 1 + office.id % 12, 20 ${days}`,
  );
  await sql.query(
    `insert into day_access (office_id, date, third_free_days) select office.id, day, office.id % 9 ${days}`,
  );
  await sql.query(`insert into open_month_due (month) values (${month}::date)`);
  await sql.query("vacuum (analyze) day_outcome, day_capacity, day_access");
}
