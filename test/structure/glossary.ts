import { basename } from "node:path";
import type { Finding } from "./finding.ts";
import { type Files, isTest } from "./source-files.ts";

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*|--.*/g;
/** Identifiers, and values and file names with a dash: `walk-in`. */
const WORD = /[\w-]+/g;

/** Every word of the second column, where code is named, that stands neither in code nor in a file's name. */
export function glossaryFindings(glossary: string, files: Files): Finding[] {
  const known = wordsOf(files);
  return glossary
    .split("\n")
    .flatMap((line) =>
      [...(line.split("|")[2] ?? "").matchAll(/`([^`]+)`/g)]
        .filter(([, name = ""]) => (name.match(WORD) ?? []).some((word) => !known.has(word)))
        .map(([, name]) => ({ file: "docs/glossary.md", message: `"${name}" is no word of the code` })),
    );
}

function wordsOf(files: Files): ReadonlySet<string> {
  const read = [...files].filter(([file]) => !isTest(file) && /\.(tsx?|sql)$/.test(file));
  return new Set(
    read.flatMap(([file, text]) => [
      basename(file).replace(/\.\w+$/, ""),
      ...(text.replace(COMMENT, "").match(WORD) ?? []),
    ]),
  );
}
