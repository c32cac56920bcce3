import type { FigureTable } from "../../kit/charts/figure-table.ts";
import { shortDate } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";
import type { InVainPart, InVainService } from "../contract.ts";
import { inVainCount } from "../in-vain-count.ts";
import { perHundred } from "./per-hundred.ts";

/** What the page of one service shows as tables. Pure. */

export const weeksTable = ({ weeks }: InVainService, t: Text, language: Language): FigureTable => ({
  title: t("vain.by-week"),
  columns: [t("vain.column-week"), t("vain.column-visits"), t("vain.column-in-vain"), t("vain.column-per-hundred")],
  rows: weeks.map((week) => [shortDate(week.monday, language), week.visits, inVainCount(week), perHundred(week)]),
});

/** Lines of before and since, those of now first; papers that stand in none are last. */
export function papersTable({ before, after }: InVainService, t: Text): FigureTable {
  const title = t("vain.which-paper");
  const lines = [...new Set([...after.lines, ...(before?.lines ?? [])].map(({ line }) => line))];
  const column = t("vain.column-line");
  if (!before)
    return {
      title,
      columns: [column, t("vain.times")],
      rows: [...lines.map((line) => [line, timesOf(after, line)]), [t("vain.not-said"), after.notSaid]],
    };
  return {
    title,
    columns: [column, t("vain.before"), t("vain.after")],
    rows: [
      ...lines.map((line) => [line, timesOf(before, line), timesOf(after, line)]),
      [t("vain.not-said"), before.notSaid, after.notSaid],
      [t("vain.column-paper"), before.paper, after.paper],
    ],
  };
}

const timesOf = ({ lines }: InVainPart, wanted: string): number =>
  lines.find(({ line }) => line === wanted)?.count ?? 0;
