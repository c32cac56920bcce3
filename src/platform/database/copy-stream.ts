import { once } from "node:events";
import { Readable } from "node:stream";
import pg from "pg";
import { type CopyConnection, copyFrom } from "./copy.ts";

/** Tables of any size, in the text of COPY: neither side gives faster than the other takes. The connection is one's own. */

const CHUNK_BYTES = 64 * 1024;

export interface CopyOut {
  readonly text: Readable;
  /** How many there were, once the text has ended */
  readonly rows: Promise<number>;
}

/** @param select the statement whose rows are wanted @param onRow hears of each */
export function copyOut(client: pg.ClientBase, select: string, onRow: () => void = () => {}): CopyOut {
  let socket: CopyConnection["stream"] | null = null;
  const gathered = gathering();
  const text = new Readable({
    highWaterMark: 4 * CHUNK_BYTES,
    read: () => socket?.resume(),
    // What nobody wants any more is read to its end, for the next statement.
    destroy: (error, done) => {
      socket?.resume();
      done(error);
    },
  });
  const rows = new Promise<number>((resolve, reject) => {
    const query = new pg.Query(`copy (${select}) to stdout`, (error, result) => {
      if (error) {
        text.destroy(error);
        return reject(error);
      }
      text.push(gathered.taken());
      text.push(null);
      resolve(result.rowCount ?? 0);
    });
    const handleCopyData = ({ chunk }: { readonly chunk: Buffer }, { stream }: CopyConnection) => {
      socket = stream;
      onRow();
      const isFull = gathered.add(chunk) >= CHUNK_BYTES;
      if (isFull && !text.push(gathered.taken()) && !text.destroyed) stream.pause();
    };
    client.query(Object.assign(query, { handleCopyData }));
  });
  // The text fails with the same error.
  rows.catch(() => {});
  return { text, rows };
}

/** Rows come one by one, each in a buffer that later ones overwrite. */
function gathering() {
  let rows: Buffer[] = [];
  let bytes = 0;
  return {
    /** @returns how many bytes there are by now */
    add: (row: Buffer): number => {
      rows.push(Buffer.from(row));
      bytes += row.length;
      return bytes;
    },
    taken: (): Buffer => {
      const all = Buffer.concat(rows);
      rows = [];
      bytes = 0;
      return all;
    },
  };
}

/** @returns how many rows went in */
export async function copyIn(client: pg.ClientBase, target: string, text: AsyncIterable<Buffer>): Promise<number> {
  const end = new AbortController();
  let failure: Error | null = null;
  const give = async (connection: CopyConnection) => {
    try {
      for await (const chunk of text) {
        if (end.signal.aborted) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await once(connection.stream, "drain", { signal: end.signal });
      }
      connection.endCopyFrom();
    } catch (error) {
      failure = error as Error;
      // The server may have refused a row, and waits for nothing any more.
      if (!end.signal.aborted) connection.sendCopyFail(failure.message);
    }
  };
  try {
    return await copyFrom(client, target, give);
  } catch (error) {
    throw failure ?? error;
  } finally {
    end.abort();
  }
}
