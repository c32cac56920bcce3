import { expect, test } from "vitest";
import { findTasks } from "./find-tasks.ts";
import { manualOf } from "./manual.ts";
import { taskFor } from "./task-for.ts";

const file = (facts: string, text: string) => `---\n${facts}\n---\n\n${text}\n`;
const MANUAL = manualOf({
  "el/hours.md": file(
    "title: Ωράριο\nrole: administrator\nchapter: queues\norder: 1\npages: /offices/$office/queues",
    "Πότε.",
  ),
  "el/why.md": file(
    "title: Γιατί όχι\nrole: operator\nchapter: trouble\norder: 1\npages: /offices/$office/why/$date, /offices/$office/queues",
    "Η απουσία και το ωράριο.",
  ),
  "el/day.md": file(
    "title: Η ημέρα\nrole: operator\nchapter: day\norder: 1\npages: /offices/$office/days/$date",
    "Το πλάνο.",
  ),
  "el/new.md": file(
    "title: Νέο ραντεβού\nrole: operator\nchapter: counter\norder: 1\npages: /offices/$office/days/$date?panel=new",
    "Γράψτε.",
  ),
  "el/move.md": file(
    "title: Μεταφορά\nrole: operator\nchapter: counter\norder: 2\npages: /offices/$office/days/$date?panel=$id&intent=move",
    "Άλλη ώρα.",
  ),
  "el/close.md": file(
    "title: Κλείσιμο\nrole: ministry\nchapter: ministry\norder: 1\npages: /ministry/closures",
    "Όλα.",
  ),
});
const CLERK = ["operator"] as const;
const HEAD = ["operator", "administrator"] as const;
const DAY = "/offices/9904/days/2026-11-27";

test("the manual is read chapter by chapter", () => {
  expect(MANUAL.map(({ name }) => name)).toEqual(["new", "move", "day", "why", "hours", "close"]);
});

test.each([
  [`${DAY}?panel=new`, CLERK, "new"],
  [`${DAY}?panel=0b9e&intent=move&view=table`, CLERK, "move"],
  [`${DAY}?panel=0b9e`, CLERK, "day"],
  [DAY, HEAD, "day"],
  ["/offices/9904/queues", CLERK, "why"],
  ["/offices/9904/queues", HEAD, "hours"],
  ["/ministry/closures", ["ministry"] as const, "close"],
  ["/nowhere", ["ministry"] as const, "close"],
  ["", CLERK, "new"],
])("on %s for %s the help opens at %s", (page, roles, name) => {
  expect(taskFor(MANUAL, page, roles)?.name).toBe(name);
});

test.each([
  ["ωραριο", ["hours", "why"]],
  ["απουσ", ["why"]],
  ["ΝΕΟ ραντ", ["new"]],
  ["αντεβού", []],
  [" ", []],
])("what is typed is found in any form, by the beginnings of words: %s", (text, names) => {
  expect(findTasks(MANUAL, text).map(({ name }) => name)).toEqual(names);
});
