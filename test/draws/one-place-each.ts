import type { DrawRecord, DrawWish, IdentityKind } from "../../src/draws/rule/draw-record.ts";

const CELL = { office: "9901", date: "2026-12-08", part: 0 };

/** So many people of each kind, who all want one of the same places: what comes of it can be computed. */
export function onePlaceEach(
  people: Readonly<Partial<Record<IdentityKind, number>>>,
  places: number,
): Pick<DrawRecord, "wishes" | "places"> {
  const kinds = Object.entries(people).flatMap(([kind, count]) =>
    Array<IdentityKind>(count).fill(kind as IdentityKind),
  );
  const wishes = kinds.map(
    (kind, nth): DrawWish => ({
      number: String(1_000 + nth),
      kind,
      units: 1,
      dayParts: [[CELL.date, CELL.part]],
      offices: [CELL.office],
      first: "day",
      others: false,
      salt: "0".repeat(32),
    }),
  );
  return { wishes, places: [{ ...CELL, runs: Array<number>(places).fill(1) }] };
}
