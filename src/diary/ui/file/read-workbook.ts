import { readXlsx, type Sheet } from "hucre/xlsx";
import type { FileContent } from "./sheets.ts";
import { textOfSheet } from "./workbook-cells.ts";
import { archiveFault } from "./zip-bounds.ts";

/** Further rows and columns are of no diary. */
const CELLS = "A1:AX50001";
const MOST_SHEETS = 60;

/** The sheets that are shown and not empty. Nothing in it is run: of a formula, what it last came to is read. */
export async function readWorkbook(bytes: Uint8Array): Promise<FileContent> {
  if (isOldContainer(bytes)) return { fault: holds(bytes, "EncryptedPackage") ? "encrypted" : "old-workbook" };
  const fault = archiveFault(bytes);
  if (fault) return { fault };
  try {
    const { sheets } = await readXlsx(bytes, { readStyles: true, range: CELLS, sheets: isShown });
    const texts = sheets.map((sheet) => ({ name: sheet.name, text: textOfSheet(sheet) }));
    const filled = texts.filter(({ text }) => text.trim() !== "");
    return filled.length > 0 ? { sheets: filled } : { fault: "empty" };
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
