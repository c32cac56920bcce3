import ts from "typescript";
import type { Finding } from "./finding.ts";
import { type Files, isSource } from "./source-files.ts";

/** Every object or list that is spread where it is written: only a formatter's lines are shorter by it. */
export const literalSpreadFindings = (files: Files): Finding[] =>
  [...files]
    .filter(([file, text]) => isSource(file) && MAY_SPREAD_ONE.test(text))
    .flatMap(([file, text]) => spreadsIn(file, text));

/** Or a comment, behind which one may stand: most files need not be parsed. */
const MAY_SPREAD_ONE = /\.\.\.[\s(]*[[{/]/;

function spreadsIn(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    const isSpread = ts.isSpreadAssignment(node) || ts.isSpreadElement(node);
    if (isSpread && isLiteral(node.expression)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ file, message: `line ${line + 1} spreads a literal: write out what is in it` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isLiteral(node.expression);
  return ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}
