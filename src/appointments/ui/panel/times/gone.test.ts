import { expect, test } from "vitest";
import type { Day } from "../../../contract.ts";
import { isGone } from "./gone.ts";

const date = "2026-11-24";
const day = (status: string) =>
  ({ date, appointments: [{ queue: 3, time: "11:20", minutes: 20, status }] }) as unknown as Day;
const place = { date, time: "11:20", queue: 3 };

test("a place is gone as soon as somebody stands on it", () => {
  expect(isGone(day("booked"), place)).toBe(true);
  expect(isGone(day("held"), { ...place, time: "11:30" })).toBe(true);
});

test("not for one that was given back, nor for a neighbour, another queue, another day or any queue", () => {
  expect(isGone(day("cancelled"), place)).toBe(false);
  expect(isGone(day("booked"), { ...place, time: "11:40" })).toBe(false);
  expect(isGone(day("booked"), { ...place, queue: 2 })).toBe(false);
  expect(isGone(day("booked"), { ...place, date: "2026-11-25" })).toBe(false);
  expect(isGone(day("booked"), { ...place, queue: null })).toBe(false);
  expect(isGone(day("booked"), null)).toBe(false);
});
