import { hasScreenReader } from "../reader/screen-reader.ts";
import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

/** What Orca says of both bookings, where it is. */
export async function screenReader(note: Note): Promise<void> {
  if (!hasScreenReader())
    return note(false, "no screen reader here: orca, xvfb, dbus and chromium are Debian's packages");
  const code = await ran("playwright", ["test", "test/journeys/screen-reader.journey.ts"], { SCREEN_READER: "1" });
  note(
    code === 0,
    "a citizen's booking and a clerk's, as Orca reads them in a browser's window: each sentence is the one kept in test/reader/transcripts",
  );
}
