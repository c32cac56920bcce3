import fc from "fast-check";
import { expect, test } from "vitest";
import { ONBOARDING_STEPS, type QuestionSet } from "./contract.ts";
import { actionsDone, answerErrors, answersTo, areAllDone, questionSetErrors } from "./rules.ts";

const label = { el: "Ερώτηση", en: "Question" };
const set: QuestionSet = {
  version: 1,
  minutes: 1,
  questions: [
    { kind: "number", id: "count", label, min: 1, max: 9 },
    { kind: "choice", id: "pick", label, isOptional: true, options: ["a", "b"].map((id) => ({ id, label })) },
    { kind: "text", id: "text", label, max: 5 },
    { kind: "confirmation", id: "sure", label },
  ],
};
const codesOf = (answers: Record<string, string>) =>
  answerErrors(set, answers).map(({ field, code }) => `${field} ${code}`);

test("an action is done once both of its halves are, and all are done with the last", () => {
  expect(actionsDone([])).toBe(0);
  expect(actionsDone(["signed-in", "appointment-viewed"])).toBe(1);
  fc.assert(
    fc.property(
      fc.subarray([...ONBOARDING_STEPS]),
      (steps) => areAllDone(steps) === (steps.length === ONBOARDING_STEPS.length),
    ),
  );
});

test("every question asks for an answer of its kind, but for optional ones", () => {
  expect(codesOf({ count: "3", text: "α", sure: "yes" })).toEqual([]);
  expect(codesOf({})).toEqual(["count field-required", "text field-required", "sure answer-unconfirmed"]);
  expect(codesOf({ count: "0", pick: "c", text: "αβγδεζ", sure: "no" })).toEqual([
    "count number-out-of-range",
    "pick field-required",
    "text field-too-long",
    "sure answer-unconfirmed",
  ]);
  expect(codesOf({ count: "1.5", text: " ", sure: "yes" })).toEqual([
    "count number-out-of-range",
    "text field-required",
  ]);
});

test("a number and a text go just up to their bounds", () => {
  const rest = { text: "α", sure: "yes" };
  expect(["1", "9"].map((count) => codesOf({ ...rest, count }))).toEqual([[], []]);
  for (const count of ["0", "10"]) expect(codesOf({ ...rest, count })).toEqual(["count number-out-of-range"]);
  expect(codesOf({ ...rest, count: "1", text: "αβγδε" })).toEqual([]);
  expect(codesOf({ ...rest, count: "1", text: "αβγδεζ" })).toEqual(["text field-too-long"]);
});

test("answers to older questions are left out, blank ones too", () => {
  expect(answersTo(set, { count: " 3 ", text: " ", older: "x" })).toEqual({ count: "3" });
});

test("a file asks nothing twice, and no number between a higher one and a lower", () => {
  const [number] = set.questions;
  const twice = { ...set, questions: [...set.questions, number, { ...number, id: "other", min: 10 }] } as QuestionSet;
  expect(questionSetErrors(set)).toEqual([]);
  expect(questionSetErrors(twice)).toEqual([
    { field: "questions.4", code: "question-twice" },
    { field: "questions.5", code: "question-range" },
  ]);
});
