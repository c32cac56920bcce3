import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** Those that write, and end or change nothing that a process may have cached. */
export type Unannounced = Readonly<Record<string, string>>;

const WRITES =
  /\b(?:insert\s+into|delete\s+from|update)\s+(?:session|membership|employee)\b|\bkeep_(?:employee|directory_answer)\(/i;
/** What is written in the database itself is called by one of these. */
const FUNCTIONS = /^db\/functions\/keep_(?:employee|directory_answer)\.sql$/;
const DECLARATIONS = /^(?=(?:export )?(?:async )?(?:function|const) )/m;

/**
 * Whoever ends a session, or changes an employee's rights or name, and does not announce it: processes that have cached the
 * session would go on believing it.
 */
export function sessionNoticeFindings(files: Files, unannounced: Unannounced): Finding[] {
  const silent = [...files].flatMap(([file, text]) => {
    if (file.endsWith(".sql")) return WRITES.test(text) && !FUNCTIONS.test(file) ? [{ file, name: "it" }] : [];
    if (!isSource(file) || isTest(file)) return [];
    return text
      .split(DECLARATIONS)
      .filter((part) => WRITES.test(part) && !part.includes("announceEmployee("))
      .map((part) => ({ file, name: /(?:function|const) (\w+)/.exec(part)?.[1] ?? "it" }));
  });
  return [
    ...silent
      .filter(({ name }) => !(name in unannounced))
      .map(({ file, name }) => ({ file, message: `${name} writes sessions or rights and announces nothing` })),
    ...Object.keys(unannounced)
      .filter((name) => !silent.some((one) => one.name === name))
      .map((name) => ({ file: "src/identity/sql.ts", message: `${name}: the exception has no use any more` })),
  ];
}
