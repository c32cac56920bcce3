import { dirname } from "node:path";
import type { Finding } from "./finding.ts";
import { type Files, isTest } from "./source-files.ts";

const MOST = 25;

/** A folder is a page that one can take in: so many files at most, the tests beside them not counted. */
export function folderSizeFindings(files: Files): Finding[] {
  const sizes = new Map<string, number>();
  for (const file of files.keys()) {
    if (!isTest(file)) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
  }
  return [...sizes]
    .filter(([, count]) => count > MOST)
    .map(([file, count]) => ({ file, message: `${count} files; which of them belong together?` }));
}
