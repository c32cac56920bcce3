import { createHash } from "node:crypto";
import { type MonthRow, monthRows, type OfficeMonth, officePart } from "../../src/measures/open-data/month.ts";
import type { OutcomeGroup, VisitOutcome } from "../../src/measures/outcomes/outcomes.ts";
import type { PublishedVersion } from "./attack.ts";
import { type Relation, WAITED } from "./beside.ts";
import { type CountOf, type Draw, daysOfKind, drawsOf, KINDS, officeMonth } from "./truth.ts";

/** Invented nations whose months are published and corrected. */

/** More of them by SEEDS=… */
const SEEDS = Number(process.env.SEEDS ?? 3);
const MONTHS = ["2026-09", "2026-10"];

export const rowsOf = (offices: readonly OfficeMonth[], month: string, key: Uint8Array): MonthRow[] =>
  monthRows(offices.map((each) => officePart(each, month, key)));

export interface Story {
  readonly month: string;
  readonly versions: readonly PublishedVersion[];
  readonly counted: (office: string, state: number) => OfficeMonth;
  readonly key: Uint8Array;
  readonly relations: readonly Relation[];
}

/** A month of some offices, published, and corrected thrice: of one office by one person, then by groups alone, then of another wholly. */
function story(month: string, kinds: readonly string[], draw: Draw, key: Uint8Array): Story {
  const states = new Map<string, OfficeMonth[]>();
  const codes = kinds.map((_, index) => String(index + 1).padStart(4, "0"));
  const anew = (code: string) => {
    const kind = kinds[Number(code) - 1] as string;
    return officeMonth(code, kindOf(kind)(draw), draw, daysOfKind(kind));
  };
  const counted = (code: string, state: number) => states.get(code)?.[state] as OfficeMonth;
  for (const code of codes) states.set(code, [anew(code)]);
  const versions: PublishedVersion[] = [];
  const publish = () => {
    const stateOf = new Map(codes.map((code) => [code, (states.get(code)?.length ?? 1) - 1]));
    const offices = codes.map((code) => states.get(code)?.at(-1) as OfficeMonth);
    const daysWaited = (code: string, state: number) => daysWithWaits(counted(code, state));
    versions.push({ rows: rowsOf(offices, month, key), stateOf, daysWaited });
  };
  publish();
  const [first, second] = [codes[0], codes.at(-1)] as [string, string];
  states.get(first)?.push(withOneMore(counted(first, 0)));
  publish();
  states.get(first)?.push(regrouped(counted(first, 1)));
  publish();
  states.get(second)?.push(anew(second));
  publish();
  const relations: Relation[] = [{ office: first, earlier: 0, later: 1 }];
  return { month, versions, key, counted, relations };
}

export const kindOf = (name: string) => KINDS[name] as (draw: Draw) => CountOf;

const withOneMore = ({ office, days }: OfficeMonth): OfficeMonth => ({
  office,
  days: days.map((day, index) => {
    if (index > 0) return day;
    const counts = day.outcomes.certificates ?? {};
    const more = { ...counts, "walk-in-0": (counts["walk-in-0"] ?? 0) + 1 };
    return { ...day, outcomes: { ...day.outcomes, certificates: more } };
  }),
});

/** In the second half of the month whoever came for certificates is counted among vehicles. */
const regrouped = ({ office, days }: OfficeMonth): OfficeMonth => ({
  office,
  days: days.map((day, index) => {
    const { certificates, vehicles, ...others } = day.outcomes;
    if (index < days.length / 2 || !certificates) return day;
    const counts = { ...vehicles };
    for (const [outcome, count] of Object.entries(certificates) as [VisitOutcome, number][])
      counts[outcome] = (counts[outcome] ?? 0) + count;
    return { ...day, outcomes: { ...others, vehicles: counts } };
  }),
});

/** What the office's page says, were these the days that it is of: in fives, and only of thirty people and ten days. */
function daysWithWaits({ days }: OfficeMonth): Readonly<Partial<Record<keyof typeof WAITED, number>>> {
  const said = Object.entries(WAITED).flatMap(([kind, outcomes]) => {
    const counts = days.map((day) =>
      Object.values(day.outcomes).reduce(
        (sum, group) => sum + outcomes.reduce((people, outcome) => people + (group[outcome] ?? 0), 0),
        0,
      ),
    );
    const waited = counts.filter((count) => count > 0).length;
    const isSaid = waited >= 10 && counts.reduce((sum, count) => sum + count, 0) >= 30;
    return isSaid ? [[kind, waited - (waited % 5)]] : [];
  });
  return Object.fromEntries(said);
}

export const countIn = ({ days }: OfficeMonth, group: OutcomeGroup, outcome: VisitOutcome): number =>
  days.reduce((sum, { outcomes }) => sum + (outcomes[group]?.[outcome] ?? 0), 0);

export const keyOf = (seed: number) => createHash("sha256").update(`invented ${seed}`).digest();

export const NATIONS: Readonly<Record<string, readonly string[]>> = {
  "one office of one counter": ["one counter"],
  "two neighbours, one of them empty but for a few": ["tiny", "usual"],
  "offices of which figures would say most": ["one of each", "seven of each", "least beside most", "one group"],
  "one of each, alone": ["one of each"],
  "an office with one visit a day, and one of which most are one": ["one visit a day", "ones and noughts"],
  "an office that opened within the month, and one whose groups were changed in it": [
    "opened within the month",
    "group changed",
  ],
  "an office that opened within the month, alone": ["opened within the month"],
  "a nation of many": Array.from({ length: 24 }, (_, index) => Object.keys(KINDS)[index % 12] as string),
};

/** Of a nation each seed takes long. */
export function* stories(kinds: readonly string[]): Generator<Story> {
  for (let seed = 1; seed <= (kinds.length > 10 ? Math.ceil(SEEDS / 3) : SEEDS); seed++)
    for (const month of MONTHS) yield story(month, kinds, drawsOf(seed), keyOf(seed));
}
