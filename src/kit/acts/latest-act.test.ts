import { expect, test } from "vitest";
import { latestAct } from "./latest-act.ts";

const act: Parameters<typeof latestAct>[1] = { undo: {} };

test("the last act that can be taken back stays so until the next one, whatever is only said meanwhile", () => {
  expect(latestAct(null, act)).toBe(act);
  expect(latestAct(act, { tone: "info" })).toBe(act);
  expect(latestAct(act, { tone: "error" })).toBe(act);
  const next = { undo: {} };
  expect(latestAct(act, next)).toBe(next);
});

test("an act that can't be taken back itself takes the place of the one before", () => {
  expect(latestAct(act, { tone: "success" })).toBeNull();
});
