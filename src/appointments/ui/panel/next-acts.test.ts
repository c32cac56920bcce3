import { expect, test } from "vitest";
import type { Appointment, Status } from "../../contract.ts";
import { actsOn } from "./next-acts.ts";

const at = (status: Status, time = "10:30") => ({ status, date: "2026-11-24", time }) as Appointment;
const now = { date: "2026-11-24", time: "10:42" };

test("«Δεν προσήλθε» is offered ten minutes after the hour, not before", () => {
  expect(actsOn(at("booked", "10:32"), now).steps).toEqual(["arrival", "no-show"]);
  expect(actsOn(at("booked", "10:33"), now).steps).toEqual(["arrival"]);
});

test("nobody arrives on a day that is still to come", () => {
  expect(actsOn({ ...at("booked"), date: "2026-11-25" }, now).steps).toEqual([]);
});

test("statuses move forward one step at a time and can be undone", () => {
  expect(actsOn(at("arrived"), now)).toMatchObject({
    steps: ["service-start"],
    mayUndo: true,
    mayMove: true,
    mayCancel: false,
  });
  expect(actsOn(at("in-service"), now)).toMatchObject({ steps: ["completion"], mayUndo: true, mayMove: false });
  expect(actsOn(at("served"), now)).toMatchObject({ steps: [], mayUndo: true, mayEdit: true });
});

test("a cancelled appointment can only come back", () => {
  expect(actsOn(at("cancelled"), now)).toEqual({
    steps: [],
    mayUndo: true,
    mayEdit: false,
    mayMove: false,
    mayCancel: false,
  });
});
