import { inflateSync } from "node:zlib";

/** How many pages a PDF has: its page objects, which some programs pack into compressed streams. */
export function pdfPages(pdf: Buffer): number {
  const plain = pdf.toString("latin1");
  const packed = [...plain.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, stream = ""]) => unpacked(stream));
  return [plain, ...packed].join("\n").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
  } catch {
    return "";
  }
}
