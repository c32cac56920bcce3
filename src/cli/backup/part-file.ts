import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

/** The files of a backup: whole on the disk before anything says that they are, and nobody else's to read. */

const MODE = 0o600;

export interface FileSum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Compressed; the sum is the file's, as `sha256sum` tells it. */
export async function writePart(path: string, text: Readable): Promise<FileSum> {
  const sum = summing();
  const file = createWriteStream(path, { flags: "wx", mode: MODE, flush: true });
  await pipeline(text, createGzip(), passing(sum.add), file);
  return sum.result();
}

/** Null where there is no such file. @param onBytes hears how many have been read */
export async function sumOfPart(path: string, onBytes: (count: number) => void): Promise<FileSum | null> {
  const sum = summing();
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      sum.add(chunk);
      onBytes(chunk.length);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return sum.result();
}

/** A file that breaks off while it is read fails here, and not silently. @param onBytes hears how many have been read */
export function readPart(path: string, onBytes: (count: number) => void): AsyncIterable<Buffer> {
  const text = createGunzip();
  const counting = passing(({ length }) => onBytes(length));
  pipeline(createReadStream(path), counting, text).catch((error) => text.destroy(error));
  return text;
}

function summing() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    add: (chunk: Buffer): void => {
      hash.update(chunk);
      bytes += chunk.length;
    },
    result: (): FileSum => ({ bytes, sha256: hash.digest("hex") }),
  };
}

/** Lets everything through, and somebody look at it. */
const passing = (look: (chunk: Buffer) => void) =>
  async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      look(chunk);
      yield chunk;
    }
  };

export async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", MODE);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** That its entries have their names by now. */
export async function syncEntries(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
