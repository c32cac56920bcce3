import { expect, test } from "vitest";
import { csvText } from "./csv.ts";

test("cells are quoted where they need it, and no text is a formula", () => {
  expect(
    csvText([
      ["Κωδικός", "Όνομα"],
      ["9901", 'ΚΕΠ "Νέας"; Αυγής'],
      ["=1+1", "-"],
      ["-3", -3],
    ]),
  ).toBe('\ufeffΚωδικός;Όνομα\r\n9901;"ΚΕΠ ""Νέας""; Αυγής"\r\n\'=1+1;\'-\r\n\'-3;-3\r\n');
});
