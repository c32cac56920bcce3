import type { FieldError } from "../../platform/refusal.ts";
import type { DrawCellRow } from "../places/places-sql.ts";
import type { DayPart } from "../rule/draw-record.ts";
import type { WishChoice } from "./wish-sql.ts";

/** What there is to wish for, as a page or a clerk's form shows it. Pure. */
export interface DrawGrid {
  /** Days with the parts in which any office has places, the earliest first */
  readonly days: readonly { readonly date: string; readonly parts: readonly number[] }[];
  /** By their codes */
  readonly offices: readonly { readonly id: number; readonly code: string }[];
}

export function gridOf(cells: readonly DrawCellRow[]): DrawGrid {
  const days = Map.groupBy(cells, ({ date }) => date.toString());
  const offices = new Map(cells.map(({ office, code }) => [office, code]));
  return {
    days: [...days]
      .map(([date, of]) => ({ date, parts: [...new Set(of.map(({ part }) => part))].sort((a, b) => a - b) }))
      .sort((a, b) => a.date.localeCompare(b.date, "en")),
    offices: [...offices].map(([id, code]) => ({ id, code })).sort((a, b) => a.code.localeCompare(b.code, "en")),
  };
}

/** What is wrong with it, at its fields; nothing: it can be drawn. */
export function choiceErrors({ dayParts, offices }: WishChoice, grid: DrawGrid): FieldError[] {
  const errors: FieldError[] = [];
  if (dayParts.length === 0) errors.push({ field: "dayParts", code: "draw-when-required" });
  else if (!dayParts.every((dayPart) => isIn(dayPart, grid)) || hasTwice(dayParts.map(String)))
    errors.push({ field: "dayParts", code: "draw-when-unknown" });
  if (offices.length === 0) errors.push({ field: "offices", code: "draw-where-required" });
  else if (!offices.every((id) => grid.offices.some((office) => office.id === id)) || hasTwice(offices.map(String)))
    errors.push({ field: "offices", code: "draw-where-unknown" });
  return errors;
}

const isIn = ([date, part]: DayPart, { days }: DrawGrid): boolean =>
  days.some((day) => day.date === date && day.parts.includes(part));

const hasTwice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;
