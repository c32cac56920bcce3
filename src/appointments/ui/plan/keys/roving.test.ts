import { expect, test } from "vitest";
import type { Direction } from "../../../../kit/roving.ts";
import type { Cell, QueueColumn } from "../plan-layout.ts";
import { entrance, neighbour } from "./roving.ts";

const column = (number: number, ...starts: number[]): QueueColumn =>
  ({
    queue: { number },
    appointments: 0,
    cells: starts.map((from) => ({ kind: "free", from, to: from + 15 }) as Cell),
  }) as unknown as QueueColumn;

const columns = [column(1, 480, 495, 600), column(2), column(3, 500, 590)];

test("up and down stay in the queue and stop at its ends", () => {
  expect(neighbour(columns, { queue: 1, from: 495 }, "down")).toEqual({ queue: 1, from: 600 });
  expect(neighbour(columns, { queue: 1, from: 495 }, "up")).toEqual({ queue: 1, from: 480 });
  expect(neighbour(columns, { queue: 1, from: 600 }, "down")).toBeNull();
});

test("Home and End go to the ends of the queue's day, the page keys an hour on or back", () => {
  const to = (from: number, direction: Direction) => neighbour(columns, { queue: 1, from }, direction)?.from;
  expect([to(495, "first"), to(495, "last")]).toEqual([480, 600]);
  expect([to(480, "page-down"), to(600, "page-down")]).toEqual([600, 600]);
  expect([to(600, "page-up"), to(495, "page-up")]).toEqual([495, 480]);
});

test("sideways goes to the nearest time of the next queue that has any", () => {
  expect(neighbour(columns, { queue: 1, from: 600 }, "right")).toEqual({ queue: 3, from: 590 });
  expect(neighbour(columns, { queue: 3, from: 500 }, "left")).toEqual({ queue: 1, from: 495 });
  expect(neighbour(columns, { queue: 3, from: 500 }, "right")).toBeNull();
});

test("Tab enters at what is due now", () => {
  expect(entrance(columns, 590)).toEqual({ queue: 1, from: 600 });
  expect(entrance([column(1)], null)).toBeNull();
});
