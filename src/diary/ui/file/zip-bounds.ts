import type { FileFault } from "./sheets.ts";

/**
 * What a workbook's archive says of itself, before anything of it is unpacked: a few kilobytes may become gigabytes. The
 * reader unpacks no more than is said here. Pure.
 */

/** Ten thousand rows with their styles take a tenth of it. */
const MOST_UNPACKED = 60 * 2 ** 20;
const MOST_ENTRIES = 500;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 65_535;

/** Null: it may be unpacked. */
export function archiveFault(bytes: Uint8Array): FileFault | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return "damaged";
  const entries = entriesFrom(view, view.getUint32(end + 16, true), view.getUint16(end + 10, true));
  if (entries === null) return "damaged";
  if (entries.length > MOST_ENTRIES) return "too-large";
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > MOST_UNPACKED || entries.some(({ size, packed }) => size === 0 && packed > 2)) return "too-large";
  return entries.some(({ name }) => name === "xl/workbook.xml" || name === "xl/workbook.bin") ? null : "no-workbook";
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
}

function entriesFrom(view: DataView, first: number, count: number): Entry[] | null {
  const entries: Entry[] = [];
  let at = first;
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const [length, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    if (at + ENTRY_LENGTH + length > view.byteLength) return null;
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_LENGTH, length));
    entries.push({ name, packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) });
    at += ENTRY_LENGTH + length + extra + comment;
  }
  return entries;
}
