import { beforeEach, expect, test, vi } from "vitest";
import { isAnythingUnsaved } from "../unsaved.ts";
import { forgetAllTyping, forgetTyping, formKey, keepTyping, storedTyping } from "./keeper.ts";
import { beginTyping, typedOver } from "./typing.ts";

const listeners = { addEventListener: vi.fn(), removeEventListener: vi.fn() };
beforeEach(() => {
  vi.stubGlobal("addEventListener", listeners.addEventListener.mockClear());
  vi.stubGlobal("removeEventListener", listeners.removeEventListener.mockClear());
  forgetAllTyping();
});

const begun = (name: string) => typedOver(beginTyping({ name: "" }), { name }, { name: "" });
const names = (key: ReturnType<typeof formKey>) => storedTyping(key).map(({ texts }) => texts.name);

test("each that was begun stays for itself, the latest first, until it is saved or put away", () => {
  const key = formKey(7, "9901", "booking");
  const [first, second] = [begun("Σταυράκης"), begun("Παππάς")];
  keepTyping(key, first);
  keepTyping(key, second);
  expect(names(key)).toEqual(["Παππάς", "Σταυράκης"]);
  keepTyping(key, { ...first, texts: { name: "Σταυράκη" } });
  expect(names(key)).toEqual(["Σταυράκη", "Παππάς"]);
  forgetTyping(key, second.id);
  expect(names(key)).toEqual(["Σταυράκη"]);
});

test("nobody else sees it: another employee, another office, another form", () => {
  keepTyping(formKey(7, "9901", "booking"), begun("Σταυράκης"));
  for (const other of [formKey(8, "9901", "booking"), formKey(7, "9902", "booking"), formKey(7, "9901", "queue 1")])
    expect(storedTyping(other)).toEqual([]);
  expect(formKey(7, null, "closure new")).not.toBe(formKey(7, "-1", "closure new"));
});

test("an answer that was lost is still settled by the same key after the form was put away", () => {
  const key = formKey(7, "9901", "queue new");
  const typing = begun("Γρήγορη");
  const idempotencyKey = typing.keyOf({ name: "Γρήγορη" });
  keepTyping(key, typing);
  expect(storedTyping(key)[0]?.keyOf({ name: "Γρήγορη" })).toBe(idempotencyKey);
});

test("the window's end is asked about while anything is kept, and not when somebody else takes the page over", () => {
  const key = formKey(7, "9901", "settings contact");
  const typing = begun("α");
  keepTyping(key, typing);
  expect([isAnythingUnsaved(), listeners.addEventListener.mock.lastCall?.[0]]).toEqual([true, "beforeunload"]);
  forgetTyping(key, typing.id);
  expect([isAnythingUnsaved(), listeners.removeEventListener.mock.lastCall?.[0]]).toEqual([false, "beforeunload"]);
  keepTyping(key, typing);
  forgetAllTyping();
  expect([isAnythingUnsaved(), names(key)]).toEqual([false, []]);
});
