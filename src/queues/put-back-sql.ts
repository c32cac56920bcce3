import type { Tx } from "../platform/database/sql.ts";
import type { ChangedRow, RuleRow, RuleTable } from "../proposals/rule-rows.ts";

/** Puts back what was there before. A queue itself is never removed: what was added is put away. */
export async function putBack(tx: Tx, officeId: number, changes: readonly ChangedRow[]): Promise<void> {
  const changesIn = (table: RuleTable): ChangedRow[] => changes.filter((change) => change.table === table);
  const gone = (table: RuleTable) => JSON.stringify(changesIn(table).flatMap(({ after }) => after ?? []));
  const back = (table: RuleTable) => JSON.stringify(changesIn(table).flatMap(({ before }) => before ?? []));
  await tx.sql`delete from queue_hours as t using jsonb_populate_recordset(null::queue_hours, ${gone("queue_hours")}::jsonb) as g
    where t.office_id = ${officeId} and (t.queue, t.weekday, t.opens_minute, t.valid) = (g.queue, g.weekday, g.opens_minute, g.valid)`;
  await tx.sql`delete from queue_activity as t using jsonb_populate_recordset(null::queue_activity, ${gone("queue_activity")}::jsonb) as g
    where t.office_id = ${officeId} and (t.queue, t.valid) = (g.queue, g.valid)`;
  await tx.sql`delete from queue_substitute as t using jsonb_populate_recordset(null::queue_substitute, ${gone("queue_substitute")}::jsonb) as g
    where t.office_id = ${officeId} and (t.queue, t.date) = (g.queue, g.date)`;
  await tx.sql`delete from exception as t using jsonb_populate_recordset(null::exception, ${gone("exception")}::jsonb) as g
    where t.office_id = ${officeId} and t.id = g.id
      and t.id not in (select id from jsonb_populate_recordset(null::exception, ${back("exception")}::jsonb))`;
  const added = changesIn("queue").flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));
  const queues: RuleRow[] = [
    ...changesIn("queue").flatMap(({ before }): RuleRow[] => (before ? [before] : [])),
    ...added.map(putAway),
  ];
  // The default one last: never two of them, not even for a moment.
  for (const queue of queues.toSorted((a, b) => Number(isDefault(a)) - Number(isDefault(b))))
    await tx.sql`update queue as t set name = r.name, is_default = r.is_default, is_active = r.is_active,
        is_public = r.is_public, is_archived = r.is_archived, employee_id = r.employee_id,
        slot_minutes = r.slot_minutes,
        arrow = case when ${"arrow" in queue}::boolean then r.arrow else t.arrow end, version = t.version + 1
      from jsonb_populate_record(null::queue, ${JSON.stringify(queue)}::jsonb) as r
      where t.office_id = ${officeId} and t.number = r.number`;
  await tx.sql`insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute, valid)
    select ${officeId}::integer, queue, weekday, opens_minute, closes_minute, valid
    from jsonb_populate_recordset(null::queue_hours, ${back("queue_hours")}::jsonb)`;
  await tx.sql`insert into queue_activity (office_id, queue, valid, is_active)
    select ${officeId}::integer, queue, valid, is_active
    from jsonb_populate_recordset(null::queue_activity, ${back("queue_activity")}::jsonb)`;
  await tx.sql`insert into queue_substitute (office_id, queue, date, employee_id)
    select ${officeId}::integer, queue, date, employee_id
    from jsonb_populate_recordset(null::queue_substitute, ${back("queue_substitute")}::jsonb)`;
  await tx.sql`
    insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at, created_by, series, version)
    select ${officeId}::integer, id, queue, kind, starts_at, ends_at, reason, created_at, created_by, series, coalesce(version, 1) + 1
    from jsonb_populate_recordset(null::exception, ${back("exception")}::jsonb)
    on conflict (office_id, id) do update set queue = excluded.queue, kind = excluded.kind, starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, reason = excluded.reason, created_at = excluded.created_at,
      created_by = excluded.created_by, series = excluded.series, version = exception.version + 1`;
}

const isDefault = (queue: RuleRow): boolean => queue.is_default === true;

const putAway = (queue: RuleRow): RuleRow => ({ ...queue, is_active: false, is_archived: true });
