import { plantFaults } from "../mutation/mutation.ts";
import { inLines, isEnough } from "../mutation/score-lines.ts";
import type { Note } from "./note.ts";

/** In each file at most, of its code and of its SQL each */
const FAULTS = 2;

/** Whether the tests notice when something is wrong: of rules, use cases and SQL, module by module. */
export async function plantedFaults(note: Note): Promise<void> {
  const scores = await plantFaults(FAULTS, [], (line) => process.stdout.write(`${line}\n`));
  for (const score of scores) note(isEnough(score), inLines(score).join("\n"));
}
