import { bringCalendarLinks, takeCalendarLinks } from "../../identity/citizens/links.ts";
import { bringWord, takeWord } from "../../outbox/word.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { placeForCitizen } from "../history/word-to-citizen.ts";
import { movesMade } from "../online/moves-left-sql.ts";
import { insertOwners, ownersOf, type VisitOwner } from "../online/owner-sql.ts";
import type { AppointmentRow } from "../sql.ts";
import type { CalendarEntry } from "./calendar-entry.ts";
import { calendarEntryOf, insertCalendarEntry } from "./entry-sql.ts";

/** What goes to another office with an appointment, besides what stands in its row. */
export interface Along {
  readonly owners: readonly VisitOwner[];
  readonly entry: CalendarEntry;
  readonly calendars: Awaited<ReturnType<typeof takeCalendarLinks>>;
  /** How often its citizen has moved it until now */
  readonly movesBefore: number;
  /** The last one to its citizen */
  readonly word: Awaited<ReturnType<typeof takeWord>>;
}

/** In the scope of the office that has it, before its row is written: whoever sends one of its letters is waited for. */
export async function takeAlong(tx: Tx, officeId: number, id: string): Promise<Along> {
  const word = await takeWord(tx, officeId, id);
  return {
    word,
    owners: await ownersOf(tx, officeId, id),
    entry: await calendarEntryOf(tx, officeId, id),
    calendars: await takeCalendarLinks(tx, officeId, id),
    movesBefore: await movesMade(tx, officeId, id),
  };
}

interface Begun {
  /** As it stood in the office before, where its end was one version more */
  readonly before: AppointmentRow;
  readonly begun: AppointmentRow;
  readonly at: Temporal.Instant;
}

/** In the scope of the office that has it from now on. */
export async function bringAlong(
  tx: Tx,
  officeId: number,
  { word, owners, entry, calendars }: Along,
  { before, begun, at }: Begun,
): Promise<void> {
  await insertOwners(tx, officeId, begun.id, owners);
  await insertCalendarEntry(tx, officeId, begun.id, { uid: entry.uid, sequence: entry.sequence + before.version + 1 });
  await bringCalendarLinks(tx, officeId, begun.id, calendars);
  if (word) await bringWord(tx, officeId, { word, appointment: begun.id, place: placeForCitizen(begun), at });
}
