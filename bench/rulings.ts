import { load, type Shot } from "./load.ts";
import { BEHIND, type Machine } from "./machine.ts";
import type { Row } from "./report.ts";
import { post } from "./works.ts";
import type { BenchOffice } from "./world.ts";

/** Two of five queues are lost for a week: twelve appointments a day in each, a hundred and twenty in all. */
const LOST = [4, 5] as const;
const DAYS = 5;
const A_DAY = 12;
const WEEKS = 20;

export interface RulingsCost {
  readonly rows: readonly Row[];
  /** Appointments moved to another time that have an e-mail, and the messages planned for them */
  readonly withEmail: number;
  readonly messages: number;
}

/** The proposals for both queues, then the changes themselves one after the other: the second moves also who came from the first. */
export async function rulingsCost(machine: Machine): Promise<RulingsCost> {
  const { sql, world } = machine;
  const { id: office, employeeId } = world.offices[BEHIND.rulings] as BenchOffice;
  await sql.query("insert into membership (office_id, employee_id, role) values ($1, $2, 'administrator')", [
    office,
    employeeId,
  ]);
  const weeks = Array.from({ length: WEEKS }, (_, week) => FIRST.add({ weeks: week }));
  for (const week of weeks) await fillWeek(machine, office, week);
  await sql.query("analyze appointment");
  const wishes = weeks.flatMap((week) => LOST.map((queue) => wishOf(week, queue)));
  const asked = wishes.map((wish) => post(machine, BEHIND.rulings, "exceptions/proposals", 200, wish));
  const rows = [await measured(machine, "proposal: a queue lost for a week, 60 appointments", asked)];
  for (const queue of LOST) {
    const acts: Shot[] = [];
    for (const week of weeks) acts.push(await decided(machine, wishOf(week, queue)));
    rows.push(await measured(machine, `its application, queue ${queue}`, acts));
  }
  const { rows: told } = await sql.query<{ moved: number; messages: number }>(
    `select count(*) filter (where changes::jsonb ? 'starts_at')::int as moved,
       (select count(*)::int from mail where office_id = $1 and kind = 'moved') as messages
     from appointment_event as event join appointment on appointment.office_id = event.office_id and id = appointment_id
     where event.office_id = $1 and event.kind = 'moved' and email is not null`,
    [office],
  );
  const [{ moved, messages }] = told as [{ moved: number; messages: number }];
  return { rows, withEmail: moved, messages };
}

const FIRST = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 20 });

/** From nine to eleven in all queues, so that nearly everybody has to have another time; every second one has an e-mail. */
async function fillWeek({ sql }: Machine, office: number, first: Temporal.PlainDate): Promise<void> {
  await sql.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, email, created_at)
     select $1, gen_random_uuid(), queue, start, start + interval '10 minutes', now(), 'copy-certification', 'Παπαδοπούλου',
       'Ελένη', case when slot % 2 = 0 then 'eleni@example.org' end, now()
     from generate_series(0, $3::int - 1) as day, generate_series(1, 5) as queue, generate_series(0, $4::int - 1) as slot,
       lateral (select ($2::date + day + make_interval(mins => 540 + slot * 10)) at time zone 'Europe/Athens' as start) as s`,
    [office, first.toString(), DAYS, A_DAY],
  );
}

const wishOf = (first: Temporal.PlainDate, queue: number) => ({
  queue,
  kind: "closed",
  reason: "Απουσία μιας εβδομάδας",
  date: first.toString(),
  lastDate: first.add({ days: DAYS - 1 }).toString(),
});

/** As the head sends it who takes every place that is proposed. */
async function decided(machine: Machine, wish: object): Promise<Shot> {
  const { path, headers, body } = post(machine, BEHIND.rulings, "exceptions/proposals", 200, wish);
  const reply = await fetch(`${machine.url}${path}`, { method: "POST", headers, body });
  const { appointments } = (await reply.json()) as { appointments: Proposed[] };
  const decisions = appointments.map(({ appointment: { id, version }, place }) => ({
    act: "move",
    id,
    version,
    to: place,
  }));
  return post(machine, BEHIND.rulings, "exceptions", 200, { ...wish, decisions });
}

interface Proposed {
  readonly appointment: { readonly id: string; readonly version: number };
  readonly place: object | null;
}

async function measured({ service }: Machine, work: string, shots: readonly Shot[]): Promise<Row> {
  const cost = await load(service, shots.length, 1, (index) => shots[index] as Shot);
  return { work, load: "1", service: cost };
}
