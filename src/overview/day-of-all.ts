import { earliestByTelephone } from "../appointments/first-free/by-telephone.ts";
import { firstFree } from "../appointments/first-free/first-free.ts";
import { factsOfOffice } from "../appointments/place/facts.ts";
import { ofEachCounted } from "../appointments/statuses.ts";
import { holidayOf } from "../availability/facts.ts";
import { openParts, type QueueDay, queueDays } from "../availability/queue-day.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { clockTextOf, dateOf, epochMinute, instantOf, type LocalDay, localDay } from "../platform/time.ts";
import type { DayOfAll, OfficeOverview, QueueOverview } from "./contract.ts";
import { closingOf, roomOf } from "./rules.ts";
import { severalAtOnce } from "./several-at-once.ts";
import { span } from "./span.ts";
import { type BookedVisit, type NamedQueue, namedQueues, visitsBetween } from "./sql.ts";

const MOST_OFFICES = 60;
/** A look at all offices leaves connections for the clerks who book. */
const AT_ONCE = 4;
const WEEKS_AHEAD = 2;

/** One day of all the offices of one person, each read within its own scope of row-level security. */
export async function dayOfAll(
  db: Database,
  offices: readonly OperableOffice[],
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<DayOfAll> {
  const shown = offices.slice(0, MOST_OFFICES);
  return {
    date: date.toString(),
    now: { date: dateOf(now).toString(), time: clockTextOf(now) },
    offices: await severalAtOnce(shown, AT_ONCE, (office) =>
      db.read({ office: office.id }, (tx) => officeOn(tx, office, localDay(date), now)),
    ),
    left: offices.length - shown.length,
  };
}

async function officeOn(
  tx: Read,
  office: OperableOffice,
  day: LocalDay,
  now: Temporal.Instant,
): Promise<OfficeOverview> {
  const facts = await factsOfOffice(tx, office, day.date, day.date);
  const named = await namedQueues(tx, office.id, day.date);
  const visits = await visitsBetween(tx, office.id, instantOf(day.from), instantOf(day.to));
  const ofQueues = queueDays(facts, day);
  return {
    code: office.code,
    name: office.name,
    ...holidayOf(facts),
    closed: closingOf(ofQueues),
    counts: countsOf(visits),
    queues: ofQueues.map((queueDay, index) =>
      queueOn(named[index] as NamedQueue, queueDay, visits, { day, nowMinute: epochMinute(now) }),
    ),
    next: await nextFrom(tx, office, day, now),
  };
}

const countsOf = (visits: readonly BookedVisit[]): OfficeOverview["counts"] =>
  ofEachCounted((status) => visits.filter((visit) => visit.status === status).length);

function queueOn(
  { name, employee }: NamedQueue,
  queueDay: QueueDay,
  visits: readonly BookedVisit[],
  { day, nowMinute }: { readonly day: LocalDay; readonly nowMinute: number },
): QueueOverview {
  const own = visits.filter(({ queue }) => queue === queueDay.queue.number);
  return {
    ...roomOf(queueDay, day, null, nowMinute),
    name,
    active: queueDay.queue.active,
    employee,
    open: openParts(queueDay).map((part) => span(part, day)),
    visits: own.map((visit) => ({
      ...span({ from: epochMinute(visit.starts_at), to: epochMinute(visit.ends_at) }, day),
      status: visit.status,
    })),
  };
}

/** By telephone, as the office's own form would offer it; of a day that has passed, from today on. */
async function nextFrom(tx: Read, office: OperableOffice, day: LocalDay, now: Temporal.Instant) {
  const today = dateOf(now);
  return firstFree((first, last) => factsOfOffice(tx, office, first, last), {
    from: Temporal.PlainDate.compare(day.date, today) < 0 ? today : day.date,
    weeks: WEEKS_AHEAD,
    now: epochMinute(now),
    earliest: await earliestByTelephone(tx, office.id, now),
    minutes: null,
    channel: "phone",
  });
}
