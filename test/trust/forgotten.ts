import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

const TIMES = 25;

/** What is left of citizens after sixty days. */
export async function forgotten(note: Note): Promise<void> {
  const code = await ran("vitest", ["run", "--project=!embedded", "test/retention", "src/retention"], {
    FORGOTTEN_TIMES: String(TIMES),
  });
  note(
    code === 0,
    `unique names, numbers and addresses planted in every text of every route that is of a citizen, by the published ` +
      `contract, ${TIMES} times; 60 days later, with each day's work: none is in a row, in the files of the database once each ` +
      "table is written anew (tables, indexes, TOAST), in its log, in a backup, in the metrics, in a refusal or in what the " +
      "program logged",
  );
}
