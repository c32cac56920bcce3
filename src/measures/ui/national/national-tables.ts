import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import { dayOfMonth } from "../../../kit/dates.ts";
import { writtenNumber } from "../../../platform/text/written-number.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { HowOfficesDo } from "../../national/contract.ts";
import { percentOf } from "../tables/percent.ts";
import { percentText } from "./percent-text.ts";

/** What the pictures of the nation show, in rows. Pure. */

export function funnelTable(
  { inside, outside, centre, measure }: HowOfficesDo["funnel"],
  t: Text,
  language: Language,
): FigureTable {
  const all = [...inside].sort((a, b) => a.of - b.of);
  return {
    title: t(`nation.funnel-${measure}`),
    columns: [t("nation.office"), t("nation.percent"), t("nation.count"), t("nation.denominator"), t("nation.place")],
    rows: [
      [t("nation.whole-group"), percentOf(centre), centre.count, centre.of, ""],
      ...outside.map(({ name, count, of, side }) => [
        name,
        percentOf({ count, of }),
        count,
        of,
        t(`nation.side-${side}`),
      ]),
      ...all.map(({ count, of }, index) => [
        t("nation.nameless", { number: writtenNumber(index + 1, language) }),
        percentOf({ count, of }),
        count,
        of,
        t("nation.side-inside"),
      ]),
    ],
  };
}

export function trendTable({ weeks, measure }: HowOfficesDo["trend"], t: Text, language: Language): FigureTable {
  const percent = (share: number | null) => (share === null ? null : percentText(share, language, 1));
  return {
    title: t(`nation.trend-${measure}`),
    columns: [
      t("nation.week-of"),
      t("nation.percent"),
      t("nation.count"),
      t("nation.denominator"),
      t("nation.offices"),
      t("nation.limits"),
      t("nation.place"),
    ],
    rows: weeks.map(({ monday, count, of, offices, low, high, side }) => [
      dayOfMonth(monday),
      of === 0 ? null : percent(count / of),
      of === 0 ? null : count,
      of === 0 ? null : of,
      offices,
      low === null ? null : t("nation.from-to", { from: percent(low) ?? "", to: percent(high) ?? "" }),
      low === null ? "" : t(`nation.side-${side ?? "inside"}`),
    ]),
  };
}
