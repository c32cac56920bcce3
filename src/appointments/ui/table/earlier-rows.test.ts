import { expect, test } from "vitest";
import type { Status, TicketStatus } from "../../statuses.ts";
import { foldedRows } from "./earlier-rows.ts";
import type { ListedRow } from "./rows.ts";

const now = { date: "2026-11-24", time: "10:42" };
const row = (time: string, status: Status | TicketStatus) =>
  ({ visit: { id: `${time} ${status}`, time, status } }) as ListedRow;
const DAY = [
  row("08:00", "served"),
  row("08:15", "booked"),
  row("08:30", "no-show"),
  row("09:00", "cancelled"),
  row("10:30", "in-service"),
  row("10:45", "served"),
  row("11:00", "booked"),
];
const ids = (rows: readonly ListedRow[]) => rows.map(({ visit: { id } }) => id);

test("what is over stands behind one line, whoever waits to be noted does not, and now has its place between the rows", () => {
  const { earlier, rows, before } = foldedRows(DAY, now.date, now, {});
  expect(ids(earlier)).toEqual(["08:00 served", "08:30 no-show", "09:00 cancelled"]);
  expect(ids(rows)).toEqual(["08:15 booked", "10:30 in-service", "10:45 served", "11:00 booked"]);
  expect(before).toBe(2);
});

test("a number that was served, and who was turned away, are over as well", () => {
  const rows = [row("08:10", "turned-away"), row("08:20", "arrived"), row("08:40", "left")];
  expect(ids(foldedRows(rows, now.date, now, {}).earlier)).toEqual(["08:10 turned-away", "08:40 left"]);
});

test("what stands open beside the table is not folded away", () => {
  expect(ids(foldedRows(DAY, now.date, now, { panel: "08:00 served" }).earlier)).toEqual([
    "08:30 no-show",
    "09:00 cancelled",
  ]);
});

test("whoever looks for states sees them all; another order or another day has no now", () => {
  expect(foldedRows(DAY, now.date, now, { statuses: ["served"] })).toMatchObject({ earlier: [], before: 5 });
  expect(foldedRows(DAY, now.date, now, { sort: "name" })).toEqual({ earlier: [], rows: DAY, before: null });
  expect(foldedRows(DAY, "2026-11-23", now, {})).toEqual({ earlier: [], rows: DAY, before: null });
});
