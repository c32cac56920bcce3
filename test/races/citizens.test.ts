import { afterAll, beforeAll, expect, test } from "vitest";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { type Arena, openArena, overlaps } from "./arena.ts";
import { citizensAgainstHiding, citizensAndClerksForOneTime, onePersonManyTimes, openToRivals } from "./citizens.ts";

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
  await openToRivals(arena);
});
afterAll(() => arena.close(...VISITS_BY_HAND, ...RULES_BY_HAND, "form-against-row"));

test("citizens and clerks for one time at two processes: one wins each public queue, the others are told", async () => {
  const { winners, losers, others } = await citizensAndClerksForOneTime(arena, 40, 0);
  expect({ winners, losers, others }).toEqual({ winners: 2, losers: 38, others: [] });
});

test("one person in 50 browsers at once has no more than the limit, in whatever order they come", async () => {
  expect(await onePersonManyTimes(arena, 50, 0)).toBe(10);
});

test("citizens who confirm while the head hides the queue: none stands in a hidden one", async () => {
  for (let round = 0; round < 3; round++) {
    const { hidden, isHidden } = await citizensAgainstHiding(arena, round);
    expect({ hidden, isHidden }).toEqual({ hidden: 0, isHidden: true });
  }
});

test("and nothing overlaps", async () => {
  expect(await overlaps(arena.sql)).toBe(0);
});
