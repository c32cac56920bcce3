import ts from "typescript";
import { type Form, joined, literal } from "./compose.ts";
import { originOf, type Reader, type Scope, Unread, unwrapped } from "./scope.ts";

/** A statement that is given to a connection as it is, as `client.query("select …")`; not what no table is asked by. */
export interface Query {
  readonly node: ts.Node;
  readonly forms: (reader: Reader) => Form[];
}

const COMMAND = /^\s*(?!select|with|insert|update|delete)[a-z]+/i;
const CONNECTIONS = ["Client", "ClientBase", "Pool", "PoolClient"];
/** Of the statements of transactions each was read where its text stands. */
const READ_ELSEWHERE = "src/platform/database/sql.ts";

export function queriesIn(source: ts.SourceFile, checker: ts.TypeChecker): Query[] {
  const found: Query[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isCallExpression(node) && isQuery(node, checker) ? node.arguments[0] : undefined;
    if (text && !COMMAND.test(beginningOf(text)) && !isReadElsewhere(text, checker))
      found.push({ node, forms: (reader) => textForms(reader, text, new Map()) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isQuery({ expression }: ts.CallExpression, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "query") return false;
  return CONNECTIONS.includes(checker.getTypeAtLocation(expression.expression).symbol?.name ?? "");
}

function beginningOf(text: ts.Expression): string {
  if (ts.isTemplateExpression(text)) return text.head.text;
  return ts.isStringLiteralLike(text) ? text.text : "";
}

function isReadElsewhere(text: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isCallExpression(text)) return false;
  const declaration = checker.getResolvedSignature(text)?.declaration;
  return declaration?.getSourceFile().fileName.endsWith(READ_ELSEWHERE) ?? false;
}

/** Texts in texts. */
function textForms(reader: Reader, expression: ts.Expression, scope: Scope): Form[] {
  const origin = originOf(reader, expression, scope);
  const text = origin?.expression;
  if (text && ts.isStringLiteralLike(text)) return [literal(text)];
  if (text && ts.isObjectLiteralExpression(text)) return textForms(reader, textOf(text), origin.scope);
  if (!origin || !text || !ts.isTemplateExpression(text))
    throw new Unread(`${unwrapped(expression).getText().slice(0, 60)} is known only to the running program`);
  return text.templateSpans.reduce(
    (forms, span) => joined(joined(forms, textForms(reader, span.expression, origin.scope)), [literal(span.literal)]),
    [literal(text.head)],
  );
}

/** Of a query with settings of its own. */
function textOf(query: ts.ObjectLiteralExpression): ts.Expression {
  const text = query.properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText() === "text");
  if (!text) throw new Unread(`${query.getText().slice(0, 60)} has no text`);
  return text.initializer;
}
