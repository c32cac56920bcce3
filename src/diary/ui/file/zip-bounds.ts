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
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;

export type Archive =
  | { readonly kind: "xlsx" | "ods"; readonly parts: readonly ArchivePart[] }
  | { readonly fault: FileFault };

/** Which workbook it is; a fault: it may not be unpacked. */
export function archiveIn(bytes: Uint8Array): Archive {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === null) return { fault: "damaged" };
  const parts = entriesFrom(view, view.getUint32(end + 16, true), view.getUint16(end + 10, true));
  if (parts === null) return { fault: "damaged" };
  if (parts.length > MOST_ENTRIES) return { fault: "too-large" };
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > MOST_UNPACKED || parts.some(({ size, packed }) => size === 0 && packed > 2))
    return { fault: "too-large" };
  const has = (name: string) => parts.some((part) => part.name === name);
  if (has("xl/workbook.xml") || has("xl/workbook.bin")) return { kind: "xlsx", parts };
  return has("content.xml") && has("META-INF/manifest.xml") ? { kind: "ods", parts } : { fault: "no-workbook" };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The text of one part, of which no more is unpacked than the archive says. */
export async function textOfPart(bytes: Uint8Array, { packed, size, method, offset }: ArchivePart): Promise<string> {
  const view = viewOf(bytes);
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const own = new Uint8Array(bytes.subarray(start, start + packed));
  if (method === 0) return new TextDecoder().decode(own);
  const reader = new Blob([own]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > size) throw new Error("the part is larger than its archive says");
    text += decoder.decode(value, { stream: true });
  }
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

export interface ArchivePart {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  /** 0: as it is; 8: deflated */
  readonly method: number;
  readonly offset: number;
}

function entriesFrom(view: DataView, first: number, count: number): ArchivePart[] | null {
  const entries: ArchivePart[] = [];
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
    entries.push({
      name,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_LENGTH + length + extra + comment;
  }
  return entries;
}
