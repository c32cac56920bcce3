import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { earlierDate, laterDate } from "../../platform/time.ts";
import type { OfferQuery } from "../hold/offering.ts";
import { longestOpen, requireOpenStretch } from "../longest-open.ts";
import { type NamedService, namedService, type PlaceToGo } from "../office-sql.ts";
import { type OnlineDay, onlineDays } from "../online-days.ts";
import type { OpenedOffice } from "../opened-office.ts";
import { type ReleaseTerms, releaseOf } from "../terms.ts";
import { hasPublicQueue, offerOn, openDays } from "./chosen-offer.ts";
import { type FreeTime, soonestOffer } from "./first-free.ts";
import { mondayBefore, WEEKS, weekWindow } from "./week-window.ts";
import { type DayChoice, dayChoice, fitting, WHEN, type When } from "./when.ts";

/** What an office offers citizens of a service in some weeks. */
export interface WeeksOffered {
  readonly place: PlaceToGo;
  readonly service: NamedService;
  readonly minutes: number;
  /** Else it gives its times by telephone */
  readonly isOnline: boolean;
  readonly today: Temporal.PlainDate;
  /** Every day of whole weeks, from a Monday on */
  readonly days: readonly DayChoice[];
  /** When they can come, as they ticked it; none: at any time */
  readonly when: readonly When[];
  /** When these weeks have a time at all */
  readonly has: readonly When[];
  /** A day of the weeks before these, and of those after them; null: none can be had */
  readonly before: string | null;
  readonly after: string | null;
  /** At which they can come, from now on, in whichever week; null: none */
  readonly firstFree: FreeTime | null;
  /** The first day on which whoever interprets can be there; null: any */
  readonly since: Temporal.PlainDate | null;
  /** The last day of which anything is open */
  readonly last: Temporal.PlainDate;
  readonly terms: ReleaseTerms;
  /** When the day after that opens */
  readonly release: { readonly date: Temporal.PlainDate; readonly time: string | null };
}

export interface WeeksOfferQuery {
  readonly service: string;
  /** A day of them; null: from that of the first free time on */
  readonly on: Temporal.PlainDate | null;
  readonly when: readonly When[];
  readonly now: Temporal.Instant;
  readonly since?: OfferQuery["since"];
  readonly isMove?: OfferQuery["isMove"];
}

/**
 * @throws Refusal 404 for a service that there is not, 422 for one that the office does not offer, and for what takes longer
 * than anything is open there
 */
export async function weeksOffered(
  tx: Read,
  opened: OpenedOffice,
  { service: code, on, when, now, since = null, isMove }: WeeksOfferQuery,
): Promise<WeeksOffered> {
  const { place, terms } = opened;
  const { first: today, last } = openDays(opened, now);
  // On a weekend, the weeks begin with the next one.
  const upTo = mondayBefore(laterDate(on ?? today, today)).add({ weeks: WEEKS + 1 });
  const soonest = await soonestOffer(tx, opened, { service: code, now, since, when, upTo });
  const { service, firstFree } = soonest;
  // Where they have a time, there is a place for it.
  if (!firstFree) {
    const longest = longestOpen(soonest.facts, { ...soonest.offering, last });
    await requireOpenStretch(tx, opened.office, { service: code, minutes: service.minutes, isMove }, longest);
  }
  const from = firstFree ? Temporal.PlainDate.from(firstFree.date) : today;
  const weeks = weekWindow({ today, last, from, on });
  const isRead = Temporal.PlainDate.compare(weeks.to, soonest.offering.last) <= 0;
  const { facts, offering } = isRead
    ? soonest
    : await offerOn(tx, opened, { service: code, now, since, first: today, last: weeks.to });
  const open = onlineDays(facts, { ...offering, first: laterDate(today, weeks.from), last: weeks.to });
  return {
    place,
    service,
    minutes: offering.minutes,
    isOnline: hasPublicQueue(soonest),
    today,
    days: [...daysOver(weeks.from, earlierDate(today, weeks.to)), ...open].map((day) => dayChoice(day, when)),
    when,
    has: WHEN.filter((name) => open.some((day) => fitting(day, [name]).length > 0)),
    before: weeks.before?.toString() ?? null,
    after: weeks.after?.toString() ?? null,
    firstFree,
    since,
    last,
    terms,
    release: releaseOf(last.add({ days: 1 }), terms),
  };
}

/** @throws Refusal 404 */
export async function existingService(tx: Read, code: string): Promise<NamedService> {
  const service = await namedService(tx, code);
  if (!service) throw new Refusal(404, "service-unknown");
  return service;
}

/** Of the days before today nothing is told but that. */
const daysOver = (first: Temporal.PlainDate, today: Temporal.PlainDate): OnlineDay[] =>
  Array.from({ length: Math.max(0, first.until(today, { largestUnit: "day" }).days) }, (_, index) => ({
    date: first.add({ days: index }).toString(),
    times: [],
    state: "past",
    opens: null,
    closed: [],
  }));
