import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { csvLines, csvText } from "../../platform/text/csv.ts";
import { type FieldValue, MONTH_FIELDS, rowRecord } from "./fields.ts";
import type { MonthRow } from "./month.ts";
import type { CorrectionNote, CorrectionReason } from "./version-facts.ts";

/** The files of a month, as they are stored and fetched. */

export interface StoredBytes {
  readonly gzipped: Buffer;
  /** Of what comes out, in hexadecimal digits */
  readonly sha256: string;
  readonly bytes: number;
}

export interface MonthFiles {
  readonly csv: StoredBytes;
  readonly json: StoredBytes;
  readonly offices: number;
  readonly officesRecorded: number;
}

/** What a file says of itself. */
export interface FileHead {
  /** «2026-10» */
  readonly month: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly reason: CorrectionReason | null;
  readonly note: CorrectionNote | null;
}

/** The CSV says nothing of its version: the same figures are the same bytes. */
export async function monthFiles(rows: readonly MonthRow[], head: FileHead): Promise<MonthFiles> {
  const [csv, json] = await Promise.all([stored(csvParts(head.month, rows)), stored(jsonParts(head, rows))]);
  const ofOffices = rows.filter(({ office, group }) => office !== null && group === "all");
  return {
    csv,
    json,
    offices: ofOffices.length,
    officesRecorded: ofOffices.filter(({ isRecorded }) => isRecorded).length,
  };
}

/** So many rows at once: whoever waits for this process waits for no more. */
const ROWS_OF_PART = 60;

function* partsOf(rows: readonly MonthRow[]): Iterable<readonly MonthRow[]> {
  for (let at = 0; at < rows.length; at += ROWS_OF_PART) yield rows.slice(at, at + ROWS_OF_PART);
}

const NAMES = MONTH_FIELDS.map(({ name }) => name);

function* csvParts(month: string, rows: readonly MonthRow[]): Iterable<string> {
  yield csvText([NAMES]);
  for (const part of partsOf(rows)) {
    const records = part.map((row) => rowRecord(month, row));
    yield csvLines(records.map((record) => NAMES.map((name) => cell(record[name] ?? null))));
  }
}

const cell = (value: FieldValue): string => (value === null ? "" : String(value));

function* jsonParts(head: FileHead, rows: readonly MonthRow[]): Iterable<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let before = "";
  for (const part of partsOf(rows)) {
    yield before + part.map((row) => JSON.stringify(rowRecord(head.month, row))).join();
    before = ",";
  }
  yield "]}";
}

async function stored(parts: Iterable<string>): Promise<StoredBytes> {
  const hash = createHash("sha256");
  const gzipped: Buffer[] = [];
  let bytes = 0;
  const counted = function* () {
    for (const part of parts) {
      const piece = Buffer.from(part, "utf8");
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  };
  await pipeline(counted, createGzip(), async (compressed: AsyncIterable<Buffer>) => {
    for await (const piece of compressed) gzipped.push(piece);
  });
  return { gzipped: Buffer.concat(gzipped), sha256: hash.digest("hex"), bytes };
}
