import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { Agent, get, type IncomingMessage } from "node:http";
import { asBrowser } from "./browser.ts";
import { send } from "./load.ts";
import type { Machine } from "./machine.ts";
import { booking } from "./works.ts";
import { type BenchOffice, placeOf, sessionOf } from "./world.ts";

/** What open desks cost one process: memory, how long until a change is on all of them, and whether others wait meanwhile. */
export interface DesksCost {
  readonly megabytes: number;
  /** Of each change until the last desk has it, from its being asked for, and of a day page asked for at that moment */
  readonly worstChangeMs: number;
  readonly medianChangeMs: number;
  readonly worstPageMs: number;
}

export const DESKS = 300;
const DESKS_OF_EMPLOYEE = 30;
const CHANGES = 50;
const WARM_UP = 50;
const OFFICE = 4;

export async function desksCost(given: Machine): Promise<DesksCost> {
  // A program of its own: one that has answered thousands already has memory to spare.
  const own = await given.startAnother();
  const service = { port: own.port, pid: own.pid, databasePid: given.service.databasePid };
  const cost = await costOf({ ...given, url: own.url, service });
  await own.stop();
  return cost;
}

async function costOf(machine: Machine): Promise<DesksCost> {
  for (let index = 0; index < WARM_UP; index++) await timeOfPage(machine);
  const cookies = await aSessionForEach(machine, Math.ceil(DESKS / DESKS_OF_EMPLOYEE));
  const before = await residentMegabytes(machine);
  // One after the other: of so many at once some are told to come again.
  const desks: Awaited<ReturnType<typeof openDesk>>[] = [];
  while (desks.length < DESKS) desks.push(await openDesk(machine, cookies[desks.length % cookies.length] as string));
  const opened = await residentMegabytes(machine);
  const changes: number[] = [];
  const pages: number[] = [];
  for (let index = 0; index < CHANGES; index++) {
    const heard = Promise.all(desks.map((desk) => desk.nextChange()));
    const [start, page] = [performance.now(), timeOfPage(machine)];
    await send(machine.service.port, booking(machine, OFFICE, placeOf(index, DAY)));
    await heard;
    changes.push(performance.now() - start);
    pages.push(await page);
  }
  const after = await residentMegabytes(machine);
  for (const desk of desks) desk.close();
  return {
    megabytes: Math.max(opened, after) - before,
    worstChangeMs: Math.max(...changes),
    medianChangeMs: changes.toSorted((a, b) => a - b)[CHANGES / 2] as number,
    worstPageMs: Math.max(...pages),
  };
}

const DAY = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 900 });

/** An employee may have so many streams and no more: each session here is another's. */
async function aSessionForEach({ sql, world }: Machine, count: number): Promise<string[]> {
  const { id, cookie } = world.offices[OFFICE] as BenchOffice;
  const { rows } = await sql.query<{ employee_id: number }>(
    `with colleague as (
       insert into employee (afm, last_name, first_name, synced_at)
       select (200000000 + n)::text, 'Μέτρησης', 'Δοκιμή', now() from generate_series(2, $1::int) as n
       returning id
     )
     insert into membership (office_id, employee_id, role) select $2, id, 'operator' from colleague
     returning employee_id`,
    [count, id],
  );
  const cookies = [cookie];
  for (const { employee_id } of rows) cookies.push(await sessionOf(sql, employee_id));
  return cookies;
}

async function openDesk({ url, world }: Machine, cookie: string) {
  const agent = new Agent({ keepAlive: false });
  const asked = get(`${url}/api/offices/${world.offices[OFFICE]?.code}/events`, { headers: { cookie }, agent });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`A desk was answered ${answer.statusCode}.`);
  answer.setEncoding("utf8");
  let onChange = () => {};
  answer.on("data", (text: string) => {
    if (text.includes("event: change")) onChange();
  });
  answer.on("error", () => {});
  await once(answer, "data");
  return {
    nextChange: () => new Promise<void>((resolve) => (onChange = resolve)),
    close: () => asked.destroy(),
  };
}

async function timeOfPage({ service, world }: Machine): Promise<number> {
  const start = performance.now();
  const { code, cookie } = world.offices[OFFICE] as BenchOffice;
  const path = `/api/offices/${code}/days/${DAY}`;
  await send(service.port, { method: "GET", path, headers: asBrowser(cookie) });
  return performance.now() - start;
}

async function residentMegabytes({ service }: Machine): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const status = await readFile(`/proc/${service.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
