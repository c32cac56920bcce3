import type { FigureTable } from "../../kit/charts/figure-table.ts";
import { longDate } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";
import type { InVainServices } from "../contract.ts";
import { IN_VAIN_REASONS } from "../reasons.ts";

const DEFINED = ["visits", "in-vain", "per-hundred", ...IN_VAIN_REASONS, "help"] as const;

/** What the columns mean, and of which weeks, days and offices they are: for whoever has the file and not the page. Pure. */
export function meaningsTable({ from, to, days, offices }: InVainServices, t: Text, language: Language): FigureTable {
  const { counted, used } = offices;
  return {
    title: t("vain.meanings"),
    columns: [t("vain.meaning-what"), t("vain.meaning")],
    rows: [
      [t("vain.meaning-weeks"), `${longDate(from, language)} – ${longDate(to, language)}`],
      [t("vain.meaning-days"), days.counted],
      [t("vain.meaning-left-out"), days.leftOut],
      [t("vain.meaning-offices"), counted === 0 ? null : counted],
      [t("vain.meaning-used"), counted === 0 ? null : (used ?? "<5")],
      ...DEFINED.map((column) => [t(`vain.column-${column}`), t(`vain.means-${column}`)]),
    ],
  };
}
