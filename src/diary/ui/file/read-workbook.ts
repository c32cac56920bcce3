import { readXlsx, type Sheet } from "hucre/xlsx";
import { readOpenDocument } from "./read-open-document.ts";
import type { FileContent } from "./sheets.ts";
import { contentOf } from "./workbook-cells.ts";
import { archiveIn } from "./zip-bounds.ts";

/** Further rows and columns are of no diary. */
const CELLS = "A1:AX50001";
const MOST_SHEETS = 60;

/** The sheets that are shown and not empty. Nothing in it is run: of a formula, what it last came to is read. */
export async function readWorkbook(bytes: Uint8Array): Promise<FileContent> {
  if (isOldContainer(bytes)) return { fault: holds(bytes, "EncryptedPackage") ? "encrypted" : "old-workbook" };
  const archive = archiveIn(bytes);
  if ("fault" in archive) return archive;
  try {
    if (archive.kind === "ods") return await readOpenDocument(bytes, archive.parts);
    const { sheets } = await readXlsx(bytes, { readStyles: true, range: CELLS, sheets: isShown });
    return contentOf(sheets);
  } catch {
    return { fault: "damaged" };
  }
}

const isShown = ({ hidden, veryHidden }: Pick<Sheet, "hidden" | "veryHidden">, index: number): boolean =>
  !hidden && !veryHidden && index < MOST_SHEETS;

/** Of Excel before 2007, and around whatever is encrypted */
const isOldContainer = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

/** In the two bytes a letter of such a container */
function holds(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return bytes.some((byte, at) => byte === wide[0] && wide.every((each, further) => bytes[at + further] === each));
}
