import { numberWords } from "../appointments/names/search-words.ts";
import type { Read } from "../platform/database/sql.ts";
import { fold } from "../platform/text/fold.ts";
import { LEAST_DIGITS } from "./contract.ts";
import { type Match, matcherOf, type SoughtWithNear, type SoughtWords } from "./match.ts";
import { wordsOfNames } from "./name-words.ts";
import { otherEndings, slips } from "./near.ts";
import { type MatchedAppointment, type MatchedPerson, peopleOf } from "./people.ts";
import { type Candidate, candidatesByDigits, candidatesByWords, type WordRange } from "./sql.ts";
import type { SearchWish, SoughtWord } from "./wish.ts";

/** Appointments looked at closely; with more, the search says that it is cut. */
const MOST_CANDIDATES = 150;
/** With fewer people than these it looks for the spouse too; with none, for slips of the finger. */
const FEW = 3;

export interface FoundPeople {
  readonly people: readonly MatchedPerson[];
  readonly isCut: boolean;
}

/** Everybody who answers a search, the best first. */
export async function find(tx: Read, officeId: number, wish: SearchWish, now: Temporal.Instant): Promise<FoundPeople> {
  if (wish.words.length === 0) return byDigits(tx, officeId, wish, now);
  const first = await byWords(tx, officeId, wish, { now, nearOf: null });
  const people = peopleOf(first.found);
  if (people.length >= FEW) return { people, isCut: first.isCut };
  const nearOf = people.length > 0 ? otherEndings : slips;
  const second = await byWords(tx, officeId, wish, { now, nearOf });
  const known = new Set(first.found.map(({ row }) => row.id));
  const found = [...first.found, ...second.found.filter(({ row }) => !known.has(row.id))];
  return { people: peopleOf(found), isCut: first.isCut };
}

async function byDigits(tx: Read, officeId: number, wish: SearchWish, now: Temporal.Instant): Promise<FoundPeople> {
  const { digits } = wish;
  const numbers = wish.numbers.filter((number) => number.length > LEAST_DIGITS);
  const rows = await candidatesByDigits(tx, officeId, { digits, numbers }, { now, limit: MOST_CANDIDATES });
  const isWhole = (row: Candidate) =>
    row.reference === digits || numberWords(row).some((number) => numbers.includes(number));
  const found = rows.map((row) => ({ row, match: "written" as const, rank: [isWhole(row) ? 0 : 1] }));
  return { people: peopleOf(found), isCut: rows.length >= MOST_CANDIDATES };
}

interface ByWords {
  readonly found: readonly MatchedAppointment[];
  readonly isCut: boolean;
}

async function byWords(
  tx: Read,
  officeId: number,
  wish: SearchWish,
  {
    now,
    nearOf,
  }: { readonly now: Temporal.Instant; readonly nearOf: ((word: SoughtWord) => readonly string[]) | null },
): Promise<ByWords> {
  const words = wish.words.map((word) => ({ ...word, near: new Set(nearOf?.(word)) }));
  if (nearOf && words.every(({ near }) => near.size === 0)) return { found: [], isCut: false };
  const ranges = rangesOf({ words, joined: wish.joined });
  const rows = await candidatesByWords(tx, officeId, ranges, { now, limit: MOST_CANDIDATES });
  const matchOf = matcherOf({ words, joined: wish.joined });
  const found: MatchedAppointment[] = [];
  for (const row of rows) {
    const match = hasDigits(row, wish) ? matchOfAny(personsOf(row), matchOf) : null;
    if (!match) continue;
    const isWrittenSo = hasSigns(row, wish);
    if (isWrittenSo || !wish.isOnlySigns)
      found.push({ row, match: match.match, rank: [isWrittenSo ? 0 : 1, ...match.rank] });
  }
  return { found, isCut: rows.length >= MOST_CANDIDATES && found.length > 0 };
}

/** The first who answers: the words of one are not another's. */
function matchOfAny(persons: readonly Names[], matchOf: ReturnType<typeof matcherOf>): Match | null {
  for (const person of persons) {
    const match = matchOf(wordsOfNames(person));
    if (match) return match;
  }
  return null;
}

/** Whoever comes. */
const personsOf = (row: Candidate): readonly Names[] => [
  row,
  ...row.companions.map(({ lastName, firstName }) => ({
    last_name: lastName,
    first_name: firstName,
    business_name: null,
  })),
];

type Names = Parameters<typeof wordsOfNames>[0];

/** So many of the longest words are looked up; each further one, and a letter beside a word, judges what they have found. */
const MOST_TELLING = 4;

/** One letter begins thousands of names. */
function rangesOf({ words, joined }: SoughtWords): WordRange[] {
  const longer = words.filter(({ text }) => text.length > 1);
  const telling = (longer.length > 0 ? longer : words)
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, MOST_TELLING);
  const bitOf = (word: SoughtWord) => 2 ** telling.indexOf(word as SoughtWithNear);
  return [
    ...telling.flatMap(({ keys, maybe, near, others }, index) => [
      ...[...keys, ...maybe, ...near].map((key) => ({ bits: 2 ** index, key, isWhole: false })),
      ...others.map((key) => ({ bits: 2 ** index, key, isWhole: true })),
    ]),
    ...joined.flatMap(({ word, from, to }) => {
      const bits = words
        .slice(from, to)
        .filter((each) => telling.includes(each))
        .reduce((sum, each) => sum + bitOf(each), 0);
      return bits === 0 ? [] : [...word.keys, ...word.maybe].map((key) => ({ bits, key, isWhole: false }));
    }),
  ];
}

/** Digits beside a name may belong to the business's name, the telephone, the tax number or the reference. */
const hasDigits = (row: Candidate, { digits, numbers }: SearchWish): boolean =>
  digits === "" ||
  row.phone?.endsWith(digits) === true ||
  row.reference.startsWith(digits) ||
  row.business_name?.includes(digits) === true ||
  numberWords(row).some((word) => numbers.some((number) => word.startsWith(number)));

/** Signs mean nothing but themselves: who has them in the name comes first. */
const hasSigns = (row: Candidate, { withSigns }: SearchWish): boolean => {
  if (withSigns.length === 0) return true;
  const names = fold(`${row.last_name} ${row.first_name} ${row.business_name ?? ""}`);
  return withSigns.every((text) => names.includes(text));
};
