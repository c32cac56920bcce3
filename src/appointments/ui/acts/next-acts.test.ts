import { describe, expect, test } from "vitest";
import { anAppointment } from "../../../../test/an-appointment.ts";
import type { Act } from "../../acts.ts";
import { STATUSES, type Status } from "../../statuses.ts";
import { actsOn, hindranceOf } from "./next-acts.ts";

const at = (status: Status, time = "10:30", version = 1) => anAppointment({ status, time, version });
const now = { date: "2026-11-24", time: "10:42" };

test("«Δεν προσήλθε» is offered ten minutes after the hour, not before", () => {
  expect(actsOn(at("booked", "10:32"), now).steps).toEqual(["arrival", "no-show"]);
  expect(actsOn(at("booked", "10:33"), now).steps).toEqual(["arrival"]);
  expect(hindranceOf("no-show", at("booked", "10:33"), now)).toEqual({ why: "too-early", from: "10:43" });
  expect(hindranceOf("no-show", at("booked", "23:55"), now)).toEqual({ why: "too-early", from: "00:05" });
});

test("nobody arrives or is missed on a day that is still to come", () => {
  const tomorrow = { ...at("booked"), date: "2026-11-25" };
  expect(actsOn(tomorrow, now).steps).toEqual([]);
  expect(hindranceOf("arrival", tomorrow, now)).toEqual({ why: "day-to-come" });
  expect(hindranceOf("no-show", tomorrow, now)).toEqual({ why: "day-to-come" });
});

test("statuses move forward one step at a time and can be undone", () => {
  expect(actsOn(at("arrived"), now)).toMatchObject({
    steps: ["service-start", "departure"],
    mayCall: true,
    mayUndo: true,
    mayMove: true,
    mayCancel: false,
  });
  expect(actsOn(at("in-service"), now)).toMatchObject({ steps: ["completion"], mayUndo: true, mayMove: false });
  expect(actsOn(at("served"), now)).toMatchObject({ steps: [], mayUndo: true, mayEdit: true, mayBeInVain: true });
});

test("in vain was a visit that was served today, of which something is known still", () => {
  const may = (more: object) => actsOn({ ...at("served"), ...more }, now).mayBeInVain;
  expect(
    [{}, { date: "2026-11-23" }, { status: "in-service" }, { anonymizedAt: "2026-11-24T10:00:00+02:00" }].map(may),
  ).toEqual([true, false, false, false]);
});

test("a cancelled appointment can only come back", () => {
  expect(actsOn(at("cancelled"), now)).toEqual({
    steps: [],
    mayCall: false,
    mayUndo: true,
    mayEdit: false,
    mayMove: false,
    mayCancel: false,
    mayRebook: true,
    mayBeInVain: false,
  });
});

test("one that went to another office is that office's: nothing is offered here, and the key says why", () => {
  const gone = { ...at("cancelled", "10:30", 2), transferredTo: "9902" };
  expect(actsOn(gone, now)).toMatchObject({ steps: [], mayUndo: false, mayRebook: false });
  expect(hindranceOf("undo", gone, now)).toEqual({ why: "transferred" });
});

describe("what can't be done says why", () => {
  test.each<[Act, Status, string]>([
    ["arrival", "arrived", "done"],
    ["service-start", "booked", "not-arrived"],
    ["completion", "arrived", "not-started"],
    ["no-show", "arrived", "present"],
    ["move", "in-service", "begun"],
    ["departure", "booked", "not-arrived"],
    ["departure", "in-service", "begun"],
    ["service-start", "left", "left"],
    ["call", "booked", "not-arrived"],
    ["call", "served", "begun"],
    ["cancel", "arrived", "present"],
    ["edit", "cancelled", "cancelled"],
    ["arrival", "held", "held"],
  ])("%s when %s: %s", (act, status, why) => {
    expect(hindranceOf(act, at(status), now)).toEqual({ why });
  });

  test("one key never takes back the booking itself, only what came after it", () => {
    expect(hindranceOf("undo", at("booked"), now)).toEqual({ why: "only-booked" });
    expect(hindranceOf("undo", at("booked", "10:30", 3), now)).toBeNull();
  });

  test("what is offered as a button is never refused as a key", () => {
    for (const status of STATUSES)
      for (const step of actsOn(at(status), now).steps) expect(hindranceOf(step, at(status), now)).toBeNull();
  });
});
