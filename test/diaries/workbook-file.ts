import { deflateRawSync } from "node:zlib";

/** A workbook as Excel writes one (shared strings, formats by their numbers), by no library that also reads it. */

type CellOfFile =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly time: string }
  | { readonly moment: string }
  | { readonly shown: number }
  | { readonly struck: string };

interface SheetOfFile {
  readonly name: string;
  readonly rows: readonly (readonly CellOfFile[])[];
  /** «A2:A4» */
  readonly merges?: readonly string[];
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** By Excel's own numbers: a day, a time, both, two decimals; the last is crossed out */
const STYLES = `<styleSheet ${MAIN}><fonts count="2"><font/><font><strike/></font></fonts><fills count="1"><fill/></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/>
<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>
<xf numFmtId="2" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

export function workbookFile(sheets: readonly SheetOfFile[]): Uint8Array<ArrayBuffer> {
  const strings: string[] = [];
  const bodies = sheets.map((sheet) => sheetXml(sheet, strings));
  const ids = sheets.map((_, at) => at + 1);
  const list = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const relations = ids.map(
    (id) => `<Relationship Id="rId${id}" Type="${REL}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const others = ["styles", "sharedStrings"].map(
    (name) => `<Relationship Id="${name}" Type="${REL}/${name}" Target="${name}.xml"/>`,
  );
  const package_ = "http://schemas.openxmlformats.org/package/2006";
  return archive({
    "[Content_Types].xml": `<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${REL}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${package_}/relationships">${[...relations, ...others].join("")}</Relationships>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `<sst ${MAIN}>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
    ...Object.fromEntries(bodies.map((body, at) => [`xl/worksheets/sheet${at + 1}.xml`, body])),
  });
}

function sheetXml({ rows, merges = [] }: SheetOfFile, strings: string[]): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${at + 1}`, strings));
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet ${MAIN}><sheetData>${lines.join("")}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: CellOfFile, ref: string, strings: string[]): string {
  const number = (value: number, style: number) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  const text = (value: string, style: number) =>
    `<c r="${ref}" s="${style}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  if (cell === null) return "";
  if (typeof cell === "string") return text(cell, 0);
  if (typeof cell === "number") return number(cell, 0);
  if ("struck" in cell) return text(cell.struck, 5);
  if ("shown" in cell) return number(cell.shown, 4);
  if ("day" in cell) return number(dayNumber(cell.day), 1);
  if ("time" in cell) return number(fraction(cell.time), 2);
  return number(dayNumber(cell.moment.slice(0, 10)) + fraction(cell.moment.slice(11)), 3);
}

const dayNumber = (date: string): number =>
  Temporal.PlainDate.from("1899-12-30").until(date, { largestUnit: "day" }).days;

const fraction = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / (24 * 60);

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];

const withDeclaration = (text: string): string =>
  text.startsWith("<") ? `<?xml version="1.0" encoding="UTF-8"?>${text}` : text;

/** Packed, each part of XML with the line that says so */
export function archive(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  for (const [name, text] of Object.entries(files)) {
    const [title, content] = [Buffer.from(name), Buffer.from(withDeclaration(text))];
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crcOf(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(Buffer.concat(parts).length, 10);
    entries.push(word(ENTRY), Buffer.from([20, 0]), facts, at, title);
    parts.push(word(LOCAL), facts, title, packed);
  }
  const [body, table] = [Buffer.concat(parts), Buffer.concat(entries)];
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(body.length, 12);
  return new Uint8Array(Buffer.concat([body, table, word(END), end]));
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function crcOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
