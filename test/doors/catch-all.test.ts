import { expect, test } from "vitest";
import { aWorld } from "../world.ts";
import { catchAll } from "./catch-all.ts";
import { tellFigures } from "./figures.ts";

/** `npm run trust` takes three days of four times eight minutes. */
const DAYS = Number(process.env.CATCH_ALL_DAYS ?? 1);
const MINUTES = Number(process.env.CATCH_ALL_MINUTES ?? 3);
/** Strangers' part of a day; a domain from which somebody has come has half as much for itself beside it. */
const MOST = { new: 0.1, known: 0.15 } as const;
const PEOPLE = Math.round((DAYS * MINUTES * 4 * 60) / 60);

test("whoever has a domain of their own has little of a day, and people get their times", async () => {
  const outcomes = [];
  for (const hasCome of [false, true]) {
    const world = await aWorld({ TRUST_PROXY: "127.0.0.1" });
    outcomes.push(await catchAll(world, { hasCome, days: DAYS, minutes: MINUTES, people: PEOPLE }));
    await world.close();
  }
  await tellFigures(outcomes);
  for (const [index, { mostOfDay, people, succeeded, booked }] of outcomes.entries()) {
    expect(booked).toBeGreaterThan(0);
    expect(mostOfDay).toBeLessThanOrEqual(index === 0 ? MOST.new : MOST.known);
    // Few people say little of shares: of whoever writes from the first mailbox of their own domain one may go without.
    expect(people - succeeded).toBeLessThanOrEqual(Math.max(1, 0.05 * people));
  }
});
