import { expect, test, vi } from "vitest";

// What was typed and not saved is told to the page, which a test does not have.
vi.hoisted(() => vi.stubGlobal("addEventListener", () => {}));

import { formKey, keepTyping, storedTyping } from "../../../../kit/form/keeper.ts";
import { beginTyping, hasTexts, typedOver } from "../../../../kit/form/typing.ts";
import { draftOf } from "../form/draft.ts";
import { emptyBooking, placeIn, placeText, valuesIn } from "./booking-drafts.ts";
import { handOver, type VisitorDetails } from "./hand-over.ts";

const eleni: VisitorDetails = {
  party: "citizen",
  "business.name": "",
  "business.afm": "",
  lastName: "Χελιδόνη",
  firstName: "Ελένη",
  phone: "690 001 2345",
  email: "e@example.gr",
  language: "el",
};

const slot = { date: "2026-11-24", time: "11:30", queue: 1 };
const keyFor = (name: string) => formKey(7, "9901", name);
const drafts = (name: string) => storedTyping(keyFor(name)).map((typing) => draftOf(valuesIn(typing)));

function typed(name: string, texts: Record<string, string>): void {
  const begun = beginTyping(emptyBooking("9901", "passport"));
  keepTyping(keyFor(name), typedOver(begun, { ...texts, place: placeText(slot) }, begun.seen));
}

test("a form that has no name yet keeps its time and service and gets the person", () => {
  typed("a", { notes: "με το παιδί" });
  handOver(keyFor("a"), "9901", eleni);
  const [typing, ...others] = storedTyping(keyFor("a"));
  expect(others).toEqual([]);
  expect(typing && valuesIn(typing)).toMatchObject({ ...eleni, service: "passport", notes: "με το παιδί" });
  expect(typing && placeIn(valuesIn(typing))).toEqual(slot);
});

test("of the same person nothing typed is replaced", () => {
  typed("b", { lastName: "ΧΕΛΙΔΟΝΗ", firstName: "Ελενη", phone: "690 009 9999" });
  handOver(keyFor("b"), "9901", eleni);
  expect(drafts("b")).toMatchObject([{ lastName: "ΧΕΛΙΔΟΝΗ", phone: "690 009 9999", email: "e@example.gr" }]);
});

test("a draft for somebody else stays beside it as it was, and of the person nothing was typed yet", () => {
  typed("c", { lastName: "Μουριάς", firstName: "Άγις", notes: "δικό του" });
  handOver(keyFor("c"), "9901", eleni);
  expect(drafts("c").map(({ lastName, notes }) => [lastName, notes])).toEqual([
    ["Χελιδόνη", ""],
    ["Μουριάς", "δικό του"],
  ]);
  expect(storedTyping(keyFor("c")).map(hasTexts)).toEqual([false, true]);
});
