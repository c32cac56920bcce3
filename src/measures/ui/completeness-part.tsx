import { Link } from "@tanstack/react-router";
import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import { ChartPlot } from "../../kit/charts/chart-plot.tsx";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { dayOfMonth } from "../../kit/dates.ts";
import { useLanguage, useNumbers, useText } from "../../kit/text.tsx";
import type { HowItWent } from "../contract.ts";
import { completenessTables } from "./tables/completeness-tables.ts";
import { percentOf } from "./tables/percent.ts";

/** How much of what happened was recorded, week by week, what is missing, and how it is mended. */
export function CompletenessPart({ went, view }: { went: HowItWent; view: FigureView }) {
  const t = useText();
  const n = useNumbers();
  const { completeness, reliability } = went;
  const [weeks, missing] = completenessTables(went, t, useLanguage().language);
  return (
    <>
      <ChartFigure
        title={t("went.completeness")}
        hint={t("went.completeness-hint")}
        view={view}
        tables={[weeks]}
        isHint={reliability !== "reliable"}
        place="went__half"
        finding={t("went.completeness-all", {
          percent: t("went.percent", { percent: percentOf(completeness) ?? 0 }),
          part: n(completeness.count),
          of: n(completeness.of),
        })}
      >
        <WeeksPicture weeks={completeness.weeks} />
      </ChartFigure>
      <ChartFigure
        title={t("went.missing")}
        view="tables"
        tables={[missing]}
        place="went__half"
        finding={
          <Link to="/help" search={{}} className="went__mend">
            {t("went.how-to")}
          </Link>
        }
      />
    </>
  );
}

/** So much must be recorded for the figures to be more than a hint */
const NEEDED_PERCENT = 80;
const BAR_SHARE = 0.76;
const LEAST_HEIGHT = 1;

function WeeksPicture({ weeks }: { weeks: HowItWent["completeness"]["weeks"] }) {
  const t = useText();
  const percents = weeks.map(({ complete, visits }) => percentOf({ count: complete, of: visits }));
  const enough = percents.filter((percent) => percent !== null && percent >= NEEDED_PERCENT).length;
  return (
    <ChartPlot
      finding={t("went.completeness-picture", { count: weeks.length, enough, needed: NEEDED_PERCENT })}
      height={220}
      space={{ right: 52 }}
      x={{
        domain: [-0.5, weeks.length - 0.5],
        ticks: weeks.map((_, index) => index),
        nameOf: (index) => dayOfMonth(weeks[index]?.monday ?? ""),
      }}
      y={{ domain: [0, 100], ticks: [0, 50, 100], nameOf: String }}
    >
      {({ x, y, width }) => (
        <>
          {percents.map((percent, index) => {
            const half = (x(BAR_SHARE) - x(0)) / 2;
            return (
              percent !== null && (
                <g key={weeks[index]?.monday}>
                  <rect
                    className="chart__bar"
                    x={x(index) - half}
                    width={half * 2}
                    y={y(percent)}
                    height={Math.max(LEAST_HEIGHT, y(0) - y(percent))}
                  />
                  <text className="chart__inside" x={x(index)} y={y(0) - 8} textAnchor="middle">
                    {percent}
                  </text>
                </g>
              )
            );
          })}
          <line className="chart__bound" x1={0} x2={width} y1={y(NEEDED_PERCENT)} y2={y(NEEDED_PERCENT)} />
          <text className="chart__bound-name" x={width + 6} y={y(NEEDED_PERCENT)} dy="0.35em">
            {t("went.percent", { percent: NEEDED_PERCENT })}
          </text>
        </>
      )}
    </ChartPlot>
  );
}
