import { basename } from "node:path";
import type { Finding } from "./finding.ts";
import { type Files, isTest } from "./source-files.ts";

/** Applied migrations and what was tried or recorded once stay as they are; tests plant paths that there are not. */
const NOT_READ = /^(db\/migrations\/|docs\/trust\.md$|test\/coverage\/coverage\.txt$|test\/structure\/)/;
const PATH = /\b(?:src|test|docs|db|bench|scripts)\/[\w./-]+\.(?:tsx?|mjs|md|sql|css|csv)\b/g;
const DECISION = /\bdocs\/decisions\/\d{4}\b/g;
const DOCUMENT = /(?<![\w./-])[\w-]+\.md\b/g;

/** Whoever follows a comment or a document must find what it points to in the repository. */
export function referenceFindings(files: Files): Finding[] {
  const paths = [...files.keys()];
  const names = new Set(paths.map((path) => basename(path)));
  const isThere = (reference: string) =>
    reference.includes("/") ? paths.some((path) => path.startsWith(reference)) : names.has(reference);
  return [...files]
    .filter(([file]) => !NOT_READ.test(file) && !isTest(file))
    .flatMap(([file, text]) =>
      [PATH, DECISION, DOCUMENT]
        .flatMap((pattern) => text.match(pattern) ?? [])
        .filter((reference) => !isThere(reference))
        .map((reference) => ({ file, message: `${reference} is not in the repository` })),
    );
}
