import { posix } from "node:path";
import type { Files } from "./source-files.ts";

/** At the beginning of a line or, when it comes later, as a call; not in the texts that tests plant. */
const IMPORT = /(?:^(?:import|export|\})[^"'`\n]*|\bimport\()"(\.{1,2}\/[^"]+)"/gm;

/** The given files and all that import them, however indirectly. */
export function importersOf(start: readonly string[], files: Files): Set<string> {
  const importers = new Map<string, string[]>();
  for (const [file, text] of files)
    for (const imported of importsOf(file, text)) importers.set(imported, [...(importers.get(imported) ?? []), file]);
  return reached(start, (file) => importers.get(file) ?? []);
}

/** The given files and all that they import, however indirectly. */
export const importedBy = (start: readonly string[], files: Files): Set<string> =>
  reached(start, (file) => importsOf(file, files.get(file) ?? ""));

/** The same for many, each by itself. */
export function importedByEach(starts: readonly string[], files: Files): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map([...files].map(([file, text]) => [file, importsOf(file, text)]));
  return new Map(starts.map((start) => [start, reached([start], (file) => imports.get(file) ?? [])]));
}

export const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(IMPORT)].map(([, path = ""]) => posix.join(posix.dirname(file), path));

function reached(start: readonly string[], next: (file: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  for (const file of found) for (const other of next(file)) found.add(other);
  return found;
}
