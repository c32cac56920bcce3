import type { Fault } from "./table-file.ts";

const MAX_MEGABYTES = 20;

/** How files that are no text begin. */
const BEGINNINGS: readonly (readonly [code: string, ...bytes: number[]])[] = [
  ["file-is-pdf", 0x25, 0x50, 0x44, 0x46],
  ["file-is-spreadsheet", 0x50, 0x4b, 0x03, 0x04],
  ["file-is-spreadsheet", 0xd0, 0xcf, 0x11, 0xe0],
  ["file-is-utf-16", 0xff, 0xfe],
  ["file-is-utf-16", 0xfe, 0xff],
];

/** The text of a UTF-8 file, with or without a byte order mark and with plain line ends; or what the file is instead. */
export function textOfBytes(bytes: Uint8Array): string | Fault {
  if (bytes.length > MAX_MEGABYTES * 2 ** 20) return { code: "file-too-large", values: { max: MAX_MEGABYTES } };
  const known = BEGINNINGS.find(([, ...beginning]) => beginning.every((byte, at) => bytes[at] === byte));
  if (known) return { code: known[0] };
  if (bytes.some(isBinary)) return { code: "file-is-binary" };
  const text = decoded("utf-8", bytes);
  if (text === null) return { code: looksGreek(bytes) ? "file-is-windows-1253" : "file-not-utf-8" };
  if (text.trim() === "") return { code: "file-empty" };
  if (/^\s*</.test(text)) return { code: "file-is-page" };
  return text.replace(/\r\n?/g, "\n");
}

/** Control bytes that no text has: all but tab, line feed, form feed, carriage return and escape. */
const isBinary = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Read as windows-1253, which old Greek programs write, does it give words of Greek letters? */
const looksGreek = (bytes: Uint8Array): boolean =>
  /[Α-Ωα-ωάέήίόύώ]{3}/.test(new TextDecoder("windows-1253").decode(bytes));
