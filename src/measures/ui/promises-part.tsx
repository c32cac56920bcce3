import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import { longDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import type { HowItWent } from "../contract.ts";
import { PROMISE_KINDS, promiseTables } from "./tables/promise-tables.ts";

/** What was said to people of how long they would wait, and what became of it: a few numbers, which no picture makes clearer. */
export function PromisesPart({ went }: { went: HowItWent }) {
  const t = useText();
  const { language } = useLanguage();
  const { months, voices } = went.promises;
  const silent = PROMISE_KINDS.filter((kind) => voices?.[kind].isSilent).map((kind) =>
    t(`promise.silent-${kind}`, { date: longDate(voices?.[kind].since ?? "", language) }),
  );
  const finding = [...silent, ...(months.length === 0 ? [t("promise.none")] : [])].join(" ");
  return (
    <ChartFigure
      title={t("promise.title")}
      hint={t("promise.means")}
      view="tables"
      tables={months.length > 0 ? promiseTables(went, t, language) : []}
      finding={finding || undefined}
    />
  );
}
