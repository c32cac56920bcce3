import type { Read } from "../platform/database/sql.ts";
import { matchOf, type SoughtWithNear } from "./match.ts";
import { nameReader } from "./name-words.ts";
import { otherEndings, slips } from "./near.ts";
import { type MatchedAppointment, type MatchedPerson, peopleOf } from "./people.ts";
import { type Candidate, candidatesByDigits, candidatesByWords, type WordPrefix } from "./sql.ts";
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
  if (wish.words.length === 0) return byDigits(tx, officeId, wish.digits, now);
  const first = await byWords(tx, officeId, wish, { now, nearOf: null });
  const people = peopleOf(first.found);
  if (people.length >= FEW) return { people, isCut: first.isCut };
  const nearOf = people.length > 0 ? otherEndings : slips;
  const second = await byWords(tx, officeId, wish, { now, nearOf });
  const known = new Set(first.found.map(({ row }) => row.id));
  const found = [...first.found, ...second.found.filter(({ row }) => !known.has(row.id))];
  return { people: peopleOf(found), isCut: first.isCut };
}

async function byDigits(tx: Read, officeId: number, digits: string, now: Temporal.Instant): Promise<FoundPeople> {
  const rows = await candidatesByDigits(tx, officeId, digits, { now, limit: MOST_CANDIDATES });
  const found = rows.map((row) => ({ row, match: "written" as const, rank: [row.reference === digits ? 0 : 1] }));
  return { people: peopleOf(found), isCut: rows.length >= MOST_CANDIDATES };
}

interface ByWords {
  readonly found: readonly MatchedAppointment[];
  readonly isCut: boolean;
}

async function byWords(
  tx: Read,
  officeId: number,
  { words, digits }: SearchWish,
  { now, nearOf }: { readonly now: Temporal.Instant; readonly nearOf: ((word: SoughtWord) => string[]) | null },
): Promise<ByWords> {
  const sought = words.map((word) => ({ ...word, near: new Set(nearOf?.(word)) }));
  if (nearOf && sought.every(({ near }) => near.size === 0)) return { found: [], isCut: false };
  const beginnings = telling(sought).flatMap(beginningsOf);
  const rows = await candidatesByWords(tx, officeId, beginnings, { now, limit: MOST_CANDIDATES });
  const wordsOf = nameReader();
  const found = rows
    .filter((row) => hasDigits(row, digits))
    .flatMap((row) => {
      const match = matchOf(sought, wordsOf(row));
      return match ? [{ row, ...match }] : [];
    });
  return { found, isCut: rows.length >= MOST_CANDIDATES };
}

/** One letter begins thousands of names: beside a longer word it only judges what that has found. */
function telling(sought: readonly SoughtWithNear[]): readonly SoughtWithNear[] {
  const longer = sought.filter(({ text }) => text.length > 1);
  return longer.length > 0 ? longer : sought;
}

const beginningsOf = ({ keys, maybe, near }: SoughtWithNear, word: number): WordPrefix[] =>
  [...keys, ...maybe, ...near].map((key) => ({ word, key }));

/** Digits beside a name may belong to the business's name, the telephone or the reference. */
const hasDigits = (row: Candidate, digits: string): boolean =>
  digits === "" ||
  row.phone?.endsWith(digits) === true ||
  row.reference.startsWith(digits) ||
  row.business_name?.includes(digits) === true;
