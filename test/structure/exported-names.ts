import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

const EXPORTED = /^export (?:async )?(?:function\*?|const|class|type|interface) (\w+)/gm;
/** Each area of words stands in every language under one name. */
const IN_EVERY_LANGUAGE = /^src\/text\/\w\w\//;

/** A name means one thing: no two files of the program export it. */
export function exportedNameFindings(files: Files): Finding[] {
  const firstOf = new Map<string, string>();
  return [...files]
    .filter(([file]) => isSource(file) && !isTest(file) && !IN_EVERY_LANGUAGE.test(file))
    .flatMap(([file, text]) =>
      namesIn(text).flatMap((name) => {
        const first = firstOf.get(name) ?? file;
        firstOf.set(name, first);
        return first === file ? [] : [{ file, message: `${name} is exported by ${first} as well` }];
      }),
    );
}

/** A value and its type may share a name within a file. */
const namesIn = (text: string): string[] => [...new Set([...text.matchAll(EXPORTED)].map(([, name = ""]) => name))];
