import { memoizeByObject } from "../../platform/memoize.ts";
import type { FinderOffice } from "./finder-office.ts";
import { typedNumbers } from "./numbers.ts";
import { isNumber, placeTerms, type Term } from "./terms.ts";
import { NEAR, nameOfTerm, type PlaceVocabulary, placeVocabularyOf, wordsMeant } from "./vocabulary.ts";

export type SearchedOffice = Pick<
  FinderOffice,
  "code" | "name" | "nameEn" | "knownAs" | "address" | "municipality" | "regionalUnit" | "region" | "postcode" | "phone"
>;

export interface PlacesFound<Office> {
  /** Those that are meant, the likeliest first */
  readonly offices: readonly Office[];
  /** Nothing is called as it was typed: these only come near it */
  readonly isUnknown: boolean;
}

/**
 * The offices that somebody means, whichever way they say it: by its name, its municipality or what people call it, by
 * unit, region or street, by postcode, telephone or code; in Greek or Latin letters. Pure; the one search of places that
 * there is, for citizens, staff and the ministry. What is made of the list is made once: give the same array again.
 */
export function findPlaces<Office extends SearchedOffice>(
  offices: readonly Office[],
  typed: string,
): PlacesFound<Office> {
  const index = indexOf(offices as readonly SearchedOffice[]) as unknown as PlaceIndex<Office>;
  const { postcode, phone, codes, rest } = typedNumbers(typed);
  const byNumber = phone
    ? index.ofPhone.get(phone)
    : codes.flatMap((code) => index.ofCode.get(code)?.toSorted(byCode) ?? []);
  if (byNumber && byNumber.length > 0) return { offices: byNumber, isUnknown: false };
  const terms = /[\p{L}\d]/u.test(rest) ? placeTerms(rest) : [];
  if (postcode) return ofPostcode(index, postcode, terms);
  if (phone) return NOTHING;
  return ofTerms(index, terms);
}

/** Who says 0377 means that one before 0377Π. */
const byCode = (a: SearchedOffice, b: SearchedOffice): number => (a.code < b.code ? -1 : 1);

const NOTHING = { offices: [], isUnknown: true } as const;

/** In the order in which a place is told by them; a street is only told where nothing else is. */
const FIELDS = ["name", "municipality", "knownAs", "nameEn", "regionalUnit", "region", "address"] as const;
const WEIGHTS = [1, 0.97, 0.95, 0.95, 0.6, 0.5, 0.4] as const;
/** A place that has the name of its unit or region is the likelier one: Ηράκλειο is the one of Crete. */
const AGAIN = 0.08;
/** And so is a name of which nothing was left out: Ηράκλειο rather than Ηράκλειο Αττικής. Of the office's own, of others. */
const WHOLE = [0.15, 0.12, 0.12, 0.12] as const;
const OF_NUMBER = 0.2;

interface Place<Office> {
  readonly office: Office;
  /** Of each field its phrases, of each its words by their number in the vocabulary */
  readonly fields: readonly (readonly (readonly number[])[])[];
}

interface PlaceIndex<Office> {
  readonly places: readonly Place<Office>[];
  readonly vocabulary: PlaceVocabulary;
  /** In how many offices a word stands, by its number */
  readonly frequency: ReadonlyMap<number, number>;
  readonly ofCode: ReadonlyMap<string, readonly Office[]>;
  readonly ofPhone: ReadonlyMap<string, readonly Office[]>;
}

const indexOf = memoizeByObject((offices: readonly SearchedOffice[]): PlaceIndex<SearchedOffice> => {
  const phrases = offices.map((office) => FIELDS.map((field) => phrasesOf(office[field], field)));
  const vocabulary = placeVocabularyOf(phrases.flat(3));
  const numberOf = (term: Term): number => vocabulary.words.get(nameOfTerm(term))?.id as number;
  const places = offices.map(
    (office, at): Place<SearchedOffice> => ({
      office,
      fields: (phrases[at] as Term[][][]).map((ofField) => ofField.map((terms) => terms.map(numberOf))),
    }),
  );
  return {
    places,
    vocabulary,
    frequency: frequencies(places),
    ofCode: grouped(offices, ({ code }) => [code, code.slice(0, 4)]),
    ofPhone: grouped(offices, ({ phone }) => (phone ? [phone.replace(/^\+30/, "")] : [])),
  };
});

function frequencies<Office>(places: readonly Place<Office>[]): Map<number, number> {
  const frequency = new Map<number, number>();
  for (const { fields } of places)
    for (const id of new Set(fields.flat(2))) frequency.set(id, (frequency.get(id) ?? 0) + 1);
  return frequency;
}

/** Βάρης-Βούλας-Βουλιαγμένης is called by each of the three; the name of an office is one. */
function phrasesOf(text: string | null, field: (typeof FIELDS)[number]): Term[][] {
  if (!text) return [];
  const parts = field === "name" ? [text] : text.split(/[-–,;()]/);
  return parts.map(placeTerms).filter((terms) => terms.length > 0);
}

