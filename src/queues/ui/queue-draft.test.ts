import { expect, test } from "vitest";
import type { Queue } from "../contract.ts";
import { blankQueue, draftOf, queueFaults, queueRequest } from "./queue-draft.ts";

const queue: Queue = {
  ...{ number: 2, name: "Ουρά 2", isDefault: false, active: true, public: false, archived: false },
  ...{ slotMinutes: 15, version: 4, hours: [], activity: [], substitutes: [] },
  employee: { id: 7, name: "Άρης Καστανάς" },
};

test("of a queue that there is, only what differs is sent", () => {
  expect(queueRequest(draftOf(queue), queue)).toEqual({});
  expect(queueRequest({ ...draftOf(queue), name: " Γρήγορη ", employee: "" }, queue)).toEqual({
    name: "Γρήγορη",
    employee: null,
  });
});

test("a new one has a name and minutes, and an employee when one was chosen", () => {
  expect(queueRequest(blankQueue("Ουρά 3"), undefined)).toEqual({ name: "Ουρά 3", slotMinutes: 10 });
  expect(queueRequest({ ...blankQueue("Ουρά 3"), employee: "7" }, undefined)).toMatchObject({ employee: 7 });
});

test.each([
  ["", "10", ["queue-name-required"]],
  ["α".repeat(61), "10", ["field-too-long"]],
  ["Ουρά", "δέκα", ["number-not-whole"]],
  ["Ουρά", "3", ["number-out-of-range"]],
  ["Ουρά", "120", []],
])("name %j, minutes %j", (name, minutes, codes) => {
  expect(queueFaults({ ...blankQueue(name), minutes }).map(({ code }) => code)).toEqual(codes);
});
