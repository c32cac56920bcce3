import { expect, test } from "vitest";
import { type Forms, MOST_TRIES, workFor } from "./suspicion.ts";

const none: Forms = { open: 0, confirmed: 0 };
const open = (count: number, confirmed = 0): Forms => ({ open: count, confirmed });
const work = (address: Forms, network: Forms = address, { day = none, heldShare = 0 } = {}) =>
  workFor({ address, network, day, heldShare });

test("nobody computes anything who fills in ten forms behind one address, or while a day has room", () => {
  expect([work(none), work(open(9)), work(none, open(39)), work(none, none, { heldShare: 1 })]).toEqual([0, 0, 0, 0]);
});

test("each form more that is not confirmed makes it more, to what an old phone can do in three seconds", () => {
  expect([10, 11, 13, 17, 26, 1_000].map((count) => work(open(count)))).toEqual([16, 32, 64, 128, 256, MOST_TRIES]);
});

test("who confirms as many as they leave is like anybody else, though two hundred share their address", () => {
  expect(work(open(80, 120))).toBe(0);
});

test("a network of many addresses counts half", () => {
  expect([work(none, open(41)), work(none, open(57))]).toEqual([16, 128]);
});

test("a day that is held by half, and held before by many who did not come back, makes it more for everybody", () => {
  const hoarded = (heldShare: number, day: Forms) => work(none, none, { heldShare, day });
  expect([hoarded(0.5, open(10)), hoarded(0.49, open(10)), hoarded(1, open(9)), hoarded(1, open(40, 31))]).toEqual([
    16, 0, 0, 0,
  ]);
  expect(work(open(10), none, { heldShare: 0.9, day: open(30, 3) })).toBe(32);
});