function grouped<Office>(offices: readonly Office[], keysOf: (office: Office) => string[]): Map<string, Office[]> {
  const groups = new Map<string, Office[]>();
  for (const office of offices)
    for (const key of new Set(keysOf(office))) {
      const group = groups.get(key);
      if (group) group.push(office);
      else groups.set(key, [office]);
    }
  return groups;
}

/** A postcode that no office has leads to those whose first digits are the same: they number the country by areas. */
function ofPostcode<Office extends SearchedOffice>(
  index: PlaceIndex<Office>,
  postcode: string,
  terms: readonly Term[],
): PlacesFound<Office> {
  const named = terms.length > 0 ? scored(index, terms) : null;
  for (const length of [5, 4, 3, 2]) {
    const found = index.places.filter(({ office }) => office.postcode?.startsWith(postcode.slice(0, length)));
    if (found.length > 0) {
      const sure = (place: Place<Office>) => named?.get(place)?.score ?? 0;
      return { offices: found.toSorted((a, b) => sure(b) - sure(a)).map(({ office }) => office), isUnknown: false };
    }
  }
  return ofTerms(index, terms);
}

interface Score {
  readonly score: number;
  /** Of the words that tell a place, none is missing */
  readonly isWhole: boolean;
}

/** Of the best one: what scores less is another place. */
const MEANT_AS_WELL = 0.88;

function ofTerms<Office extends SearchedOffice>(
  index: PlaceIndex<Office>,
  terms: readonly Term[],
): PlacesFound<Office> {
  const scores = [...scored(index, terms)].sort(
    ([, a], [, b]) => Number(b.isWhole) - Number(a.isWhole) || b.score - a.score,
  );
  const best = scores[0]?.[1];
  if (!best) return NOTHING;
  const meant = scores.filter(
    ([, { score, isWhole }]) => score >= best.score * MEANT_AS_WELL && isWhole === best.isWhole,
  );
  return { offices: meant.map(([{ office }]) => office), isUnknown: !best.isWhole };
}

interface SoughtTerm {
  readonly weight: number;
  readonly isNumber: boolean;
  readonly meant: ReadonlyMap<number, number>;
}

function scored<Office>(index: PlaceIndex<Office>, terms: readonly Term[]): Map<Place<Office>, Score> {
  const sought = terms.map((term) => soughtTerm(index, term));
  const total = sought.reduce((sum, { weight }) => sum + weight, 0);
  const scores = new Map<Place<Office>, Score>();
  for (const place of index.places) {
    const score = scoreOf(place, sought, total);
    if (score) scores.set(place, score);
  }
  return scores;
}

/** What few places are called tells more than what many are. */
function soughtTerm<Office>({ vocabulary, frequency, places }: PlaceIndex<Office>, term: Term): SoughtTerm {
  const meant = wordsMeant(vocabulary, term);
  if (isNumber(term)) return { weight: OF_NUMBER, isNumber: true, meant };
  const surest = Math.max(0, ...meant.values());
  const offices = [...meant].reduce(
    (sum, [id, sure]) => sum + (sure >= surest * 0.95 ? (frequency.get(id) ?? 0) : 0),
    0,
  );
  return { weight: Math.log(1 + places.length / Math.max(1, offices)) + 0.5, isNumber: false, meant };
}

const AREAS: ReadonlySet<number> = new Set([FIELDS.indexOf("regionalUnit"), FIELDS.indexOf("region")]);

function scoreOf<Office>({ fields }: Place<Office>, sought: readonly SoughtTerm[], total: number): Score | null {
  let sum = 0;
  let isWhole = true;
  for (const term of sought) {
    let [best, again, surest] = [0, 0, 0];
    for (const [at, phrases] of fields.entries()) {
      const sure = surenessIn(phrases, term);
      best = Math.max(best, sure * (term.isNumber ? 1 : (WEIGHTS[at] as number)));
      if (AREAS.has(at)) again = Math.max(again, sure);
      surest = Math.max(surest, sure);
    }
    sum += term.weight * (best + again * AGAIN);
    if (surest <= NEAR && !term.isNumber) isWhole = false;
  }
  if (sum === 0) return null;
  return { score: sum / total + wholeness(fields, sought), isWhole };
}

function surenessIn(phrases: readonly (readonly number[])[], { meant }: SoughtTerm): number {
  let best = 0;
  for (const phrase of phrases)
    for (const id of phrase) {
      const sure = meant.get(id);
      if (sure !== undefined && sure > best) best = sure;
    }
  return best;
}

/** How much of a name of the place was said: of the one of which most was. */
function wholeness(fields: readonly (readonly (readonly number[])[])[], sought: readonly SoughtTerm[]): number {
  let best = 0;
  for (const [at, weight] of WHOLE.entries())
    for (const phrase of fields[at] as readonly (readonly number[])[]) {
      const said = phrase.reduce((sum, id) => sum + Math.max(0, ...sought.map(({ meant }) => meant.get(id) ?? 0)), 0);
      best = Math.max(best, (weight * said) / phrase.length);
    }
  return best;
}
