import { expect, test, vi } from "vitest";
import { ApiProblem, NoConnection } from "../../../web/api.ts";
import { failureOf } from "./save-failure.ts";

// The way to the server also listens to the page, which a test does not have.
vi.hoisted(() => vi.stubGlobal("addEventListener", () => {}));

const problem = (status: number, code: string, more: object = {}) =>
  new ApiProblem({ status, code, title: "Πρόταση.", ...more });

test("no answer and an answer too late are the same: nobody knows yet", () => {
  expect(failureOf(new NoConnection())).toEqual({ kind: "no-connection" });
  expect(failureOf(new DOMException("late", "TimeoutError"))).toEqual({ kind: "no-connection" });
});

test("a place that is gone brings who took it and the nearest ones", () => {
  const alternatives = [{ date: "2026-11-24", time: "11:40", queue: 3 }];
  const taken = { at: "10:42", by: "Άρης Καστανάς", channel: "phone" };
  expect(failureOf(problem(409, "slot-taken", { alternatives, taken }))).toEqual({
    kind: "clash",
    clash: { isTaken: true, sentence: "Πρόταση.", alternatives, taken },
  });
  expect(failureOf(problem(409, "slot-not-offered"))).toMatchObject({
    kind: "clash",
    clash: { isTaken: false, taken: null },
  });
});

test("faulty fields, an ended session and other refusals are told apart", () => {
  const errors = [{ field: "phone", code: "phone-invalid", message: "Ο αριθμός δεν είναι έγκυρος." }];
  expect(failureOf(problem(422, "fields-invalid", { errors }))).toEqual({ kind: "fields", errors });
  expect(failureOf(problem(401, "not-signed-in"))).toEqual({ kind: "signed-out" });
  expect(failureOf(problem(503, "unavailable"))).toEqual({ kind: "refused", sentence: "Πρόταση." });
});

test("an error that no server sent is a fault of ours and is not swallowed", () => {
  expect(() => failureOf(new TypeError("ours"))).toThrow(TypeError);
});
