import { expect, test } from "vitest";
import type { Appointment } from "../../../contract.ts";
import { caughtUp, editBasis, hasConflict } from "./stale.ts";

const appointment = (more: Partial<Appointment> = {}) =>
  ({
    lastName: "Παππά",
    firstName: "Νίκη",
    party: "citizen",
    business: null,
    phone: null,
    email: null,
    service: "signature",
    notes: null,
    channel: "phone",
    language: "el",
    version: 1,
    ...more,
  }) as Appointment;

const begun = editBasis(appointment());
const mine = { ...begun.base, firstName: "Νικολέτα" };

test("a field that is not being changed takes the new value, and nothing is to be decided", () => {
  const { standing, draft } = caughtUp(begun, mine, appointment({ notes: "με συνοδό", version: 2 }), null);
  expect(draft).toMatchObject({ firstName: "Νικολέτα", notes: "με συνοδό" });
  expect(standing).toMatchObject({ version: 2, base: { notes: "με συνοδό" }, stale: { isSeen: false } });
  expect(hasConflict(standing)).toBe(false);
});

test("what was typed stays and is set against what is in force", () => {
  const { standing, draft } = caughtUp(begun, mine, appointment({ firstName: "Νίκος", version: 2 }), null);
  expect(draft.firstName).toBe("Νικολέτα");
  expect(standing.stale?.changes).toEqual([{ field: "firstName", theirs: "Νίκος", mine: "Νικολέτα" }]);
  expect(hasConflict(standing)).toBe(true);
});

test("a conflict that was not decided stays when something else changes later", () => {
  const first = caughtUp(begun, mine, appointment({ firstName: "Νίκος", version: 2 }), null);
  const later = appointment({ firstName: "Νίκος", notes: "με συνοδό", version: 3 });
  const { standing } = caughtUp(first.standing, first.draft, later, null);
  expect(standing.stale?.changes).toEqual([
    { field: "firstName", theirs: "Νίκος", mine: "Νικολέτα" },
    { field: "notes", theirs: "με συνοδό", mine: null },
  ]);
});

test("what the server told when it refused to save has been seen", () => {
  const told = { sentence: "Άλλος χειριστής άλλαξε το ραντεβού.", by: "Άρης Καστανάς" };
  const { standing } = caughtUp(begun, mine, appointment({ firstName: "Νίκος", version: 2 }), told);
  expect(standing.stale).toMatchObject({ ...told, isSeen: true });
});
