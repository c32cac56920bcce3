import type { Finding } from "./finding.ts";
import type { Files } from "./source-files.ts";

/** What does not wait for a lock is passed by. */
const LOCKS = /\bfor (?:no key )?(?:update|share)\b(?!\s+(?:skip locked|nowait))/g;

/**
 * Every statement that locks rows and asks another table beside them. Where it waits for a lock, it answers the row as it stands
 * by then, and all else as it stood when the statement began: lock by one statement, and read by the next.
 */
export function lockedRowFindings(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => /sql\.ts$|\.sql$/.test(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(LOCKS)]
        .filter(({ index }) => asksBeside(ownSelect(text, index), text))
        .map(() => ({ file, message: "locks rows and asks another table in the same statement" })),
    );
}

/** The select that ends with the lock: from the parenthesis or the quote that opens it. */
function ownSelect(text: string, end: number): string {
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === ")") depth++;
    else if (text[at] === "`" || text[at] === ";" || (text[at] === "(" && depth-- === 0))
      return text.slice(at + 1, end);
  }
  return text.slice(0, end);
}

const NAMED_PART = /\$\{(\w+)[^}]*\}/g;

/** More than one select, those of its parts included; a part of another file counts as one where it is a function. */
function asksBeside(select: string, text: string): boolean {
  const whole = select.replaceAll(NAMED_PART, (part, name: string) => partOf(name, text) ?? part);
  return (
    (whole.match(/\bselect\b/g) ?? []).length > 1 ||
    /\bfrom\s+\w+[^()]*\bjoin\b/.test(whole) ||
    /\$\{employeeName\(/.test(whole)
  );
}

const PARTS = /\bconst (\w+) =[^`]*\bpart`([^`]*)`/g;

const partOf = (name: string, text: string): string | undefined =>
  [...text.matchAll(PARTS)].find(([, named]) => named === name)?.[2];
