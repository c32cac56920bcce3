import type { PlaceRow } from "../places/places-sql.ts";
import type { CellPlaces, DrawEvent, DrawWish } from "../rule/draw-record.ts";
import type { DrawWishRow } from "../wishes/wish-sql.ts";
import type { DrawEventRow } from "./events-sql.ts";

/** Rows of the database as the rule has them. Pure. */

/** Of offices by their ids, the codes. */
export type Codes = ReadonlyMap<number, string>;

export const wishOfRow = (row: DrawWishRow, codes: Codes): DrawWish => ({
  number: row.number,
  kind: row.kind,
  units: row.units,
  dayParts: row.dayParts,
  offices: row.offices.map((id) => codes.get(id) as string),
  first: row.first,
  others: row.others,
  salt: row.salt,
});

/** Each with its place among those of its day and part; those that adjoin in one queue are a run, in the order of their times. */
export function numbered(
  places: readonly PlaceRow[],
): { readonly hold: string; readonly at: number; readonly run: number }[] {
  return cellsOf(places).flatMap((cell) => {
    const runs = runsOf(cell);
    let at = 0;
    return runs.flatMap((run, index) => run.map(({ hold }) => ({ hold, at: at++, run: index })));
  });
}

/** What an office gives to the draw, before anybody has any of it. */
export const cellPlaces = (code: string, places: readonly PlaceRow[]): CellPlaces[] =>
  cellsOf(places).map((cell) => {
    const [{ date, part }] = cell as [PlaceRow];
    return { office: code, date: date.toString(), part, runs: runsOf(cell).map((run) => run.length) };
  });

/** By day and part, without those that were given before the draw. */
function cellsOf(places: readonly PlaceRow[]): PlaceRow[][] {
  const drawn = places.filter(({ state }) => state !== "need");
  return [...Map.groupBy(drawn, ({ date, part }) => `${date} ${part}`).values()];
}

function runsOf(cell: readonly PlaceRow[]): PlaceRow[][] {
  const byQueue = [...cell].sort((a, b) => a.queue - b.queue || Temporal.Instant.compare(a.startsAt, b.startsAt));
  const runs: PlaceRow[][] = [];
  for (const place of byQueue) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.queue === place.queue && last.endsAt.equals(place.startsAt)) runs.at(-1)?.push(place);
    else runs.push([place]);
  }
  return runs.sort((a, b) => Temporal.Instant.compare((a[0] as PlaceRow).startsAt, (b[0] as PlaceRow).startsAt));
}

/**
 * What was noted, as the rule says it: whoever left gives their place back, or waits no longer where they have none.
 * @param holds whether a wish has a place just then
 */
export function eventOfRow(row: DrawEventRow, codes: Codes, holds: (number: string) => boolean): DrawEvent {
  const { what, wish, office, date, part, at } = row;
  if (what === "opened") return { what };
  if (what === "closed")
    return {
      what,
      office: codes.get(office as number) as string,
      date: String(date),
      part: part as number,
      at: at as number,
    };
  const number = wish as string;
  if (what === "lost") return { what, number };
  return { what: holds(number) ? "gave-back" : "left", number };
}
