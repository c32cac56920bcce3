import ts from "typescript";

/** A feature that a source asks the browser for, by all keys under which MDN may know it. */
export interface Used {
  readonly file: string;
  readonly line: number;
  readonly keys: readonly string[];
}

/** Mixins of the DOM, and of which interface MDN tells their members. */
const MIXED_INTO = ["Element", "HTMLElement", "Document", "Window", "Node"];

/** Members of the language and the DOM that these sources use, elements and attributes of their markup, and patterns. */
export function usedByScripts(program: ts.Program, files: readonly string[], root = ""): Used[] {
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(root + file);
    if (!source) return [];
    const used: Used[] = [];
    const visit = (node: ts.Node): void => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      for (const keys of askedBy(node, checker, program)) used.push({ file, line: line + 1, keys });
      // Types are for the compiler alone.
      if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
    };
    visit(source);
    return used;
  });
}

function askedBy(node: ts.Node, checker: ts.TypeChecker, program: ts.Program): string[][] {
  if (ts.isRegularExpressionLiteral(node)) return patternKeys(node.text).map((key) => [key]);
  if (ts.isJsxAttribute(node)) return [attributeKeys(node)];
  if (!ts.isIdentifier(node) || !isAsked(node)) return [];
  const declared = checker.getSymbolAtLocation(node)?.declarations ?? [];
  const ofBrowser = declared.filter((each) => program.isSourceFileDefaultLibrary(each.getSourceFile()));
  return ofBrowser.length > 0 ? [[...new Set(ofBrowser.flatMap((each) => memberKeys(node.text, each)))]] : [];
}

/** A value that is used, and not a name that is given or a property's name in an object. */
const isAsked = ({ parent }: ts.Identifier): boolean =>
  !ts.isTypeNode(parent) && !ts.isPropertyAssignment(parent) && !ts.isImportSpecifier(parent);

function memberKeys(name: string, declared: ts.Declaration): string[] {
  const owner = declared.parent;
  if (ts.isInterfaceDeclaration(owner)) {
    const type = owner.name.text.replace(/^Readonly(?=Array|Map|Set)/, "");
    const constructed = type.replace(/Constructor$|(?<=^Iterator)Object$/, "");
    return [
      `javascript.builtins.${constructed}.${name}`,
      `api.${type}.${name}`,
      ...(/Mixin|ParentNode|ChildNode|Global|Or|ARIA/.test(type)
        ? MIXED_INTO.map((each) => `api.${each}.${name}`)
        : []),
    ];
  }
  // `declare var URL: { canParse(…): … }`
  if (ts.isTypeLiteralNode(owner) && ts.isVariableDeclaration(owner.parent))
    return [`api.${owner.parent.name.getText()}.${name}_static`];
  if (ts.isModuleBlock(owner)) return [`javascript.builtins.${owner.parent.name.text}.${name}`];
  return [`javascript.builtins.${name}`, `api.Window.${name}`, `api.${name}`];
}

function attributeKeys(node: ts.JsxAttribute): string[] {
  const { tagName } = node.parent.parent;
  const tag = tagName.getText();
  if (!/^[a-z]/.test(tag) || !ts.isIdentifier(node.name)) return [];
  const name = node.name.text.toLowerCase();
  return [`html.elements.${tag}.${name}`, `html.global_attributes.${name}`];
}

const PATTERNS = [
  [/\(\?<[=!]/, "lookbehind_assertion"],
  [/\(\?[a-z]*-?[a-z]+:/, "modifier"],
  [/\\p\{/i, "unicode_character_class_escape"],
] as const;

function patternKeys(text: string): string[] {
  const flags = text.slice(text.lastIndexOf("/") + 1);
  return [
    ...PATTERNS.filter(([pattern]) => pattern.test(text)).map(([, key]) => `javascript.regular_expressions.${key}`),
    ...(flags.includes("v") ? ["javascript.builtins.RegExp.unicodeSets"] : []),
    ...(flags.includes("d") ? ["javascript.builtins.RegExp.hasIndices"] : []),
  ];
}
