import { workday } from "../trial/seed/workdays.ts";
import { said } from "./compare.ts";
import { dayShot } from "./full-days.ts";
import { load, type Shot } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { Row } from "./report.ts";
import { signIn } from "./world.ts";

/**
 * Eight in the morning: the first look of each generated office at its day, those with years of history among them. What the
 * process remembers and the database's buffers are cold; the system's own cache of files is not.
 */
export async function coldRows({ sql, service }: Machine): Promise<readonly [first: Row, again: Row]> {
  // The first of them is the one that is searched.
  const { rows } = await sql.query<{ id: number; code: string }>(
    "select id, code from office where code between '5001' and '8999' order by md5(code)",
  );
  const offices = await signIn(sql, rows, FIRST_AFM);
  const date = workday(Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }));
  const shots = offices.map((office) => dayShot({ office, date }));
  await sql.query("create extension if not exists pg_buffercache");
  await sql.query("select pg_buffercache_evict_all()");
  const look = async (work: string) =>
    said({ work, load: "10", service: await load(service, shots.length, 10, (index) => shots[index] as Shot) });
  return [await look(`the first look of ${shots.length} offices at their day`), await look("their second look")];
}

const FIRST_AFM = 600_000_000;
