import { expect, test } from "vitest";
import { closureRequestOf, closureTexts, stateOf } from "./closure-texts.ts";

const now = { date: "2026-11-24", time: "10:42" };
const closure = {
  id: "1",
  region: null,
  reason: "Εκλογές",
  createdAt: "",
  createdBy: null,
  sweep: null,
  from: "2026-11-26T00:00:00+02:00",
  to: "2026-11-27T00:00:00+02:00",
};

test("a closed day is one day without times, and asked for it is the same again", () => {
  const draft = closureTexts(closure);
  expect(draft).toMatchObject({ from: "2026-11-26", fromTime: "", to: "", toTime: "", region: "" });
  expect(closureRequestOf(draft)).toEqual({
    region: null,
    from: "2026-11-26",
    fromTime: "00:00",
    to: "2026-11-26",
    toTime: "24:00",
    reason: "Εκλογές",
  });
});

test("times and several days stay", () =>
  expect(
    closureTexts({ ...closure, from: "2026-11-26T12:00:00+02:00", to: "2026-11-28T14:00:00+02:00" }),
  ).toMatchObject({
    from: "2026-11-26",
    fromTime: "12:00",
    to: "2026-11-28",
    toTime: "14:00",
  }));

test("what is running, too, begins where it began", () =>
  expect(closureTexts({ ...closure, from: "2026-11-20T12:00:00+02:00" })).toMatchObject({
    from: "2026-11-20",
    fromTime: "12:00",
    to: "2026-11-26",
  }));

test.each([
  ["2026-11-24T10:43:00+02:00", "2026-11-24T12:00:00+02:00", "coming"],
  ["2026-11-24T10:42:00+02:00", "2026-11-24T12:00:00+02:00", "running"],
  ["2026-11-24T00:00:00+02:00", "2026-11-24T10:42:00+02:00", "over"],
])("from %s to %s it is %s", (from, to, state) => expect(stateOf({ from, to }, now)).toBe(state));
