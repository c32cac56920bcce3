import { atShare } from "../weeks.ts";
import { boundsOf, outOf } from "./funnel.ts";
import { type Among, MEASURES, type Measure, type Share } from "./office-sums.ts";
import { allAmong, type Nation, sizeOf, type Weeks } from "./page.ts";

/** Office by office: what the ministry sees of a region, and the row of each in its file. */

interface Placed extends Share {
  readonly side: "below" | "above" | null;
}

interface OfficeRow {
  readonly among: Among;
  readonly shares: Readonly<Record<Measure, Placed>>;
}

export function rowsOf(nation: Nation, weeks: Weeks): OfficeRow[] {
  const all = allAmong(nation, weeks);
  const place = (one: Among, measure: Measure): Placed => {
    const share = one.shares[measure];
    const alike = all.filter((other) => other.coverage === "reliable" && sizeOf(other) === sizeOf(one));
    const isPlaced = one.coverage === "reliable" && sizeOf(one) !== null;
    return { ...share, side: isPlaced ? outOf(share, boundsOf(alike.map(({ shares }) => shares[measure]))) : null };
  };
  return all.map((among) => ({
    among,
    shares: Object.fromEntries(MEASURES.map((measure) => [measure, place(among, measure)])) as OfficeRow["shares"],
  }));
}

const STEPS = [5, 10, 15, 20, 30, 45, 60];

/** The end of the step in which it lies; longer than all of them. */
function step(waits: readonly number[], share: number): number | "longer" | null {
  const minutes = atShare(waits, share);
  return minutes === null ? null : (STEPS.find((end) => minutes <= end) ?? "longer");
}

const stepsOf = (waits: readonly number[]) => ({
  count: waits.length,
  median: step(waits, 0.5),
  nineOfTen: step(waits, 0.9),
});

export const inRegion = ({ among, shares }: OfficeRow) => ({
  code: among.code,
  name: among.name,
  coverage: among.coverage,
  complete: among.complete,
  visits: among.visits,
  onTime: shares["on-time"],
  soon: shares.soon,
  noShows: shares["no-shows"],
  waits: { appointment: stepsOf(among.waits.appointment), walkIn: stepsOf(among.waits["walk-in"]) },
  thirdFree: { looked: among.thirdFree !== undefined, days: among.thirdFree ?? null },
});

const WORDS = {
  reliable: "μετρά",
  incomplete: "κάτω από 80 % ή λιγότερες από 10\u00a0ημέρες",
  silent: "δεν καταγράφει",
  "not-joined": "δεν έχει ενταχθεί",
};

/** What was not recorded is empty, and not zero. */
export function fileRow({ among }: OfficeRow, { from, to }: Weeks): string[] {
  const { shares, waits, visits, thirdFree, counters } = among;
  const share = ({ count, of }: Share) => (of === 0 ? ["", ""] : [`${of}`, `${count}`]);
  const wait = (each: readonly number[], part: number) => {
    const end = step(each, part);
    return end === "longer" ? "πάνω από 60" : `${end ?? ""}`;
  };
  return [
    from,
    to,
    among.code,
    among.name,
    among.region ?? "",
    WORDS[among.coverage],
    ...(counters === null ? ["", ""] : [`${among.days}`, `${counters}`]),
    ...(visits === 0 ? ["", ""] : [`${visits}`, `${among.complete}`]),
    ...MEASURES.flatMap((measure) => share(shares[measure])),
    ...[waits.appointment, waits["walk-in"]].flatMap((each) => [wait(each, 0.5), wait(each, 0.9)]),
    thirdFree === undefined ? "" : `${thirdFree ?? "καμία σε 9\u00a0εβδομάδες"}`,
  ];
}
