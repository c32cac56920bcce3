import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import { dayOfMonth } from "../../../kit/dates.ts";
import { writtenNumber } from "../../../platform/text/written-number.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { HowItWent } from "../../contract.ts";
import { percentOf } from "./percent.ts";

const REASONS = {
  "not-started": "notStarted",
  "not-completed": "notCompleted",
  "at-once": "atOnce",
  "from-paper": "fromPaper",
} as const;

/** How much was recorded week by week, and what is missing of the rest. */
export function completenessTables(
  { completeness }: HowItWent,
  t: Text,
  language: Language,
): [weeks: FigureTable, missing: FigureTable] {
  const n = (value: number) => writtenNumber(value, language);
  const weeks = completeness.weeks.map(({ monday, complete, visits }) => [
    t("went.week-of", { date: dayOfMonth(monday) }),
    percentOf({ count: complete, of: visits }) ?? "",
    complete,
    visits,
  ]);
  const missing = completeness.of - completeness.count;
  const reasons = Object.entries(REASONS) as [keyof typeof REASONS, (typeof REASONS)[keyof typeof REASONS]][];
  return [
    {
      title: t("went.completeness-weeks"),
      columns: [t("went.week"), t("went.share"), t("went.whole-visits"), t("went.visits")],
      rows: weeks,
    },
    {
      title: t("went.missing"),
      columns: [t("went.missing-what"), t("went.visits"), t("went.mend")],
      rows: [
        ...reasons.map(([reason, field]) => [
          t(`went.missing-${reason}`),
          completeness[field],
          t(`went.mend-${reason}`),
        ]),
        ...untold(missing, completeness, t),
        [
          t("went.missing-all"),
          missing,
          t("went.missing-of", { whole: n(completeness.count), missing: n(missing), of: n(completeness.of) }),
        ],
      ],
    },
  ];
}

/** Of days that were counted before the reasons were told apart. */
function untold(missing: number, { notStarted, notCompleted, atOnce, fromPaper }: HowItWent["completeness"], t: Text) {
  const rest = missing - notStarted - notCompleted - atOnce - fromPaper;
  return rest > 0 ? [[t("went.missing-untold"), rest, ""]] : [];
}
