import type { Finding } from "./finding.ts";
import type { Files } from "./source-files.ts";

/** Behind a word or a comma; between two values it multiplies. */
const STAR = /(?:\bselect\s+(?:distinct\s+)?|,\s*|\breturning\s+)(?:(\w+)\.)?\*(?=\s*(?:[,)`]|from\b))/g;

/**
 * Whoever reads all columns of a table, by name or as those that were written. What a later release adds would travel with them,
 * and makes a statement stale that a connection has prepared.
 */
export function starFindings(files: Files, tables: ReadonlySet<string>): Finding[] {
  return [...files].flatMap(([file, text]) =>
    [...text.matchAll(STAR)]
      .map((star) => tableOf(star, text))
      .filter((table) => table !== undefined && tables.has(table))
      .map((table) => ({ file, message: `reads all columns of ${table}: name those that are needed` })),
  );
}

/** The relation whose columns they are; undefined where that is a query of the same statement, or a function's answer. */
function tableOf({ 0: written, 1: alias, index }: RegExpExecArray, text: string): string | undefined {
  const [begin, end] = [text.lastIndexOf("`", index) + 1, `${text}\``.indexOf("`", index + written.length)];
  const [before, behind] = [text.slice(begin, index), text.slice(index + written.length, end)];
  const isAnswer = /\breturning\b/.test(written) || /\breturning\b[^()]*$/.test(before);
  const first = isAnswer ? last(before, WRITTEN) : READ.exec(behind)?.[1];
  return alias === undefined || alias === first ? first : namedSo(alias, before + behind);
}

const WRITTEN = /\b(?:insert into|update|delete from)\s+(\w+)/g;
const READ = /\bfrom\s+(\w+)(?!\w|\s*\()/;

const last = (text: string, pattern: RegExp): string | undefined => [...text.matchAll(pattern)].at(-1)?.[1];

const namedSo = (alias: string, text: string): string | undefined =>
  new RegExp(`\\b(?:from|join|update|into)\\s+(\\w+)(?:\\s+as)?\\s+${alias}\\b`).exec(text)?.[1] ??
  new RegExp(`\\b(?:from|join|update|into)\\s+(${alias})\\b`).exec(text)?.[1];

/** By the schema as it stands. */
export const tablesIn = (schema: string): ReadonlySet<string> =>
  new Set([...schema.matchAll(/^create (?:unlogged )?table (\w+)/gm)].map(([, name = ""]) => name));
