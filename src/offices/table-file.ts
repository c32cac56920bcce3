/** A file of rows as it came. */

export interface FileTable {
  /** Every column that occurs, with the line where it does first */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly FileRow[];
}

export interface FileRow {
  /** Line of the file, from 1, where the row begins */
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** What is wrong, and where; without a line it concerns the whole file. The code has words in the catalogue. */
export interface Fault {
  readonly line?: number;
  readonly column?: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Faulty {
  readonly faults: readonly Fault[];
}

export const isFaulty = (result: object): result is Faulty => "faults" in result;
