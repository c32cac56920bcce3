import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import { ChartPlot } from "../../kit/charts/chart-plot.tsx";
import type { FigureTable } from "../../kit/charts/figure-table.ts";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { dayOfMonth } from "../../kit/dates.ts";
import { useNumbers, useText } from "../../kit/text.tsx";
import type { Text } from "../../text/text.ts";
import type { InVainPart, InVainService } from "../contract.ts";
import { inVainCount } from "../in-vain-count.ts";
import { inVainWeeks } from "./in-vain-weeks.ts";
import { toTenth } from "./per-hundred.ts";
import { WeeksDrawing } from "./weeks-drawing.tsx";

interface WeeksPartProps {
  readonly service: InVainService;
  readonly table: FigureTable;
  readonly view: FigureView;
}

/** Week by week, with the mean before and since our words changed, and how certain each is. */
export function WeeksPart({ service, table, view }: WeeksPartProps) {
  const t = useText();
  const n = useNumbers();
  const { x, y, change, ...drawn } = inVainWeeks(service);
  const finding = findingOf(service, t, n);
  return (
    <ChartFigure title={table.title} hint={t("vain.weeks-hint")} view={view} tables={[table]} finding={finding}>
      <ChartPlot
        finding={finding}
        height={240}
        space={{ top: 28, right: 24 }}
        x={x}
        y={{ ...y, nameOf: (percent) => t("charts.percent", { percent: n(percent) }) }}
      >
        {(area) => <WeeksDrawing {...drawn} change={change} area={area} />}
      </ChartPlot>
      {change && <p className="hint">{t("vain.change-mark", { date: dayOfMonth(change.date) })}</p>}
    </ChartFigure>
  );
}

type Numbers = ReturnType<typeof useNumbers>;

function findingOf({ before, after, difference }: InVainService, t: Text, n: Numbers): string {
  const whole = `${t(before ? "vain.after" : "vain.all-weeks")}: ${rateInWords(after, t, n)}`;
  if (!before) return whole;
  return [
    `${t("vain.before")}: ${rateInWords(before, t, n)}`,
    whole,
    ...(difference ? [differenceInWords(difference, t, n)] : []),
  ].join(" ");
}

const rateInWords = ({ rate, band, ...counts }: InVainPart, t: Text, n: Numbers): string =>
  rate === null || band === null
    ? t("vain.no-visits")
    : t("vain.rate", {
        rate: n(toTenth(rate)),
        vain: n(inVainCount(counts)),
        of: n(counts.visits),
        from: n(toTenth(band.from)),
        to: n(toTenth(band.to)),
      });

function differenceInWords({ less, from, to }: NonNullable<InVainService["difference"]>, t: Text, n: Numbers): string {
  const bounds = [Math.abs(from), Math.abs(to)].sort((a, b) => a - b).map((bound) => n(toTenth(bound)));
  const clear = less > 0 ? "vain.less" : "vain.more";
  return t(from > 0 || to < 0 ? clear : "vain.unclear", {
    less: n(toTenth(Math.abs(less))),
    from: bounds[0] ?? "",
    to: bounds[1] ?? "",
  });
}
