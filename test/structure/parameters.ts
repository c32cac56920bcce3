import ts from "typescript";
import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

const MOST = 4;

/** Values that are told apart only by their place are soon exchanged: four at most, further ones have names. */
export function parameterFindings(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => isSource(file) && !isTest(file))
    .flatMap(([file, text]) =>
      longOnes(ts.createSourceFile(file, text, ts.ScriptTarget.Latest)).map(({ name, count }) => ({
        file,
        message: `${name} takes ${count} parameters; which of them belong together?`,
      })),
    );
}

function longOnes(source: ts.SourceFile): { name: string; count: number }[] {
  const found: { name: string; count: number }[] = [];
  const visit = (node: ts.Node, name: string): void => {
    const own = (node as ts.NamedDeclaration).name;
    const known = own && ts.isIdentifier(own) ? own.text : name;
    if (ts.isFunctionLike(node) && "body" in node && node.parameters.length > MOST)
      found.push({ name: known, count: node.parameters.length });
    ts.forEachChild(node, (child) => visit(child, known));
  };
  ts.forEachChild(source, (child) => visit(child, "a function"));
  return found;
}
