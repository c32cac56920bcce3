import { expect, test } from "vitest";
import { faultOfMark, faultOfWalkIn, hasFaults } from "./refused.ts";

const walkIn = { time: "09:10", until: "09:25", service: "signature" };
const request = {
  marks: [
    { id: "a", version: 1, status: "served" as const },
    { id: "b", version: 1, status: "no-show" as const },
  ],
  walkIns: [{ ...walkIn, time: "08:00" }, walkIn],
};
const near = [{ time: "09:30", queue: 2 }];
const refused = {
  request,
  problem: {
    status: 409,
    code: "x",
    title: "όχι",
    places: [{ walkIn: 1, near }],
    errors: [
      { field: "marks.1.status", code: "act-too-early", message: "νωρίς" },
      { field: "walkIns.1.time", code: "walk-in-no-place", message: "γεμάτο" },
    ],
  },
};

test("each row says what was refused of it", () => {
  expect(faultOfMark(refused, { id: "b", status: "no-show" })).toBe("νωρίς");
  expect(faultOfMark(refused, { id: "a", status: "served" })).toBeNull();
  expect(faultOfWalkIn(refused, walkIn)).toEqual({ message: "γεμάτο", near });
  expect(faultOfWalkIn(refused, { ...walkIn, time: "08:00" })).toBeNull();
});

test("as long as it stands as it was refused", () => {
  expect(faultOfMark(refused, { id: "b", status: "served" })).toBeNull();
  expect(faultOfWalkIn(refused, { ...walkIn, place: { time: "09:30", queue: 2 } })).toBeNull();
  expect(hasFaults(refused, request)).toBe(true);
  expect(hasFaults(refused, { marks: [], walkIns: [] })).toBe(false);
  expect(hasFaults(null, request)).toBe(false);
});
