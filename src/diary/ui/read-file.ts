/** A file's text: in UTF-8, as spreadsheets save «Unicode text», or as old Greek programs write it. */

export const MAX_MEGABYTES = 3;

export type FileFault = "not-text" | "too-large" | "unread";

export async function textOfFile(file: File): Promise<{ readonly text: string } | { readonly fault: FileFault }> {
  try {
    if (isBinary(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()))) return { fault: "not-text" };
    if (file.size > MAX_MEGABYTES * 2 ** 20) return { fault: "too-large" };
    return { text: decoded(new Uint8Array(await file.arrayBuffer())) };
  } catch {
    return { fault: "unread" };
  }
}

const LOOKED_AT = 65_536;

/** A picture, a spreadsheet's own file, a document: their bytes are no letters. */
function isBinary(bytes: Uint8Array): boolean {
  if (hasWideMark(bytes)) return false;
  return (
    bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32)) || startsWith(bytes, "PK") || startsWith(bytes, "%PDF")
  );
}

function decoded(bytes: Uint8Array): string {
  if (hasWideMark(bytes)) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1253").decode(bytes);
  }
}

const hasWideMark = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
