/** What a file holds: one text, or several sheets of a workbook. */
export interface FileSheet {
  /** Empty where the file has only one text */
  readonly name: string;
  readonly text: string;
}

export type FileFault =
  | "not-text"
  | "too-large"
  | "unread"
  | "encrypted"
  | "damaged"
  | "old-workbook"
  | "no-workbook"
  | "empty";

export type FileContent = { readonly sheets: readonly FileSheet[] } | { readonly fault: FileFault };

export const MAX_MEGABYTES = 3;
