import { deflateRawSync } from "node:zlib";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readWorkbook } from "./read-workbook.ts";
import type { FileContent } from "./sheets.ts";
import { archiveIn } from "./zip-bounds.ts";

const at = (text: string): Date => new Date(`${text}Z`);
const workbook = (...sheets: readonly WriteSheet[]) => writeXlsx({ sheets: [...sheets] });
const linesOf = (content: FileContent): string[] =>
  "sheets" in content ? (content.sheets[0]?.text.split("\n") ?? []) : [content.fault];
const cell = (value: NonNullable<WriteSheet["rows"]>[number][number], style: object) => ({ value, style });

test("days and times are read as the cells show them, and what is merged in each of its rows", async () => {
  const day = at("2026-12-07T00:00:00");
  const bytes = await workbook({
    name: "ΚΕΠ",
    rows: [
      ["Ραντεβού", null, null, null],
      [day, 0.375, "Καστανάς Άρης", 6944123456],
      [null, 9.3, "Μελισσά Ζωή", "694 412 3456"],
      [null, at("2026-12-07T09:45:00"), "Λυγαριά Άννα", null],
      [at("2026-12-08T10:15:00"), null, "Νεράτζη\nΔέσποινα", null],
    ],
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 1, startCol: 0, endRow: 3, endCol: 0 },
    ],
    cells: new Map([
      ["1,0", cell(day, { numFmt: "dddd d mmmm" })],
      ["1,1", cell(0.375, { numFmt: "h:mm" })],
      ["2,1", cell(9.3, { numFmt: "0.00" })],
      ["3,1", cell(at("2026-12-07T09:45:00"), { numFmt: "hh:mm" })],
      ["4,0", cell(at("2026-12-08T10:15:00"), { numFmt: "d/m/yyyy h:mm" })],
    ]),
  });
  expect(linesOf(await readWorkbook(bytes))).toEqual([
    "Ραντεβού",
    "07/12/2026\t09:00\tΚαστανάς Άρης\t6944123456",
    "07/12/2026\t9.30\tΜελισσά Ζωή\t694 412 3456",
    "07/12/2026\t09:45\tΛυγαριά Άννα",
    '08/12/2026 10:15\t\t"Νεράτζη',
    'Δέσποινα"',
  ]);
});

test("who is crossed out is said to be, and quotes and tabs of a cell stay its own", async () => {
  const struck = { font: { strikethrough: true } };
  const bytes = await workbook({
    name: "α",
    rows: [["9:00", "Καστανάς Άρης", '"α" και\tβ']],
    cells: new Map([["0,1", cell("Καστανάς Άρης", struck)]]),
  });
  expect(linesOf(await readWorkbook(bytes))).toEqual(['9:00\tΔΙΑΓΡΑΦΗ Καστανάς Άρης\t"""α"" και β"']);
});

test("of several sheets those are read that are shown and not empty", async () => {
  const rows = [["9:00", "Καστανάς Άρης"]];
  const content = await readWorkbook(
    await workbook({ name: "8-12", rows: [] }, { name: "7-12", rows }, { name: "παλιά", rows, hidden: true }),
  );
  expect(content).toEqual({ sheets: [{ name: "7-12", text: "9:00\tΚαστανάς Άρης" }] });
});

test("a formula says what it last came to, and macros are no concern of ours", async () => {
  const formula = { value: "", formula: '"Μελισσά "&A1', formulaResult: "Μελισσά Ζωή" };
  const bytes = await writeXlsx({
    sheets: [{ name: "α", rows: [["Ζωή", null]], cells: new Map([["0,1", formula]]) }],
    vbaProject: new Uint8Array([1, 2, 3, 4]),
  });
  expect(linesOf(await readWorkbook(bytes))).toEqual(["Ζωή\tΜελισσά Ζωή"]);
});

test("ten thousand rows are read, and what stands far off is not", async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => ["7/12/2026", "9:00", `Δοκιμής ${n}`]);
  const far = new Map([["900000,9000", { value: "μακριά" }]]);
  expect(linesOf(await readWorkbook(await workbook({ name: "α", rows })))).toHaveLength(10_000);
  const content = linesOf(await readWorkbook(await workbook({ name: "α", rows: rows.slice(0, 2), cells: far })));
  expect(content).toHaveLength(2);
});

const one = () => workbook({ name: "α", rows: [["9:00", "Καστανάς Άρης"]] });

test.each([
  ["an empty sheet", async () => workbook({ name: "α", rows: [[null, " "]] }), "empty"],
  [
    "one with a password",
    () => writeXlsx({ sheets: [{ name: "α", rows: [["α"]] }], encryption: { password: "α", spinCount: 1 } }),
    "encrypted",
  ],
  [
    "one of an old Excel",
    async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    "old-workbook",
  ],
  ["one that was cut off", async () => (await one()).slice(0, -300), "damaged"],
  ["one whose middle is lost", async () => (await one()).fill(0, 200, 900), "damaged"],
  ["an archive without end", async () => new Uint8Array([0x50, 0x4b, 3, 4]), "damaged"],
  ["another archive", async () => zip("word/document.xml", new Uint8Array(10)), "no-workbook"],
  ["a bomb", async () => zip("xl/workbook.xml", new Uint8Array(70 * 2 ** 20)), "too-large"],
  ["a bomb that says nothing of its size", async () => zip("xl/workbook.xml", new Uint8Array(2 ** 20), 0), "too-large"],
  ["a bomb that says it is small", async () => zip("xl/workbook.xml", new Uint8Array(70 * 2 ** 20), 100), "damaged"],
])("%s is not read, and it is said why", async (_, make, fault) => {
  expect(await readWorkbook(await (make as () => Promise<Uint8Array>)())).toEqual({ fault });
});

test("thousands of parts are no diary", () => {
  expect(archiveIn(zip("xl/workbook.xml", new Uint8Array(1), 1, 501))).toEqual({ fault: "too-large" });
});

/** An archive of one part, so often; it may lie about its size. */
function zip(name: string, content: Uint8Array, size = content.length, count = 1): Uint8Array {
  const [title, packed] = [Buffer.from(name), deflateRawSync(content)];
  const sizes = (at: number, length: number) => {
    const head = Buffer.alloc(length);
    head.writeUInt16LE(8, at - 8);
    head.writeUInt32LE(packed.length, at + 2);
    head.writeUInt32LE(size, at + 6);
    head.writeUInt16LE(title.length, at + 10);
    return head;
  };
  const [local, entry, end] = [sizes(16, 30), sizes(18, 46), Buffer.alloc(22)];
  local.writeUInt32LE(0x04034b50);
  entry.writeUInt32LE(0x02014b50);
  const first = local.length + title.length + packed.length;
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE((entry.length + title.length) * count, 12);
  end.writeUInt32LE(first, 16);
  const entries = Array.from({ length: count }, () => [entry, title]).flat();
  return new Uint8Array(Buffer.concat([local, title, packed, ...entries, end]));
}
