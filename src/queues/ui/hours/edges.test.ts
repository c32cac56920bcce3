import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitsOf, movedEdge, wishedBy } from "./edges.ts";

/** 08:00–12:00 and 13:00–15:00 */
const spans = [
  { from: 480, to: 720 },
  { from: 780, to: 900 },
];

describe("dragging an edge", () => {
  test("moves it by whole slots from where it was", () => {
    expect(movedEdge({ spans, index: 0, edge: "from" }, 508, 15)).toBe(510);
    expect(movedEdge({ spans, index: 0, edge: "to" }, 700, 20)).toBe(700);
    expect(movedEdge({ spans, index: 0, edge: "to" }, 705, 20)).toBe(700);
  });

  test("stops at the neighbour, at the ends of the day, and leaves room for one slot", () => {
    expect(movedEdge({ spans, index: 0, edge: "to" }, 1000, 15)).toBe(780);
    expect(movedEdge({ spans, index: 1, edge: "from" }, 0, 15)).toBe(720);
    expect(movedEdge({ spans, index: 0, edge: "from" }, -100, 15)).toBe(0);
    expect(movedEdge({ spans, index: 1, edge: "to" }, 2000, 15)).toBe(1440);
    expect(movedEdge({ spans, index: 1, edge: "to" }, 700, 20)).toBe(800);
  });

  test("whatever is wished, intervals stay apart and long enough", () => {
    const slots = fc.integer({ min: 5, max: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 2000 }),
        slots,
        fc.nat(1),
        fc.boolean(),
        (wished, slot, index, isFrom) => {
          const edge = isFrom ? "from" : "to";
          const minute = movedEdge({ spans, index, edge }, wished, slot);
          const moved = spans.map((span, at) => (at === index ? { ...span, [edge]: minute } : span));
          const [first, second] = moved as [(typeof spans)[0], (typeof spans)[0]];
          expect(first.to).toBeLessThanOrEqual(second.from);
          for (const { from, to } of moved) expect(to - from).toBeGreaterThanOrEqual(slot);
        },
      ),
    );
  });
});

test("keys: by the slot, by the hour, and as far as it goes", () => {
  const limits = limitsOf(spans, 0, "to", 15);
  expect(wishedBy("ArrowLeft", 720, 15, limits)).toBe(705);
  expect(wishedBy("PageUp", 720, 15, limits)).toBe(780);
  expect(wishedBy("End", 720, 15, limits)).toBe(780);
  expect(wishedBy("Home", 720, 15, limits)).toBe(495);
  expect(wishedBy("a", 720, 15, limits)).toBeNull();
});
