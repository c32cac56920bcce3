import { importersOf } from "./reach.ts";
import { type Files, isTest } from "./source-files.ts";

/** What reads these by other ways than imports. */
const READERS: readonly (readonly [what: RegExp, readers: RegExp])[] = [
  [/^db\//, /^src\/platform\/database\/(migrate|functions)\.ts$/],
  [/^docs\/manual\//, /^test\/manual\/[^/]+\.test\.ts$/],
  [/^src\/(text|page-addresses)/, /^test\/manual\/[^/]+\.test\.ts$/],
  [/^src\//, /^test\/structure\/[^/]+\.test\.ts$/],
  [/^(package(-lock)?\.json|tsconfig(\.\w+)?\.json|vitest\.config\.ts)$/, /\.test\.tsx?$/],
];

/** The tests that reach a changed file, and the journeys that changed themselves: which pages a journey opens no import tells. */
export function touchedTests(changed: readonly string[], files: Files): string[] {
  const readers = READERS.filter(([what]) => changed.some((file) => what.test(file))).map(([, reader]) => reader);
  const readBy = [...files.keys()].filter((file) => readers.some((reader) => reader.test(file)));
  const reached = importersOf([...changed, ...readBy], files);
  const tests = [...reached].filter((file) => isTest(file) && files.has(file));
  return [...tests, ...changed.filter((file) => file.endsWith(".journey.ts") && files.has(file))].sort();
}
