import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { earlierDate, laterDate } from "../../platform/time.ts";
import { type NamedService, namedService, type PlaceToGo } from "../office-sql.ts";
import { type OnlineDay, onlineDays } from "../online-days.ts";
import type { OpenedOffice } from "../opened-office.ts";
import { releaseOf } from "../terms.ts";
import { hasPublicQueue, openDays } from "./chosen-offer.ts";
import { type FreeTime, soonestOffer } from "./first-free.ts";

/** What an office offers citizens of a service in a month. */
export interface MonthOffered {
  readonly place: PlaceToGo;
  readonly service: NamedService;
  readonly minutes: number;
  /** Else it gives its times by telephone */
  readonly isOnline: boolean;
  readonly today: Temporal.PlainDate;
  readonly month: Temporal.PlainYearMonth;
  /** Every day of the month */
  readonly days: readonly OnlineDay[];
  /** From now on, in whichever month; null: none */
  readonly firstFree: FreeTime | null;
  /** The last day of which anything is open */
  readonly last: Temporal.PlainDate;
  /** So many days before, each day opens */
  readonly horizonDays: number;
  /** When the day after that opens */
  readonly release: { readonly date: Temporal.PlainDate; readonly time: string | null };
}

export interface MonthOfferQuery {
  readonly service: string;
  /** Null: that of the first free time */
  readonly month: Temporal.PlainYearMonth | null;
  readonly now: Temporal.Instant;
}

/** @throws Refusal 404 for a service that there is not, 422 for one that the office does not offer */
export async function monthOffered(
  tx: Read,
  opened: OpenedOffice,
  { service: code, month: wished, now }: MonthOfferQuery,
): Promise<MonthOffered> {
  const { place, terms } = opened;
  const { first: today, last } = openDays(opened, now);
  const thisMonth = today.toPlainYearMonth();
  const upTo = lastOf(within(wished ?? thisMonth, thisMonth, last));
  const soonest = await soonestOffer(tx, opened, { service: code, now, upTo });
  const { service, facts, offering, firstFree } = soonest;
  const month = within(wished ?? monthOf(firstFree?.date ?? today.toString()), thisMonth, last);
  const open = onlineDays(facts, {
    ...offering,
    first: laterDate(today, month.toPlainDate({ day: 1 })),
    last: earlierDate(last, lastOf(month)),
  });
  const release = releaseOf(last.add({ days: 1 }), terms);
  const { horizonDays } = terms;
  const days = daysOfMonth(open, month, today);
  return {
    place,
    service,
    minutes: offering.minutes,
    isOnline: hasPublicQueue(soonest),
    today,
    month,
    days,
    firstFree,
    last,
    horizonDays,
    release,
  };
}

/** @throws Refusal 404 */
export async function existingService(tx: Read, code: string): Promise<NamedService> {
  const service = await namedService(tx, code);
  if (!service) throw new Refusal(404, "service-unknown");
  return service;
}

const monthOf = (date: string): Temporal.PlainYearMonth => Temporal.PlainDate.from(date).toPlainYearMonth();

/** No month is shown that is over, or of which nothing can be had. */
function within(wished: Temporal.PlainYearMonth, first: Temporal.PlainYearMonth, last: Temporal.PlainDate) {
  const latest = last.toPlainYearMonth();
  if (Temporal.PlainYearMonth.compare(wished, first) < 0) return first;
  return Temporal.PlainYearMonth.compare(wished, latest) > 0 ? latest : wished;
}

/** Of the days before today, and of those that are not open yet, nothing is told but that. */
function daysOfMonth(
  open: readonly OnlineDay[],
  month: Temporal.PlainYearMonth,
  today: Temporal.PlainDate,
): OnlineDay[] {
  const known = new Map(open.map((day) => [day.date, day]));
  const first = month.toPlainDate({ day: 1 });
  return Array.from({ length: month.daysInMonth }, (_, index) => {
    const date = first.add({ days: index });
    const state = isUpTo(today, date) ? "later" : "past";
    return known.get(date.toString()) ?? { date: date.toString(), times: [], state, closed: [] };
  });
}

const isUpTo = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) <= 0;
const lastOf = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: month.daysInMonth });
