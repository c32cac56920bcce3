import { type Findable, searchWords } from "../../appointments/names/search-words.ts";
import type { SubjectVisit } from "./visit.ts";
import type { SubjectWish } from "./wish.ts";

/**
 * Whether a visit that was found is the person's own, rather than one to which somebody of that name comes along: then all
 * else that is kept there is of somebody else. Pure.
 */
export const isOwnVisit = (visit: SubjectVisit, wish: SubjectWish): boolean =>
  isNamed({ ...visit, companions: [], phone: null, business_afm: null }, wish);

/** Of those who come along to a visit the ones of that name, counted from 0; none without a name. Pure. */
export const placesAlong = ({ companions }: Pick<SubjectVisit, "companions">, wish: SubjectWish): readonly number[] =>
  companions.flatMap(({ lastName, firstName }, place) => {
    const alone = { last_name: lastName, first_name: firstName, business_name: null, phone: null, business_afm: null };
    return wish.words.length > 0 && isNamed({ ...alone, companions: [] }, wish) ? [place] : [];
  });

/** Each of the words stands in it, in any of its readings, by itself or joined to others. */
function isNamed(row: Findable, { words, joined }: SubjectWish): boolean {
  const own = new Set(searchWords(row));
  const stands = (readings: readonly string[]) => readings.some((reading) => own.has(reading));
  const found = new Set(words.flatMap((readings, word) => (stands(readings) ? [word] : [])));
  for (const { readings, from, to } of joined)
    if (stands(readings)) for (let word = from; word < to; word++) found.add(word);
  return found.size === words.length;
}
