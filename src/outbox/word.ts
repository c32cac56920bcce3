import type { Tx } from "../platform/database/sql.ts";
import type { VisitPlace } from "./planned.ts";
import { insertWord, type LastWord, lastWord, waitForSender } from "./word-sql.ts";

/**
 * What the citizen was told last of an appointment that goes to another office, by a letter that has left or may have. A sender
 * who is at one of its letters ends first: what that says is told by then. Null: nothing that they still go by.
 */
export async function takeWord(tx: Tx, officeId: number, appointment: string): Promise<LastWord | null> {
  await waitForSender(tx, appointment);
  const word = await lastWord(tx, officeId, appointment);
  return word && (word.told.isLive || word.told.office) ? word : null;
}

/** There the next letter tells the difference from it, as if it had left there: it is never sent. */
export async function bringWord(tx: Tx, officeId: number, { word, appointment, place, at }: NewWord): Promise<void> {
  const { before, told, ...letter } = word;
  // Further back than the office before: nothing was said of that one.
  const office = told.office ?? before;
  const known = { ...told, isLive: false, office: { ...office, isHere: office.id === officeId } };
  await insertWord(tx, officeId, { ...letter, appointment, told: known, place, at });
}

interface NewWord {
  readonly word: LastWord;
  /** The one that begins there */
  readonly appointment: string;
  readonly place: VisitPlace;
  readonly at: Temporal.Instant;
}
