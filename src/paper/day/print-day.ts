import type { Appointment, Day, QueueOfDay } from "../../appointments/contract.ts";
import { dayOf } from "../../appointments/day/day.ts";
import { isCounted } from "../../appointments/statuses.ts";
import { recordLast } from "../../audit/record.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Service } from "../../offices/contract.ts";
import { servicesByCode } from "../../offices/whole-office.ts";
import { noticeStep } from "../../onboarding/notice-step.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { DaySheetQuery } from "../contract.ts";
import type { Print } from "../foot.ts";
import { countPrint } from "../sql.ts";

export interface DayWish extends Omit<DaySheetQuery, "language"> {
  readonly date: Temporal.PlainDate;
}

/** What stands on the sheet of a day. */
export interface DaySheet {
  readonly office: Pick<OperableOffice, "code" | "name">;
  readonly wish: DayWish;
  /** All of the office, to choose from */
  readonly allQueues: Day["queues"];
  /** Those that are printed */
  readonly queues: readonly QueueOfDay[];
  readonly visits: readonly Appointment[];
  readonly services: ReadonlyMap<string, Service>;
  readonly print: Print;
}

/**
 * The appointments of one day of one office (circular §Β: «μόνο ανά ημέρα»), recorded before anybody sees them.
 * @throws Refusal 404 for a queue that the office has not
 */
export async function printDay(
  tx: Tx,
  office: OperableOffice,
  wish: DayWish,
  now: Temporal.Instant,
): Promise<DaySheet> {
  const { date, order, phones, queue } = wish;
  // Its record comes behind.
  const [day, services] = await Promise.all([
    dayOf({ sql: tx.sql, last: tx.sql }, office, date, now),
    servicesByCode(tx, office),
  ]);
  const isWished = (number: number) => queue === undefined || queue === number;
  const wished = day.queues.filter(({ number }) => isWished(number));
  if (queue !== undefined && wished.length === 0) throw new Refusal(404, "queue-not-found");
  const visits = day.appointments.filter((visit) => isCounted(visit.status) && isWished(visit.queue));
  const isPrinted = ({ number, active }: QueueOfDay) =>
    queue !== undefined || active || visits.some((visit) => visit.queue === number);
  const number = await countPrint(tx, office.id, { sheet: "day", date }, now);
  const details = { date: String(date), order, queue: queue ?? null, phones, rows: visits.length, number };
  await noticeStep(tx, office, "day-printed", now);
  await recordLast(tx, office, { act: "day-printed", details, appointments: visits.map(({ id }) => id) }, now);
  return {
    office: { code: office.code, name: office.name },
    wish,
    allQueues: day.queues,
    queues: wished.filter(isPrinted),
    visits,
    services,
    print: { date: String(date), number, by: office.employeeName, at: now },
  };
}
