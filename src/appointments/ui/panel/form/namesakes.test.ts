import { expect, test } from "vitest";
import type { Appointment } from "../../../contract.ts";
import { namesakesToShow } from "./namesakes.ts";

const at = (date: string, phone: string | null = null) => ({ date, phone }) as Appointment;
const typed = { phone: "694 412 3456", date: "2026-11-26" };
const shown = (...appointments: Appointment[]) =>
  namesakesToShow(appointments, typed).map(({ appointment, isSameDay }) => [appointment.date, isSameDay]);

test("the same day is said first and more strongly", () => {
  expect(shown(at("2026-11-25"), at("2026-11-26", "+306944123456"))).toEqual([
    ["2026-11-26", true],
    ["2026-11-25", false],
  ]);
});

test("another number that day is likely another person of that name", () => {
  expect(shown(at("2026-11-26", "+306976028841"))).toEqual([["2026-11-26", false]]);
});

test("no more than three", () => {
  expect(shown(at("2026-12-01"), at("2026-12-02"), at("2026-12-03"), at("2026-12-04"))).toHaveLength(3);
});
