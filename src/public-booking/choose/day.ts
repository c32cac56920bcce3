import type { Read } from "../../platform/database/sql.ts";
import { earlierDate, laterDate } from "../../platform/time.ts";
import { heldShare } from "../hoarding/held-share.ts";
import type { OfferQuery } from "../hold/offering.ts";
import { requireOpenStretchAhead } from "../longest-open.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";
import { type OnlineDay, onlineDays } from "../online-days.ts";
import type { OpenedOffice } from "../opened-office.ts";
import type { ReleaseTerms } from "../terms.ts";
import { type ChosenOffer, hasPublicQueue, heldMinutes, offerOn, openDays } from "./chosen-offer.ts";

/** What an office offers citizens of a service on one day. */
export interface DayOffered {
  readonly place: PlaceToGo;
  readonly service: NamedService;
  readonly minutes: number;
  /** So long a place is held: whole slots of the queue that has the longest */
  readonly held: number;
  /** Of several in one visit; null: there is one service */
  readonly several: SeveralOnDay | null;
  /** Else it gives its times by telephone */
  readonly isOnline: boolean;
  readonly day: OnlineDay;
  /** A time of it is held for whoever chooses it; false: so many fill in that it is held once it is confirmed */
  readonly isHeldAtOnce: boolean;
  /** The nearest days that have a time; null: none on that side */
  readonly before: string | null;
  readonly after: string | null;
  readonly terms: ReleaseTerms;
  readonly today: Temporal.PlainDate;
  /** Between this day and the next one that has a time */
  readonly fullBetween: readonly string[];
}

interface SeveralOnDay {
  /** What the shortest of the services takes by itself */
  readonly least: number;
  /** Times at which there is room for that alone */
  readonly fitting: number;
}

/** Of these most have a time; where they have none, it is looked for further away. */
const A_FEW_DAYS = 3;
const A_FORTNIGHT = 14;

/** @throws Refusal as for weeks */
export async function dayOffered(
  tx: Read,
  opened: OpenedOffice,
  date: Temporal.PlainDate,
  query: OfferQuery,
): Promise<DayOffered> {
  const near = await dayAmong(tx, opened, { ...query, date }, A_FEW_DAYS);
  if (near.isSettled) return near.day;
  const { day } = await dayAmong(tx, opened, { ...query, date }, A_FORTNIGHT);
  const hasTime = day.day.times.length > 0 || day.before !== null || day.after !== null;
  if (!hasTime) await requireOpenStretchAhead(tx, opened, { ...query, minutes: day.minutes }, query.now);
  return day;
}

/** The day, and the nearest ones of so many to either side, as far as anything is open; settled: none is nearer. */
async function dayAmong(
  tx: Read,
  opened: OpenedOffice,
  { date, ...query }: OfferQuery & { readonly date: Temporal.PlainDate },
  days: number,
): Promise<{ readonly day: DayOffered; readonly isSettled: boolean }> {
  const [earliest, latest] = [date.subtract({ days }), date.add({ days })];
  const offer = await offerOn(tx, opened, { ...query, first: earliest, last: latest });
  const { service, facts, offering } = offer;
  const open = openDays(opened, query.now);
  const shown = onlineDays(facts, { ...offering, first: date, last: date })[0] as OnlineDay;
  const nearby = onlineDays(facts, {
    ...offering,
    first: laterDate(earliest, open.first),
    last: earlierDate(latest, open.last),
  });
  const several = severalOn(offer, { shown, date });
  const before = nearby.findLast((day) => day.date < shown.date && day.times.length > 0)?.date ?? null;
  const after = nearby.filter((day) => day.date > shown.date);
  const next = after.findIndex(({ times }) => times.length > 0);
  const fullBetween = after.slice(0, Math.max(0, next)).flatMap((each) => (each.state === "full" ? [each.date] : []));
  const { place, terms } = opened;
  const day = {
    place,
    service,
    minutes: offering.minutes,
    held: heldMinutes(facts, offering.minutes),
    several,
    isOnline: hasPublicQueue(offer),
    day: shown,
    isHeldAtOnce: shown.times.length === 0 || heldShare(offer, date) <= 1,
    before,
    after: after[next]?.date ?? null,
    terms,
    today: open.first,
    fullBetween,
  };
  const isSettled = (before !== null || !isBefore(open.first, earliest)) && (next >= 0 || !isBefore(latest, open.last));
  return { day, isSettled };
}

function severalOn(
  { service, facts, offering }: ChosenOffer,
  { shown, date }: { readonly shown: OnlineDay; readonly date: Temporal.PlainDate },
): SeveralOnDay | null {
  if (!service.several) return null;
  const { least } = service;
  const [alone] = onlineDays(facts, { ...offering, minutes: least, first: date, last: date });
  const fitting = (alone?.times ?? []).filter((time) => !shown.times.includes(time)).length;
  return { least, fitting };
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;
