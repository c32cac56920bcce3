import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import { shortDate } from "../../../kit/dates.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { HowItWent } from "../../contract.ts";

/** Of each day the most who waited at once, and what changed from which day on. */
export function crowdTables(went: HowItWent, t: Text, language: Language): FigureTable[] {
  const { peaks, seats, changes } = went;
  const columns = [t("went.weekday"), t("went.unit-people")];
  return [
    {
      title: t("went.crowd"),
      columns: seats ? [...columns, t("went.seats-count"), t("went.minutes-above")] : columns,
      rows: peaks.map(({ date, most, minutesAbove }) => [
        shortDate(date, language),
        most,
        ...(seats ? [seats.count, minutesAbove] : []),
      ]),
    },
    ...(changes.length === 0
      ? []
      : [
          {
            title: t("went.changes"),
            columns: [t("went.mark"), t("went.weekday"), t("went.change")],
            rows: changes.map((change, index) => [
              markSign(index),
              shortDate(change.date, language),
              ruleMarkWords(change, t),
            ]),
          },
        ]),
  ];
}

/** ① ② */
export const markSign = (index: number): string => String.fromCodePoint(0x2460 + index);

const QUEUE_WORDS = {
  "queue-opened": "went.change-opened",
  "queue-ended": "went.change-ended",
  "queue-off-for-dates": "went.change-off-for-dates",
  "queue-on-for-dates": "went.change-on-for-dates",
} as const;

/** «άρχισε η ουρά «Ουρά 4»» */
export function ruleMarkWords({ kind, name, queues, minutes }: HowItWent["changes"][number], t: Text): string {
  const of = { name: name ?? "", count: queues ?? 0 };
  if (kind === "minutes-changed")
    return t("went.change-minutes", { ...of, before: minutes?.before ?? "–", after: minutes?.after ?? "–" });
  if (kind === "closed") return queues === null ? t("went.change-closed-all", of) : t("went.change-closed", of);
  if (kind === "hours-changed") return name ? t("went.change-hours", of) : t("went.change-hours-of", of);
  return t(QUEUE_WORDS[kind], of);
}
