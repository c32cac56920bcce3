/** What is known of what was published. */

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
