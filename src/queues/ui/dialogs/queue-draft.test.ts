import { expect, test } from "vitest";
import type { Queue } from "../../contract.ts";
import {
  additionRequest,
  changeRequest,
  edited,
  factsOf,
  overtaken,
  type QueueDraft,
  type QueueField,
  queueFaults,
  shownFacts,
  usualFacts,
} from "./queue-draft.ts";

const queue: Queue = {
  ...{ number: 2, name: "Ουρά 2", isDefault: false, active: true, public: false, archived: false },
  ...{ slotMinutes: 10, version: 4, hours: [], activity: [], substitutes: [], pastHours: [] },
  employee: { id: 7, name: "Άρης Καστανάς" },
};
const seen = factsOf(queue);
const typed = (field: QueueField, text: string, draft: QueueDraft = {}, present = seen): QueueDraft => ({
  ...draft,
  ...edited(draft, field, text, present),
});

test("of a queue that there is, only what she changed is sent", () => {
  expect(changeRequest({})).toEqual({});
  expect(changeRequest(typed("employee", "", typed("name", " Γρήγορη ")))).toEqual({ name: "Γρήγορη", employee: null });
  expect(changeRequest(typed("name", "Ουρά 2", typed("name", "Γρήγορη")))).toEqual({});
});

test("what a colleague changed elsewhere meanwhile stays hers, and the form shows it", () => {
  const draft = typed("name", "Γρήγορη");
  const present = factsOf({ ...queue, slotMinutes: 15, version: 5 });
  expect(changeRequest(draft)).toEqual({ name: "Γρήγορη" });
  expect(shownFacts(draft, present)).toEqual({ name: "Γρήγορη", employee: "7", minutes: "15" });
  expect(overtaken(draft, present)).toEqual([]);
});

test("what both changed is known, unless they agree", () => {
  const draft = typed("minutes", "20", typed("name", "Γρήγορη"));
  expect(overtaken(draft, factsOf({ ...queue, name: "Πρωινή", slotMinutes: 20 }))).toEqual(["name"]);
  const present = factsOf({ ...queue, name: "Πρωινή" });
  const again = typed("name", "Υποδοχή", draft, present);
  expect(overtaken(again, present), "typing on does not make it seen").toEqual(["name"]);
});

test("a new one has a name and minutes, and an employee when one was chosen", () => {
  expect(additionRequest(usualFacts("Ουρά 3"))).toEqual({ name: "Ουρά 3", slotMinutes: 10 });
  expect(additionRequest({ ...usualFacts("Ουρά 3"), employee: "7" })).toMatchObject({ employee: 7 });
});

test.each([
  ["", "10", ["queue-name-required"]],
  ["α".repeat(61), "10", ["field-too-long"]],
  ["Ουρά", "δέκα", ["number-not-whole"]],
  ["Ουρά", "3", ["number-out-of-range"]],
  ["Ουρά", "120", []],
])("name %j, minutes %j", (name, minutes, codes) => {
  expect(queueFaults({ ...usualFacts(name), minutes }).map(({ code }) => code)).toEqual(codes);
});
