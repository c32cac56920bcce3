import { expect, test } from "vitest";
import type { RulingHistory } from "../../contract.ts";
import { rulingWords } from "./history-words.ts";
import "../../../text/english.ts";
import "../../../text/ministry.ts";

type Act = RulingHistory["acts"][number];
const act = (name: Act["act"], details: unknown): Act => ({
  id: "1",
  at: "2026-11-24T10:42:00+02:00",
  act: name,
  by: "Αθηνά Κεντρίδου",
  details,
});
const labourDay = { date: "2027-05-04", name: "Πρωτομαγιά", nameEn: "Labour Day", closedFrom: "00:00" };
const service = { code: "signature", name: "Γνήσιο υπογραφής σε έγγραφο", shortName: "Γνήσιο υπογραφής" };
const signature = { ...service, nameEn: "Signature", minutes: 15, toBring: [] as unknown[] };

test("of what came all is told: when, who, what", () => {
  expect(rulingWords(act("holiday-added", { id: labourDay.date, after: labourDay }), "el")).toEqual({
    id: "1",
    when: "24/11/2026, 10:42",
    who: "Αθηνά Κεντρίδου",
    what: "Νέα αργία: Πρωτομαγιά",
    facts: [
      "Ημερομηνία: Τρίτη 4 Μαΐου 2027",
      "Ονομασία: Πρωτομαγιά",
      "Ονομασία στα αγγλικά: Labour Day",
      "Κλειστά: όλη την ημέρα",
    ],
  });
});

test("of what changed only what differs, from what to what", () => {
  const after = { ...labourDay, date: "2027-05-05", closedFrom: "13:00" };
  expect(rulingWords(act("holiday-changed", { before: labourDay, after }), "el").facts).toEqual([
    "Ημερομηνία: Τρίτη 4 Μαΐου 2027, τώρα Τετάρτη 5 Μαΐου 2027",
    "Κλειστά: όλη την ημέρα, τώρα από τις 13:00",
  ]);
  const longer = {
    ...signature,
    minutes: 25,
    toBring: [{ greek: "Ταυτότητα", english: "Identity card", mark: "original", cases: ["self", "proxy"] }],
  };
  expect(rulingWords(act("service-changed", { before: signature, after: longer }), "el")).toMatchObject({
    what: "Αλλαγή υπηρεσίας: Γνήσιο υπογραφής",
    facts: [
      "Διάρκεια (λεπτά): 15′, τώρα 25′",
      "Να έχει μαζί του ο πολίτης: (κενό), τώρα Ταυτότητα / Identity card (πρωτότυπο, επιστρέφεται, για τον εαυτό του, με εξουσιοδότηση)",
    ],
  });
});

test("a closure by its days and where; one that ended by what it was", () => {
  const closure = {
    region: null,
    from: "2026-11-26T00:00:00+02:00",
    to: "2026-11-27T00:00:00+02:00",
    reason: "Σεισμός",
  };
  const ended = rulingWords(act("closure-ended", { id: "2", before: closure }), "el");
  expect(ended.what).toBe("Λήξη κλεισίματος πριν από την ώρα του: Σεισμός");
  expect(ended.facts).toEqual(["Αιτιολογία: Σεισμός", "Πότε: Πέμπτη 26 Νοεμβρίου 2026", "Πού: Όλα τα ΚΕΠ"]);
});

test("saved as it was, it says so; a record that can't be read still says who and when", () => {
  const same = rulingWords(act("service-changed", { before: signature, after: signature }), "el");
  expect(same.facts).toEqual(["Αποθηκεύτηκε χωρίς διαφορά."]);
  for (const details of [null, "?", { after: { name: 1 } }])
    expect(rulingWords(act("service-added", details), "en")).toMatchObject({ what: "New service", facts: [] });
});

test("an opening by where it is, and by its offices where they were named", () => {
  const opened = (after: object) => rulingWords(act("public-booking-opened", { id: "3", after }), "el");
  expect(opened({ region: "Κρήτη", offices: 61 })).toMatchObject({
    what: "Άνοιγμα δημόσιων ραντεβού: Κρήτη",
    facts: ["ΚΕΠ: 61"],
  });
  const named = opened({ region: null, offices: 1, codes: ["9901", "9902"] });
  expect(named.what.replaceAll("\u00a0", " ")).toBe("Άνοιγμα δημόσιων ραντεβού: 2 ΚΕΠ");
  expect(named.facts).toEqual(["ΚΕΠ: 1", "Κωδικοί ΚΕΠ: 9901, 9902"]);
});

test("how often citizens may change a time is told from what to what", () => {
  const details = { before: { moves: 3 }, after: { moves: 2 } };
  const { what, facts } = rulingWords(act("move-limit-changed", details), "el");
  expect([what, facts]).toEqual(["Αλλαγές ώρας από πολίτες: Αλλαγές ώρας", ["Φορές: 3, τώρα 2"]]);
});
