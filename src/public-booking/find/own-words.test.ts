import { expect, test } from "vitest";
import { meantBy } from "./own-words.ts";

const SERVICES = [
  "Βεβαίωση γνησίου υπογραφής",
  "Αντίγραφο ποινικού μητρώου",
  "Μεταβίβαση οχήματος",
  "Πιστοποιητικό γέννησης",
  "Ληξιαρχική πράξη γέννησης",
  "Άδεια πολιτικού γάμου",
  "Γαμήλιο επίδομα",
].map((name) => ({ name }));
const servicesMeant = meantBy<{ readonly name: string }>(({ name }) => name);
const found = (typed: string): string[] => servicesMeant(typed, SERVICES).map(({ name }) => name);

test.each([
  ["γάμος", ["Άδεια πολιτικού γάμου"]],
  ["υπογραφη", ["Βεβαίωση γνησίου υπογραφής"]],
  ["ΥΠΟΓΡΑΦΉ", ["Βεβαίωση γνησίου υπογραφής"]],
  ["ποιν", ["Αντίγραφο ποινικού μητρώου"]],
  ["ποινικός", ["Αντίγραφο ποινικού μητρώου"]],
  ["poiniko mitroo", ["Αντίγραφο ποινικού μητρώου"]],
  ["ipografi", ["Βεβαίωση γνησίου υπογραφής"]],
  ["θέλω ένα πιστοποιητικό για τη γέννηση", ["Πιστοποιητικό γέννησης"]],
  ["γέννηση", ["Πιστοποιητικό γέννησης", "Ληξιαρχική πράξη γέννησης"]],
])("«%s» means %j", (typed, names) => expect(found(typed)).toEqual(names));

test.each(["", " ", "%", "_", "ωωωω", "\u0000", "(", "π".repeat(10_000)])("%j means nothing", (typed) =>
  expect(found(typed)).toEqual([]),
);
