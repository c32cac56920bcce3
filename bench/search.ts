import { openPool } from "../src/platform/database/pool.ts";
import type { Tx } from "../src/platform/database/sql.ts";
import { databaseOf } from "../src/platform/database/transaction.ts";
import { search } from "../src/search/search.ts";
import { generatedOffice } from "./generated-office.ts";
import type { Machine } from "./machine.ts";

/** Searches in one generated office, as the application's role with row-level security; the office's size stays the same. */
const PEOPLE = 60;

/** Of each kind of search, the time that its statements took, seen from the program: the 95th of a hundred, milliseconds. */
export async function searchTimes(machine: Machine): Promise<Record<string, number>> {
  const office = await generatedOffice(machine);
  const { sql, appUrl, world } = machine;
  const { rows: people } = await sql.query<Person>(
    `select last_name, first_name, phone from appointment
     where office_id = $1 and phone is not null and business_name is null order by md5(id::text) limit ${PEOPLE}`,
    [office.id],
  );
  const pool = openPool(appUrl, 1, () => {});
  const db = databaseOf(pool);
  const times: Record<string, number> = {};
  for (const [kind, textOf] of Object.entries(SEARCHES)) {
    const taken: number[] = [];
    for (const person of [...people, ...people]) {
      const spent = await db.write({ office: office.id, employee: world.employeeId }, async (tx) => {
        const timed = withClock(tx);
        await search(timed.tx, office, textOf(person), Temporal.Now.instant());
        return timed.milliseconds();
      });
      taken.push(spent);
    }
    // The first round has filled the caches.
    const warm = taken.slice(people.length).sort((a, b) => a - b);
    times[kind] = warm[Math.floor(warm.length * 0.95)] as number;
  }
  await pool.end();
  return times;
}

interface Person {
  readonly last_name: string;
  readonly first_name: string;
  readonly phone: string;
}

const SEARCHES: Readonly<Record<string, (person: Person) => string>> = {
  "by two letters": ({ last_name }) => last_name.slice(0, 2),
  "by four letters": ({ last_name }) => last_name.slice(0, 4),
  "by the whole name": ({ last_name, first_name }) => `${last_name} ${first_name}`,
  "by a name with a slip": ({ last_name, first_name }) => `${slipped(last_name)} ${first_name.slice(0, 3)}`,
  "by the last digits of a telephone": ({ phone }) => phone.slice(-6),
};

/** Two letters of the middle exchanged. */
function slipped(name: string): string {
  const middle = Math.floor(name.length / 2);
  return name.slice(0, middle - 1) + name.charAt(middle) + name.charAt(middle - 1) + name.slice(middle + 1);
}

function withClock(tx: Tx): { tx: Tx; milliseconds: () => number } {
  let spent = 0;
  const sql: Tx["sql"] = async (strings, ...values) => {
    const start = performance.now();
    const rows = await tx.sql(strings, ...values);
    spent += performance.now() - start;
    return rows as never;
  };
  return { tx: { ...tx, sql }, milliseconds: () => spent };
}
