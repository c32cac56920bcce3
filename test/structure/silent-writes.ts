import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** Rows of which processes cache what they read, and what tells them that it is so no more. */
export interface CachedRows {
  /** What they are, in words */
  readonly rows: string;
  /** Statements that write them */
  readonly writes: RegExp;
  /** Files of functions in the database that do, for callers that announce it */
  readonly functions: RegExp;
  /** The function that announces it */
  readonly announces: string;
  /** By name, those that write, and end or change nothing that a process may have cached */
  readonly silent: Readonly<Record<string, string>>;
}

const DECLARATIONS = /^(?=(?:export )?(?:async )?(?:function|const) )/m;

/** Whoever writes such rows and does not announce it: processes that have cached what they read would go on believing it. */
export function silentWriteFindings(
  files: Files,
  { rows, writes, functions, announces, silent }: CachedRows,
): Finding[] {
  const found = [...files].flatMap(([file, text]) => {
    if (file.endsWith(".sql")) return writes.test(text) && !functions.test(file) ? [{ file, name: "it" }] : [];
    if (!isSource(file) || isTest(file)) return [];
    return text
      .split(DECLARATIONS)
      .filter((part) => writes.test(part) && !part.includes(`${announces}(`))
      .map((part) => ({ file, name: /(?:function|const) (\w+)/.exec(part)?.[1] ?? "it" }));
  });
  return [
    ...found
      .filter(({ name }) => !(name in silent))
      .map(({ file, name }) => ({ file, message: `${name} writes ${rows} and announces nothing` })),
    ...Object.keys(silent)
      .filter((name) => !found.some((one) => one.name === name))
      .map((name) => ({
        file: "test/structure/silent-writes.test.ts",
        message: `${name}: the exception has no use any more`,
      })),
  ];
}
