import { expect, test } from "vitest";
import { anAppointment } from "../../../../test/an-appointment.ts";
import type { Status } from "../../statuses.ts";
import { actsOn } from "../acts/next-acts.ts";
import { keyFor, menuOf, nextActOn } from "./row-acts.ts";
import { rowFrom } from "./row-focus.ts";

const now = { date: "2026-11-24", time: "10:42" };
const at = (status: Status, time = "10:30") => actsOn(anAppointment({ status, time }), now);

test("the next step is a button, the others are in the menu, cancelling last", () => {
  expect(nextActOn(at("booked"))).toBe("arrival");
  expect(menuOf(at("booked"))).toEqual(["edit", "move", "no-show", "history", "cancel"]);
});

test("«Δεν προσήλθε» is in the menu only when its time has come", () => {
  expect(menuOf(at("booked", "10:45"))).toEqual(["edit", "move", "history", "cancel"]);
});

test("for who was cancelled or did not come there is a new time, a past and a way back", () => {
  expect(nextActOn(at("cancelled"))).toBe("rebook");
  expect(nextActOn(at("no-show"))).toBe("rebook");
  expect(nextActOn(at("served"))).toBeNull();
  expect(menuOf(at("cancelled"))).toEqual(["undo", "history"]);
});

test("of who was served today it can be said that they came in vain", () => {
  expect(menuOf(at("served"))).toEqual(["edit", "in-vain", "undo", "history"]);
  expect(keyFor("in-vain")).toBe("H");
});

test("the menu shows the keys that work on the row", () => {
  expect([keyFor("edit"), keyFor("no-show"), keyFor("cancel"), keyFor("history")]).toEqual([
    "E",
    "D",
    "Delete",
    undefined,
  ]);
});

test("arrows go from row to row and stay at the ends", () => {
  const ids = ["a", "b", "c"];
  expect((["down", "up", "first", "last", null] as const).map((way) => rowFrom(ids, "b", way))).toEqual([
    "c",
    "a",
    "a",
    "c",
    undefined,
  ]);
  expect(rowFrom(ids, "c", "down")).toBe("c");
  expect(rowFrom(ids, "a", "up")).toBe("a");
});
