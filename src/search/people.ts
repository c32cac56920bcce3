import { compareRanks, type Match } from "./match.ts";
import { sameSpelling } from "./name-words.ts";
import type { Candidate } from "./sql.ts";

export interface MatchedAppointment extends Match {
  readonly row: Candidate;
}

/** One person's appointments among those found: soonest first what is to come, latest first what is past. */
export interface MatchedPerson extends Match {
  readonly coming: readonly Candidate[];
  readonly past: readonly Candidate[];
}

/** The best answer first; among equals the citizen who comes soonest, then the one who was here last. */
export function peopleOf(found: readonly MatchedAppointment[]): MatchedPerson[] {
  return together(found).map(personOf).sort(comparePeople);
}

/** Same name and same telephone; one without a telephone belongs to the only namesake it can be. */
function together(found: readonly MatchedAppointment[]): MatchedAppointment[][] {
  const namesakes = groupsOf(found, ({ row }) => `${sameSpelling(row.last_name)}\n${sameSpelling(row.first_name)}`);
  return namesakes.flatMap((group) => {
    if (group.length === 1) return [group];
    const byPhone = groupsOf(
      group.filter(({ row }) => row.phone !== null),
      ({ row }) => row.phone ?? "",
    );
    const byBusiness = groupsOf(
      group.filter(({ row }) => row.phone === null),
      ({ row }) => businessOf(row),
    );
    const alone = byBusiness.filter((nameless) => {
      const [only, ...others] = byPhone.filter((person) => mayBeOne(person, nameless));
      if (!only || others.length > 0) return true;
      only.push(...nameless);
      return false;
    });
    return [...byPhone, ...alone];
  });
}

const groupsOf = (
  found: readonly MatchedAppointment[],
  keyOf: (one: MatchedAppointment) => string,
): MatchedAppointment[][] => [...Map.groupBy(found, keyOf).values()];

const businessOf = (row: Candidate): string => sameSpelling(row.business_name ?? "");

/** A business tells people apart only when both came for one. */
function mayBeOne(a: readonly MatchedAppointment[], b: readonly MatchedAppointment[]): boolean {
  const [ours, theirs] = [a, b].map((group) => group.map(({ row }) => businessOf(row)).filter((name) => name !== ""));
  return !ours?.length || !theirs?.length || ours.some((name) => theirs.includes(name));
}

function personOf(found: readonly MatchedAppointment[]): MatchedPerson {
  const best = found.reduce((a, b) => (compareRanks(b.rank, a.rank) < 0 ? b : a));
  const rows = found.map(({ row }) => row).sort((a, b) => a.starts - b.starts);
  return {
    match: best.match,
    rank: best.rank,
    coming: rows.filter((row) => row.is_coming),
    past: rows.filter((row) => !row.is_coming).reverse(),
  };
}

const comparePeople = (a: MatchedPerson, b: MatchedPerson): number =>
  compareRanks(a.rank, b.rank) || soonest(a) - soonest(b) || (b.past[0]?.starts ?? 0) - (a.past[0]?.starts ?? 0);

const NEVER = 1e12;
const soonest = (person: MatchedPerson): number => person.coming[0]?.starts ?? NEVER;
