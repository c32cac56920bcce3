import { expect, test } from "vitest";
import { anAppointment } from "../../../test/an-appointment.ts";
import type { Status } from "../statuses.ts";
import { delayOf, isOverdue } from "./delay.ts";

const now = { date: "2026-11-24", time: "10:42" };
const visit = (status: Status, time: string, since = "2026-11-24T10:24:00+02:00") =>
  anAppointment({ status, time, statusAt: since, version: 2 });

test("minutes since the arrival, at the counter, and after the time of whoever has not come", () => {
  expect(delayOf(visit("arrived", "10:15"), now)).toEqual({ kind: "waiting", minutes: 18 });
  expect(delayOf(visit("arrived", "10:31"), now), "not before the appointed time").toEqual({
    kind: "waiting",
    minutes: 11,
  });
  expect(delayOf(visit("in-service", "10:15"), now)).toEqual({ kind: "at-counter", minutes: 18 });
  expect(delayOf(visit("booked", "10:31"), now)).toEqual({ kind: "late", minutes: 11 });
});

test("whoever came before the time does not wait yet", () => {
  expect(delayOf(visit("arrived", "10:45"), now)).toEqual({ kind: "early", at: "10:24" });
  expect(delayOf(visit("arrived", "10:42"), now)).toEqual({ kind: "waiting", minutes: 0 });
});

test("nothing is said of other days, of what is over, and of what is not due", () => {
  for (const status of ["served", "no-show", "cancelled", "held", "expired"] as const)
    expect(delayOf(visit(status, "10:15"), now), status).toBeNull();
  expect(delayOf(visit("booked", "10:42"), now)).toBeNull();
  expect(delayOf({ ...visit("booked", "10:15"), date: "2026-11-23" }, now)).toBeNull();
});

test("somebody must decide once it may be said that nobody came", () => {
  expect(isOverdue(visit("booked", "10:33"), now)).toBe(false);
  expect(isOverdue(visit("booked", "10:32"), now)).toBe(true);
  expect(isOverdue(visit("arrived", "10:15"), now)).toBe(false);
});
