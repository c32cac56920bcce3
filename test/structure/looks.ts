import ts from "typescript";
import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** Where a standby is opened, tried, judged and measured, and where its gate is put together. */
const MAKERS = /^src\/(platform\/database\/(standby\/|open-to-serve\.ts$)|cli\/check-config\/|main\.ts$|app\.ts$)/;

/** Who may look by what may be a moment old: pages and open data that only show, each with what it shows. */
type Lookers = Readonly<Record<string, string>>;

/** Ways to decide anything: a transaction that writes, a lock, an act of a form. */
const DECIDES = /\b(write|dryRun|switchTenant)\(|\bTx\b|\bapp\.(post|put|patch|delete)\(|\bfor (update|share)\b/;

/** Whoever has a standby's reads without being listed, and whoever is listed and could decide by them. */
export function lookFindings(files: Files, lookers: Lookers): Finding[] {
  const ours = [...files].filter(([file]) => isSource(file) && !isTest(file) && file.startsWith("src/"));
  return [
    ...ours.flatMap(([file, text]) => [
      ...(/\bdatabase\/standby\//.test(text) && !MAKERS.test(file)
        ? [{ file, message: "opens a standby by itself: `lookDb` is the one gate to it" }]
        : []),
      ...(!MAKERS.test(file) && !(file in lookers) && names(text)
        ? [{ file, message: "looks at a standby, and is not among those of whom it is known that they only show" }]
        : []),
      ...(file in lookers && DECIDES.test(withoutComments(text))
        ? [{ file, message: "looks at a standby, and could decide by what it sees: its acts belong in another file" }]
        : []),
    ]),
    ...Object.keys(lookers)
      .filter((file) => !names(files.get(file) ?? ""))
      .map((file) => ({ file, message: "the exception has no use any more" })),
  ];
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*/gs, "");

/** Whether it has something of that name, and not only the word. */
function names(text: string): boolean {
  if (!/\blookDb\b/.test(text)) return false;
  const isNamed = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === "lookDb") || ts.forEachChild(node, isNamed) === true;
  return isNamed(ts.createSourceFile("named.ts", text, ts.ScriptTarget.Latest));
}
