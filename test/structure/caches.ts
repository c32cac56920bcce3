import ts from "typescript";
import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** What lives as long as the process and grows, and is no cache: each with its reason and its bound. */
export type NoCaches = Readonly<Record<string, string>>;

const GROWING = new Set(["Map", "Set", "WeakMap"]);
/** Whatever is given to these is called at once, and never again. */
const AT_ONCE = new Set(["every", "filter", "find", "flatMap", "forEach", "map", "reduce", "some", "sort", "toSorted"]);
/** Pages of the staff have their query cache, which ends with their window; others are not the server's. */
const ELSEWHERE = /^src\/(kit|web|cli|seed|stand-ins|[^/]+\/ui)\//;

/**
 * Answers that can be had again go through `src/platform/cache.ts`, which bounds, expires and counts them. A map beside it is
 * found where it stands outside of functions, or is written to by a function that outlives the one that made it; and so is
 * `x ??= …` of such a variable, unless it is emptied again. What is known of one request may hang on it.
 */
export function cacheFindings(files: Files, noCaches: NoCaches): Finding[] {
  const found = [...files]
    .filter(([file]) => isSource(file) && !isTest(file) && !ELSEWHERE.test(file))
    .flatMap(([file, text]) => longLived(file, text).map((name) => `${file} ${name}`));
  return [
    ...found
      .filter((place) => !(place in noCaches))
      .map((place) => finding(place, "it outlives what made it: a cache is made by createCache or memoize")),
    ...Object.keys(noCaches)
      .filter((place) => !found.includes(place))
      .map((place) => finding(place, "the exception has no use any more")),
  ];
}

/** As they are called where they are made. */
export const cacheNames = (files: Files): string[] => [
  ...new Set(
    [...files]
      .filter(([file]) => isSource(file) && !isTest(file) && !/^src\/seed\//.test(file))
      .flatMap(([, text]) => [...text.matchAll(CACHE_MADE)].map(([, name = ""]) => name)),
  ),
];
const CACHE_MADE =
  /(?:createCache(?:<[^(]*>)?\(\{\s*name: |createOfficeCache(?:<[^(]*>)?\(\w+, \{\s*name: |memoize\(\s*|createRepeats\(|cacheOf<\w+>\()"([^"]+)"/g;

function finding(place: string, why: string): Finding {
  const [file = "", name] = place.split(" ");
  return { file, message: `${name}: ${why}` };
}

function longLived(file: string, text: string): string[] {
  if (!/new (Map|Set|WeakMap)\b|\?\?=/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return nodesIn(source).flatMap((node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return [];
    const scope = functionAround(node);
    const { text: name } = node.name;
    if (node.type?.getText().startsWith("Readonly")) return [];
    const isMap = isEmptyMap(node.initializer);
    const isWrite = isMap ? isSet : isFilled;
    const isWrittenLater = () =>
      nodesIn(scope).some((each) => isWrite(each, name) && (scope === source || escapes(functionAround(each), scope)));
    return (isMap && scope === source) || isWrittenLater() ? [name] : [];
  });
}

function isEmptyMap(node: ts.Expression | undefined): boolean {
  if (!node || !ts.isNewExpression(node) || !GROWING.has(node.expression.getText())) return false;
  return (node.arguments ?? []).length === 0 && node.typeArguments?.[0]?.getText() !== "FastifyRequest";
}

const isSet = (node: ts.Node, name: string): boolean =>
  ts.isCallExpression(node) && [`${name}.set`, `${name}.add`].includes(node.expression.getText());

const isFilled = (node: ts.Node, name: string): boolean =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionEqualsToken &&
  node.left.getText() === name &&
  !new RegExp(`\\b${name} = (null|undefined)`).test(node.getSourceFile().text);

/** Whether a function may still be called when the one around it has ended. */
function escapes(inner: ts.Node, scope: ts.Node, seen: readonly ts.Node[] = []): boolean {
  if (inner === scope || seen.includes(inner)) return false;
  const { parent } = inner;
  const outer = functionAround(inner);
  if (ts.isCallExpression(parent)) return !isAtOnce(parent) || escapes(outer, scope, [...seen, inner]);
  const name = (ts.isVariableDeclaration(parent) ? parent : (inner as ts.NamedDeclaration)).name;
  if (!name || ts.isPropertyAssignment(parent)) return outer === scope || escapes(outer, scope, [...seen, inner]);
  const uses = nodesIn(outer).filter(
    (node) => ts.isIdentifier(node) && node !== name && node.text === name.getText() && !isMember(node),
  );
  return uses.some((use) => {
    const isCalled = ts.isCallExpression(use.parent) && (use.parent.expression === use || isAtOnce(use.parent));
    return !isCalled || escapes(functionAround(use), scope, [...seen, inner]);
  });
}

const isAtOnce = (call: ts.CallExpression): boolean =>
  ts.isAwaitExpression(call.parent) ||
  (ts.isPropertyAccessExpression(call.expression) && AT_ONCE.has(call.expression.name.text));

const isMember = (node: ts.Node): boolean => ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;

/** The function, or file, in which something stands. */
function functionAround(node: ts.Node): ts.Node {
  let around = node.parent;
  while (!ts.isFunctionLike(around) && !ts.isSourceFile(around)) around = around.parent;
  return around;
}

function nodesIn(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [node];
  ts.forEachChild(node, (child) => void nodes.push(...nodesIn(child)));
  return nodes;
}
