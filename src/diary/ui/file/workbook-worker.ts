import { readWorkbook } from "./read-workbook.ts";

/** Beside the page, which can end it at any time. */
self.onmessage = async ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage(await readWorkbook(data));
};
