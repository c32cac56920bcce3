import { expect } from "vitest";
import { CHECK_POINTS, verifyDraw } from "../src/draws/rule/verify-draw.ts";
import { withoutWishes } from "../src/draws/rule/without-wishes.ts";
import type { DrawDesk } from "./draw-desk.ts";

/** A draw of few people follows from the rule at all points, and at all but the last from what is published of it. */
export async function requireFollows(desk: DrawDesk): Promise<void> {
  const [whole, published] = [await desk.record(), await desk.published()];
  expect((await verifyDraw(whole)).map(({ point, holds }) => [point, holds])).toEqual(
    CHECK_POINTS.map((point) => [point, true]),
  );
  expect(published).toEqual(await withoutWishes(whole));
  expect((await verifyDraw(published ?? whole)).map(({ point, holds }) => [point, holds])).toEqual(
    CHECK_POINTS.map((point) => [point, point === "places" ? null : true]),
  );
}
