import { expect, test, vi } from "vitest";
import { ApiProblem, NoConnection } from "../../../../kit/api.ts";
import { saveFailureOf } from "./save-failure.ts";

// The way to the server also listens to the page, which a test does not have.
vi.hoisted(() => vi.stubGlobal("addEventListener", () => {}));

const problem = (status: number, code: string, more: object = {}) =>
  new ApiProblem({ status, code, title: "Πρόταση.", ...more });

test("a place that is gone brings who took it and the nearest ones", () => {
  const alternatives = [{ date: "2026-11-24", time: "11:40", queue: 3 }];
  const taken = { at: "10:42", by: "Άρης Καστανάς", channel: "phone" };
  expect(saveFailureOf(problem(409, "slot-taken", { alternatives, taken }))).toMatchObject({
    kind: "clash",
    clash: { isTaken: true, sentence: "Πρόταση.", alternatives, taken },
  });
  expect(saveFailureOf(problem(409, "slot-not-offered"))).toMatchObject({
    kind: "clash",
    clash: { isTaken: false, alternatives: [], taken: null },
  });
});

test("an appointment that somebody else changed comes as it is now, with who changed it", () => {
  const current = { id: "7f", version: 3 };
  expect(saveFailureOf(problem(412, "version-stale", { current, changedBy: "Άρης Καστανάς" }))).toEqual({
    ...{ kind: "stale", sentence: "Πρόταση.", current, by: "Άρης Καστανάς" },
  });
  expect(saveFailureOf(problem(412, "version-stale", { current }))).toMatchObject({ kind: "stale", by: null });
  expect(saveFailureOf(problem(412, "version-stale"))).toMatchObject({ kind: "refused" });
});

test("whatever else fails is what it is on every page", () => {
  expect(saveFailureOf(new NoConnection())).toEqual({ kind: "no-answer" });
  expect(saveFailureOf(problem(503, "unavailable"))).toMatchObject({ kind: "refused" });
});
