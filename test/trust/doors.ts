import { halfSent } from "../doors/half-sent.ts";
import type { Note } from "./note.ts";

/** What an attacker tries at the doors of the program: one part for each file of test/doors that has one. */
const PARTS: readonly ((note: Note) => Promise<void>)[] = [(note) => halfSent(note, 60)];

export async function doors(note: Note): Promise<void> {
  for (const part of PARTS) await part(note);
}
