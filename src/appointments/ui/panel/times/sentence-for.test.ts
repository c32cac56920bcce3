import { expect, test } from "vitest";
import { sentenceFor } from "./sentence-for.ts";
import { initialTimes, nextTimes } from "./times-reducer.ts";
import "../../../../text/beside.ts";

const today = "2026-11-24";
const lost = { date: today, time: "11:30", queue: 1 };
const nearest = { date: today, time: "11:40", queue: 3 };
const later = { date: today, time: "12:00", queue: 1 };

const begun = (place: typeof lost | null) => initialTimes({ place, clicked: null });
const clash = { isTaken: true, sentence: "", alternatives: [nearest, later], taken: null, wished: lost };
const afterClash = nextTimes(begun(lost), { type: "lost", clash });
const sentence = (place: typeof lost | null, state = afterClash) =>
  sentenceFor(place, state, { visit: undefined, today, language: "el" })?.replaceAll("\u00a0", " ") ?? null;

test("of an alternative to a lost place it is asked whether it suits, with the others beside it", () => {
  expect(sentence(nearest)).toBe("«Αυτή η ώρα μόλις δόθηκε. Σας βολεύει *σήμερα στις 11:40*; Αλλιώς στις 12:00.»");
});

test("of the one in the place of a lost one too", () => {
  const state = { ...begun(null), gone: { place: lost, by: null } };
  expect(sentence(later, state)).toBe("«Αυτή η ώρα μόλις δόθηκε. Σας βολεύει *σήμερα στις 12:00*;»");
});

test("any other place is read as one that was chosen", () => {
  const wish = { date: today, time: "11:40", queue: 3, monday: today };
  for (const state of [begun(null), nextTimes(afterClash, { type: "other-wished", wish })])
    expect(sentence(nearest, state)).toMatch(/^«Σήμερα, \*Τρίτη 24 Νοεμβρίου, στις 11:40\*/);
  expect(sentence({ ...later, queue: 2 })).toMatch(/^«Σήμερα/);
  expect(sentence(null)).toBeNull();
});
