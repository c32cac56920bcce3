import ts from "typescript";
import type { Mutant } from "./mutant.ts";

const TAG = /(^|\.)(sql|part|last)$/;
const STATEMENT = /^\s*(with|select|insert|update|delete)\b/;
/** Where a predicate ends that nothing closes before */
const END =
  /^(and|or|order by|group by|having|returning|limit|offset|for (update|share)|on|union|then|when|else|end|window|where|left|join)\b|^[,;]/i;
const PREDICATE = /\b(where|and)\s+/gi;
/** Row security says so once more, but to the operator's commands, which see all offices. */
const OWN_OFFICE = /^(\w+\.)?office_id = [^<>]*$/;
const SEES_ALL = /^src\/cli\//;
const COMPARISON = /(?<= )(<=|>=|<|>)(?= )/g;
const ROW_LOCK = /\bfor (update|share|no key update)( skip locked| nowait)?/gi;
/** With what stands in its brackets, which may have brackets of their own */
const LOCK = /\bpg_advisory_xact_lock\w*\(([^()]|\(([^()]|\([^()]*\))*\))*\)/g;
const OTHER_BOUND: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

/** Each guard of a file's statements taken away: a predicate that is joined to others, a lock, a bound. */
export function sqlMutants(file: string, text: string): Mutant[] {
  return statementsOf(file, text)
    .flatMap(({ start, masked }) =>
      [...withoutPredicates(masked), ...otherBounds(masked), ...withoutLocks(masked)].map((change) => ({
        file,
        start: start + change.at,
        end: start + change.at + change.length,
        replacement: change.replacement,
      })),
    )
    .filter(({ start, end }) => SEES_ALL.test(file) || !OWN_OFFICE.test(text.slice(start, end)));
}

interface Change {
  readonly at: number;
  readonly length: number;
  readonly replacement: string;
}

/** What stands between the backticks of a statement, with its values blotted out: they have statements of their own. */
function statementsOf(file: string, text: string): { start: number; masked: string }[] {
  const found: { start: number; masked: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateLiteral(node)) {
      const start = node.getStart() + 1;
      const spans = ts.isTemplateExpression(node) ? node.templateSpans.map(({ expression }) => expression) : [];
      const masked = spans.reduce(
        (rest, { pos, end }) => rest.slice(0, pos - start) + "v".repeat(end - pos) + rest.slice(end - start),
        text.slice(start, node.end - 1),
      );
      const isTagged = ts.isTaggedTemplateExpression(node.parent) && TAG.test(node.parent.tag.getText());
      if (isTagged || STATEMENT.test(masked)) found.push({ start, masked });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true));
  return found;
}

function withoutPredicates(text: string): Change[] {
  return [...text.matchAll(PREDICATE)]
    .filter(({ index }) => !/\bbetween\s+\S+\s+$/i.test(text.slice(0, index)))
    .map((match) => {
      const at = match.index + match[0].length;
      return { at, length: endOf(text, at) - at, replacement: "true" };
    });
}

/** The end of the expression that begins there */
function endOf(text: string, start: number): number {
  const trimmed = (from: number, to: number) => from + text.slice(from, to).trimEnd().length;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const rest = /\w/.test(text.charAt(at - 1)) ? "" : text.slice(at, at + 12);
    if (depth === 0 && END.test(rest || text.charAt(at)) && !isBetween(text.slice(start, at)))
      return trimmed(start, at);
    if (/^[({]/.test(text.charAt(at)) || /^case\b/i.test(rest)) depth++;
    if (/^[)}]/.test(text.charAt(at)) || /^end\b/i.test(rest)) depth--;
    if (depth < 0) return trimmed(start, at);
  }
  return trimmed(start, text.length);
}

const isBetween = (predicate: string): boolean => /\bbetween\b(?!.*\band\b)/is.test(predicate);

const otherBounds = (text: string): Change[] =>
  [...text.matchAll(COMPARISON)].map((match) => ({
    at: match.index,
    length: match[0].length,
    replacement: String(OTHER_BOUND[match[0]]),
  }));

const withoutLocks = (text: string): Change[] => [
  ...[...text.matchAll(ROW_LOCK)].map((match) => ({ at: match.index, length: match[0].length, replacement: "" })),
  ...[...text.matchAll(LOCK)].map((match) => ({ at: match.index, length: match[0].length, replacement: "null" })),
];
