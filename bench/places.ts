import { findPlaces } from "../src/offices/places/find-places.ts";
import { PLACE_QUERIES } from "../test/places/corpus.ts";
import { COUNTRY_OFFICES } from "../test/places/offices.ts";

const ROUNDS = 20;

/** Milliseconds of processor that a place takes to be found among 1,200 offices, by all the ways in which people say it. */
export function placesCost(): number {
  const search = () => {
    for (const { typed } of PLACE_QUERIES) findPlaces(COUNTRY_OFFICES, typed);
  };
  // The first round makes what is made once.
  search();
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) search();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / ROUNDS / PLACE_QUERIES.length;
}
