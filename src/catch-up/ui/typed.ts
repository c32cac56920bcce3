import type { Day } from "../../appointments/contract.ts";
import { MARKS, type PaperMark } from "../../appointments/paper/marks.ts";
import type { Texts } from "../../kit/form/typing.ts";
import type { Office } from "../../offices/contract.ts";
import type { FieldError } from "../../platform/refusal.ts";
import type { CatchUpRequest, WalkInRequest } from "../contract.ts";
import type { Marks, SheetRow } from "./sheet-rows.ts";

/** What is typed of a sheet, as the texts of its form, and the request that is made of it. Pure. */

/** By which the draft of a day is found again */
export const sheetForm = (date: string): string => `catch-up ${date}`;

/** Of the row that is being written: with the service most asked for, as a new appointment */
export const newRowTexts = ({ usualService }: Pick<Office, "usualService">): Texts => ({
  time: "",
  until: "",
  service: usualService ?? "",
});

export const newSheetTexts = (office: Pick<Office, "usualService">): Texts => ({
  marks: "{}",
  walkIns: "[]",
  ...newRowTexts(office),
});

export const marksIn = ({ marks = "{}" }: Texts): Marks => JSON.parse(marks);
export const walkInsIn = ({ walkIns = "[]" }: Texts): readonly WalkInRequest[] => JSON.parse(walkIns);

/** @param status null: its tick is taken away */
export function withMarks(values: Texts, rows: readonly SheetRow[], status: PaperMark | null): Texts {
  const ids = rows.map(({ appointment }) => appointment.id);
  const others = Object.entries(marksIn(values)).filter(([id]) => !ids.includes(id));
  const marked = status ? rows.map(({ appointment: { id, version } }) => [id, { status, version }] as const) : [];
  return marksText([...others, ...marked]);
}

/** In one order, so that what was ticked and taken away again is no change. */
const marksText = (marks: readonly (readonly [string, Marks[string]])[]): Texts => ({
  marks: JSON.stringify(Object.fromEntries(marks.toSorted(([a], [b]) => a.localeCompare(b)))),
});

/** By the time at which they came. */
export const withWalkIns = (walkIns: readonly WalkInRequest[]): Texts => ({
  walkIns: JSON.stringify(walkIns.toSorted((a, b) => a.time.localeCompare(b.time))),
});

/**
 * What was recorded and then taken back, to be recorded again: each tick with the version since. Those that stay as they
 * are recorded are left out; walk-ins all together where one of them stays, for which it was is not known. null: nothing
 * is left.
 */
export function textsAgain(
  texts: Texts,
  { appointments }: Pick<Day, "appointments">,
  staying: readonly string[],
): Texts | null {
  const before = marksIn(texts);
  const marks = appointments.flatMap(({ id, version }) => {
    const mark = staying.includes(id) ? undefined : before[id];
    return mark ? [[id, { ...mark, version }] as const] : [];
  });
  const walkIns = staying.every((id) => before[id]) ? walkInsIn(texts) : [];
  if (marks.length + walkIns.length === 0) return null;
  return {
    ...(marks.length > 0 && marksText(marks)),
    ...(walkIns.length > 0 && withWalkIns(walkIns)),
  };
}

export function sheetRequest(rows: readonly SheetRow[], values: Texts): CatchUpRequest {
  const marks = marksIn(values);
  return {
    marks: rows.flatMap(({ appointment: { id }, mark }) => {
      const typed = marks[id];
      return mark && typed ? [{ id, version: typed.version, status: mark }] : [];
    }),
    walkIns: [...walkInsIn(values)],
  };
}

/** A row that was begun and not added would be left out unseen. */
export const typedFaults = ({ time, until }: Texts): readonly FieldError[] =>
  time || until ? [{ field: "time", code: "walk-in-not-added" }] : [];

export const sheetCounts = (rows: readonly SheetRow[], { walkIns, marks }: CatchUpRequest) => ({
  ...(Object.fromEntries(MARKS.map((mark) => [mark, rows.filter((row) => row.mark === mark).length])) as Record<
    PaperMark,
    number
  >),
  walkIns: walkIns.length,
  unmarked: rows.filter(({ mark, options }) => mark === null && options.length > 0).length,
  changes: marks.length + walkIns.length,
});
