import type { Read } from "../../platform/database/sql.ts";
import { openMonths, storedFile } from "./open-month-sql.ts";

/** For other modules: what is published by now. */

/** Why a version came after another: days that were counted late, or other definitions. */
export type CorrectionReason = "late-counts" | "method";

export interface VersionFacts {
  readonly month: string;
  readonly version: number;
  readonly publishedAt: Temporal.Instant;
  readonly reason: CorrectionReason | null;
  readonly offices: number;
  readonly officesRecorded: number;
  readonly csvSha256: string;
  readonly jsonSha256: string;
  readonly csvBytes: number;
  readonly jsonBytes: number;
}

export interface StoredFile {
  readonly gzipped: Buffer;
  readonly sha256: string;
  readonly version: number;
}

export interface WantedFile {
  /** «2026-10» */
  readonly month: string;
  /** null: the newest */
  readonly version: number | null;
  readonly format: "csv" | "json";
}

/** Newest month first, and of each the newest version. */
export const versionsPublished = (tx: Read): Promise<VersionFacts[]> => openMonths(tx);

/** null: there is none */
export const fileOfVersion = (tx: Read, wanted: WantedFile): Promise<StoredFile | null> => storedFile(tx, wanted);
