import type { Read } from "../platform/database/sql.ts";
import { matchOf, type Sought } from "./match.ts";
import { nameReader } from "./name-words.ts";
import { otherEndings, slips } from "./near.ts";
import { type Found, type Person, peopleOf } from "./people.ts";
import { type Beginning, type Candidate, candidatesByDigits, candidatesByWords } from "./sql.ts";
import type { SoughtWord, Wish } from "./wish.ts";

/** Appointments looked at closely; with more, the search says that it is cut. */
const MOST_CANDIDATES = 150;
/** With fewer people than these it looks for the spouse too; with none for what may have been meant. */
const FEW = 3;

export interface Finding {
  readonly people: readonly Person[];
  readonly isCut: boolean;
}

/** Everybody who answers a search, the best first. */
export async function find(tx: Read, officeId: number, wish: Wish, now: Temporal.Instant): Promise<Finding> {
  if (wish.words.length === 0) return byDigits(tx, officeId, wish.digits, now);
  const first = await byWords(tx, officeId, wish, now, null);
  const people = peopleOf(first.found);
  if (people.length >= FEW) return { people, isCut: first.isCut };
  const second = await byWords(tx, officeId, wish, now, people.length > 0 ? otherEndings : slips);
  const known = new Set(first.found.map(({ row }) => row.id));
  const found = [...first.found, ...second.found.filter(({ row }) => !known.has(row.id))];
  return { people: peopleOf(found), isCut: first.isCut };
}

async function byDigits(tx: Read, officeId: number, digits: string, now: Temporal.Instant): Promise<Finding> {
  const rows = await candidatesByDigits(tx, officeId, digits, now, MOST_CANDIDATES);
  const found = rows.map((row) => ({ row, match: "written" as const, rank: [row.reference === digits ? 0 : 1] }));
  return { people: peopleOf(found), isCut: rows.length >= MOST_CANDIDATES };
}

interface ByWords {
  readonly found: readonly Found[];
  readonly isCut: boolean;
}

async function byWords(
  tx: Read,
  officeId: number,
  { words, digits }: Wish,
  now: Temporal.Instant,
  nearOf: ((word: SoughtWord) => string[]) | null,
): Promise<ByWords> {
  const sought = words.map((word) => ({ ...word, near: new Set(nearOf?.(word)) }));
  if (nearOf && sought.every(({ near }) => near.size === 0)) return { found: [], isCut: false };
  const rows = await candidatesByWords(tx, officeId, telling(sought).flatMap(beginningsOf), now, MOST_CANDIDATES);
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
function telling(sought: readonly Sought[]): readonly Sought[] {
  const longer = sought.filter(({ text }) => text.length > 1);
  return longer.length > 0 ? longer : sought;
}

const beginningsOf = ({ keys, maybe, near }: Sought, word: number): Beginning[] =>
  [...keys, ...maybe, ...near].map((key) => ({ word, key }));

/** Digits beside a name may belong to the business's name, the telephone or the reference. */
const hasDigits = (row: Candidate, digits: string): boolean =>
  digits === "" ||
  row.phone?.endsWith(digits) === true ||
  row.reference.startsWith(digits) ||
  row.business_name?.includes(digits) === true;
