import type ts from "typescript";
import { type CallsOf, callsIn } from "./calls.ts";
import type { Form } from "./compose.ts";
import { lineOf, type Place } from "./place.ts";
import { ownSources } from "./program.ts";
import { ArgumentNeeded, boundBy, type Reader, Unread } from "./scope.ts";
import { functionOf, type Part, type Statement, statementsIn } from "./templates.ts";

/** One text of a statement, as it is sent. */
export interface Text extends Place {
  readonly text: string;
  /** What is given for its parameters, in their order; of a query that is given as it is, nothing is known */
  readonly values: readonly ts.Expression[];
  /** Where in it which literal of the sources begins */
  readonly literals: readonly { readonly start: number; readonly node: ts.Node }[];
  readonly inFunction: string;
  readonly isRaw: boolean;
}

/** A statement or a part that could not be read, and why. */
export interface UnreadPlace extends Place {
  readonly reason: string;
}

export interface Reading {
  readonly texts: readonly Text[];
  readonly unread: readonly UnreadPlace[];
}

/** Every text that the statements of a program can become. */
export function readStatements(program: ts.Program): Reading {
  const checker = program.getTypeChecker();
  const sources = ownSources(program);
  const callsOf = callsIn(sources.values(), checker);
  const { statements, parts } = statementsIn(sources, checker);
  const read = statements.map((statement) => readOne(statement, { checker, given: new Map() }, callsOf));
  const inUse = new Set(read.flatMap(({ forms }) => forms.flatMap((form) => [...form.parts])));
  return {
    texts: read.flatMap(({ texts }) => texts),
    unread: [...read.flatMap(({ unread }) => unread), ...parts.filter(({ node }) => !inUse.has(node)).map(withoutUse)],
  };
}

const withoutUse = ({ file, node }: Part): UnreadPlace => ({
  file,
  line: lineOf(node),
  reason: "a part of no statement that was read",
});

interface StatementReading extends Reading {
  readonly forms: readonly Form[];
}

function readOne(statement: Statement, reader: Reader, callsOf: CallsOf): StatementReading {
  try {
    const forms = formsFor(statement, reader, callsOf);
    if (forms.length === 0) throw new Unread("has no form");
    const texts = new Map(forms.map((form) => textOf(statement, form)).map((text) => [text.text, text]));
    return { forms, texts: [...texts.values()], unread: [] };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    const unread = { file: statement.file, line: lineOf(statement.node), reason: error.message };
    return { forms: [], texts: [], unread: [unread] };
  }
}

/** Where it depends on who calls a function, once for each of its callers. */
function formsFor(statement: Statement, reader: Reader, callsOf: CallsOf): Form[] {
  try {
    return statement.forms(reader);
  } catch (error) {
    if (!(error instanceof ArgumentNeeded)) throw error;
    const { taker } = error;
    const calls = callsOf(taker);
    if (calls.length === 0) throw new Unread("depends on the caller of a function that nobody calls by its name");
    return calls.flatMap((call) => {
      const given = new Map([...reader.given, ...boundBy(reader, taker, call.arguments, null)]);
      return formsFor(statement, { ...reader, given }, callsOf);
    });
  }
}

function textOf({ file, node, isRaw }: Statement, { pieces }: Form): Text {
  const values: ts.Expression[] = [];
  const literals: { start: number; node: ts.Node }[] = [];
  let text = "";
  for (const piece of pieces) {
    if ("value" in piece) text += `$${values.push(piece.value)}`;
    else {
      literals.push({ start: text.length, node: piece.node });
      text += piece.text;
    }
  }
  return { file, line: lineOf(node), text, values, literals, inFunction: functionOf(node), isRaw };
}
