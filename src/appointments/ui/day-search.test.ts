import { expect, test } from "vitest";
import { validateDaySearch, withPanel } from "./day-search.ts";

const ID = "01a210dc-3a33-7705-a8a0-037d8bc5bebd";

test("what an address can't mean is answered with nothing, so that the router does not keep it", () => {
  const search = validateDaySearch({ panel: "<b>", intent: "burn", time: "25:00", queue: "1", view: "x", sort: 7 });
  expect(Object.entries(search).filter(([, value]) => value !== undefined)).toEqual([["ignored", true]]);
  expect(Object.keys(search)).toEqual(expect.arrayContaining(["panel", "intent", "time", "queue", "view", "sort"]));
});

test("opening and closing a panel keeps how the day is looked at, and drops what was ignored", () => {
  const search = validateDaySearch({ panel: "new", view: "table", statuses: ["served", "lost"], sort: "name" });
  const look = { view: "table", statuses: ["served"], sort: "name" };
  expect(withPanel(search)).toEqual(look);
  expect(withPanel(search, { panel: ID, intent: "edit" })).toEqual({ ...look, panel: ID, intent: "edit" });
});
