import ts from "typescript";
import { symbolOf, unwrapped } from "./scope.ts";

/** Finds who calls a function. */
export type CallsOf = (taker: ts.SignatureDeclaration) => readonly ts.CallExpression[];

export function callsIn(sources: Iterable<ts.SourceFile>, checker: ts.TypeChecker): CallsOf {
  const byName = new Map<string, ts.CallExpression[]>();
  for (const source of sources) noteCalls(source, byName);
  const callsOfName = (name: ts.Identifier): ts.CallExpression[] => {
    const symbol = symbolOf(checker, name);
    return (byName.get(name.text) ?? []).filter(({ expression }) => symbolOf(checker, expression) === symbol);
  };
  return (taker) => {
    const name = nameOf(taker);
    if (name) return callsOfName(name);
    const call = taker.parent;
    // Given to another function, it is called where that calls what it was given.
    if (!ts.isCallExpression(call)) return [];
    const given = call.arguments.indexOf(taker as ts.ArrowFunction);
    const called = checker.getResolvedSignature(call)?.declaration?.parameters[given]?.name;
    return called && ts.isIdentifier(called) ? callsOfName(called) : [];
  };
}

function noteCalls(node: ts.Node, byName: Map<string, ts.CallExpression[]>): void {
  if (ts.isCallExpression(node)) {
    const called = unwrapped(node.expression);
    if (ts.isIdentifier(called)) byName.set(called.text, [...(byName.get(called.text) ?? []), node]);
  }
  ts.forEachChild(node, (child) => noteCalls(child, byName));
}

function nameOf({ name, parent }: ts.SignatureDeclaration): ts.Identifier | undefined {
  if (name && ts.isIdentifier(name)) return name;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
}
