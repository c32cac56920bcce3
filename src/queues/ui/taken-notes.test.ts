import { expect, test } from "vitest";
import { textIn } from "../../text/text.ts";
import { type DayTaken, takenNote } from "./taken-notes.ts";
import "../../text/pages.ts";

const t = textIn("el");
const day = (taken: number, more: Partial<DayTaken> = {}): DayTaken => ({
  isPast: false,
  closed: null,
  queues: [
    { number: 1, taken, closed: null },
    { number: 2, taken: 4, closed: null },
  ],
  ...more,
});

test("of a queue its own appointments, of the whole office those of all; a free day has a dash", () => {
  expect(takenNote(day(7), 1, t)).toEqual({ short: "7", words: "7\u00a0ραντεβού", isShut: false });
  expect(takenNote(day(7), null, t)?.short).toBe("11");
  expect(takenNote(day(0), 1, t)).toEqual({ short: "–", words: "κανένα ραντεβού", isShut: false });
});

test("a day on which nobody serves says so, but never hides whom it has; one that has passed says nothing", () => {
  const shut = { kind: "holiday" };
  expect(takenNote(day(0, { closed: shut }), 1, t)).toEqual({
    short: "αργία",
    words: "αργία, κανένα ραντεβού",
    isShut: true,
  });
  expect(takenNote(day(3, { closed: { kind: "hours" } }), 1, t)).toEqual({
    short: "3",
    words: "κλειστά, 3\u00a0ραντεβού",
    isShut: true,
  });
  expect(takenNote(day(3, { isPast: true }), 1, t)).toBe(null);
});
