import { expect, test } from "vitest";
import { standingCalls } from "./standing.ts";

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00+02:00`);
const call = (number: number, time: string) => ({ letter: "Α", number, at: at(time) });
const numbers = (calls: readonly { readonly number: number }[]) => calls.map(({ number }) => number);

test("while the office serves, those of since it opened stand, however long ago", () => {
  const calls = [call(3, "12:59"), call(2, "08:00"), call(1, "07:59")];
  expect(numbers(standingCalls(calls, at("08:00"), at("13:00")))).toEqual([3, 2]);
});

test("after closing a call stands for a quarter of an hour, and so it does before opening", () => {
  const calls = [call(2, "14:10"), call(1, "13:50")];
  expect(numbers(standingCalls(calls, null, at("14:05")))).toEqual([2, 1]);
  expect(numbers(standingCalls(calls, null, at("14:06")))).toEqual([2]);
  expect(numbers(standingCalls(calls, null, at("14:26")))).toEqual([]);
  expect(numbers(standingCalls(calls, at("14:20"), at("14:21")))).toEqual([2]);
});

test("a number that was called again stands once, where it was called last", () => {
  const calls = [call(1, "10:05"), call(2, "10:04"), call(1, "10:00")];
  expect(numbers(standingCalls(calls, at("08:00"), at("10:06")))).toEqual([1, 2]);
});
