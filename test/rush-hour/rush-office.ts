import { randomUUID } from "node:crypto";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, signIn } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { giveGate, offeredTimes } from "../journeys/busy-day.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "../journeys/own-platform.ts";
import type { Platform } from "../platform.ts";
import { type Asking, stopWritingDown, writeDownCalls } from "./committed-calls.ts";

const OFFICE = "9904";
/** As long as an office's day is; it began an hour ago, where the date has room for it. */
const OPEN_MINUTES = 480;
const OPEN_SINCE_MINUTES = 60;
/** One for each counter, the head first */
export const CLERKS = ["rea", "petros", "loukas", "thaleia", "danai"] as const;
/** Who belongs to the office and sits beside the head */
export const COLLEAGUE = "ilias";

/** An office of five counters at two processes, one of which may be killed. */
export interface RushOffice extends Asking {
  readonly own: OwnPlatform;
  readonly other: Platform;
  /** Where the process is that may be killed, and where the other is */
  readonly here: string;
  readonly there: string;
  /** The one process is killed, and there again a second later */
  kill(): Promise<void>;
  /** @returns the path of its first page */
  newScreen(kind: "display" | "entrance"): Promise<string>;
  /** Appointments of today, the earliest first */
  book(count: number): Promise<Appointment[]>;
  give(more?: object): Promise<{ readonly id: string }>;
  arrive(appointment: Appointment): Promise<void>;
  close(): Promise<void>;
}

export async function openRushOffice(): Promise<RushOffice> {
  const own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  const { sql } = own;
  await openDayAndNight(sql, OFFICE);
  await sql.query(
    `with added as (
       insert into queue (office_id, number, name, is_active, slot_minutes)
       select id, number, 'Ουρά ' || number, true, 10 from office, generate_series(4, 5) as number where code = $1
       returning office_id, number)
     insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select office_id, number, weekday, 0, 1440 from added, generate_series(1, 7) as weekday`,
    [OFFICE],
  );
  await sql.query(
    `update queue_hours set opens_minute = $2::integer, closes_minute = $2::integer + $3::integer
     from office where office.id = office_id and code = $1`,
    [OFFICE, opensMinute(), OPEN_MINUTES],
  );
  await sql.query(
    "update office set tickets_at_entrance = true, recall_minutes = 1, arrival_early_minutes = 120 where code = $1",
    [OFFICE],
  );
  await writeDownCalls(sql, OFFICE);
  const other = await own.beside();
  const giveGates = async () => {
    for (const platform of [own.platform, other])
      for (const userid of CLERKS.slice(1)) await giveGate(platform, userid, OFFICE);
  };
  await giveGates();
  const there = `http://localhost:${other.port}`;
  const [desk, head] = [await signIn(there, COLLEAGUE), await signIn(there, CLERKS[0])];
  const post = async (by: Desk, path: string, options: { readonly body?: object; readonly version?: number }) => {
    const reply = await by.ask("POST", `/api/offices/${OFFICE}/${path}`, { key: randomUUID(), ...options });
    if (reply.status >= 300) throw new Error(`${path} answered ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const date = Temporal.Now.plainDateISO("Europe/Athens").toString();
  const service = "copy-certification";
  let asking: Promise<unknown> = Promise.resolve();
  return {
    own,
    other,
    here: own.url,
    there,
    ask: async <Row>(statement: string, values: readonly unknown[] = []) => {
      const answer = asking.then(() => sql.query(statement, [...values]));
      asking = answer.catch(() => {});
      return (await answer).rows as Row[];
    },
    kill: async () => {
      await own.platform.kill("SIGKILL");
      await own.restart();
      await giveGates();
    },
    newScreen: async (kind) => (await post(head, "entrance-screens", { body: { name: "Αίθουσα", kind } })).path,
    book: async (count) => {
      const now = Temporal.Now.plainTimeISO("Europe/Athens").toString();
      const times = (await offeredTimes(desk, OFFICE, date)).filter((time) => time > now);
      const booked: Appointment[] = [];
      for (let index = 0; index < count; index++) {
        const person = { lastName: `Βιαστικός${"αβγδε"[index % 5]}`, firstName: "Δοκιμή", phone: "2310123456" };
        const place = { date, time: times[Math.floor(index / 3)], queue: null, service };
        booked.push(await post(desk, "appointments", { body: { ...place, ...person } }));
      }
      return booked;
    },
    give: (more = {}) => post(desk, "tickets", { body: { service, ...more } }),
    arrive: ({ id, version }) => post(desk, `appointments/${id}/arrival`, { version }),
    close: async () => {
      await stopWritingDown(sql);
      await own.close();
    },
  };
}

function opensMinute(): number {
  const { hour, minute } = Temporal.Now.plainTimeISO("Europe/Athens");
  const began = hour * 60 + minute - OPEN_SINCE_MINUTES;
  return Math.min(Math.max(0, began - (began % 10)), 1_440 - OPEN_MINUTES);
}
