import { randomUUID } from "node:crypto";
import { asBrowser } from "./browser.ts";
import { changeOffices, dayShot, FULL_DAYS, type FullDay, fillFullDays, fullDay } from "./full-days.ts";
import type { Shot } from "./load.ts";
import { type Machine, OFFICES } from "./machine.ts";
import { fillMonths, type Month, plainMonth, ruledMonth } from "./months.ts";
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

/** What is read: full days, and months with appointments, of offices with few rules and with many. */
export async function furnish(machine: Machine, busy: Temporal.PlainDate): Promise<void> {
  const { sql, world } = machine;
  const [plain] = world.offices as readonly [BenchOffice];
  await fillDays(sql, { offices: [plain.id], first: busy, days: 30, perQueue: 8 });
  await fillDays(sql, { offices: [plain.id], first: sheetDay(busy), days: 1, perQueue: 30 });
  await fillMonths(machine, busy);
  await fillFullDays(machine);
}

/** @param round takes places that no other round takes */
export function works(machine: Machine, round: number, busy: Temporal.PlainDate): Record<WorkName, Work> {
  return {
    many: manyOffices(machine, round),
    one: oneOffice(machine, round),
    day: freeSlots(machine, "free slots of a day, 5 queues", PAGES, (index) => {
      const { office, date } = fullDay(machine, index);
      return { office, first: date, days: 1 };
    }),
    page: {
      ...dayPage(machine, "the day page, 80 visits, made anew", FULL_DAYS),
      before: () => changeOffices(machine),
    },
    again: { ...dayPage(machine, "the day page, 80 visits, once more", DAYS_AGAIN), count: REMEMBERED },
    sheet: sheet(machine, sheetDay(busy)),
    month: freeSlots(machine, "free slots of 30 days, 5 queues", MONTHS, (index) => plainMonth(machine, busy, index)),
    rules: freeSlots(machine, "free slots of 30 days, 12 queues, 3 seasons, 40 exceptions", RULED_MONTHS, (index) =>
      ruledMonth(machine, busy, index),
    ),
    monthAgain: freeSlots(machine, "free slots of 30 days, once more", REMEMBERED, (index) =>
      plainMonth(machine, busy, index % MONTHS_AGAIN),
    ),
  };
}

export type WorkName = "many" | "one" | "day" | "page" | "again" | "sheet" | "month" | "rules" | "monthAgain";

/** Behind the busy month, and before the days that are booked while measuring. */
const sheetDay = (busy: Temporal.PlainDate): Temporal.PlainDate => busy.add({ days: 40 });

const BOOKINGS = 3_000;
/** With a tenth of them to warm up they are fewer than there are full days */
const PAGES = 1_000;
/** The same of months */
const MONTHS = 600;
const RULED_MONTHS = 300;
/** What is remembered costs so little that only many of them are measured well */
const REMEMBERED = 5_000;
const DAYS_AGAIN = 20;
const MONTHS_AGAIN = 20;
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

/** @param nth what is asked for; whatever was found before is forgotten first */
function freeSlots(machine: Machine, name: string, count: number, nth: (index: number) => Month): Work {
  return {
    name,
    count,
    before: () => changeOffices(machine),
    floor: (index) => {
      const { office, first, days } = nth(index);
      return { method: "GET", path: `/${office.id}/free/${first}~${first.add({ days })}` };
    },
    service: (index) => {
      const { office, first, days } = nth(index);
      return read(office, `availability?from=${first}&to=${first.add({ days: days - 1 })}`);
    },
  };
}

/** Each time it is made anew: that it is printed is recorded. */
function sheet({ world }: Machine, date: Temporal.PlainDate): Work {
  const [office] = world.offices as readonly [BenchOffice];
  return {
    name: "the sheet of a day, 150 appointments",
    count: 600,
    floor: () => ({ method: "GET", path: `/${office.id}/day/${date}~${date.add({ days: 1 })}` }),
    service: () => read(office, `day-sheets/${date}`),
  };
}

const read = (office: BenchOffice, path: string): Shot => ({
  method: "GET",
  path: `/api/offices/${office.code}/${path}`,
  headers: asBrowser(office.cookie),
});

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
