import ts from "typescript";

/** What an argument is for the function that is called: an expression, and what the names in it mean. */
export interface Bound {
  /** Undefined: it was left out */
  readonly expression: ts.Expression | undefined;
  /** Null: that of whoever calls the function in which the statement stands */
  readonly scope: Scope | null;
  /** Of the expression's value, the member of this path */
  readonly path: readonly string[];
}

/** By parameter, or by what is taken out of one. */
export type Scope = ReadonlyMap<ts.Symbol, Bound>;

export interface Reader {
  readonly checker: ts.TypeChecker;
  /** What whoever calls the statement's function gives it */
  readonly given: Scope;
}

/** A statement is read no further: what stands there is known only to the running program. */
export class Unread extends Error {}

/** It depends on who calls this function. */
export class ArgumentNeeded extends Error {
  readonly taker: ts.SignatureDeclaration;
  constructor(taker: ts.SignatureDeclaration) {
    super("depends on its caller");
    this.taker = taker;
  }
}

export type Callable = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** An expression that is no name any more, and what the names in it mean; undefined: nothing is given. */
export interface Origin {
  readonly expression: ts.Expression | ts.FunctionDeclaration;
  readonly scope: Scope;
}

/** From name to name to what it stands for. @throws Unread, ArgumentNeeded */
export function originOf(reader: Reader, expression: ts.Expression, scope: Scope): Origin | undefined {
  const inner = unwrapped(expression);
  if (ts.isIdentifier(inner)) return originOfName(reader, inner, scope);
  if (ts.isPropertyAccessExpression(inner)) {
    const whole = originOf(reader, inner.expression, scope);
    return whole && memberOf(reader, whole, inner.name.text);
  }
  return { expression: inner, scope };
}

function originOfName(reader: Reader, name: ts.Identifier, scope: Scope): Origin | undefined {
  if (name.text === "undefined") return undefined;
  const symbol = symbolOf(reader.checker, name);
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration) throw new Unread(`${name.text} is not declared`);
  const bound = scope.get(symbol) ?? reader.given.get(symbol);
  if (bound) return originOfBound(reader, bound) ?? defaultOf(reader, declaration, scope);
  if (ts.isFunctionDeclaration(declaration)) return { expression: declaration, scope };
  if (ts.isVariableDeclaration(declaration) && declaration.initializer && isConstant(declaration))
    return originOf(reader, declaration.initializer, scope);
  return originOfPattern(reader, declaration, scope);
}

function originOfPattern(reader: Reader, declaration: ts.Declaration, scope: Scope): Origin | undefined {
  const [holder, path] = holderOf(declaration);
  if (ts.isParameter(holder)) throw new ArgumentNeeded(holder.parent);
  if (ts.isVariableDeclaration(holder) && holder.initializer && isConstant(holder))
    return originOfBound(reader, { expression: holder.initializer, scope, path });
  throw new Unread(`${declaration.getText()} is not constant`);
}

const isConstant = ({ parent }: ts.VariableDeclaration): boolean => (parent.flags & ts.NodeFlags.Const) !== 0;

function originOfBound(reader: Reader, { expression, scope, path }: Bound): Origin | undefined {
  const whole = expression && originOf(reader, expression, scope ?? new Map());
  return path.reduce<Origin | undefined>((origin, name) => origin && memberOf(reader, origin, name), whole);
}

function defaultOf(reader: Reader, declaration: ts.Declaration, scope: Scope): Origin | undefined {
  const { initializer } = declaration as ts.ParameterDeclaration | ts.BindingElement;
  return initializer && originOf(reader, initializer, scope);
}

function memberOf(reader: Reader, { expression, scope }: Origin, name: string): Origin | undefined {
  if (!ts.isObjectLiteralExpression(expression)) throw new Unread(`${name} of ${expression.getText().slice(0, 40)}`);
  const member = expression.properties.find((property) => property.name?.getText() === name);
  if (!member) return undefined;
  if (ts.isPropertyAssignment(member)) return originOf(reader, member.initializer, scope);
  if (ts.isShorthandPropertyAssignment(member)) return originOfName(reader, member.name, scope);
  throw new Unread(`${name} of ${expression.getText().slice(0, 40)}`);
}

/** The parameter or variable of which a pattern takes something out, and what. */
function holderOf(declaration: ts.Declaration): [ts.Declaration, readonly string[]] {
  if (!ts.isBindingElement(declaration)) return [declaration, []];
  const [holder, path] = holderOf(declaration.parent.parent);
  return [holder, [...path, (declaration.propertyName ?? declaration.name).getText()]];
}

/** What a call gives a function's parameters. */
export function boundBy(
  { checker }: Reader,
  taker: ts.SignatureDeclaration,
  given: readonly ts.Expression[],
  scope: Scope | null,
): Map<ts.Symbol, Bound> {
  const bound = new Map<ts.Symbol, Bound>();
  const bind = (name: ts.BindingName, whole: Bound): void => {
    if (ts.isIdentifier(name)) bound.set(symbolOf(checker, name) as ts.Symbol, whole);
    else
      for (const element of name.elements) {
        if (!ts.isBindingElement(element) || element.dotDotDotToken) continue;
        bind(element.name, { ...whole, path: [...whole.path, (element.propertyName ?? element.name).getText()] });
      }
  };
  taker.parameters.forEach(({ name }, index) => {
    bind(name, { expression: given[index], scope, path: [] });
  });
  return bound;
}

/** The thing itself, wherever it was imported from. */
export function symbolOf(checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  const symbol =
    name.parent && ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

export function unwrapped(expression: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isAwaitExpression(expression);
  return isWrapped ? unwrapped(expression.expression) : expression;
}
