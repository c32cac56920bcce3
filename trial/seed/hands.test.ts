import { expect, test } from "vitest";
import { demoOffices } from "./demo-offices.ts";
import { handsOf } from "./hands.ts";
import type { OfficePlan } from "./office-plan.ts";

const [plan] = demoOffices(Temporal.PlainDate.from("2026-11-24")) as [OfficePlan];
const staff = [7, 8, 8, 9].map((employeeId) => ({ employeeId, lastName: "Επώνυμο", firstName: "Όνομα" }));

test("one employee serves one queue, in order, and whoever serves elsewhere none here", () => {
  expect([...handsOf(plan, staff, new Set()).ofQueue]).toEqual([
    [1, 7],
    [2, 8],
    [3, 9],
  ]);
  const { staff: everybody, ofQueue } = handsOf(plan, staff, new Set([7]));
  expect([everybody, [...ofQueue]]).toEqual([
    [7, 8, 9],
    [
      [1, 8],
      [2, 9],
    ],
  ]);
});
