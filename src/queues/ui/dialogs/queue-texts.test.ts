import { expect, test } from "vitest";
import { QUEUE } from "../../../../test/queue.ts";
import type { Queue } from "../../contract.ts";
import { queueChangesIn, queueFaults, textsOf } from "./queue-texts.ts";

const queue: Queue = { ...QUEUE, slotMinutes: 10, version: 4, employee: { id: 7, name: "Άρης Καστανάς" } };

test("each fact is a text", () => {
  expect(textsOf(queue)).toEqual({ name: "Ουρά 2", employee: "7", slotMinutes: "10", arrow: "" });
  expect(textsOf({ ...queue, employee: null }).employee).toBe("");
});

test("of a queue that there is, only what was changed is sent", () => {
  expect(queueChangesIn({})).toEqual({});
  expect(queueChangesIn({ name: " Γρήγορη ", employee: "" })).toEqual({ name: "Γρήγορη", employee: null });
  expect(queueChangesIn({ slotMinutes: "15" })).toEqual({ slotMinutes: 15 });
  expect([queueChangesIn({ arrow: "left" }), queueChangesIn({ arrow: "" })]).toEqual([
    { arrow: "left" },
    { arrow: null },
  ]);
});

test.each([
  ["", "10", ["queue-name-required"]],
  ["α".repeat(61), "10", ["field-too-long"]],
  ["Ουρά", "δέκα", ["number-not-whole"]],
  ["Ουρά", "3", ["number-out-of-range"]],
  ["Ουρά", "120", []],
])("name %j, minutes %j", (name, slotMinutes, codes) => {
  expect(queueFaults({ name, employee: "", slotMinutes }).map(({ code }) => code)).toEqual(codes);
});
