import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of what the counters have printed. */

interface Job {
  readonly id: string;
  readonly printer: string;
  readonly visit: string;
  readonly date: Temporal.PlainDate;
  readonly employeeId: number;
  readonly now: Temporal.Instant;
}

/** Of the days before none is left: nobody waits with their numbers. */
export async function insertPrint(
  tx: Tx,
  officeId: number,
  { id, printer, visit, date, employeeId, now }: Job,
): Promise<void> {
  await tx.sql`delete from print_job where office_id = ${officeId} and date < ${date}`;
  await tx.sql`
    insert into print_job (office_id, id, printer, visit, date, made_at, made_by)
    values (${officeId}, ${id}, ${printer}, ${visit}, ${date}, ${now}, ${employeeId})`;
}

/** After that nobody stands there any more */
const PRINT_MINUTES = 10;

/** That are not on paper yet, the oldest first. */
export const printsWaiting = (
  tx: Read,
  officeId: number,
  { printer, date, now }: Pick<Job, "printer" | "date" | "now">,
): Promise<{ readonly id: string; readonly visit: string }[]> =>
  tx.sql<{ id: string; visit: string }>`
    select id, visit from print_job
    where office_id = ${officeId} and printer = ${printer} and date = ${date} and printed_at is null
      and made_at > ${now.subtract({ minutes: PRINT_MINUTES })}
    order by made_at, id`;

/** @returns when it was said first; null: the printer has no such job */
export async function confirmPrinted(
  tx: Tx,
  officeId: number,
  { id, printer, now }: Pick<Job, "id" | "printer" | "now">,
): Promise<Temporal.Instant | null> {
  const rows = await tx.sql<{ printedAt: Temporal.Instant }>`
    update print_job set printed_at = coalesce(printed_at, ${now})
    where office_id = ${officeId} and id = ${id} and printer = ${printer} returning printed_at as "printedAt"`;
  return rows[0]?.printedAt ?? null;
}
