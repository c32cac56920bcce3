import ts from "typescript";
import { type Form, formsOf } from "./compose.ts";
import { queriesIn } from "./queries.ts";
import type { Reader } from "./scope.ts";

/** A statement as it stands in the program. */
export interface Statement {
  readonly file: string;
  readonly node: ts.Node;
  /** Sent by whoever has made the connection: as the owner */
  readonly isRaw: boolean;
  /** What it can become. @throws Unread, ArgumentNeeded */
  readonly forms: (reader: Reader) => Form[];
}

export interface Part {
  readonly file: string;
  readonly node: ts.Node;
}

/** All statements of some sources, and all parts of statements. */
export function statementsIn(
  sources: ReadonlyMap<string, ts.SourceFile>,
  checker: ts.TypeChecker,
): { statements: Statement[]; parts: Part[] } {
  const found = [...sources].flatMap(([file, source]) => taggedIn(source).map((tagged) => ({ file, ...tagged })));
  const statements = found
    .filter(({ tag }) => tag === "sql" || tag === "last")
    .map(({ file, node }) => ({
      file,
      node,
      isRaw: false,
      forms: (reader: Reader) => formsOf(reader, node, new Map()),
    }));
  const raw = [...sources].flatMap(([file, source]) =>
    queriesIn(source, checker).map((query) => ({ file, isRaw: true, ...query })),
  );
  return { statements: [...statements, ...raw], parts: found.filter(({ tag }) => tag === "part") };
}

function taggedIn(source: ts.SourceFile): { tag: string; node: ts.TemplateLiteral }[] {
  const found: { tag: string; node: ts.TemplateLiteral }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) found.push({ tag: nameOf(node.tag), node: node.template });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The last word of `tx.sql`. */
export function nameOf(tag: ts.Expression): string {
  if (ts.isPropertyAccessExpression(tag)) return tag.name.text;
  return ts.isIdentifier(tag) ? tag.text : "";
}

/** The function in which it stands, by the name that its file knows it by. */
export function functionOf(node: ts.Node): string {
  const { parent } = node;
  if (ts.isSourceFile(parent)) {
    const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : (node as ts.NamedDeclaration);
    return named?.name?.getText() ?? "";
  }
  return functionOf(parent);
}
