import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import { type CountedDay, FIGURE_MEASURES } from "./day-figures.ts";

/** All that was counted of each day of an office. */
export const countedDays = async (tx: Read, officeId: number, { from, to }: ClosedWeeks): Promise<CountedDay[]> => {
  const rows = await tx.sql<Omit<CountedDay, "thirdFreeDays"> & { readonly access: Access | null }>`
    select date::text as date,
      json_build_object('visits', visits, 'complete', complete, 'fromPaper', from_paper, 'unresolved', unresolved,
        'notStarted', not_started, 'notCompleted', not_completed, 'atOnce', at_once) as completeness,
      (select coalesce(json_agg(json_build_object('measure', measure, 'class', class, 'halfHours', half_hours)), '[]')
        from day_measure where office_id = ${officeId} and day_measure.date = day.date
          and measure = any (${FIGURE_MEASURES})) as measures,
      (select json_build_object('openMinutes', open_minutes, 'bookedMinutes', booked_minutes, 'servedMinutes', served_minutes,
          'overtimeMinutes', overtime_minutes, 'counters', counters, 'tickets', tickets)
        from day_capacity where office_id = ${officeId} and day_capacity.date = day.date) as capacity,
      (select json_build_object('days', third_free_days)
        from day_access where office_id = ${officeId} and day_access.date = day.date) as access,
      (select coalesce(json_agg(json_build_object('service', service, 'minutes', minutes)), '[]')
        from day_service where office_id = ${officeId} and day_service.date = day.date) as services
    from day_completeness as day where office_id = ${officeId} and date >= ${from} and date <= ${to} order by date`;
  return rows.map(({ access, ...day }) => ({ ...day, thirdFreeDays: access ? access.days : undefined }));
};

interface Access {
  readonly days: number | null;
}

export const seatsById = async (tx: Read, officeId: number): Promise<number | null> =>
  (await tx.sql<{ seats: number | null }>`select seats from office_settings where office_id = ${officeId}`)[0]?.seats ??
  null;

interface NamedService {
  readonly code: string;
  readonly name: string;
  readonly minutes: number;
}

/** How long each is by the catalogue. */
export const cataloguedServices = (tx: Read, codes: readonly string[]): Promise<NamedService[]> =>
  tx.sql<NamedService>`select code, name, minutes from service where code = any (${codes}) order by name`;
