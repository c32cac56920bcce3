import { formatPhone, likelyToday, numericDate } from "../../kit/dates.ts";
import type { Texts } from "../../kit/form/typing.ts";
import type { Column, Correction, DiaryPreview, DiaryRow } from "../contract.ts";
import { readDate, readTime } from "../read-cells.ts";

/** Values of a row's correction, and the changed ones among them. Pure. */

const FIELDS = ["date", "time", "lastName", "firstName", "phone", "email", "service"] as const;
type FieldName = (typeof FIELDS)[number];

/** As it was read, or else as it was written, so that a slip of the pen is put right where it is. */
export function rowValues(row: DiaryRow, columns: DiaryPreview["columns"]): Texts {
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

type TypedField = Exclude<FieldName, "service">;

/** Addresses only where something is there: few diaries have them. */
export const fieldsOf = (row: DiaryRow): readonly TypedField[] =>
  FIELDS.filter((name): name is TypedField => name !== "service" && (name !== "email" || row.email !== null));

/** Dates and times are written here as freely as in the diary. */
export function changedFrom(before: Texts, after: Texts): Correction {
  const read = changedFields(before, after).flatMap((name) => {
    const meant = meantBy(name, after);
    return meant === null ? [] : [[name, meant] as const];
  });
  const isNewDay = read.some(([name]) => name === "date");
  // The meaning of the day's cell, also where this visit alone had been moved before.
  return { ...Object.fromEntries(read), ...(isNewDay && { isMoved: false }) };
}

/** Changed, and still not to be read. */
export const unreadIn = (before: Texts, after: Texts): readonly FieldName[] =>
  changedFields(before, after).filter((name) => meantBy(name, after) === null);

const changedFields = (before: Texts, after: Texts): readonly FieldName[] =>
  FIELDS.filter((name) => after[name]?.trim() !== before[name]?.trim());

function meantBy(name: FieldName, { [name]: text = "" }: Texts): string | null {
  if (name === "date") return readDate(text, Temporal.PlainDate.from(likelyToday()))?.toString() ?? null;
  return name === "time" ? readTime(text) : text.trim();
}
