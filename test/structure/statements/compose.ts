import ts from "typescript";
import { columnNames } from "./columns.ts";
import { boundBy, type Callable, type Origin, originOf, type Reader, type Scope, Unread, unwrapped } from "./scope.ts";
import { nameOf } from "./templates.ts";

export type Piece = { readonly text: string; readonly node: ts.Node } | { readonly value: ts.Expression };

/** What a statement may be put together to: texts, and the expressions of its values. */
export interface Form {
  readonly pieces: readonly Piece[];
  readonly choices: readonly Choice[];
  /** The parts that stand in it */
  readonly parts: ReadonlySet<ts.Node>;
}

/** What was chosen where there was a choice, in one call of a function */
interface Choice {
  readonly at: ts.Node;
  readonly scope: Scope;
  readonly way: ts.Node;
}

const MOST_FORMS = 256;

/** Every form that a template can take. @throws Unread, ArgumentNeeded */
export function formsOf(reader: Reader, template: ts.TemplateLiteral, scope: Scope): Form[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [literal(template)];
  return template.templateSpans.reduce(
    (forms, span) => joined(joined(forms, partForms(reader, span.expression, scope)), [literal(span.literal)]),
    [literal(template.head)],
  );
}

export const plain = (piece: Piece): Form => ({ pieces: [piece], choices: [], parts: new Set() });

/** What stands in a text or between its values. */
export const literal = (node: ts.LiteralLikeNode): Form => plain({ text: node.text, node });

/** What was chosen for one is chosen for the other: a part that stands in it twice is the same part. */
export function joined(before: readonly Form[], after: readonly Form[]): Form[] {
  const forms = before.flatMap((form) =>
    after
      .filter(({ choices }) => choices.every((choice) => agrees(form, choice)))
      .map(({ pieces, choices, parts }) => ({
        pieces: [...form.pieces, ...pieces],
        choices: [...form.choices, ...choices],
        parts: new Set([...form.parts, ...parts]),
      })),
  );
  if (forms.length > MOST_FORMS) throw new Unread(`has more than ${MOST_FORMS} forms`);
  return forms;
}

const agrees = ({ choices }: Form, { at, scope, way }: Choice): boolean =>
  choices.every((choice) => choice.at !== at || choice.scope !== scope || choice.way === way);

function partForms(reader: Reader, expression: ts.Expression, scope: Scope): Form[] {
  const inner = unwrapped(expression);
  if (ts.isTaggedTemplateExpression(inner) && nameOf(inner.tag) === "part")
    return formsOf(reader, inner.template, scope).map((form) => ({
      ...form,
      parts: new Set([...form.parts, inner.template]),
    }));
  if (!mayBePart(reader.checker.getTypeAtLocation(inner))) return [plain({ value: expression })];
  if (ts.isConditionalExpression(inner))
    return chosen(reader, inner.condition, [inner.whenTrue, inner.whenFalse], scope);
  if (ts.isBinaryExpression(inner)) return chosen(reader, inner, [inner.left, inner.right], scope);
  if (ts.isCallExpression(inner)) return calledForms(reader, inner, scope);
  if (ts.isElementAccessExpression(inner)) return chosen(reader, inner, membersOf(reader, inner, scope), scope);
  const origin = originOf(reader, inner, scope);
  if (!origin) return [plain({ text: "", node: inner })];
  if (origin.expression === inner) throw new Unread(`${inner.getText().slice(0, 60)} is a part of unknown text`);
  return partForms(reader, origin.expression as ts.Expression, origin.scope);
}

const mayBePart = (type: ts.Type): boolean =>
  type.isUnion() ? type.types.some(mayBePart) : type.symbol?.name === "Part" || type.aliasSymbol?.name === "Part";

const chosen = (reader: Reader, at: ts.Node, ways: readonly ts.Expression[], scope: Scope): Form[] =>
  ways.flatMap((way) =>
    partForms(reader, way, scope).map((form) => ({ ...form, choices: [...form.choices, { at, scope, way }] })),
  );

/** The one that is named, or all of them. */
function membersOf(reader: Reader, access: ts.ElementAccessExpression, scope: Scope): ts.Expression[] {
  const whole = originOf(reader, access.expression, scope)?.expression;
  if (!whole || !ts.isObjectLiteralExpression(whole))
    throw new Unread(`${access.getText()} is no member of a constant`);
  const members = whole.properties.filter(ts.isPropertyAssignment);
  const key = originOf(reader, access.argumentExpression, scope)?.expression;
  const named = members.filter(({ name }) => key && ts.isStringLiteral(key) && textOf(name) === key.text);
  return (named.length > 0 ? named : members).map(({ initializer }) => initializer);
}

const textOf = (name: ts.PropertyName): string => ("text" in name ? name.text : name.getText());

function calledForms(reader: Reader, call: ts.CallExpression, scope: Scope): Form[] {
  if (nameOf(call.expression) === "columns") {
    const names = columnNames(reader, call.arguments[0] as ts.Expression, scope);
    return [plain({ text: names.join(", "), node: call })];
  }
  // Whichever they are: their type is the same.
  if (nameOf(call.expression) === "words") return [plain({ text: "array['word']", node: call })];
  const called = originOf(reader, call.expression, scope);
  if (!called || !isCallable(called)) throw new Unread(`${call.getText().slice(0, 60)} calls what is not known`);
  const { expression: taker, scope: outer } = called;
  const inside: Scope = new Map([...outer, ...boundBy(reader, taker, call.arguments, scope)]);
  return chosen(reader, taker, answersOf(taker), inside);
}

const isCallable = (origin: Origin): origin is { expression: Callable; scope: Scope } =>
  ts.isFunctionDeclaration(origin.expression) ||
  ts.isArrowFunction(origin.expression) ||
  ts.isFunctionExpression(origin.expression);

/** What a function may answer. */
function answersOf({ body }: Callable): ts.Expression[] {
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}
