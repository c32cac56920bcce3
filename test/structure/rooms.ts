import type { Finding } from "./finding.ts";
import { importsOf } from "./reach.ts";
import { type Files, isTest } from "./source-files.ts";

/** A module is a room, its pages are another, and so is each file at the top; what pages are made of is one room. */
function roomOf(file: string): string {
  const [, top = "", second] = file.split("/");
  return second === "ui" && top !== "kit" ? `${top}/ui` : top;
}

/** Every import from which a way leads back to the room that it stands in, imports of types included. */
export function roomRingFindings(files: Files): Finding[] {
  const imports = [...files]
    .filter(([file]) => !isTest(file))
    .flatMap(([file, text]) =>
      importsOf(file, text)
        .filter((imported) => files.has(imported))
        .map((imported) => ({ file, from: roomOf(file), to: roomOf(imported) })),
    )
    .filter(({ from, to }) => from !== to);
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) next.set(from, (next.get(from) ?? new Set()).add(to));
  return imports
    .filter(({ from, to }) => reaches(next, to, from))
    .map(({ file, from, to }) => ({ file, message: `imports ${to}, from which a way leads back to ${from}` }));
}

function reaches(next: ReadonlyMap<string, ReadonlySet<string>>, start: string, end: string): boolean {
  const found = new Set([start]);
  for (const room of found) for (const other of next.get(room) ?? []) found.add(other);
  return found.has(end);
}
