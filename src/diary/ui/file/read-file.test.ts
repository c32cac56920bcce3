import { expect, test } from "vitest";
import { readFile } from "./read-file.ts";
import { MAX_MEGABYTES } from "./sheets.ts";

const file = (...parts: BlobPart[]) => new File(parts, "ημερολόγιο.csv");

test.each([
  ["UTF-8", file("9:30;Καστανά Ζωή")],
  ["UTF-8 with its mark", file("\ufeff9:30;Καστανά Ζωή")],
  ["windows-1253", file("9:30;", new Uint8Array([0xca, 0xe1, 0xf3, 0xf4, 0xe1, 0xed, 0xdc, 0x20, 0xc6, 0xf9, 0xde]))],
  ["Unicode text of a spreadsheet", file(new Uint8Array([0xff, 0xfe]), wide("9:30;Καστανά Ζωή"))],
])("%s is read", async (_, given) => {
  expect(await readFile(given)).toEqual({ sheets: [{ name: "", text: "9:30;Καστανά Ζωή" }] });
});

/** «Καστανά Άννα, Όλγα»; the first letter of «Άννα» is written differently. */
const alphas = (mark: number) =>
  new Uint8Array([
    0xca,
    0xe1,
    0xf3,
    0xf4,
    0xe1,
    0xed,
    0xdc,
    0x20,
    mark,
    0xed,
    0xed,
    0xe1,
    0x2c,
    0x20,
    0xbc,
    0xeb,
    0xe3,
    0xe1,
  ]);

test.each([
  ["windows-1253", 0xa2],
  ["ISO-8859-7", 0xb6],
])("«Άννα» is Άννα in %s", async (_, mark) => {
  expect(await readFile(file(alphas(mark)))).toEqual({ sheets: [{ name: "", text: "Καστανά Άννα, Όλγα" }] });
});

test.each([
  ["a photograph of any size", file(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), new Uint8Array(9 * 2 ** 20))],
  ["a PDF", file("%PDF-1.7 ")],
])("%s is no text", async (_, given) => {
  expect(await readFile(given)).toEqual({ fault: "not-text" });
});

test("too much for once", async () => {
  expect(await readFile(file("9:30;Καστανά Ζωή\n".repeat(MAX_MEGABYTES * 40_000)))).toEqual({ fault: "too-large" });
});

function wide(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer);
}
