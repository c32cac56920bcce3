import { basename } from "node:path";
import ts from "typescript";
import type { Finding } from "./finding.ts";
import { type Files, isSource } from "./source-files.ts";

/** They say that something was done to a thing, and not what the thing is. */
const PARTICIPLES: ReadonlySet<string> = new Set(["asked", "kept", "known", "said", "told"]);

/** Names in a file that are left for now; its own stands with its ending. */
export type NamesLeft = Readonly<Record<string, readonly string[]>>;

interface Name {
  readonly file: string;
  readonly name: string;
}

/**
 * What others read by its name is named by a noun or a verb of the trade: a file, a type, and whatever is exported. The list
 * of those that are left may only shrink.
 */
export function participleNameFindings(files: Files, left: NamesLeft): Finding[] {
  const found = [...files].flatMap(([file, text]) => participlesIn(file, text));
  const isLeft = ({ file, name }: Name) => left[file]?.includes(name) === true;
  const isFound = ({ file, name }: Name) => found.some((one) => one.file === file && one.name === name);
  const listed = Object.entries(left).flatMap(([file, names]) => names.map((name) => ({ file, name })));
  return [
    ...found
      .filter((one) => !isLeft(one))
      .map(({ file, name }) => ({ file, message: `${name} does not say what it is` })),
    ...listed.filter((one) => !isFound(one)).map(({ file, name }) => ({ file, message: `${name} needs no leave` })),
  ];
}

function participlesIn(file: string, text: string): Name[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const names = [basename(file), ...(isSource(file) ? declaredIn(source) : [])];
  return [...new Set(names)].filter(hasParticiple).map((name) => ({ file, name }));
}

const hasParticiple = (name: string): boolean =>
  (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).some((part) => PARTICIPLES.has(part.toLowerCase()));

/** Names of types, wherever they stand, and of what is exported. */
function declaredIn(source: ts.SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) names.push(node.name.text);
    if (ts.isExportSpecifier(node)) names.push(node.name.text);
    if (isExported(node)) names.push(...namesOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesOf(node: ts.Node): string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  return (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name ? [node.name.text] : [];
}

const boundBy = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));
