import type { ServiceGroup } from "../../src/catalogue/service-groups.ts";
import type { Read, Tx } from "../../src/platform/database/sql.ts";
import { instantOf, localDay, minuteOfDay } from "../../src/platform/time.ts";
import type { ExceptionPlan, PlannedEntrance, QueuePlan } from "./office-plan.ts";

/** SQL of the seed: rows of a whole office at once, as JSON. */

interface Standing {
  /** Offices that somebody has brought in: invented ones must not come beside them */
  readonly real: number;
  readonly furnished: boolean;
}

export async function standing(tx: Read): Promise<Standing> {
  const rows = await tx.sql<Standing>`
    select count(*) filter (where not is_example)::integer as real, exists (select from queue_hours) as furnished from office`;
  return rows[0] as Standing;
}

export async function hasOffices(tx: Read): Promise<boolean> {
  const rows = await tx.sql<{ has: boolean }>`select exists (select from office) as has`;
  return rows[0]?.has === true;
}

export async function officeId(tx: Read, code: string): Promise<number | null> {
  const rows = await tx.sql<{ id: number }>`select id from office where code = ${code}`;
  return rows[0]?.id ?? null;
}

export async function codesAmong(tx: Read, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ code: string }>`select code from office where code = any(${codes})`;
  return rows.map((row) => row.code);
}

/** Waits for no disk: should the machine fail, the last offices are missing as if they had never been begun. */
export const commitAtLeisure = (tx: Tx) => tx.sql`set local synchronous_commit to off`;

/** After so many rows the database would plan by what it knew of an empty table. */
export async function analyze(tx: Tx): Promise<void> {
  await tx.sql`analyze office, queue, queue_hours, exception, appointment, appointment_event, appointment_word`;
}

export const catalogueServices = (tx: Read) =>
  tx.sql<{ code: string; minutes: number; group: ServiceGroup | null }>`
    select code, minutes, entrance_group as "group" from service order by code`;

/** The default queue is there already: every office is founded with it. */
export async function writeQueues(
  tx: Tx,
  office: number,
  queues: readonly QueuePlan[],
  ofQueue: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = queues.map(({ number, slotMinutes, isActive, isPublic = false }) => ({
    number,
    name: `Ουρά ${number}`,
    slot_minutes: slotMinutes,
    is_active: isActive,
    is_public: isPublic,
    employee_id: ofQueue.get(number) ?? null,
  }));
  await tx.sql`
    insert into queue (office_id, number, name, slot_minutes, is_active, is_public, employee_id)
    select ${office}, number, name, slot_minutes, is_active, is_public, employee_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (number smallint, name text, slot_minutes smallint, is_active boolean, is_public boolean,
        employee_id integer)
    on conflict (office_id, number) do update set slot_minutes = excluded.slot_minutes,
      is_active = excluded.is_active, is_public = excluded.is_public, employee_id = excluded.employee_id`;
  const hours = queues.flatMap(({ number, hours: weekly }) =>
    weekly.map(({ weekday, opens, closes }) => ({
      queue: number,
      weekday,
      opens: minuteOfDay(opens),
      closes: minuteOfDay(closes),
    })),
  );
  await tx.sql`
    insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
    select ${office}, queue, weekday, opens, closes
    from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) as given (queue smallint, weekday smallint, opens smallint, closes smallint)`;
}

export async function writeEntrance(tx: Tx, office: number, entrance: PlannedEntrance): Promise<void> {
  const { stepFree, lift, wc, parking, notes } = entrance;
  await tx.sql`
    update office set has_step_free_entrance = ${stepFree}, has_lift = ${lift}, has_accessible_wc = ${wc},
      has_disabled_parking = ${parking}, access_notes = ${notes} where id = ${office}`;
}

export interface Written {
  readonly at: Temporal.Instant;
  readonly by: number | null;
  readonly ids: () => string;
}

export async function writeExceptions(
  tx: Tx,
  office: number,
  exceptions: readonly ExceptionPlan[],
  { at, by, ids }: Written,
): Promise<void> {
  const rows = exceptions.map(({ queue, date, from, to, reason }) => {
    const day = localDay(date);
    const time = (text: string) => instantOf(day.at(minuteOfDay(text))).toString();
    return { id: ids(), queue, starts_at: time(from), ends_at: time(to), reason };
  });
  await tx.sql`
    insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at, created_by)
    select ${office}, id, queue, 'closed', starts_at, ends_at, reason, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (id uuid, queue smallint, starts_at timestamptz, ends_at timestamptz, reason text)`;
}

export async function retentionDays(tx: Read): Promise<number> {
  const rows = await tx.sql<{ days: number }>`select days from retention`;
  return rows[0]?.days ?? 0;
}
