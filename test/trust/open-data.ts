import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

const SEEDS = 30;

/** Many invented nations, months and corrections, each attacked by whoever has all that is public. */
export async function openData(note: Note): Promise<void> {
  const tests = ["attack", "exact-rule", "pages/page-attack"].map((name) => `test/open-data/${name}.test.ts`);
  const code = await ran("vitest", ["run", "--testTimeout=3600000", ...tests], { SEEDS: String(SEEDS) });
  note(
    code === 0,
    `${SEEDS} seeds of eight nations, each with two months published and corrected three times (an office of one counter, one with a visit a day, one that ` +
      "opened within the month, one whose groups were changed in it): whoever subtracts figures over months, groups, totals, versions and " +
      "neighbours, reads days, completeness and the offices' pages, and knows by which rule a sum is exact, recovers nobody; also when told every moved count; nor does whoever reads the usual waits of an office each morning " +
      "for two months, by weekday and of all days, of ten kinds of offices of each seed, and takes them together with five months",
  );
}
