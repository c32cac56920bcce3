import type { Note, Part } from "../note.ts";
import { fakeTime, ranAt } from "./clock.ts";
import { MOMENTS, nextMoment } from "./days.ts";

/** The proof at a moment that is not like others: what only passes on the day it was written fails here. */
export const moments: Readonly<Record<string, Part>> = Object.fromEntries(
  Object.keys(MOMENTS).map((name) => [name, (note: Note) => proofAt(name, note)]),
);

async function proofAt(name: string, note: Note): Promise<void> {
  const library = fakeTime();
  if (!library) return note(true, "not tried: that needs Debian's package `faketime`");
  const moment = nextMoment(name, Temporal.Now.zonedDateTimeISO("Europe/Athens"));
  const said = moment.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " at ");
  const code = await ranAt(library, moment, "node", ["scripts/tests/run-tests.mjs"]);
  note(code === 0, `\`npm test\` on ${said} in Athens`);
}
