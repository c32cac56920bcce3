import { createVitest } from "vitest/node";
import config from "../../vitest.config.ts";
import { ROOT } from "../structure/source-files.ts";

/** Those that start processes of the program start the program as it is. */
const PROJECTS = ["database", "without a database"];
/** They read the sources themselves. */
const READ_SOURCES = "test/structure/**";

/** Sources other than those on the disk */
export type Texts = ReadonlyMap<string, string>;

export interface TestRun {
  /** All there are */
  readonly tests: readonly string[];
  /** Whether all is well */
  passes(tests: readonly string[], texts: Texts): Promise<boolean>;
  /** By which faults each of them comes; without those that are red */
  faultsOf(tests: readonly string[], texts: Texts): Promise<Map<string, readonly string[]>>;
  close(): Promise<void>;
}

/** Tests on sources that are not on the disk, one file after the other; so many red ones end it, none does at 0. */
export async function openTestRun(bail: number): Promise<TestRun> {
  let served: Texts = new Map();
  const plugins = [{ name: "served", enforce: "pre" as const, load: (id: string) => served.get(id.replace(ROOT, "")) }];
  const { projects = [], ...shared } = config.test ?? {};
  const test = {
    ...shared,
    maxWorkers: 1,
    fsModuleCache: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // How long anything takes is not asked here.
    env: { ...shared.env, PATIENCE: "20" },
    setupFiles: ["test/mutation/end-endless-loops.ts", "test/mutation/count-faults.ts"],
  };
  const ours = projects.flatMap((project) =>
    typeof project === "object" && "test" in project && PROJECTS.includes(String(project.test?.name))
      ? [{ plugins, test: { ...test, ...project.test, exclude: [...(project.test?.exclude ?? []), READ_SOURCES] } }]
      : [],
  );
  const vitest = await createVitest(
    { config: false, watch: false, bail, reporters: [{}] },
    { test: { projects: ours } },
  );
  const tests = (await vitest.globTestSpecifications()).map(({ moduleId }) => moduleId.replace(ROOT, ""));
  const run = async (names: readonly string[], texts: Texts) => {
    const changed = [...served.keys(), ...texts.keys()];
    served = texts;
    for (const file of changed) vitest.invalidateFile(ROOT + file);
    const asked = names.flatMap((name) => vitest.getModuleSpecifications(ROOT + name));
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(asked);
    // Those of earlier runs are there too.
    return {
      modules: testModules.filter(({ moduleId }) => names.includes(moduleId.replace(ROOT, ""))),
      unhandledErrors,
    };
  };
  return {
    tests,
    async passes(names, texts) {
      const { modules, unhandledErrors } = await run(names, texts);
      return unhandledErrors.length === 0 && modules.every((module) => module.state() !== "failed");
    },
    async faultsOf(names, texts) {
      const { modules } = await run(names, texts);
      const green = modules.filter((module) => module.ok());
      return new Map(green.map((module) => [module.moduleId.replace(ROOT, ""), module.meta().faults ?? []]));
    },
    close: () => vitest.close(),
  };
}
