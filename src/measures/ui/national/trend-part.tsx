import { ChartFigure } from "../../../kit/charts/chart-figure.tsx";
import { ChartPlot } from "../../../kit/charts/chart-plot.tsx";
import { evenTicks } from "../../../kit/charts/even-ticks.ts";
import type { FigureView } from "../../../kit/charts/figures-search.ts";
import { dayOfMonth } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Language, Text } from "../../../text/text.ts";
import type { HowOfficesDo } from "../../national/contract.ts";
import { RUN_WEEKS } from "../../national/trend.ts";
import { trendTable } from "./national-tables.ts";
import { percentText } from "./percent-text.ts";
import { TrendDrawing } from "./trend-drawing.tsx";

interface TrendPartProps {
  readonly trend: HowOfficesDo["trend"];
  readonly view: FigureView;
}

/** Twenty-six weeks with their control limits: what is chance, which week is none, and when the level changed. */
export function TrendPart({ trend, view }: TrendPartProps) {
  const t = useText();
  const { language } = useLanguage();
  const { weeks, measure } = trend;
  const domain = domainOf(trend);
  const finding = domain ? findingOf(trend, t, language) : t("nation.no-weeks");
  return (
    <ChartFigure
      title={t(`nation.trend-${measure}`)}
      hint={t("nation.trend-hint", { run: RUN_WEEKS })}
      view={view}
      tables={domain ? [trendTable(trend, t, language)] : []}
      finding={finding}
    >
      {domain && (
        <ChartPlot
          finding={finding}
          height={240}
          space={{ top: 24, right: 24 }}
          x={{
            domain: [-0.5, weeks.length - 0.5],
            ticks: weeks.map((_, index) => index),
            nameOf: (index) => dayOfMonth(weeks[index]?.monday ?? ""),
          }}
          y={{ domain, ticks: evenTicks(...domain, 5), nameOf: (share) => percentText(share, language) }}
        >
          {(area) => <TrendDrawing trend={trend} area={area} />}
        </ChartPlot>
      )}
      {view === "picture" && trend.marks.length > 0 && <p className="hint">{marksInWords(trend, t)}</p>}
    </ChartFigure>
  );
}

/** null: nothing was recorded in any week. */
function domainOf({ weeks }: HowOfficesDo["trend"]): [number, number] | null {
  const values = weeks.flatMap(({ count, of, low, high }) => (of > 0 ? [count / of, low ?? 0, high ?? 1] : []));
  if (values.length === 0) return null;
  const room = 0.01;
  return [Math.max(0, Math.min(...values) - room), Math.min(1, Math.max(...values) + room)];
}

function findingOf({ weeks, levels }: HowOfficesDo["trend"], t: Text, language: Language): string {
  const percent = ({ count, of }: { count: number; of: number }) => percentText(of === 0 ? 0 : count / of, language, 1);
  const out = weeks.filter(({ side }) => side !== null);
  const changes = levels.slice(1).map(({ from, centre }, index) =>
    t("nation.level", {
      date: dayOfMonth(weeks[from]?.monday ?? ""),
      before: percent(levels[index]?.centre ?? centre),
      after: percent(centre),
      run: RUN_WEEKS,
    }),
  );
  const outside = out.map(({ monday, side }) => `${dayOfMonth(monday)} ${t(`nation.side-${side ?? "below"}`)}`);
  const [first] = levels;
  return [
    levels.length === 1 && first ? t("nation.one-level", { share: percent(first.centre) }) : changes.join(" "),
    out.length > 0 ? t("nation.weeks-outside", { weeks: outside.join(", ") }) : t("nation.weeks-inside"),
  ].join(" ");
}

const marksInWords = ({ marks }: HowOfficesDo["trend"], t: Text): string =>
  t("nation.marks", {
    marks: marks
      .map(({ monday, text }, index) => `${index + 1}. ${text}, ${t("nation.in-week", { date: dayOfMonth(monday) })}`)
      .join("· "),
  });
