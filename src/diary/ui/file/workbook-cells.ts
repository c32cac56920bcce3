import type { Cell, CellValue, Sheet } from "hucre/xlsx";
import { fillDown, type Merge } from "./fill-down.ts";
import { written } from "./merged-cells.ts";
import type { FileContent } from "./sheets.ts";

/** The sheets of a workbook, those that are not empty, each as the text that a person would have pasted: dates and times as they are shown. Pure. */

export function contentOf(sheets: readonly Sheet[]): FileContent {
  const texts = sheets.map((sheet) => ({ name: sheet.name, text: textOfSheet(sheet) }));
  const filled = texts.filter(({ text }) => text.trim() !== "");
  return filled.length > 0 ? { sheets: filled } : { fault: "empty" };
}

function textOfSheet({ rows, cells, merges = [] }: Pick<Sheet, "rows" | "cells" | "merges">): string {
  const texts = rows.map((row, at) => row.map((value, column) => textOfCell(value, cells?.get(`${at},${column}`))));
  return written(withoutEnd(fillDown(texts, merges as readonly Merge[])));
}

function textOfCell(value: CellValue, cell: Cell | undefined): string {
  const text = textOfValue(value, cell?.style?.numFmt ?? "").trim();
  // On paper and on the screen, who is crossed out does not come.
  return text !== "" && cell?.style?.font?.strikethrough ? `ΔΙΑΓΡΑΦΗ ${text}` : text;
}

function textOfValue(value: CellValue, format: string): string {
  if (value instanceof Date) return textOfMoment(value, format);
  if (typeof value === "number") return textOfNumber(value, format);
  if (typeof value !== "string") return "";
  // So OpenDocument writes a time
  const [, hours, minutes] = /^PT(\d{1,2})H(\d{1,2})M[\d.]+S$/.exec(value) ?? [];
  return hours && minutes ? `${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}` : value.replace(/\r\n?/g, "\n");
}

/** A time alone is one of the first days that a workbook knows. */
const FIRST_YEARS = 1901;

/** Of a day and a time it is read what the cell shows; where that is not known, both. */
function textOfMoment(moment: Date, format: string): string {
  // Fractions of a day are no round seconds.
  const [day = "", clock = ""] = new Date(Math.round(moment.getTime() / 60_000) * 60_000).toISOString().split("T");
  const [year, month, date] = day.split("-");
  const time = clock.slice(0, 5);
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  const [showsDay, showsTime] = [/[dy]/i.test(shown), /h|am\/pm/i.test(shown)];
  if (moment.getUTCFullYear() < FIRST_YEARS || (showsTime && !showsDay)) return time;
  const written = `${date}/${month}/${year}`;
  const isDayAlone = time === "00:00" || (showsDay && !showsTime);
  return isDayAlone ? written : `${written} ${time}`;
}

/** 9.3 that is shown as 9.30 is half past nine. */
function textOfNumber(value: number, format: string): string {
  const decimals = /^0\.(0+)$/.exec(format)?.[1]?.length;
  return decimals === undefined ? String(value) : value.toFixed(decimals);
}

function withoutEnd(rows: readonly (readonly string[])[]): string[][] {
  const lines = rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== "") + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}
