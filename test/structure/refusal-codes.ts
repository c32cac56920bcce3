import ts from "typescript";
import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** Every code with which the program refuses, or marks a field, that has no words. */
export function refusalCodeFindings(
  files: Files,
  problems: ReadonlySet<string>,
  fields: ReadonlySet<string>,
): Finding[] {
  return [...files]
    .filter(([file]) => isSource(file) && !isTest(file))
    .flatMap(([file, text]) => {
      const { refusals, marks } = codesIn(file, text);
      const mute = [
        ...refusals.filter((code) => !problems.has(code)),
        ...marks.filter((code) => !fields.has(code) && !problems.has(code)),
      ];
      return [...new Set(mute)].map((code) => ({ file, message: `the code ${code} has no words` }));
    });
}

function codesIn(file: string, text: string): { refusals: string[]; marks: string[] } {
  const refusals: string[] = [];
  const marks: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === "Refusal")
      refusals.push(...literalsIn(node.arguments?.[1]));
    if (ts.isObjectLiteralExpression(node) && property(node, "field"))
      marks.push(...literalsIn(property(node, "code")));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return { refusals, marks };
}

const property = (object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  object.properties.filter(ts.isPropertyAssignment).find((member) => member.name.getText() === name)?.initializer;

/** The texts that an expression may come to: itself, or both sides of a choice. A variable is the compiler's to check. */
function literalsIn(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literalsIn(node.expression);
  return [];
}
