import { workbookSheets } from "./ask-worker.ts";
import { type FileContent, MAX_MEGABYTES } from "./sheets.ts";

/** A file's text: in UTF-8, as spreadsheets save «Unicode text», or as old Greek programs write it; or its sheets. */
export async function readFile(file: File, sheetsOf = workbookSheets): Promise<FileContent> {
  try {
    const start = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
    const isWorkbook = startsWith(start, "PK") || startsWith(start, "\xd0\xcf\x11\xe0");
    if (!isWorkbook && isBinary(start)) return { fault: "not-text" };
    if (file.size > MAX_MEGABYTES * 2 ** 20) return { fault: "too-large" };
    const bytes = new Uint8Array(await file.arrayBuffer());
    return isWorkbook ? await sheetsOf(bytes) : { sheets: [{ name: "", text: decoded(bytes) }] };
  } catch {
    return { fault: "unread" };
  }
}

const LOOKED_AT = 65_536;

/** A picture, a document: their bytes are no letters. */
function isBinary(bytes: Uint8Array): boolean {
  if (hasWideMark(bytes)) return false;
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32)) || startsWith(bytes, "%PDF");
}

function decoded(bytes: Uint8Array): string {
  if (hasWideMark(bytes)) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isOlderGreek(bytes) ? "iso-8859-7" : "windows-1253").decode(bytes);
  }
}

/**
 * The two Greek encodings of old programs differ at «Ά»: 0xb6 in ISO-8859-7, where windows-1253 has ¶; 0xa2 in
 * windows-1253, where ISO-8859-7 has an apostrophe. It begins words: so whichever stands more often before Greek letters.
 */
function isOlderGreek(bytes: Uint8Array): boolean {
  const beginsWords = (mark: number) =>
    bytes.filter(
      (byte, at) => byte === mark && (bytes[at + 1] ?? 0) >= FIRST_LETTER && (bytes[at - 1] ?? 0) < FIRST_LETTER,
    ).length;
  return beginsWords(0xb6) > beginsWords(0xa2);
}

const FIRST_LETTER = 0xb8;

const hasWideMark = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
