import { existsSync, readFileSync } from "node:fs";
import type { Finding } from "./finding.ts";
import { type Files, ROOT } from "./source-files.ts";

/**
 * The papers of docs/compliance: each line of a table says in its last cell, "Shown by", which test or command shows it, or
 * whose word it is. A line without one is a claim, and a name of what is not there a false one.
 */

/** What a line may name, and which of it there is. */
export interface Proofs {
  hasTest(path: string, name: string | undefined): boolean;
  hasScript(name: string, part: string | undefined): boolean;
  hasCommand(name: string): boolean;
}

/** Where the authority's own are listed by number */
export const AUTHORITYS_LIST = "docs/compliance/README.md";

const SHOWN_BY = "Shown by";
/** `path/of/a.test.ts` "a name of one in it" */
const TEST = /^`([\w./-]+\.(?:test|journey)\.ts)`(?: “([^”]+)”)?$/;
const SCRIPT = /^`npm (?:run )?([\w:]+)(?: -- ([\w ]+))?`$/;
const COMMAND = /^`visits ([\w -]+)`$/;
/** Names of tests have semicolons, too. */
const SEPARATOR = /; (?=`|Authority)/;
const AUTHORITY = /^Authority (\d+)$/;

export function complianceFindings(papers: Files, proofs: Proofs): Finding[] {
  const listed = new Set(listedIn(papers.get(AUTHORITYS_LIST) ?? ""));
  const named = new Set<string>();
  const findings = [...papers].flatMap(([file, text]) =>
    linesOf(text).flatMap(({ line, cell }) =>
      faultsOf(cell, proofs, listed, named).map((fault) => ({ file, message: `line ${line} ${fault}` })),
    ),
  );
  const unnamed = [...listed].filter((number) => !named.has(number));
  return [
    ...findings,
    ...unnamed.map((number) => ({ file: AUTHORITYS_LIST, message: `Authority ${number} is named by no line` })),
  ];
}

/** The last cells of each table that says what shows it; every other table is a list. */
function linesOf(text: string): { readonly line: number; readonly cell: string }[] {
  let isProven = false;
  return text.split("\n").flatMap((row, index) => {
    const cells = row.startsWith("|") ? row.split("|").map((cell) => cell.trim()) : null;
    if (!cells) {
      isProven = false;
      return [];
    }
    const cell = cells.at(-2) ?? "";
    if (cell === SHOWN_BY) isProven = true;
    return !isProven || cell === SHOWN_BY || /^:?-+:?$/.test(cell) ? [] : [{ line: index + 1, cell }];
  });
}

const listedIn = (text: string): string[] => [...text.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => number as string);

function faultsOf(cell: string, proofs: Proofs, listed: ReadonlySet<string>, named: Set<string>): string[] {
  if (cell === "") return ["says not what shows it"];
  return cell.split(SEPARATOR).flatMap((item) => {
    const number = AUTHORITY.exec(item)?.[1];
    if (number) named.add(number);
    return isThere(item, proofs, listed) ? [] : [`names what is not there: ${item}`];
  });
}

function isThere(item: string, proofs: Proofs, listed: ReadonlySet<string>): boolean {
  const test = TEST.exec(item);
  if (test) return proofs.hasTest(test[1] as string, test[2]);
  const script = SCRIPT.exec(item);
  if (script) return proofs.hasScript(script[1] as string, script[2]);
  const command = COMMAND.exec(item)?.[1];
  if (command) return proofs.hasCommand(command);
  return listed.has(AUTHORITY.exec(item)?.[1] ?? "");
}

const read = (file: string): string => readFileSync(ROOT + file, "utf8");

/** Of this very program: its tests with their names, its scripts, the parts of `npm run trust`, the operator's commands. */
export const presentProofs = (): Proofs => {
  const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
  const [, parts = ""] = /const PARTS[^{]*\{(.*?)\n\};/s.exec(read("test/trust/trust.ts")) ?? [];
  const written = read("docs/trust.md");
  const commands = read("src/cli/visits.ts");
  return {
    hasTest: (path, name) => existsSync(ROOT + path) && (name === undefined || read(path).includes(name)),
    hasScript: (name, part) =>
      name in scripts &&
      (part === undefined || (name === "trust" && (parts.includes(part) || written.includes(`\n## ${part}, `)))),
    hasCommand: (name) => commands.includes(`\n  "${name}": async`) || commands.includes(`\n  ${name}: async`),
  };
};
