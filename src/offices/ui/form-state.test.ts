import { expect, test } from "vitest";
import { editsIn, emptyForm, type FormAction, nextForm, shownFaults } from "./form-state.ts";

const after = (...actions: FormAction[]) => actions.reduce(nextForm, emptyForm);
const typed = (field: string, text: string, current = "παλιό"): FormAction => ({
  type: "changed",
  field,
  text,
  current,
});

test("what is typed back to what stands there is no change", () => {
  expect(after(typed("phone", "νέο"), typed("phone", "παλιό")).edits).toEqual({});
});

test("a field remembers what stood there when she began, whatever comes meanwhile", () => {
  const state = after(typed("phone", "ν", "παλιό"), typed("phone", "νέο", "άλλου"));
  expect(state.edits).toEqual({ phone: { text: "νέο", seen: "παλιό" } });
});

test("saving a section clears what was sent, and keeps what was typed meanwhile and elsewhere", () => {
  const state = after(
    typed("phone", "210"),
    typed("email", "a@example.gr"),
    typed("leadMinutes", "45"),
    { type: "tried", section: "contact" },
    typed("email", "ab@example.gr"),
    {
      type: "saved",
      section: "contact",
      sent: { phone: "210", email: "a@example.gr" },
      now: { phone: "210", email: "a@example.gr" },
    },
  );
  expect(state.edits).toEqual({
    email: { text: "ab@example.gr", seen: "a@example.gr" },
    leadMinutes: { text: "45", seen: "παλιό" },
  });
  expect(state.tried.has("contact")).toBe(false);
});

test("discarding one section leaves the others", () => {
  const state = after(typed("access.notes", "α"), typed("services.copies.minutes", "15"), {
    type: "discarded",
    section: "access",
  });
  expect(Object.keys(state.edits)).toEqual(["services.copies.minutes"]);
  expect(editsIn(state, "access")).toEqual([]);
});

test("a fault shows once the field was left filled, or saving was tried; the server's until the field changes", () => {
  const faults = { phone: "λάθος" };
  const typing = after(typed("phone", "210"));
  expect(shownFaults(typing, "contact", faults)).toEqual({});
  expect(shownFaults(nextForm(typing, { type: "left", field: "phone" }), "contact", faults)).toEqual(faults);
  expect(shownFaults(nextForm(typing, { type: "tried", section: "contact" }), "contact", faults)).toEqual(faults);
  const refused = nextForm(typing, { type: "refused", errors: [{ field: "phone", message: "όχι" }] });
  expect(shownFaults(refused, "contact", {})).toEqual({ phone: "όχι" });
  expect(shownFaults(refused, "access", {})).toEqual({});
  expect(shownFaults(nextForm(refused, typed("phone", "2109")), "contact", {})).toEqual({});
});
