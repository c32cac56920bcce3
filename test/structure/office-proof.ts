import type { Finding } from "./finding.ts";
import { type Files, isSource } from "./source-files.ts";

/** A cast is the only way to make a value of a type with a private symbol; the type may be named by where it comes from. */
function makes(type: string): RegExp {
  return new RegExp(`\\bas\\s(?!const\\b)[^;,=]*?\\b${type}\\b|<(\\w+\\.)?${type}>\\s*[({[]`);
}

/** Proof that somebody may do something (work in an office, rule for all of them) comes from the file that declares it. */
export function officeProofFindings(files: Files): Finding[] {
  return [...proofsIn(files)].flatMap(([type, maker]) =>
    [...files]
      .filter(
        ([file, text]) =>
          isSource(file) && file !== maker && namesOf(type, text).some((name) => makes(name).test(text)),
      )
      .map(([file]) => ({ file, message: `makes the proof ${type}, which only ${maker} may` })),
  );
}

const PROOF = /export interface (\w+)[^{]*\{\s*readonly \[\w+\]:/g;

/** Each type with a symbol that nobody else has → where it is declared. */
export const proofsIn = (files: Files): Map<string, string> =>
  new Map(
    [...files]
      .filter(([, text]) => /^declare const \w+: unique symbol;$/m.test(text))
      .flatMap(([file, text]) => [...text.matchAll(PROOF)].map(([, type = ""]) => [type, file] as const)),
  );

/** A file may have its own name for it. */
const namesOf = (type: string, text: string): string[] => [
  type,
  ...[...text.matchAll(new RegExp(`\\b${type} as (\\w+)|\\btype (\\w+) = ${type};`, "g"))].map(
    ([, imported, own]) => imported ?? own ?? "",
  ),
];
