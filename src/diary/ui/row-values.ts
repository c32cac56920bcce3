import { formatPhone, likelyToday, numericDate } from "../../kit/dates.ts";
import type { Column, Correction, DiaryPreview, DiaryRow } from "../contract.ts";
import { readDate, readTime } from "../read-cells.ts";

/** Values of a row's correction, and the changed ones among them. Pure. */

export const FIELDS = ["date", "time", "lastName", "firstName", "phone", "email", "service"] as const;
export type FieldName = (typeof FIELDS)[number];
export type Values = Readonly<Record<FieldName, string>>;

/** As it was read, or else as it was written, so that a slip of the pen is put right where it is. */
export function rowValues(row: DiaryRow, columns: DiaryPreview["columns"]): Values {
  const written = (column: Column) => row.cells[columns.indexOf(column)] ?? "";
  return {
    date: row.date ? numericDate(row.date) : written("date"),
    time: row.time ?? written("time"),
    lastName: row.lastName,
    firstName: row.firstName,
    phone: row.phone ? formatPhone(row.phone) : "",
    email: row.email ?? "",
    service: row.service,
  };
}

export type TypedField = Exclude<FieldName, "service">;

/** Addresses only where something is there: few diaries have them. */
export const fieldsOf = (row: DiaryRow): readonly TypedField[] =>
  FIELDS.filter((name): name is TypedField => name !== "service" && (name !== "email" || row.email !== null));

export interface CorrectedValues {
  readonly correction: Correction;
  /** Changed, and still not to be read */
  readonly unread: readonly ("date" | "time")[];
}

/** Dates and times are written here as freely as in the diary. */
export function changedFrom(before: Values, after: Values): CorrectedValues {
  const changed = FIELDS.filter((name) => after[name].trim() !== before[name].trim());
  const today = Temporal.PlainDate.from(likelyToday());
  const meant = (name: FieldName): string | null => {
    if (name === "date") return readDate(after.date, today)?.toString() ?? null;
    return name === "time" ? readTime(after.time) : after[name].trim();
  };
  const isNewDay = changed.includes("date") && meant("date") !== null;
  return {
    correction: {
      ...Object.fromEntries(changed.flatMap((name) => (meant(name) === null ? [] : [[name, meant(name)]]))),
      // The meaning of the day's cell, also where this visit alone had been moved before.
      ...(isNewDay && { isMoved: false }),
    },
    unread: (["date", "time"] as const).filter((name) => changed.includes(name) && meant(name) === null),
  };
}
