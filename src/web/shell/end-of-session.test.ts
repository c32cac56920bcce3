import { expect, test } from "vitest";
import { endOfSession, millisecondsLeft } from "./end-of-session.ts";

const at = (time: string) => `2026-11-24T${time}:00+02:00`;
const now = at("10:42");

test("nothing is said while there is time", () => {
  expect(endOfSession({ now, idleUntil: at("11:12"), until: at("20:00") })).toBeNull();
});

test("five minutes before an idle session ends, going on can prevent it", () => {
  expect(endOfSession({ now, idleUntil: at("10:47"), until: at("20:00") })).toEqual({ minutes: 5, isFinal: false });
});

test("the end after twelve hours can't be put off", () => {
  expect(endOfSession({ now, idleUntil: at("11:12"), until: at("10:45") })).toEqual({ minutes: 3, isFinal: true });
});

test("a session that is over has no minutes left", () => {
  expect(endOfSession({ now, idleUntil: at("10:40"), until: at("20:00") })).toEqual({ minutes: 0, isFinal: false });
});

test("the end is whichever comes first, after idling or for good", () => {
  expect(millisecondsLeft({ now, idleUntil: at("11:12"), until: at("20:00") })).toBe(30 * 60_000);
  expect(millisecondsLeft({ now, idleUntil: at("11:12"), until: at("10:43") })).toBe(60_000);
});
