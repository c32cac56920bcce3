import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import ts from "typescript";
import { originOf, type Reader, type Scope, symbolOf, Unread } from "./scope.ts";

/** The names of which `columns` makes a list: written there, or computed from constants as the program computes them. */
export function columnNames(reader: Reader, names: ts.Expression, scope: Scope): readonly string[] {
  const origin = originOf(reader, names, scope)?.expression;
  if (origin && ts.isArrayLiteralExpression(origin)) {
    const texts = origin.elements.map((element) => originOf(reader, element, scope)?.expression);
    if (texts.every((text) => text !== undefined && ts.isStringLiteral(text))) return texts.map(({ text }) => text);
  }
  return constantOf(reader, names) as string[];
}

const load = createRequire(import.meta.url);

/** The value of an expression in which nothing but constants and imported things stand. @throws Unread */
function constantOf(reader: Reader, expression: ts.Expression): unknown {
  const names = freeNames(reader.checker, expression);
  const values = [...names].map(([name, symbol]) => namedValue(reader, name, symbol));
  const { outputText } = ts.transpileModule(`return (${expression.getText()})`, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  return compileFunction(outputText, [...names.keys()])(...values);
}

function namedValue(reader: Reader, name: string, symbol: ts.Symbol): unknown {
  const declaration = symbol.declarations?.[0];
  if (!declaration) throw new Unread(`${name} is not declared`);
  const isOfModule = ts.isSourceFile(declaration.parent) || ts.isSourceFile(declaration.parent.parent.parent);
  if (isOfModule && ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export)
    return load(declaration.getSourceFile().fileName)[symbol.name];
  if (isOfModule && ts.isVariableDeclaration(declaration) && declaration.initializer)
    return constantOf(reader, declaration.initializer);
  throw new Unread(`columns named by ${name}, which is no constant`);
}

/** Those that it does not declare itself, and that JavaScript does not know. */
function freeNames(checker: ts.TypeChecker, expression: ts.Expression): Map<string, ts.Symbol> {
  const found = new Map<string, ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const symbol = ts.isIdentifier(node) && isRead(node) ? symbolOf(checker, node) : undefined;
    if (symbol && ts.isIdentifier(node) && !isWithin(symbol, expression) && !isOfLanguage(symbol))
      found.set(node.text, symbol);
    ts.forEachChild(node, visit);
  };
  visit(expression);
  return found;
}

const isRead = (name: ts.Identifier): boolean =>
  !(ts.isPropertyAccessExpression(name.parent) && name.parent.name === name) && !ts.isBindingElement(name.parent);

const isWithin = ({ declarations }: ts.Symbol, whole: ts.Node): boolean =>
  (declarations ?? []).some(
    (node) => node.getSourceFile() === whole.getSourceFile() && node.pos >= whole.pos && node.end <= whole.end,
  );

const isOfLanguage = ({ declarations }: ts.Symbol): boolean =>
  (declarations ?? []).every((node) => node.getSourceFile().isDeclarationFile);
