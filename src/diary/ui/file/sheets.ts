import { fold } from "../../../platform/text/fold.ts";
import { monthOf } from "../../../platform/text/written-date.ts";
import { leadingWeekdays } from "../../day-of-line.ts";
import { readDay } from "../../read-cells.ts";

/** What a file holds: one text, or several sheets of a workbook. */
export interface FileSheet {
  /** Empty where the file has only one text */
  readonly name: string;
  readonly text: string;
}

/** A sheet that is named by its day or month says so over its visits. */
export const underItsDay = (sheet: FileSheet, today: Temporal.PlainDate): string =>
  saysPartOfDay(sheet.name) || readDay(sheet.name, today) ? namedSheet(sheet, today) : sheet.text;

/** A short date would be taken for a time that stayed free. */
export function namedSheet({ name, text }: FileSheet, today: Temporal.PlainDate): string {
  return `${readDay(name, today) ? `Ημέρα: ${name}` : name}\n${text}`;
}

const saysPartOfDay = (name: string): boolean =>
  leadingWeekdays(name).length > 0 || (fold(name).match(/\p{L}+/gu) ?? []).some((word) => monthOf(word) !== null);

export type FileFault =
  | "not-text"
  | "too-large"
  | "unread"
  | "encrypted"
  | "damaged"
  | "old-workbook"
  | "no-workbook"
  | "ods-too-rich"
  | "empty";

export type FileContent = { readonly sheets: readonly FileSheet[] } | { readonly fault: FileFault };

export const MAX_MEGABYTES = 3;
