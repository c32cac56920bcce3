import { randomUUID } from "node:crypto";
import type { Shot } from "./load.ts";
import { BEHIND, type Machine, OFFICES } from "./machine.ts";
import { RULED_QUEUES, ruleOffice } from "./ruled-office.ts";
import { type BenchOffice, fillDays, fillSheet, placeOf } from "./world.ts";

/** What is asked, of the program and of the floor: the n-th request of each work. */
export interface Work {
  readonly name: string;
  readonly count: number;
  readonly floor: (index: number) => Shot;
  readonly service: (index: number) => Shot;
}

/** What is read: a month with appointments, of an office with few rules and of one with many. */
export async function furnish({ sql, world }: Machine, busy: Temporal.PlainDate): Promise<void> {
  const [plain, ruled] = [world.offices[0] as BenchOffice, world.offices[BEHIND.rules] as BenchOffice];
  await fillDays(sql, plain.id, busy.toString(), 30, 8);
  await fillSheet(sql, plain.id, sheetDay(busy).toString());
  await ruleOffice(sql, ruled.id, busy.toString());
  await fillDays(sql, ruled.id, busy.toString(), 30, 8, RULED_QUEUES);
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
    page: reads(
      machine,
      0,
      "the day page, 40 appointments",
      3_000,
      `days/${busy}`,
      `day/${busy}~${busy.add({ days: 1 })}`,
    ),
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

export type WorkName = "many" | "one" | "day" | "page" | "sheet" | "month" | "rules";

/** Behind the busy month, and before the days that are booked while measuring. */
const sheetDay = (busy: Temporal.PlainDate): Temporal.PlainDate => busy.add({ days: 40 });

const monthFrom = (first: Temporal.PlainDate): string => `availability?from=${first}&to=${first.add({ days: 29 })}`;

const floorMonth = (first: Temporal.PlainDate): string => `free/${first}~${first.add({ days: 30 })}`;

const BOOKINGS = 3_000;
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
    service: (index) => booking(machine, 2, place(index)),
  };
}

function reads(machine: Machine, index: number, name: string, count: number, path: string, floorPath: string): Work {
  const office = machine.world.offices[index] as BenchOffice;
  const shot: Shot = {
    method: "GET",
    path: `/api/offices/${office.code}/${path}`,
    headers: { cookie: office.cookie },
  };
  return { name, count, floor: () => ({ method: "GET", path: `/${office.id}/${floorPath}` }), service: () => shot };
}

type Place = ReturnType<typeof placeOf>;

function floorBooking({ world }: Machine, office: number, place: Place): Shot {
  const body = JSON.stringify({ ...place, key: randomUUID(), lastName: "Παπαδοπούλου" });
  return { method: "POST", path: `/${world.offices[office]?.id}/book`, body };
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

export function post({ world, url }: Machine, office: number, path: string, expects: number, body: object): Shot {
  const { code, cookie } = world.offices[office] as BenchOffice;
  const headers = { cookie, origin: url, "content-type": "application/json", "idempotency-key": randomUUID() };
  return { method: "POST", path: `/api/offices/${code}/${path}`, headers, expects, body: JSON.stringify(body) };
}
