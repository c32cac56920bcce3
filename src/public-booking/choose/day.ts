import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { offeredAhead } from "../hold/offering.ts";
import { type NamedService, type PlaceToGo, placeToGo } from "../office-sql.ts";
import { type OnlineDay, onlineDays } from "../online-days.ts";
import { knownService } from "./month.ts";

/** What an office offers citizens of a service on one day. */
export interface DayOffered {
  readonly place: PlaceToGo;
  readonly service: NamedService;
  readonly minutes: number;
  readonly day: OnlineDay;
  /** The nearest days that have a time; null: none on that side */
  readonly before: string | null;
  readonly after: string | null;
  /** Between this day and the next one that has a time */
  readonly fullBetween: readonly string[];
}

const A_FORTNIGHT = 14;

/** @throws Refusal 404 for a service that there is not, 422 for one that the office does not offer */
export async function dayOffered(
  tx: Read,
  office: CitizensOffice,
  date: Temporal.PlainDate,
  { service: code, now }: { readonly service: string; readonly now: Temporal.Instant },
): Promise<DayOffered> {
  const [place, service] = await Promise.all([placeToGo(tx, office.id), knownService(tx, code)]);
  const { facts, offering } = await offeredAhead(tx, office, { service: code, now });
  const shown = onlineDays(facts, { ...offering, first: date, last: date })[0] as OnlineDay;
  const around = (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(first, last) > 0 ? [] : onlineDays(facts, { ...offering, first, last });
  const { compare } = Temporal.PlainDate;
  const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) > 0 ? a : b);
  const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) < 0 ? a : b);
  const before = around(later(date.subtract({ days: A_FORTNIGHT }), offering.first), date.subtract({ days: 1 }));
  const after = around(date.add({ days: 1 }), earlier(date.add({ days: A_FORTNIGHT }), offering.last));
  const next = after.findIndex(({ times }) => times.length > 0);
  return {
    ...{ place, service, minutes: offering.minutes, day: shown },
    before: before.findLast(({ times }) => times.length > 0)?.date ?? null,
    after: after[next]?.date ?? null,
    fullBetween: after.slice(0, Math.max(0, next)).flatMap((each) => (each.state === "full" ? [each.date] : [])),
  };
}
