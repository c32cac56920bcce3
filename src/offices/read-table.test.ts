import { expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import { type Fault, type FileTable, isFaulty } from "./table-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const table = (text: string) => readTable(bytes(text)) as FileTable;
const faults = (content: string | Uint8Array): readonly Fault[] => {
  const result = readTable(typeof content === "string" ? bytes(content) : content);
  return isFaulty(result) ? result.faults : [];
};

test.each([",", ";", "\t"])("cells are divided by what the header is divided by: %j", (mark) => {
  const { rows } = table(["code,name", "0001,Α"].join("\n").replaceAll(",", mark));
  expect(rows).toEqual([{ line: 2, cells: { code: "0001", name: "Α" } }]);
});

test("a byte order mark, Windows line ends and lines without cells do no harm", () => {
  const { rows } = table('\ufeffcode;name\r\n0001;"Α\r\nΒ"\r\n;\r\n\r\n0002;Γ\r\n');
  expect(rows).toEqual([
    { line: 2, cells: { code: "0001", name: "Α\nΒ" } },
    { line: 6, cells: { code: "0002", name: "Γ" } },
  ]);
});

test("a row is named by the line where it begins", () => {
  const csv = table('code,name\n\n"0001","α\nβ"\n0002,γ');
  expect(csv.rows.map((row) => row.line)).toEqual([3, 5]);
  const json = table(
    '[\n  {"code": "0001",\n "name": "a [\\" {,"},\n\n  {"code": "0002", "name": {"x": [1,\n2]}}, {"code": "3"}]',
  );
  expect(json.rows.map((row) => row.line)).toEqual([2, 5, 6]);
});

test("JSON is told by its content, and its keys are the columns", () => {
  const { columns, rows } = table('\n[{"code": "0001"},\n{"code": "0002", "__proto__": 1}]');
  expect([...columns]).toEqual([
    ["code", 2],
    ["__proto__", 3],
  ]);
  expect(rows[1]?.cells.code).toBe("0002");
});

test.each<[string, string | Uint8Array, string]>([
  ["nothing", "", "file-empty"],
  ["only spaces", " \n \r\n", "file-empty"],
  ["a header alone", "code,name\n", "file-without-rows"],
  ["an empty list", "[]", "file-without-rows"],
  ["a PDF", "%PDF-1.7 …", "file-is-pdf"],
  ["an Excel workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6]), "file-is-spreadsheet"],
  ["an old Excel workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "file-is-spreadsheet"],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), "file-is-binary"],
  ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x63, 0, 0x6f, 0]), "file-is-utf-16"],
  ["windows-1253", Uint8Array.from([...bytes("code,name\n0001,"), 0xca, 0xc5, 0xd0]), "file-is-windows-1253"],
  ["another encoding", Uint8Array.from([...bytes("code,name\n0001,"), 0xff]), "file-not-utf-8"],
  ["a web page", "<!doctype html><table>", "file-is-page"],
  ["a JSON object", '{"code": "0001"}', "json-not-list"],
  ["broken JSON", '[{"code": "0001"', "json-broken"],
  ["a list of lists", '[["0001"]]', "json-row-not-object"],
  ["a list of nothing", "[null]", "json-row-not-object"],
  ["an open quotation mark", 'code,name\n0001,"α\n0002,β\n', "quotes-broken"],
  ["text after a quotation", 'code,name\n0001,"α"β\n', "quotes-broken"],
  ["a missing cell", "code,name\n0001\n", "cells-differ"],
  ["a column without a name", "code,\n0001,α\n", "column-nameless"],
  ["a column twice", "code,name,code\n0001,α,0002\n", "column-twice"],
])("%s is refused by what it is", (_, content, code) => {
  expect(faults(content).map((fault) => fault.code)).toEqual([code]);
});

test("a file too large to be a list of offices is not read", () => {
  expect(faults(new Uint8Array(21 * 2 ** 20))[0]?.code).toBe("file-too-large");
});
