import { announceChange } from "../../live/announce.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { type Changes, changedColumns } from "../history/changes.ts";
import type { EventKind } from "../history/history-sql.ts";
import { searchWords } from "../names/search-words.ts";
import { noteFreed } from "../online/freed.ts";
import { noteGoneBack } from "../row/gone-back-sql.ts";
import { type AppointmentRow, NEW_COLUMNS, type NewRow } from "../sql.ts";

/** Acts on thousands of appointments, each with its history, in one statement. */

/**
 * Ids of those that were added, each with its history and what it is found by; the others' places are taken: the
 * constraint is the last line. No desk is told.
 */
export async function insertMany(tx: Tx, officeId: number, rows: readonly NewRow[], cause: string): Promise<string[]> {
  const words = rows.flatMap((row) => searchWords(row).map((word) => ({ id: row.id, word })));
  const added = await tx.sql<{ id: string }>`
    with added as (
      insert into appointment (office_id, ${NEW_COLUMNS}) select ${officeId}::integer, ${NEW_COLUMNS}
      from json_populate_recordset(null::appointment, ${JSON.stringify(rows)}::json)
      on conflict do nothing returning id, version, created_at, created_by
    ), found_by as (
      insert into appointment_word (office_id, word, appointment_id)
      select ${officeId}::integer, word, id
      from json_to_recordset(${JSON.stringify(words)}::json) as given (id uuid, word text) join added using (id)
    ), noted as (
      insert into appointment_event (office_id, appointment_id, version, kind, at, employee_id, changes, cause)
      select ${officeId}::integer, id, version, 'booked', created_at, created_by, '{}', ${cause}::uuid from added
    )
    select id from added`;
  return added.map(({ id }) => id);
}

export interface ManyActs {
  readonly at: Temporal.Instant;
  readonly employeeId: number;
  readonly cause: string | null;
}

export interface OneOfMany {
  readonly kind: EventKind;
  readonly before: AppointmentRow;
  /** Of another place, status or keeper; of nothing else */
  readonly after: AppointmentRow;
  readonly undoes: number | null;
}

/** The number of those written: none whose version has moved meanwhile. */
export async function updateMany(
  tx: Tx,
  officeId: number,
  acts: readonly OneOfMany[],
  { at, employeeId, cause }: ManyActs,
): Promise<number> {
  const given = acts.map(({ kind, before, after, undoes }) => ({
    id: before.id,
    version: before.version,
    kind,
    undoes,
    queue: after.queue,
    starts_at: after.starts_at.toString(),
    ends_at: after.ends_at.toString(),
    status: after.status,
    status_at: after.status_at.toString(),
    called_at: after.called_at?.toString() ?? null,
    counter: after.counter,
    kept_by: after.kept_by,
    interpretation: after.interpretation,
    changes: changedColumns(before, after),
  }));
  const rows = await tx.sql<{ id: string }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as given (id uuid, version integer, kind text,
        undoes integer, queue smallint, starts_at timestamptz, ends_at timestamptz, status text, status_at timestamptz,
        called_at timestamptz, counter smallint, kept_by integer, interpretation text, changes json)
    ), written as (
      update appointment set queue = given.queue, starts_at = given.starts_at, ends_at = given.ends_at,
        status = given.status, status_at = given.status_at, called_at = given.called_at, counter = given.counter, kept_by = given.kept_by,
        interpretation = given.interpretation, version = given.version + 1
      from given where office_id = ${officeId} and appointment.id = given.id and appointment.version = given.version
        and anonymized_at is null
      returning given.*
    ), noted as (
      insert into appointment_event (office_id, appointment_id, version, kind, at, employee_id, changes, undoes, cause)
      select ${officeId}::integer, id, version + 1, kind, ${at}::timestamptz, ${employeeId}::integer, changes, undoes, ${cause}::uuid
      from written
    )
    select id from written`;
  const written = new Set(rows.map(({ id }) => id));
  for (const { before, after } of acts.filter(({ before }) => written.has(before.id)))
    announceChange(tx, officeId, [dateOf(before.starts_at), dateOf(after.starts_at)], before.id, employeeId);
  await noteGoneBack(tx, officeId, acts, at);
  await noteFreed(tx, officeId, acts, at);
  return rows.length;
}

/** One appointment that a change of rules moved or kept, or a diary brought in. */
export interface Caused {
  readonly id: string;
  /** The version that the change made, and that of the last act that was not taken back; null: none is left */
  readonly made: number;
  readonly standing: number | null;
  readonly changes: Changes;
  /** When the status before came about */
  readonly status_since: Temporal.Instant;
}

export async function causedBy(tx: Read, officeId: number, cause: string): Promise<Caused[]> {
  return tx.sql<Caused>`
    with event as (
      select appointment_id, version, kind, at, changes, cause, paper_at,
        version = any (array_agg(undoes) over (partition by appointment_id)) is true as is_undone
      from appointment_event where office_id = ${officeId}
        and appointment_id in (select appointment_id from appointment_event where office_id = ${officeId} and cause = ${cause})
    ), act as (
      select *, max(version) filter (where not is_undone) over (partition by appointment_id) as standing,
        max(coalesce(paper_at, at)) filter (where not is_undone and (kind in ('booked', 'transferred') or changes -> 'status' is not null))
          over (partition by appointment_id order by version rows between unbounded preceding and 1 preceding) as status_since
      from event where kind <> 'undone'
    )
    select appointment_id as id, version as made, standing, changes, coalesce(status_since, at) as status_since
    from act where cause = ${cause}`;
}
