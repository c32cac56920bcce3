/** What is known of what was published. */

/** Why a version came after another by itself: days that were counted late, or other definitions. */
export type OwnReason = "late-counts" | "method";
/** Or because somebody who operates it had it corrected, and said why */
export type CorrectionReason = OwnReason | "operator";

/** What a person said of a correction, for everybody to read. */
export interface CorrectionNote {
  readonly greek: string;
  readonly english: string;
}

export interface VersionFacts {
  readonly month: string;
  readonly version: number;
  readonly publishedAt: Temporal.Instant;
  readonly reason: CorrectionReason | null;
  /** Only where the reason is the operator's */
  readonly note: CorrectionNote | null;
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
