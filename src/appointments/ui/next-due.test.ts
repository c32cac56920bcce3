import { expect, test } from "vitest";
import type { Appointment, Status } from "../contract.ts";
import { actsFor, nextDue } from "./next-due.ts";

const at = (time: string, status: Status): Appointment => ({ id: time, time, status }) as Appointment;

test("each status goes one step forward", () => {
  expect(actsFor(at("11:00", "booked"), 642)).toEqual(["arrival"]);
  expect(actsFor(at("11:00", "arrived"), 642)).toEqual(["service-start"]);
  expect(actsFor(at("11:00", "in-service"), 642)).toEqual(["completion"]);
  expect(actsFor(at("11:00", "served"), 642)).toEqual([]);
});

test("«Δεν προσήλθε» is offered ten minutes after the hour", () => {
  expect(actsFor(at("10:30", "booked"), 639)).toEqual(["arrival"]);
  expect(actsFor(at("10:30", "booked"), 640)).toEqual(["arrival", "no-show"]);
});

test("buttons stand on the one being served and on the next who is expected", () => {
  const queue = [
    at("10:00", "served"),
    at("10:30", "in-service"),
    at("11:00", "arrived"),
    at("11:15", "booked"),
    at("11:30", "booked"),
  ];
  expect([...nextDue(queue, 642)]).toEqual([
    ["10:30", ["completion"]],
    ["11:15", ["arrival"]],
  ]);
});

test("when nobody is being served, the next who came may start", () => {
  expect([...nextDue([at("10:30", "arrived"), at("11:00", "booked")], 642)]).toEqual([["10:30", ["service-start"]]]);
});

test("no buttons on other days", () => {
  expect(nextDue([at("10:30", "booked")], null).size).toBe(0);
});
