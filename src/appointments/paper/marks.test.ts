import { expect, test } from "vitest";
import { STATUSES, type Status } from "../statuses.ts";
import { MARKS, markHindrance, stepsTo } from "./marks.ts";

const now = { date: "2026-11-24", time: "10:42" };
const visit = (status: Status, time = "09:30", date = now.date) => ({
  status,
  date,
  time,
  anonymizedAt: null,
});
const allowed = (status: Status) =>
  MARKS.filter((mark) => stepsTo(mark, status).length > 0 && markHindrance(mark, visit(status), now) === null);

test("a tick stands for the steps that the counter would have taken", () => {
  expect(stepsTo("served", "booked")).toEqual(["arrival", "service-start", "completion"]);
  expect(stepsTo("served", "arrived")).toEqual(["service-start", "completion"]);
  expect(stepsTo("served", "in-service")).toEqual(["completion"]);
  expect(stepsTo("arrived", "booked")).toEqual(["arrival"]);
  expect(stepsTo("no-show", "booked")).toEqual(["no-show"]);
  for (const mark of MARKS) expect(stepsTo(mark, mark), `${mark} is so already`).toEqual([]);
});

test("by each status only what can still have happened may be ticked", () => {
  const all = Object.fromEntries(STATUSES.map((status) => [status, allowed(status)]));
  expect(all).toEqual({
    held: [],
    booked: ["arrived", "served", "no-show"],
    arrived: ["served"],
    "in-service": ["served"],
    served: [],
    "no-show": [],
    left: [],
    cancelled: [],
    expired: [],
  });
});

test("nobody is missed before ten minutes have passed, and nothing has happened on a day to come", () => {
  expect(markHindrance("no-show", visit("booked", "10:35"), now)).toEqual({ why: "too-early", from: "10:45" });
  expect(markHindrance("no-show", visit("booked", "10:30"), now)).toBeNull();
  for (const mark of MARKS)
    expect(markHindrance(mark, visit("booked", "09:30", "2026-11-25"), now)).toEqual({ why: "day-to-come" });
});
