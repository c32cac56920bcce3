import { expect, test } from "vitest";
import { type FaultAction, faultsToTell, nextFaults, untouched } from "./faults.ts";

const faults = { phone: "λάθος" };
const after = (...actions: FaultAction[]) => actions.reduce(nextFaults, untouched);
const shown = (actions: FaultAction[], phone = "210") => faultsToTell(after(...actions), faults, { phone });

test("a fault shows once its field was left filled, or saving was tried", () => {
  expect(shown([])).toEqual({});
  expect(shown([{ type: "left", field: "phone" }])).toEqual(faults);
  expect(shown([{ type: "left", field: "phone" }], " ")).toEqual({});
  expect(shown([{ type: "tried" }], "")).toEqual(faults);
  expect(shown([{ type: "tried" }, { type: "begun" }])).toEqual({});
});

test("what the server found shows until the field changes, or saving is tried again", () => {
  const refused: FaultAction = { type: "refused", errors: [{ field: "email", message: "όχι" }] };
  expect(shown([refused])).toEqual({ email: "όχι" });
  expect(shown([refused, { type: "changed", fields: ["phone"] }])).toEqual({ email: "όχι" });
  expect(shown([refused, { type: "changed", fields: ["email"] }])).toEqual({});
  expect(shown([refused, { type: "tried" }])).toEqual(faults);
});
