import { expect, test } from "vitest";
import type { Appointment, Day } from "../../contract.ts";
import type { Status } from "../../statuses.ts";
import { nextDue } from "./next-due.ts";

const at = (time: string, status: Status, queue = 1): Appointment =>
  ({ id: time, time, status, queue, date: "2026-11-24", anonymizedAt: null }) as Appointment;

const dayOf = (appointments: Appointment[], date = "2026-11-24"): Day =>
  ({
    date,
    now: { date: "2026-11-24", time: "10:42" },
    queues: [{ number: 1 }, { number: 2 }],
    appointments,
  }) as unknown as Day;

test("buttons stand on the one being served and on the next who is expected", () => {
  const queue = [
    at("10:00", "served"),
    at("10:30", "in-service"),
    at("11:00", "arrived"),
    at("11:15", "booked"),
    at("11:30", "booked"),
  ];
  expect([...nextDue(dayOf(queue))]).toEqual([
    ["10:30", ["completion"]],
    ["11:15", ["arrival"]],
  ]);
});

test("when nobody is being served, the next who came may start", () => {
  expect([...nextDue(dayOf([at("11:00", "booked"), at("10:30", "arrived")]))]).toEqual([["10:30", ["service-start"]]]);
});

test("each queue has its own next one, late ones may be said not to have come", () => {
  expect([...nextDue(dayOf([at("10:30", "booked"), at("10:45", "booked", 2), at("11:00", "booked", 2)]))]).toEqual([
    ["10:30", ["arrival", "no-show"]],
    ["10:45", ["arrival"]],
  ]);
});

test("no buttons on other days", () => {
  expect(nextDue(dayOf([at("10:30", "booked")], "2026-11-25")).size).toBe(0);
});
