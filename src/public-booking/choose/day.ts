import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { offeredAhead } from "../hold/offering.ts";
import { type NamedService, type PlaceToGo, placeToGo } from "../office-sql.ts";
import { type Offering, type OnlineDay, onlineDays } from "../online-days.ts";
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
  const [place, service, { facts, offering }] = await Promise.all([
    placeToGo(tx, office.id),
    knownService(tx, code),
    offeredAhead(tx, office, { service: code, now }),
  ]);
  const shown = onlineDays(facts, { ...offering, first: date, last: date })[0] as OnlineDay;
  const nearby = onlineDays(facts, { ...offering, ...fortnights(date, offering) });
  const before = nearby.filter((day) => day.date < shown.date);
  const after = nearby.filter((day) => day.date > shown.date);
  const next = after.findIndex(({ times }) => times.length > 0);
  return {
    ...{ place, service, minutes: offering.minutes, day: shown },
    before: before.findLast(({ times }) => times.length > 0)?.date ?? null,
    after: after[next]?.date ?? null,
    fullBetween: after.slice(0, Math.max(0, next)).flatMap((each) => (each.state === "full" ? [each.date] : [])),
  };
}

/** Two weeks to either side, as far as anything is open; a day far from all that has none around it. */
function fortnights(date: Temporal.PlainDate, { first, last }: Pick<Offering, "first" | "last">) {
  const [earliest, latest] = [date.subtract({ days: A_FORTNIGHT }), date.add({ days: A_FORTNIGHT })];
  const { compare } = Temporal.PlainDate;
  return { first: compare(earliest, first) > 0 ? earliest : first, last: compare(latest, last) < 0 ? latest : last };
}
