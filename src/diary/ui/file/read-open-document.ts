import { readOds } from "hucre/ods";
import type { FileContent } from "./sheets.ts";
import { contentOf } from "./workbook-cells.ts";
import { type ArchivePart, textOfPart } from "./zip-bounds.ts";

/** A sheet of LibreOffice, read whole or not at all. */
export async function readOpenDocument(bytes: Uint8Array, parts: readonly ArchivePart[]): Promise<FileContent> {
  const textOf = (name: string) => {
    const part = parts.find((each) => each.name === name);
    return part ? textOfPart(bytes, part) : Promise.resolve("");
  };
  if (/<manifest:encryption-data/.test(await textOf("META-INF/manifest.xml"))) return { fault: "encrypted" };
  const content = await textOf("content.xml");
  if (!/<office:spreadsheet[\s>]/.test(content)) return { fault: "no-workbook" };
  if (LOST.test(content)) return { fault: "ods-too-rich" };
  return contentOf((await readOds(bytes, { readStyles: true })).sheets);
}

/**
 * What the reader passes over: rows in groups or repeated as heads, which it does not see; text that is crossed out; sheets
 * and rows that are hidden, which it takes for shown.
 */
const LOST =
  /<table:table-(?:row-group|header-rows|rows)[\s>]|text-line-through-(?:style|type)="(?!none)|table:display="false"|table:visibility="(?!visible)/;
