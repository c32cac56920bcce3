import { importedBy } from "../reach.ts";
import type { Files } from "../source-files.ts";
import type { Text } from "./read.ts";

/**
 * What stands in a file that the serving program loads is the application's to ask. The owner's is the rest, which only the
 * operator's commands load and the invented offices, and what is asked of a connection before there is a pool.
 */
export function ownersAmong(files: Files): (text: Text) => boolean {
  const served = importedBy(["src/main.ts"], files);
  return ({ file, inFunction, isRaw }) => isRaw || !served.has(file) || OWNERS_ALONE[inFunction] === file;
}

/** Stands beside statements of the application; its function says so. */
const OWNERS_ALONE: Readonly<Record<string, string>> = {
  deleteAnswersAbout: "src/platform/http/idempotency-sql.ts",
};
