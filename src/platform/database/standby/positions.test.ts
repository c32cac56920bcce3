import { expect, test } from "vitest";
import { createPositions, type PositionSample } from "./positions.ts";
import { unfitness } from "./require-fit.ts";

const BOUND_MS = 1_000;
const at = (moment: number, lsn = moment, timeline = 1): PositionSample => ({
  at: moment,
  lsn: BigInt(lsn),
  timeline,
  database: "7/5",
});
const changedAt = (change: number) => (since: number) => since > change;
const never = changedAt(Number.NEGATIVE_INFINITY);

function positionsOf(...positions: readonly PositionSample[]) {
  const all = createPositions(BOUND_MS);
  for (const position of positions) all.add(position);
  return all;
}

test("a look wants the earliest position that is not older than the bound", () => {
  const positions = positionsOf(at(0), at(200), at(400), at(1_300));
  expect(positions.wanted(never, 1_300)).toEqual(at(400));
  expect(positions.wanted(never, 2_300)).toEqual(at(1_300));
  expect(positions.wanted(never, 2_301)).toBeNull();
});

test("of what has changed it wants one that was asked for afterwards, and where there is none yet, none", () => {
  const positions = positionsOf(at(0), at(200), at(400));
  expect(positions.wanted(changedAt(100), 500)).toEqual(at(200));
  expect(positions.wanted(changedAt(200), 500)).toEqual(at(400));
  expect(positions.wanted(changedAt(400), 500)).toBeNull();
});

test("of another primary nothing of before can be wanted", () => {
  const positions = positionsOf(at(0, 900), at(200, 100, 2));
  expect(positions.wanted(never, 300)).toEqual(at(200, 100, 2));
});

test("of one that is silent it wants what would have done when it spoke last", () => {
  const positions = positionsOf(at(0), at(200), at(1_150));
  expect(positions.wanted(never, 9_000)).toBeNull();
  expect(positions.lastWanted()).toEqual(at(200));
  expect(positionsOf().lastWanted()).toBeNull();
});

test("how far behind a standby is follows from when the primary was further", () => {
  const positions = positionsOf(at(0, 10), at(200, 10), at(400, 20), at(600, 30));
  expect(positions.ageOf(30n, 700)).toBe(0);
  expect(positions.ageOf(10n, 700)).toBe(300);
  expect(positions.ageOf(9n, 700), "further back than anything known").toBeNull();
  expect(positionsOf().ageOf(9n, 700)).toBeNull();
});

test.each([
  ["takes-writes", null],
  ["other-database", { ...at(0, 50), database: "8/5" }],
  ["other-timeline", at(0, 50, 1)],
  ["other-timeline", at(0, 50, 3)],
  ["behind", at(0, 19, 2)],
  [null, at(0, 20, 2)],
])("%s", (reason, replayed) => {
  expect(unfitness(replayed, at(0, 20, 2))).toBe(reason);
});

test("where nothing is known of the primary any standby will do, and nothing else", () => {
  expect(unfitness(at(0), null)).toBeNull();
  expect(unfitness(null, null)).toBe("takes-writes");
});
