import { importersOf } from "../structure/reach.ts";
import { type Files, isTest } from "../structure/source-files.ts";
import type { CodeMutant } from "./code-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { openTestRun, type Texts } from "./run-tests.ts";

/**
 * Which tests come by a fault, or by what stands in it: found by running all once. By a statement those come that come by
 * the function around it, by what only loads those that load it.
 */
export async function comingBy(
  mutants: readonly CodeMutant[],
  counting: Texts,
  files: Files,
): Promise<(mutant: Mutant) => string[]> {
  const run = await openTestRun(0);
  const faults = await run.faultsOf(run.tests, counting);
  await run.close();
  const tests = Map.groupBy(
    [...faults].flatMap(([test, ids]) => ids.map((id) => ({ test, id }))),
    ({ id }) => id,
  );
  return (mutant) => {
    const hit = (others: readonly CodeMutant[]) => [
      ...new Set(others.flatMap(({ id }) => (tests.get(id) ?? []).map(({ test }) => test))),
    ];
    const ofFile = mutants.filter(({ file }) => file === mutant.file);
    const inside = hit(ofFile.filter((other) => isWithin(other, mutant)));
    if (inside.length > 0) return inside;
    const [around] = ofFile.filter((other) => isWithin(mutant, other)).toSorted((a, b) => lengthOf(a) - lengthOf(b));
    const coming = around ? hit([around]) : [];
    if (coming.length > 0) return coming;
    return [...importersOf([mutant.file], files)].filter((file) => isTest(file) && faults.has(file));
  };
}

const isWithin = (inner: Mutant, outer: Mutant): boolean => inner.start >= outer.start && inner.end <= outer.end;
const lengthOf = ({ start, end }: Mutant): number => end - start;
