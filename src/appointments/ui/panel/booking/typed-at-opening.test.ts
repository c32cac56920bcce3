import { expect, test } from "vitest";
import { emptyDraft } from "../form/draft.ts";
import type { ServiceButton } from "../which-service/service-choices.ts";
import { typedAtOpening } from "./typed-at-opening.ts";

const buttons = [{ service: { code: "copy" }, isOffered: true, digit: 1 }] as unknown as ServiceButton[];
const opened = { draft: emptyDraft(""), buttons, isServiceChosen: false };

test("a digit and a name: the service and the person, and the work goes on in the field that was reached", () => {
  expect(typedAtOpening(["1Αμπελάκη", "Φωτ"], opened)).toEqual({
    sought: null,
    texts: { service: "copy", lastName: "Αμπελάκη", firstName: "Φωτ" },
    focused: "firstName",
  });
  expect(typedAtOpening(["1"], opened)).toEqual({ sought: null, texts: { service: "copy" }, focused: "lastName" });
});

test("letters look for a service while none is known, and are the surname once one is", () => {
  expect(typedAtOpening(["γάμ"], opened)).toEqual({ sought: "γάμ", texts: {}, focused: null });
  expect(typedAtOpening(["γάμ"], { ...opened, draft: emptyDraft("copy") })).toMatchObject({
    sought: null,
    texts: { lastName: "γάμ" },
    focused: "lastName",
  });
});

test("0 shows all services, with what is typed after it", () => {
  expect(typedAtOpening(["0γά"], { ...opened, draft: emptyDraft("copy") })).toEqual({
    sought: "γά",
    texts: {},
    focused: null,
  });
});

test("a digit without a service chooses nothing, and is no part of a name", () => {
  expect(typedAtOpening(["5"], opened)).toEqual({ sought: null, texts: {}, focused: null });
});

test("where the service was chosen before, digits are text as in every field", () => {
  expect(typedAtOpening(["1ος"], { ...opened, draft: emptyDraft("copy"), isServiceChosen: true })).toMatchObject({
    texts: { lastName: "1ος" },
  });
});

test("nothing typed: the work begins where the form begins", () => {
  expect(typedAtOpening([""], opened)).toEqual({ sought: null, texts: {}, focused: null });
});
