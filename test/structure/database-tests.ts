import { importersOf } from "./reach.ts";
import { type Files, isTest } from "./source-files.ts";

/** The tests that ask a database of their own: every supported server must answer them. */
export function databaseTests(files: Files): string[] {
  return [...importersOf(["test/database.ts"], files)].filter(isTest).sort();
}
