import { expect, test, vi } from "vitest";
import { ApiProblem, NoConnection } from "../../../../kit/api.ts";
import { clashIn } from "./clash.ts";

// The way to the server also listens to the page, which a test does not have.
vi.hoisted(() => vi.stubGlobal("addEventListener", () => {}));

const problem = (status: number, code: string, more: object = {}) =>
  new ApiProblem({ status, code, title: "Πρόταση.", ...more });

test("a place that is gone brings who took it and the nearest ones", () => {
  const alternatives = [{ date: "2026-11-24", time: "11:40", queue: 3 }];
  const taken = { at: "10:42", by: "Άρης Καστανάς", channel: "phone" };
  expect(clashIn(problem(409, "slot-taken", { alternatives, taken }))).toEqual({
    isTaken: true,
    sentence: "Πρόταση.",
    alternatives,
    taken,
  });
  expect(clashIn(problem(409, "slot-not-offered"))).toMatchObject({ isTaken: false, alternatives: [], taken: null });
});

test("whatever else fails is about no place", () => {
  expect(clashIn(problem(412, "version-stale", { current: { version: 3 } }))).toBe(null);
  expect(clashIn(problem(503, "unavailable"))).toBe(null);
  expect(clashIn(new NoConnection())).toBe(null);
});
