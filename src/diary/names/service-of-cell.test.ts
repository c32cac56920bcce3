import { expect, test } from "vitest";
import { serviceOfCell, servicesFolded } from "./service-of-cell.ts";

const SERVICES = servicesFolded([
  { code: "signature", name: "Βεβαίωση γνησίου της υπογραφής", shortName: "Γνήσιο" },
  { code: "copy", name: "Επικύρωση αντιγράφων", shortName: "Επικύρωση" },
  { code: "copy-fast", name: "Επικύρωση αντιγράφων αυθημερόν", shortName: "Αυθημερόν" },
]);

test.each([
  ["signature", "signature"],
  ["ΓΝΗΣΙΟ", "signature"],
  ["βεβαιωση γν", "signature"],
  ["Επικύρωση", "copy"],
  ["επικύρωση αντιγράφων", "copy"],
  ["επικ", null],
  ["διαβατήριο", null],
  [" ", null],
])("«%s» names %s", (cell, code) => {
  expect(serviceOfCell(cell, SERVICES)).toBe(code);
});
