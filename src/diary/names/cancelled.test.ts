import { expect, test } from "vitest";
import { cancelledBy, cancelledByRemark, withoutCancellation } from "./cancelled.ts";

test.each([
  ["ΑΚΥΡΩΘΗΚΕ Παπαδόπουλος", "Παπαδόπουλος"],
  ["Παπαδόπουλος Γιώργος - άκυρο", "Παπαδόπουλος Γιώργος"],
  ["Παπαδόπουλος (ακυρώθηκε)", "Παπαδόπουλος"],
  ["ΑΚΥΡ. Παπαδόπουλος", "Παπαδόπουλος"],
  ["Ακύρωσε Παπαδόπουλος", "Παπαδόπουλος"],
  ["ακηρωθικε Παπαδόπουλος", "Παπαδόπουλος"],
  ["ΑΚΕΙΡΟ Παπαδόπουλος", "Παπαδόπουλος"],
  ["AKYRO Παπαδόπουλος", "Παπαδόπουλος"],
  ["akirothike Παπαδόπουλος", "Παπαδόπουλος"],
  ["Παπαδόπουλος δεν θα έρθει", "Παπαδόπουλος"],
  ["Παπαδόπουλος, δε θα 'ρθει ματαιώθηκε", "Παπαδόπουλος, δε θα 'ρθει"],
  ["ΔΕΝ ΗΡΘΕ Παπαδόπουλος", "Παπαδόπουλος"],
  ["ΑΝΑΒΛΗΘΗΚΕ Παπαδόπουλος", "Παπαδόπουλος"],
  ["Παπαδόπουλος cancelled", "Παπαδόπουλος"],
])("«%s» is cancelled", (cell, name) => {
  expect(cancelledBy(cell)).not.toBeNull();
  expect(withoutCancellation(cell)).toBe(name);
});

test.each([
  "Ακρίδας Γιάννης",
  "Κυριάκος Άκης",
  "Μακρής",
  "Ακριβή",
  "Ακουμιανάκης",
  "ΑΚΡΙΤΙΔΟΥ",
  "Δένδρου",
  "Παπαδόπουλος",
])("«%s» is not", (cell) => {
  expect(cancelledBy(cell)).toBeNull();
  expect(withoutCancellation(cell)).toBe(cell);
});

test.each(["ΑΚΥΡΟ", "ακυρώθηκε 3/12", "Το ακύρωσε", "(ακύρωση)", "δεν θα έρθει, πήρε τηλέφωνο"])(
  "the note «%s» cancels",
  (cell) => {
    expect(cancelledByRemark(cell)).not.toBeNull();
  },
);

test.each(["ακύρωση συμβολαίου", "αναβολή στράτευσης", "διαγραφή από δημοτολόγιο", "άκυρη ταυτότητα", "γνήσιο"])(
  "the note «%s» says what the visit is for",
  (cell) => {
    expect(cancelledByRemark(cell)).toBeNull();
  },
);
