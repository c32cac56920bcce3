import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { App } from "./server.ts";

/** Below this an answer fits into one or two packets, whether compressed or not. */
export const SMALLEST_COMPRESSED = 2_048;
/** Up to this it is made in one go: a stream, with its turns in another thread, costs half a millisecond more, whatever it carries. */
const LARGEST_AT_ONCE = 256 * 1024;

/** Of what is made while somebody waits: a quarter of the usual work, for a tenth more to carry. Built files are compressed as far as it goes. */
export const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
export const GZIP = { level: 3 };

/** Answers travel compressed where the caller takes it; requests never, so that a small one can't become a large one. */
export async function compression(app: App): Promise<void> {
  await app.register(compress, {
    encodings: ["br", "gzip"],
    threshold: SMALLEST_COMPRESSED,
    syncThreshold: LARGEST_AT_ONCE,
    brotliOptions: BROTLI,
    zlibOptions: GZIP,
    globalDecompression: false,
  });
}
