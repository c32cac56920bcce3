import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import { monthAndYear } from "../../../kit/dates.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { HowItWent } from "../../contract.ts";

export const PROMISE_KINDS = ["number", "hours"] as const;

/** What was said to people of how long they would wait, and what became of it, month by month. */
export const promiseTables = ({ promises: { months } }: HowItWent, t: Text, language: Language): FigureTable[] =>
  PROMISE_KINDS.map((kind) => ({
    title: t(`promise.of-${kind}`),
    columns: [
      t("promise.month"),
      t("promise.right"),
      t("promise.within"),
      t("promise.shorter"),
      t("promise.longer"),
      t("promise.unknown"),
    ],
    rows: months.map((month) => {
      const { within, shorter, longer, unknown } = month[kind];
      const of = within + shorter + longer;
      const tenths = of === 0 ? t("promise.nothing") : Math.floor((10 * (within + shorter)) / of);
      return [monthAndYear(month.month, language), tenths, within, shorter, longer, unknown];
    }),
  }));
