import { expect, test } from "vitest";
import { type Forms, MOST_TRIES, workFor } from "./suspicion.ts";

const none: Forms = { open: 0, confirmed: 0 };
const open = (count: number, confirmed = 0): Forms => ({ open: count, confirmed });
const work = (address: Forms, network: Forms = address, heldShare = 0) => workFor({ address, network, heldShare });

test("nobody computes anything who fills in a form or three, or while a day has room", () => {
  expect([work(none), work(open(2)), work(none, open(11)), work(none, none, 0.49)]).toEqual([0, 0, 0, 0]);
});

test("each form more that is not confirmed makes it more, to what an old phone can do in three seconds", () => {
  expect([3, 4, 6, 10, 19, 1_000].map((count) => work(open(count)))).toEqual([16, 32, 64, 128, 256, MOST_TRIES]);
});

test("who confirms as many as they leave is like anybody else, though two hundred share their address", () => {
  expect(work(open(80, 120))).toBe(0);
});

test("a network of many addresses counts half, and a day that is held by half makes it more for everybody", () => {
  expect([work(none, open(13)), work(none, open(29)), work(none, none, 0.5), work(open(3), none, 0.9)]).toEqual([
    16, 128, 16, 32,
  ]);
});
