import { expect, test } from "vitest";
import { withAct } from "./undo-stack.ts";

type Message = Parameters<typeof withAct>[1];
const act: Message = { undo: {}, about: "one" };
const next: Message = { undo: {}, about: "two" };

test("the last act that can be taken back is the first to be, and the one before after it, whatever is only said meanwhile", () => {
  expect(withAct([], act)).toEqual([act]);
  expect(withAct([act], { tone: "info" })).toEqual([act]);
  expect(withAct([act], { tone: "error" })).toEqual([act]);
  expect(withAct([act], next)).toEqual([act, next]);
});

test("an act about the same takes the place of the one before", () => {
  const later = { undo: {}, about: "one" };
  expect(withAct([act, next], later)).toEqual([next, later]);
});

test("an act that can't be taken back itself ends what lies below; the word that something was taken back does not", () => {
  expect(withAct([act], { tone: "success" })).toEqual([]);
  expect(withAct([act, next], { tone: "success", about: "two" }, true)).toEqual([act]);
});

test("no more than ten are remembered", () => {
  const many: Message[] = Array.from({ length: 12 }, (_, index) => ({ undo: {}, about: String(index) }));
  const stack = many.reduce<readonly Message[]>((before, one) => withAct(before, one), []);
  expect(stack.map(({ about }) => about)).toEqual(["2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
});
