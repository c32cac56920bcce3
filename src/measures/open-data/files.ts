import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { csvText } from "../../platform/text/csv.ts";
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
  const records = rows.map((row) => rowRecord(head.month, row));
  const names = MONTH_FIELDS.map(({ name }) => name);
  const csv = csvText([names, ...records.map((record) => names.map((name) => cell(record[name] ?? null)))]);
  const ofOffices = rows.filter(({ office, group }) => office !== null && group === "all");
  return {
    csv: await stored(csv),
    json: await stored(JSON.stringify({ ...head, rows: records })),
    offices: ofOffices.length,
    officesRecorded: ofOffices.filter(({ isRecorded }) => isRecorded).length,
  };
}

const cell = (value: FieldValue): string => (value === null ? "" : String(value));

async function stored(text: string): Promise<StoredBytes> {
  const bytes = Buffer.from(text, "utf8");
  return {
    gzipped: await promisify(gzip)(bytes),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
  };
}
