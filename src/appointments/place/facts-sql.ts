import type { Facts, OfQueue } from "../../availability/facts.ts";
import type { Read } from "../../platform/database/sql.ts";
import { localDay } from "../../platform/time.ts";

/**
 * Everything that decides which times an office offers from `first` to `last` (both included), in one statement.
 * Row-level security restricts it to the transaction's office; the id is named for the index's sake.
 */
export async function offerFacts(
  tx: Read,
  officeId: number,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<Facts> {
  const from = Temporal.Instant.fromEpochMilliseconds(localDay(first).from * 60_000);
  const to = Temporal.Instant.fromEpochMilliseconds(localDay(last).to * 60_000);
  const rows = await tx.sql<{ facts: FactsColumns }>`
    select json_build_object(
      'queues', (select coalesce(json_agg(part order by number), '[]') from (
        select number, is_active as active, is_public as public, slot_minutes as "slotMinutes"
        from queue where office_id = ${officeId} and not is_archived) as part),
      'activity', (select coalesce(json_agg(part), '[]') from (
        select queue, lower(valid) as "from", upper(valid) - 1 as "to", is_active as active
        from queue_activity where office_id = ${officeId} and valid && daterange(${first}::date, ${last}::date, '[]')) as part),
      'hours', (select coalesce(json_agg(part), '[]') from (
        select queue, weekday, opens_minute as opens, closes_minute as closes,
          lower(valid) as "validFrom", upper(valid) - 1 as "validTo"
        from queue_hours where office_id = ${officeId} and valid && daterange(${first}::date, ${last}::date, '[]')) as part),
      'extra', (select coalesce(json_agg(part), '[]') from (
        select queue, minute_of(starts_at) as "from", minute_of(ends_at) as "to"
        from exception where office_id = ${officeId} and kind = 'extra' and ends_at > ${from} and starts_at < ${to}
        order by id) as part),
      'closed', (select coalesce(json_agg(part), '[]') from (
        select queue, 'exception' as kind, reason, null as "reasonEn", (created_at at time zone 'Europe/Athens')::date as decided,
            id as exception, null as region, minute_of(starts_at) as "from", minute_of(ends_at) as "to"
          from exception
          where office_id = ${officeId} and kind = 'closed' and ends_at > ${from} and starts_at < ${to}
        union all
        select null, kind, closings.reason, named.name_en, (since at time zone 'Europe/Athens')::date,
            null, ruled.region, minute_of(closings.starts_at), minute_of(closings.ends_at)
          from office cross join lateral closings(office.region, ${from}, ${to})
            left join holiday as named on named.date = closings.holiday left join closure as ruled on ruled.id = closings.closure
          where office.id = ${officeId}) as part),
      'taken', (select json_build_object('queues', coalesce(array_agg(queue), '{}'),
          'from', coalesce(array_agg(minute_of(starts_at)), '{}'), 'to', coalesce(array_agg(minute_of(ends_at)), '{}'))
        from appointment where office_id = ${officeId} and live and starts_at >= ${from} and starts_at < ${to})
    ) as facts`;
  const { facts } = rows[0] as { facts: FactsColumns };
  return { ...facts, taken: takenOf(facts.taken) };
}

/** A month has thousands of them: as columns they are a third to write, to send and to read. */
type FactsColumns = Omit<Facts, "taken"> & { readonly taken: TakenColumns };

interface TakenColumns {
  readonly queues: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const takenOf = ({ queues, from, to }: TakenColumns): OfQueue[] =>
  queues.map((queue, index) => ({ queue, from: from[index] as number, to: to[index] as number }));
