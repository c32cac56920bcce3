import type pg from "pg";
import { openPool } from "../src/platform/database/pool.ts";
import { databaseOf } from "../src/platform/database/transaction.ts";
import { soundKeys, soundWords } from "../src/platform/text/sound.ts";
import { search } from "../src/search/search.ts";
import { asBrowser } from "./browser.ts";
import { generatedOffice } from "./generated-office.ts";
import type { Machine } from "./machine.ts";
import { ORIGIN } from "./service.ts";
import type { Work } from "./works.ts";
import { anEmployee } from "./world.ts";

/** Searches in one generated office, as the application's role with row-level security; the office's size stays the same. */
const PEOPLE = 100;

/** Of each kind of search, how long the server was at its statements: the 95th of a hundred, milliseconds. */
export async function searchTimes(machine: Machine): Promise<Record<string, number>> {
  const office = await generatedOffice(machine);
  const { ownerUrl, world } = machine;
  const people = await peopleOf(machine, office.id);
  const pool = openPool(ownerUrl, 1, () => {});
  const clock = await serverClock(pool);
  const db = databaseOf(pool);
  const times: Record<string, number> = {};
  for (const [kind, textOf] of Object.entries(SEARCHES)) {
    const taken: number[] = [];
    for (const person of [...people, ...people]) {
      const before = clock.milliseconds();
      await db.write({ office: office.id, employee: world.employeeId }, (tx) =>
        search(tx, office, textOf(person), Temporal.Now.instant()),
      );
      taken.push(clock.milliseconds() - before);
    }
    // The first round has filled the caches.
    const warm = taken.slice(people.length).sort((a, b) => a - b);
    times[kind] = warm[Math.floor(warm.length * 0.95)] as number;
  }
  await pool.end();
  return times;
}

const peopleOf = async ({ sql }: Machine, office: number): Promise<Person[]> =>
  (
    await sql.query<Person>(
      `select last_name, first_name, phone from appointment
       where office_id = $1 and phone is not null and business_name is null order by md5(id::text) limit ${PEOPLE}`,
      [office],
    )
  ).rows;

const SEARCHERS = 10;

/** As many of the generated office as requests are under way, each searching for one person after the other in every way. */
export async function searchWork(machine: Machine): Promise<Work> {
  const office = await generatedOffice(machine);
  const people = await peopleOf(machine, office.id);
  const cookies: string[] = [];
  for (let searcher = 0; searcher < SEARCHERS; searcher++) {
    cookies.push((await anEmployee(machine.sql, office.id, 300_000_000 + searcher)).cookie);
  }
  const ways = Object.values(SEARCHES);
  const nth = (index: number): { cookie: string; person: Person; text: string } => {
    const round = Math.floor(index / SEARCHERS);
    const person = people[(Math.floor(round / ways.length) + index) % people.length] as Person;
    const textOf = ways[round % ways.length] as (person: Person) => string;
    return { cookie: cookies[index % SEARCHERS] as string, person, text: textOf(person) };
  };
  return {
    name: "search",
    count: 3_000,
    floor: (index) => {
      const [sound = ""] = soundKeys(soundWords(nth(index).person.last_name)[0] ?? "", 1);
      return { method: "GET", path: `/${office.id}/search/${sound}~${sound}zz` };
    },
    service: (index) => {
      const { cookie, text } = nth(index);
      return {
        method: "POST",
        path: `/api/offices/${office.code}/appointment-searches`,
        headers: { ...asBrowser(cookie), origin: ORIGIN, "content-type": "application/json" },
        body: JSON.stringify({ text }),
      };
    },
  };
}

/** The server tells of every statement how long it took to carry out. Only its owner may have it do so. */
async function serverClock(pool: pg.Pool): Promise<{ milliseconds: () => number }> {
  const client = await pool.connect();
  await client.query(`set role none; load 'auto_explain'; set auto_explain.log_min_duration = 0;
    set auto_explain.log_level = 'notice'; set role visits_app`);
  let spent = 0;
  client.on("notice", ({ message }) => {
    spent += Number(/^duration: ([\d.]+) ms/.exec(message ?? "")?.[1] ?? 0);
  });
  client.release();
  return { milliseconds: () => spent };
}

interface Person {
  readonly last_name: string;
  readonly first_name: string;
  readonly phone: string;
}

/** As it is typed, and at last. */
const SEARCHES: Readonly<Record<string, (person: Person) => string>> = {
  "by two letters": ({ last_name }) => last_name.slice(0, 2),
  "by four letters": ({ last_name }) => last_name.slice(0, 4),
  "by a surname and one letter": ({ last_name, first_name }) => `${last_name} ${first_name.slice(0, 1)}`,
  "by the whole name": ({ last_name, first_name }) => `${last_name} ${first_name}`,
  "by a name with a slip": ({ last_name, first_name }) => `${slipped(last_name)} ${first_name.slice(0, 3)}`,
  "by the last digits of a telephone": ({ phone }) => phone.slice(-6),
};

/** Two letters of the middle exchanged. */
function slipped(name: string): string {
  const middle = Math.floor(name.length / 2);
  return name.slice(0, middle - 1) + name.charAt(middle) + name.charAt(middle - 1) + name.slice(middle + 1);
}
