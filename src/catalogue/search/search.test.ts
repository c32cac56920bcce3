import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleCatalogue } from "../../../test/catalogue/example-catalogue.ts";
import { searchOver } from "./search.ts";

const search = searchOver(await exampleCatalogue());
const first = (typed: string): string | undefined => search(typed).found[0]?.code;

test.each([
  ["I lost my licence", "driving-licence-copy"],
  ["έχασα το δίπλωμα", "driving-licence-copy"],
  ["my licence expires", "driving-licence-renewal"],
  ["lost my school diploma", "school-certificate"],
  ["certified copy", "copy-certification"],
  ["φορολογικό μητρώο", "tax-number"],
  ["άδεια γάμου", "elsewhere/marriage-licence"],
])("the whole of it counts before its words: %s", (typed, code) => expect(first(typed)).toBe(code));

test("what is to be brought along finds a service, behind whatever is called so", () => {
  expect(search("παράβολα").found.map(({ code }) => code)).toContain("residence-permit");
  expect(first("ταυτότητα")).toBe("elsewhere/identity-card");
});

test("a rare word is heavier than a frequent one", () => {
  expect(first("πιστοποιητικό ένσημα")).toBe("insurance-record");
});

test("what nobody understands is said as it was typed, and the rest is found", () => {
  const { found, unknown } = search("μεταβίβαση, «ξωτζβρ»!");
  expect(found[0]?.code).toBe("vehicle-transfer");
  expect(unknown).toEqual(["ξωτζβρ"]);
});

test.each(["", " ", "%", "_", "\u0000", "(", "ωωωω", "!!!"])("%j means nothing", (typed) =>
  expect(search(typed).found).toEqual([]),
);

test("whatever is typed is answered, at once and with scores from 0 to 1", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (typed) => {
      for (const { score } of search(typed).found) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1.0001);
      }
    }),
  );
  expect(search("π".repeat(10_000)).found).toEqual([]);
});

test("nothing is found where there is nothing", () => {
  expect(searchOver([])("υπογραφή")).toEqual({ found: [], unknown: ["υπογραφή"] });
});

test("a word of the reader's language goes before one that looks like it", () => {
  expect(search("exasa to diploma", "el").found[0]?.code).toBe("driving-licence-copy");
});

test.each([
  "έχω χάσει το δίπλωμα οδήγησης",
  "my driver's license was robbed",
  "загубила водійські права",
  "لائسنس چوری ہو گیا",
])("all words for one happening are one word: %s", (typed) => expect(first(typed)).toBe("driving-licence-copy"));
