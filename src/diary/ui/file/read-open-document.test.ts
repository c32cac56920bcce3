import { writeOds } from "hucre/ods";
import { expect, test } from "vitest";
import { archive } from "../../../../test/diaries/workbook-file.ts";
import { readWorkbook } from "./read-workbook.ts";
import { type ArchivePart, archiveIn, textOfPart } from "./zip-bounds.ts";

const MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>';
const NAMES = ["office", "table", "text", "style", "number", "fo"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

/** As LibreOffice writes one, by no library that also reads it. */
const document = (
  rows: string,
  { styles = "", manifest = MANIFEST, body = "spreadsheet" } = {},
): Uint8Array<ArrayBuffer> =>
  archive({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": manifest,
    "content.xml": `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles>
      <office:body><office:${body}><table:table table:name="8-12-2026">${rows}</table:table></office:${body}></office:body></office:document-content>`,
  });

const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
const time = (hours: string) =>
  `<table:table-cell office:value-type="time" office:time-value="PT${hours}M00S"><text:p>x</text:p></table:table-cell>`;
const day =
  '<table:table-cell office:value-type="date" office:date-value="2026-12-08"><text:p>8</text:p></table:table-cell>';
const two =
  '<table:table-cell office:value-type="string"><text:p>Ζάβρας Ρήγας</text:p><text:p>Βρανά Ζωή</text:p></table:table-cell>';

test("days, times, two lines of a cell, and what is merged over rows", async () => {
  const merged = day.replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"');
  const rows = [
    row(merged, time("09H00"), two),
    row("<table:covered-table-cell/>", time("13H30"), cell("Κρινάς Άλκης")),
  ];
  expect(await readWorkbook(document(rows.join("")))).toEqual({
    sheets: [
      {
        name: "8-12-2026",
        text: '08/12/2026\t09:00\t"Ζάβρας Ρήγας\nΒρανά Ζωή"\n08/12/2026\t13:30\tΚρινάς Άλκης',
      },
    ],
  });
});

const PERSON = row(cell("9:00"), cell("Ζάβρας Ρήγας"));
const STRUCK =
  '<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>';

test.each([
  ["rows repeated as heads", document(`<table:table-header-rows>${PERSON}</table:table-header-rows>`), "ods-too-rich"],
  ["rows in a group", document(`<table:table-row-group>${PERSON}</table:table-row-group>`), "ods-too-rich"],
  ["somebody crossed out", document(PERSON, { styles: STRUCK }), "ods-too-rich"],
  ["rows that are hidden", document(PERSON.replace("row>", 'row table:visibility="collapse">')), "ods-too-rich"],
  ["a password", document(PERSON, { manifest: "<manifest:encryption-data/>" }), "encrypted"],
  ["a letter of LibreOffice", document(PERSON, { body: "text" }), "no-workbook"],
  ["nothing in it", document(""), "empty"],
])("one with %s is not read by halves, and it is said why", async (_, bytes, fault) => {
  expect(await readWorkbook(bytes)).toEqual({ fault });
});

test("a bomb is not unpacked", async () => {
  const rows = Array.from({ length: 200_000 }, () => PERSON).join("");
  const bytes = document(rows);
  expect(bytes.length).toBeLessThan(2 ** 20);
  const small = new DataView(bytes.buffer);
  const name = new TextEncoder().encode("content.xml");
  const table = bytes.findLastIndex((_, at) => name.every((letter, further) => bytes[at + further] === letter)) - 46;
  small.setUint32(table + 24, 1_000, true);
  expect(await readWorkbook(bytes)).toEqual({ fault: "damaged" });
  const archived = archiveIn(bytes);
  const content = "parts" in archived ? archived.parts.find((part) => part.name === "content.xml") : undefined;
  await expect(textOfPart(bytes, content as ArchivePart)).rejects.toThrow("larger than its archive says");
});

test("what another program wrote is read as well", async () => {
  const bytes = await writeOds({ sheets: [{ name: "ΚΕΠ", rows: [["9:00", "Ζάβρας Ρήγας"]] }] });
  expect(await readWorkbook(new Uint8Array(bytes))).toEqual({ sheets: [{ name: "ΚΕΠ", text: "9:00\tΖάβρας Ρήγας" }] });
});
