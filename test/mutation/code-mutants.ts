import { Instrumenter, type InstrumentResult } from "@stryker-mutator/instrumenter";
import type { Files } from "../structure/source-files.ts";
import type { Mutant } from "./mutant.ts";

/** A fault of the code, and as what the instrumented code counts its coming by. */
export interface CodeMutant extends Mutant {
  readonly id: string;
}

type Found = InstrumentResult["mutants"][number];

const no = () => false;
const silently = () => {};
const levels = { isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no, isErrorEnabled: no };
const acts = { trace: silently, debug: silently, info: silently, warn: silently, error: silently, fatal: silently };

/** Words are not mutated: those that decide are of a type, so that a wrong one does not compile, and the others only tell. */
const OPTIONS = { plugins: null, excludedMutations: ["StringLiteral"], ignorers: [] };

/** StrykerJS's faults of these files, and the files as they tell which fault a test comes by. */
export async function codeMutants(names: readonly string[], files: Files) {
  const instrumenter = new Instrumenter({ ...levels, ...acts, isFatalEnabled: no });
  const sources = names.map((name) => ({ name, content: String(files.get(name)), mutate: true }));
  const found = await instrumenter.instrument(sources, OPTIONS);
  return {
    mutants: found.mutants
      .filter(({ status }) => status !== "Ignored")
      .map((mutant) => inText(mutant, String(files.get(mutant.fileName)))),
    counting: new Map(found.files.map(({ name, content }) => [name, content])),
  };
}

function inText({ id, fileName, location, replacement, mutatorName }: Found, text: string): CodeMutant {
  const lines = text.split("\n");
  const at = ({ line, column }: Found["location"]["start"]) =>
    lines.slice(0, line).reduce((length, { length: more }) => length + more + 1, column);
  const isStatement =
    mutatorName === "BlockStatement" || replacement.startsWith("case ") || replacement.startsWith("default:");
  const [start, end] = [at(location.start), at(location.end)];
  // In place of an expression, whatever stands around it
  return { id, file: fileName, start, end, replacement: isStatement ? replacement : `(${replacement})` };
}
