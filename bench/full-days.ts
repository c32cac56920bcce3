import { setTimeout as sleep } from "node:timers/promises";
import { changeNotice } from "../src/live/announce.ts";
import { asBrowser } from "./browser.ts";
import type { Shot } from "./load.ts";
import { type Machine, OFFICES } from "./machine.ts";
import { fillDays } from "./world.ts";

/** Days of eighty visits in many offices: asked for once each, they are made anew; asked for again, they may be remembered. */
const FIRST = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 85 });
const DAYS = 6;
/** Of each of five queues */
export const VISITS = 16;
export const FULL_DAYS = OFFICES * DAYS;

export async function fillFullDays({ sql, world }: Machine): Promise<void> {
  const offices = world.offices.slice(0, OFFICES).map(({ id }) => id);
  await fillDays(sql, { offices, first: FIRST, days: DAYS, perQueue: VISITS });
  await sql.query("vacuum (analyze) appointment");
}

export interface FullDay {
  readonly office: Machine["world"]["offices"][number];
  readonly date: Temporal.PlainDate;
}

/** The n-th; the next one is another office's. */
export function fullDay({ world }: Machine, index: number): FullDay {
  const nth = index % FULL_DAYS;
  const office = world.offices[nth % OFFICES];
  if (!office) throw new Error("Fewer offices than days are spread over.");
  return { office, date: FIRST.add({ days: Math.floor(nth / OFFICES) }) };
}

export const dayShot = ({ office, date }: FullDay, cookie = office.cookie): Shot => ({
  method: "GET",
  path: `/api/offices/${office.code}/days/${date}`,
  headers: asBrowser(cookie),
});

/** As if something had changed in each office: whatever a process remembers of them it forgets. */
export async function changeOffices({ sql, world }: Machine): Promise<void> {
  const notices = world.offices.map(({ id }) => changeNotice(id, [], NOBODYS, null));
  await sql.query("select pg_notify('visits', notice) from unnest($1::text[]) as notice", [notices]);
  await sleep(HEARD_MS);
}

const NOBODYS = "00000000-0000-7000-8000-000000000000";
/** Processes hear of it, and are done with it */
const HEARD_MS = 1_500;
