import { type Files, sourceFiles } from "../structure/source-files.ts";
import { chosen } from "./choose.ts";
import { codeMutants } from "./code-mutants.ts";
import { comingBy } from "./coming.ts";
import { moduleOf, mutatedFiles } from "./domain.ts";
import { HARMLESS } from "./harmless.ts";
import { faultOf, inWords, type Mutant, planted } from "./mutant.ts";
import { nearestFirst } from "./nearest.ts";
import { openTestRun } from "./run-tests.ts";
import { sqlMutants } from "./sql-mutants.ts";

/** What became of the faults planted in a module, one after the other. */
export interface Score {
  readonly module: string;
  readonly noticed: number;
  readonly harmless: number;
  /** Where, what stands there and what was put there */
  readonly survivors: readonly string[];
}

/** So many files of tests are asked about a fault at most, the nearest of those that come by it; most of them notice among the first. */
const MOST_TESTS = 40;
const PARTS = [0, 2, 12, MOST_TESTS] as const;
/** Tried side by side, each with a test run and a database server of its own: as many as the cores that we count on. */
const LANES = 2;

/** Up to so many faults of the code and of the SQL of each file, in these modules or in all, are planted, each by itself. */
export async function plantFaults(
  most: number,
  modules: readonly string[],
  tell: (line: string) => void,
): Promise<Score[]> {
  const files = await sourceFiles(["src", "trial", "test"]);
  const all = mutatedFiles(files);
  const names =
    modules.length === 0 ? all : modules.flatMap((module) => all.filter((file) => moduleOf(file) === module));
  const { mutants, counting } = await codeMutants(names, files);
  const testsOf = await comingBy(mutants, counting, files);
  const waiting = names.flatMap((name) => faultsOf(name, most, mutants, files)).entries();
  const tried: { mutant: Mutant; isNoticed: boolean }[] = [];
  const tryEach = async () => {
    const run = await openTestRun(1);
    for (const [index, mutant] of waiting) {
      const texts = new Map([[mutant.file, planted(String(files.get(mutant.file)), mutant)]]);
      const tests = nearestFirst(mutant.file, testsOf(mutant)).slice(0, MOST_TESTS);
      let isNoticed = false;
      for (let part = 1; part < PARTS.length && !isNoticed; part++)
        isNoticed = !(await run.passes(tests.slice(PARTS[part - 1], PARTS[part]), texts));
      tried[index] = { mutant, isNoticed };
      tell(`${isNoticed ? "noticed" : "SURVIVED"} ${inWords(mutant, files)} (${tests.length} files of tests)`);
    }
    await run.close();
  };
  await Promise.all(Array.from({ length: LANES }, tryEach));
  return [...Map.groupBy(tried, ({ mutant }) => moduleOf(mutant.file))].map(([module, ofIt]) => {
    const left = ofIt.filter(({ isNoticed }) => !isNoticed).map(({ mutant }) => mutant);
    const survivors = left.filter((mutant) => !isHarmless(mutant, files));
    return {
      module,
      noticed: ofIt.length - left.length,
      harmless: left.length - survivors.length,
      survivors: survivors.map((mutant) => inWords(mutant, files)),
    };
  });
}

function faultsOf(name: string, most: number, mutants: readonly Mutant[], files: Files): Mutant[] {
  const code = mutants.filter(({ file }) => file === name);
  return [code, sqlMutants(name, String(files.get(name)))].flatMap((all) => chosen(all, most, files));
}

const isHarmless = (mutant: Mutant, files: Files): boolean =>
  HARMLESS.some(([file, fault]) => file === mutant.file && fault === faultOf(mutant, files));
