import { searchWords } from "../../appointments/names/search-words.ts";
import type { SubjectVisit } from "./visit.ts";
import type { SubjectWish } from "./wish.ts";

/**
 * Whether a visit that was found is the person's own, rather than one to which somebody of that name comes along: then all
 * else that is kept there is of somebody else. Pure.
 */
export function isOwnVisit(visit: SubjectVisit, { words, joined }: SubjectWish): boolean {
  const own = new Set(searchWords({ ...visit, companions: [], phone: null, business_afm: null }));
  const stands = (readings: readonly string[]) => readings.some((reading) => own.has(reading));
  const found = new Set(words.flatMap((readings, word) => (stands(readings) ? [word] : [])));
  for (const { readings, from, to } of joined)
    if (stands(readings)) for (let word = from; word < to; word++) found.add(word);
  return found.size === words.length;
}
