import type { DaySheetQuery } from "./contract.ts";

/** Where the pages are that are made to be printed. Browser-safe. */

export const daySheetAddress = (office: string, date: string, query: Partial<DaySheetQuery>): string =>
  addressOf(office, `day-sheets/${date}`, query);

export const callSheetAddress = (office: string, date: string, language: DaySheetQuery["language"]): string =>
  addressOf(office, `call-lists/${date}/sheet`, { language });

export const slipAddress = (office: string, appointment: string, language: DaySheetQuery["language"]): string =>
  addressOf(office, `appointments/${appointment}/slip`, { language });

export const leftSheetAddress = (office: string, language: DaySheetQuery["language"]): string =>
  addressOf(office, "diary-left-sheets", { language });

export const lineRuleAddress = (
  office: string,
  language: DaySheetQuery["language"],
  size: string | undefined = undefined,
): string => addressOf(office, "line-rule", { language, size });

function addressOf(office: string, rest: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const search = new URLSearchParams(given).toString();
  return `/api/offices/${encodeURIComponent(office)}/${rest}${search && `?${search}`}`;
}
