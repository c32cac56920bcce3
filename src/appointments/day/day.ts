import { type Facts, holidayOf, type QueueFacts } from "../../availability/facts.ts";
import {
  type QueueDay as AvailabilityQueueDay,
  freeStarts,
  openParts,
  queueDays,
} from "../../availability/queue-day.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Ending } from "../../platform/database/sql.ts";
import {
  clockText,
  clockTextOf,
  dateOf,
  epochMinute,
  type Interval,
  instantOf,
  type LocalDay,
  localDay,
} from "../../platform/time.ts";
import type { Day, QueueOfDay } from "../contract.ts";
import { idsWithOutdatedDecision } from "../history/outdated-decisions-sql.ts";
import { isLeftOver } from "../many/left-over.ts";
import { offerFacts } from "../place/facts-sql.ts";
import { presented } from "../row/present.ts";
import {
  type AppointmentRow,
  appointmentsBetween,
  type QueueOfDayRow,
  queuesOfDay,
  undeliveredBetween,
} from "../sql.ts";
import { isCounted, staysPut } from "../statuses.ts";

/** What the page of a day shows, the same to all of the office, but for which of its queues they serve. */
export interface SharedDay {
  /** No queue of it is anybody's yet */
  readonly day: Omit<Day, "version">;
  /** Queue by queue the employee who serves it that day; null: nobody does */
  readonly servedBy: readonly (number | null)[];
}

/** As it is shown to one who works in the office. Ends the transaction. */
export async function dayOf(
  tx: Ending,
  office: OperableOffice,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<SharedDay["day"]> {
  const { day, servedBy } = await sharedDay(tx, office, date, now);
  const queues = day.queues.map((queue, at) => ({ ...queue, isMine: servedBy[at] === office.employeeId }));
  return { ...day, queues };
}

/** All of it in one call; it depends on nothing of `now` but its minute. Ends the transaction. */
export async function sharedDay(
  tx: Ending,
  office: Pick<OperableOffice, "id" | "code">,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<SharedDay> {
  const day = localDay(date);
  const [from, to] = [instantOf(day.from), instantOf(day.to)];
  const [facts, rows, keptBefore, undelivered, appointments] = await Promise.all([
    offerFacts(tx, office.id, date, date),
    queuesOfDay(tx, office.id, date),
    idsWithOutdatedDecision(tx, office.id, { now, within: { from, to } }),
    undeliveredBetween(tx, office.id, from, to),
    appointmentsBetween({ sql: tx.last }, office.id, from, to),
  ]);
  const days = queueDays(withArchived(facts, rows), day);
  const shown = {
    date: date.toString(),
    now: { date: dateOf(now).toString(), time: clockTextOf(now) },
    ...holidayOf(facts),
    queues: days.map((queueDay, index) => queueOf(rows[index] as QueueOfDayRow, queueDay, day, epochMinute(now))),
    appointments: appointments.map((row) => presented(office.code, row)),
    unsettled: unsettledOf({ days, appointments, keptBefore }, now),
    undelivered,
  };
  return { day: shown, servedBy: rows.map(({ served_by }) => served_by) };
}

/** The facts of all these queues: an archived one, of which there are none any more, serves nobody. */
function withArchived(facts: Facts, rows: readonly QueueOfDayRow[]): Facts {
  const known = new Map(facts.queues.map((queue) => [queue.number, queue]));
  const archived = ({ number, slot_minutes }: QueueOfDayRow): QueueFacts => ({
    number,
    active: false,
    public: false,
    slotMinutes: slot_minutes,
  });
  return {
    ...facts,
    queues: rows.map((row) => known.get(row.number) ?? archived(row)),
    activity: facts.activity.filter(({ queue }) => known.has(queue)),
  };
}

function queueOf(row: QueueOfDayRow, queueDay: AvailabilityQueueDay, day: LocalDay, nowMinute: number): QueueOfDay {
  const free = freeStarts(queueDay, day, row.slot_minutes).filter((start) => start >= nowMinute);
  return {
    number: row.number,
    name: row.name,
    isDefault: row.is_default,
    active: queueDay.queue.active,
    public: row.is_public,
    employee: row.employee,
    isMine: false,
    slotMinutes: row.slot_minutes,
    hours: queueDay.hours.map((part) => span(part, day)),
    open: openParts(queueDay).map((part) => span(part, day)),
    closed: queueDay.closed.map((part) => ({
      ...span(part, day),
      kind: part.kind,
      reason: part.reason,
      reasonEn: part.reasonEn,
      decided: part.decided ?? null,
      exception: part.exception ?? null,
      region: part.region ?? null,
    })),
    free: free.map((start) => clockText(day.minuteOf(start))),
  };
}

interface Standing {
  readonly days: readonly AvailabilityQueueDay[];
  readonly appointments: readonly AppointmentRow[];
  /** Kept when the ministry had not closed their time yet */
  readonly keptBefore: readonly string[];
}

function unsettledOf({ days, appointments, keptBefore }: Standing, now: Temporal.Instant): string[] {
  const isToBeSettled = ({ id, queue, status, starts_at, ends_at, kept_by }: AppointmentRow): boolean =>
    isCounted(status) &&
    Temporal.Instant.compare(ends_at, now) > 0 &&
    isLeftOver(
      days.find((each) => each.queue.number === queue),
      {
        from: epochMinute(starts_at),
        to: epochMinute(ends_at),
        isUnderWay: staysPut(status),
        isKept: kept_by !== null && !keptBefore.includes(id),
      },
    );
  return appointments.filter(isToBeSettled).map(({ id }) => id);
}

/** A part of the day in local times; what reaches beyond ends with it. */
function span(part: Interval, day: LocalDay): { from: string; to: string } {
  return {
    from: clockText(part.from <= day.from ? 0 : day.minuteOf(part.from)),
    to: part.to >= day.to ? "24:00" : clockText(day.minuteOf(part.to)),
  };
}
