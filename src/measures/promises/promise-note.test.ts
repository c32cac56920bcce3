import { randomUUIDv7 } from "node:crypto";
import { expect, test } from "vitest";
import { quarterOf } from "./promise-note.ts";

const MINUTES = Array.from({ length: 60 }, (_, waited) => waited);
/** The minutes of which a phone that is looked at all the time has its range noted. */
const notedMinutes = (ticket: string): number[] =>
  MINUTES.filter((waited) => waited === 0 || quarterOf({ ticket, waited }) > quarterOf({ ticket, waited: waited - 1 }));

test("what is said first is noted, then once in fifteen minutes", () => {
  for (const ticket of Array.from({ length: 50 }, () => randomUUIDv7())) {
    const [first, second = 0, ...more] = notedMinutes(ticket);
    expect([first, second >= 1 && second <= 15]).toEqual([0, true]);
    expect(more).toEqual([15, 30, 45].map((later) => second + later).filter((minute) => minute < 60));
  }
});

test("of many numbers each minute of waiting is asked", () => {
  const asked = new Set(Array.from({ length: 400 }, () => randomUUIDv7()).flatMap(notedMinutes));
  expect([...asked].sort((a, b) => a - b)).toEqual(MINUTES);
});
