import type pg from "pg";
import type ts from "typescript";
import { type Finding, inWords } from "../finding.ts";
import type { Files } from "../source-files.ts";
import { type Answer, answersTo } from "./ask.ts";
import { misfitOf } from "./fit.ts";
import { type Place, placeOf } from "./place.ts";
import { readStatements, type Text, type UnreadPlace } from "./read.ts";
import { ownersAmong } from "./who-asks.ts";

export interface StatementReport {
  /** Texts that were prepared; some statements have several */
  readonly prepared: number;
  readonly unread: readonly UnreadPlace[];
  readonly findings: readonly Finding[];
}

/**
 * Every statement of a program, asked of a database that has the release's schema: a table, a column or a function that there is
 * not, types that do not fit each other or the value that is given, and a right that the application has not.
 */
export async function statementFindings(program: ts.Program, files: Files, owner: pg.Client): Promise<StatementReport> {
  const { texts, unread } = readStatements(program);
  const isOwners = ownersAmong(files);
  const answers = await answersTo(
    owner,
    texts.map((text) => ({ text: text.text, parameters: parametersOf(text), isOwners: isOwners(text) })),
  );
  const checker = program.getTypeChecker();
  return {
    prepared: texts.length,
    unread,
    findings: withoutTwins(texts.flatMap((text, index) => findingsOf(checker, text, answers[index] as Answer))),
  };
}

/** A query that is given as it is numbers them itself. */
const parametersOf = ({ isRaw, text, values }: Text): number =>
  isRaw ? Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))) : values.length;

function findingsOf(checker: ts.TypeChecker, text: Text, { fault, types }: Answer): Finding[] {
  if (fault) return [findingAt(placeIn(text, fault.at), fault.message)];
  return text.values.flatMap((value, index) => {
    const message = misfitOf(checker, value, types[index] ?? "");
    return message === undefined ? [] : [findingAt(placeOf(value), message)];
  });
}

/** Where what stands there in the text was written: in a part, as often as not. */
function placeIn({ file, line, text, literals }: Text, at: number | undefined): Place {
  const literal = literals.findLast(({ start }) => start <= (at ?? -1));
  if (!literal) return { file, line };
  const { file: written, line: first } = placeOf(literal.node);
  return { file: written, line: first + text.slice(literal.start, at).split("\n").length - 1 };
}

const findingAt = ({ file, line }: Place, message: string): Finding => ({ file: `${file}:${line}`, message });

/** A part that stands in many statements is wrong once. */
const withoutTwins = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [inWords(finding), finding])).values(),
];
