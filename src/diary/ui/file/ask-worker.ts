import type { FileContent } from "./sheets.ts";

/** A diary takes a second; what takes longer was not made for reading. */
const PATIENCE = 20_000;

/** Reads a workbook beside the page, so that no file holds it up or takes its memory. */
export function workbookSheets(bytes: Uint8Array<ArrayBuffer>): Promise<FileContent> {
  const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), { type: "module" });
  return new Promise<FileContent>((resolve) => {
    const late = setTimeout(() => resolve({ fault: "too-large" }), PATIENCE);
    const end = (content: FileContent) => {
      clearTimeout(late);
      resolve(content);
    };
    worker.onmessage = ({ data }: MessageEvent<FileContent>) => end(data);
    worker.onerror = () => end({ fault: "unread" });
    worker.postMessage(bytes, [bytes.buffer]);
  }).finally(() => worker.terminate());
}
