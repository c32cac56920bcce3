import { fold } from "../../../platform/text/fold.ts";

/** Where each region of the country has its tile, about where it lies; all tiles are alike. Pure. */

/** From 1 on */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** By how its words begin, in capitals: offices write «Κρήτης», «Περιφέρεια Κρήτης» or «Κρήτη». */
const PLACES: readonly (readonly [words: readonly string[], TilePlace])[] = [
  [["ΔΥΤΙΚ", "ΜΑΚΕΔΟΝ"], { column: 2, row: 1 }],
  [["ΚΕΝΤΡΙΚ", "ΜΑΚΕΔΟΝ"], { column: 3, row: 1 }],
  [["ΑΝΑΤΟΛΙΚ", "ΜΑΚΕΔΟΝ", "ΘΡΑΚ"], { column: 4, row: 1 }],
  [["ΗΠΕΙΡ"], { column: 2, row: 2 }],
  [["ΘΕΣΣΑΛ"], { column: 3, row: 2 }],
  [["ΒΟΡ", "ΑΙΓΑΙ"], { column: 5, row: 2 }],
  [["ΙΟΝ"], { column: 1, row: 3 }],
  [["ΔΥΤΙΚ", "ΕΛΛΑΔ"], { column: 2, row: 3 }],
  [["ΣΤΕΡΕ"], { column: 3, row: 3 }],
  [["ΠΕΛΟΠΟΝ"], { column: 2, row: 4 }],
  [["ΑΤΤΙΚ"], { column: 3, row: 4 }],
  [["ΝΟΤ", "ΑΙΓΑΙ"], { column: 5, row: 4 }],
  [["ΚΡΗΤ"], { column: 4, row: 5 }],
];

/** null: it is none of the country's regions, and stands below all that are. */
export function placeOfRegion(region: string): TilePlace | null {
  const words = fold(region).split(/[\s-]+/);
  const found = PLACES.find(([beginnings]) => beginnings.every((each) => words.some((word) => word.startsWith(each))));
  return found?.[1] ?? null;
}
