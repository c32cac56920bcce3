import { randomUUID } from "node:crypto";
import { asBrowser } from "./browser.ts";
import { changeFullDays, dayShot, FULL_DAYS, type FullDay, fillFullDays, fullDay } from "./full-days.ts";
import type { Shot } from "./load.ts";
import { BEHIND, type Machine, OFFICES } from "./machine.ts";
import { RULED_QUEUES, ruleOffice } from "./ruled-office.ts";
import { ORIGIN } from "./service.ts";
import { type BenchOffice, fillDays, placeOf } from "./world.ts";

/** What is asked, of the program and of the floor: the n-th request of each work. */
export interface Work {
  readonly name: string;
  readonly count: number;
  readonly floor: (index: number) => Shot;
  /** Of the floor that has a table of its own */
  readonly bare?: (index: number) => Shot;
  readonly service: (index: number) => Shot;
  /** What has to be so when the program is asked */
  readonly before?: () => Promise<unknown>;
}

/** What is read: a month with appointments, of an office with few rules and of one with many. */
export async function furnish(machine: Machine, busy: Temporal.PlainDate): Promise<void> {
  const { sql, world } = machine;
  const [plain, ruled] = [world.offices[0] as BenchOffice, world.offices[BEHIND.rules] as BenchOffice];
  const month = { first: busy, days: 30, perQueue: 8 };
  await fillDays(sql, { ...month, offices: [plain.id] });
  await fillDays(sql, { offices: [plain.id], first: sheetDay(busy), days: 1, perQueue: 30 });
  await ruleOffice(sql, ruled.id, busy.toString());
  await fillDays(sql, { ...month, offices: [ruled.id], queues: RULED_QUEUES });
  await fillFullDays(machine);
}

/** @param round takes places that no other round takes */
export function works(machine: Machine, round: number, busy: Temporal.PlainDate): Record<WorkName, Work> {
  return {
    many: manyOffices(machine, round),
    one: oneOffice(machine, round),
    day: reads(
      machine,
      0,
      "free slots of a day, 5 queues",
      3_000,
      `availability?from=${busy}&to=${busy}`,
      `free/${busy}~${busy.add({ days: 1 })}`,
    ),
    page: {
      ...dayPage(machine, "the day page, 80 visits, made anew", FULL_DAYS),
      before: () => changeFullDays(machine),
    },
    again: dayPage(machine, "the day page, 80 visits, once more", DAYS_AGAIN),
    sheet: reads(
      machine,
      0,
      "the sheet of a day, 150 appointments",
      600,
      `day-sheets/${sheetDay(busy)}`,
      `day/${sheetDay(busy)}~${sheetDay(busy).add({ days: 1 })}`,
    ),
    month: reads(machine, 0, "free slots of 30 days, 5 queues", 600, monthFrom(busy), floorMonth(busy)),
    rules: reads(
      machine,
      BEHIND.rules,
      "free slots of 30 days, 12 queues, 3 seasons, 40 exceptions",
      600,
      monthFrom(busy),
      floorMonth(busy),
    ),
  };
}

export type WorkName = "many" | "one" | "day" | "page" | "again" | "sheet" | "month" | "rules";

/** Behind the busy month, and before the days that are booked while measuring. */
const sheetDay = (busy: Temporal.PlainDate): Temporal.PlainDate => busy.add({ days: 40 });

const monthFrom = (first: Temporal.PlainDate): string => `availability?from=${first}&to=${first.add({ days: 29 })}`;

const floorMonth = (first: Temporal.PlainDate): string => `free/${first}~${first.add({ days: 30 })}`;

const BOOKINGS = 3_000;
/** With a tenth of them to warm up they are fewer than there are full days */
const PAGES = 1_000;
const DAYS_AGAIN = 20;
const today = Temporal.Now.plainDateISO("Europe/Athens");

function manyOffices(machine: Machine, round: number): Work {
  const place = (index: number, first: number) =>
    placeOf(Math.floor(index / OFFICES), today.add({ days: first + round }));
  return {
    name: `book, ${OFFICES} offices`,
    count: BOOKINGS,
    floor: (index) => floorBooking(machine, index % OFFICES, place(index, 100)),
    service: (index) => booking(machine, index % OFFICES, place(index, 200)),
  };
}

function oneOffice(machine: Machine, round: number): Work {
  const place = (index: number) => placeOf(index, today.add({ days: 300 + round * 20 }));
  return {
    name: "book, one office and day after day",
    count: BOOKINGS,
    floor: (index) => floorBooking(machine, 1, place(index)),
    bare: (index) => floorBooking(machine, 1, place(index), "bare"),
    service: (index) => booking(machine, 2, place(index)),
  };
}

/** @param days that are asked for in turn */
function dayPage(machine: Machine, name: string, days: number): Work {
  const nth = (index: number) => fullDay(machine, index % days);
  const floor = ({ office, date }: FullDay): Shot => ({
    method: "GET",
    path: `/${office.id}/day/${date}~${date.add({ days: 1 })}`,
  });
  return { name, count: PAGES, floor: (index) => floor(nth(index)), service: (index) => dayShot(nth(index)) };
}

function reads(machine: Machine, index: number, name: string, count: number, path: string, floorPath: string): Work {
  const office = machine.world.offices[index] as BenchOffice;
  const shot: Shot = {
    method: "GET",
    path: `/api/offices/${office.code}/${path}`,
    headers: asBrowser(office.cookie),
  };
  return { name, count, floor: () => ({ method: "GET", path: `/${office.id}/${floorPath}` }), service: () => shot };
}

type Place = ReturnType<typeof placeOf>;

function floorBooking({ world }: Machine, office: number, place: Place, how: "book" | "bare" = "book"): Shot {
  const body = JSON.stringify({ ...place, key: randomUUID(), lastName: "Παπαδοπούλου" });
  return { method: "POST", path: `/${world.offices[office]?.id}/${how}`, body };
}

/** The n-th office's booking of a place. */
export function booking(machine: Machine, office: number, place: Place, email?: string): Shot {
  return post(machine, office, "appointments", 201, {
    ...place,
    service: "copy-certification",
    lastName: "Παπαδοπούλου",
    firstName: "Ελένη",
    email,
  });
}

export function post({ world }: Machine, office: number, path: string, expects: number, body: object): Shot {
  const { code, cookie } = world.offices[office] as BenchOffice;
  const headers = {
    ...asBrowser(cookie),
    origin: ORIGIN,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
  };
  return { method: "POST", path: `/api/offices/${code}/${path}`, headers, expects, body: JSON.stringify(body) };
}
