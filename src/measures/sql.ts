import { CONFIRMED_TICKETS, COUNTED } from "../appointments/statuses.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import { instantOf, localDay } from "../platform/time.ts";
import type { Histogram } from "./histograms.ts";
import type { Completeness } from "./measures.ts";
import type { RecordedVisit } from "./visit.ts";

export const officesToMeasure = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number[]> =>
  (await tx.sql<{ office: number }>`select office from offices_to_measure(${now}) as office`).map(
    ({ office }) => office,
  );

/** The last day that was measured, held for this transaction alone; null: another process is at this office. */
export async function claimMeasuring(tx: Tx, officeId: number): Promise<{ readonly date: string } | null> {
  await tx.sql`insert into measured_until (office_id, date) values (${officeId}, '-infinity') on conflict do nothing`;
  const rows = await tx.sql<{ date: string }>`
    select date::text as date from measured_until where office_id = ${officeId} for update skip locked`;
  return rows[0] ?? null;
}

export async function noteMeasured(tx: Tx, officeId: number, date: Temporal.PlainDate): Promise<void> {
  await tx.sql`update measured_until set date = ${date} where office_id = ${officeId}`;
}

interface VisitRow extends Omit<RecordedVisit, "acts" | "date"> {
  readonly acts: readonly {
    readonly version: number;
    readonly kind: string;
    readonly at: string;
    readonly isFromPaper: boolean;
    readonly undoes: number | null;
    readonly changesStatus: boolean;
  }[];
}

/** Four times this is the longest that the catalogue lets a service last: of one that nobody noted no more can be said */
const UNKNOWN_MINUTES = 60;

/** All appointments of a date that were made for somebody, and all who came without one, each with its acts. */
export async function visitsOn(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<RecordedVisit[]> {
  const day = localDay(date);
  const rows = await tx.sql<VisitRow>`
    select id, starts_at as appointed, channel, queue, coalesce(counter, queue) as counter, status, false as "isTicket",
      extract(epoch from ends_at - starts_at)::integer / 60 as "placeMinutes",
      case when more_services = '{}' and companions = '[]' then service end as service,
      case when more_services = '{}' and companions = '[]' then entrance_group end as "group",
      greatest(catalogued.minutes, extract(epoch from ends_at - starts_at)::integer / 60) as minutes, (
        select coalesce(json_agg(json_build_object('version', version, 'kind', kind, 'at', coalesce(paper_at, at), 'undoes', undoes,
          'isFromPaper', paper_at is not null, 'changesStatus', changes -> 'status' is not null) order by version), '[]')
        from appointment_event
        where appointment_event.office_id = ${officeId} and appointment_id = appointment.id) as acts
    from appointment join service as catalogued on code = service
    where office_id = ${officeId} and starts_at >= ${instantOf(day.from)} and starts_at < ${instantOf(day.to)}
      and status = any (${COUNTED})
    union all
    select id, null, 'in-person', queue, queue, status, true, 0, service, coalesce(entrance_group, service_group),
      coalesce(catalogued.minutes, ${UNKNOWN_MINUTES}::integer), (
        select coalesce(json_agg(json_build_object('version', version, 'kind', kind, 'at', coalesce(paper_at, at), 'undoes', undoes,
          'isFromPaper', paper_at is not null, 'changesStatus', changes -> 'status' is not null) order by version), '[]')
        from ticket_event where ticket_event.office_id = ${officeId} and ticket_id = ticket.id)
    from ticket left join service as catalogued on code = service
    where office_id = ${officeId} and date = ${date} and status = any (${CONFIRMED_TICKETS})`;
  return rows.map(({ acts, ...visit }) => ({
    ...visit,
    date: date.toString(),
    acts: acts.map((act) => ({ ...act, at: Temporal.Instant.from(act.at) })),
  }));
}

/** In the place of what was counted of that day before. */
export async function replaceMeasures(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  { histograms, completeness }: { readonly histograms: readonly Histogram[]; readonly completeness: Completeness },
): Promise<void> {
  await tx.sql`delete from day_measure where office_id = ${officeId} and date = ${date}`;
  await tx.sql`
    insert into day_measure (office_id, date, measure, class, half_hours)
    select ${officeId}::integer, ${date}::date, measure, class, half_hours
    from json_to_recordset(${JSON.stringify(histograms)}::json) as given (measure text, class text, half_hours json)`;
  const { visits, complete, fromPaper, suspect, unresolved, notStarted, notCompleted, atOnce } = completeness;
  await tx.sql`delete from day_completeness where office_id = ${officeId} and date = ${date}`;
  await tx.sql`
    insert into day_completeness
      (office_id, date, visits, complete, from_paper, suspect, unresolved, not_started, not_completed, at_once)
    values (${officeId}, ${date}, ${visits}, ${complete}, ${fromPaper}, ${suspect}, ${unresolved},
      ${notStarted}, ${notCompleted}, ${atOnce})`;
}
