import type { Note, Part } from "../note.ts";
import { fakeTime, ranAt } from "./clock.ts";
import { MOMENTS, nextMoment } from "./days.ts";

/** Every test and journey at a moment that is not like others: what only passes on the day it was written fails here. */
export const moments: Readonly<Record<string, Part>> = Object.fromEntries(
  Object.keys(MOMENTS).map((name) => [name, (note: Note) => everythingAt(name, note)]),
);

async function everythingAt(name: string, note: Note): Promise<void> {
  const library = fakeTime();
  if (!library) return note(true, "not tried: that needs Debian's package `faketime`");
  const moment = nextMoment(name, Temporal.Now.zonedDateTimeISO("Europe/Athens"));
  const said = moment.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " at ");
  const tests = await ranAt(library, moment, "vitest", ["run", "--project=!embedded"]);
  note(tests === 0, `every test on ${said} in Athens`);
  const journeys = await ranAt(library, moment, "playwright", ["test"]);
  note(journeys === 0, `every task in a browser, begun on ${said}`);
}
