import { ChartPlot } from "../../kit/charts/chart-plot.tsx";
import { PlotPoint } from "../../kit/charts/plot-point.tsx";
import { dayOfMonth, daysAfter } from "../../kit/dates.ts";
import { useNumbers, useText } from "../../kit/text.tsx";
import type { HowItWent } from "../contract.ts";
import { markSign } from "./tables/crowd-tables.ts";

const WEEK = 7;
const STEP = 5;

/** A point for each day, another shape where more waited than there are seats. */
export function CrowdPicture({ went, finding }: { went: HowItWent; finding: string }) {
  const t = useText();
  const n = useNumbers();
  const { from, to, peaks, seats, changes } = went;
  const last = daysBetween(from, to);
  const most = Math.max(0, ...peaks.map((day) => day.most));
  const top = STEP * Math.ceil(Math.max(STEP, most, seats?.count ?? 0) / STEP);
  const step = STEP * Math.ceil(top / STEP / 5);
  const mostDay = peaks.find((day) => day.most === most);
  return (
    <ChartPlot
      finding={finding}
      space={{ top: 30, right: 96 }}
      x={{
        domain: [-0.5, last + 0.5],
        ticks: upTo(last, WEEK),
        nameOf: (day) => dayOfMonth(daysAfter(from, day)),
      }}
      y={{ domain: [0, top], ticks: upTo(top, step), nameOf: n }}
    >
      {({ x, y, width, height }) => (
        <>
          {changes.map(({ date }, index) => {
            const across = x(daysBetween(from, date) - 0.5);
            return (
              <g key={markSign(index)} className="went__mark">
                <line x1={across} x2={across} y1={-10} y2={height} />
                <text x={across} y={-14} textAnchor="middle">
                  {isFirstOfDay(changes, index) && markSign(index)}
                </text>
              </g>
            );
          })}
          {seats && (
            <>
              <line className="chart__bound" x1={0} x2={width} y1={y(seats.count)} y2={y(seats.count)} />
              <text className="chart__bound-name" x={width + 6} y={y(seats.count)}>
                <tspan x={width + 6}>{n(seats.count)}</tspan>
                <tspan x={width + 6} dy="1.2em">
                  {t("went.seats-name")}
                </tspan>
              </text>
            </>
          )}
          {peaks.map(({ date, most, minutesAbove }) => (
            <PlotPoint key={date} x={x(daysBetween(from, date))} y={y(most)} isOut={(minutesAbove ?? 0) > 0} />
          ))}
          {mostDay && most > 0 && (
            <text className="chart__value" x={x(daysBetween(from, mostDay.date)) + 10} y={y(most)} dy="0.35em">
              {n(most)}
            </text>
          )}
        </>
      )}
    </ChartPlot>
  );
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;

const upTo = (last: number, step: number): number[] =>
  Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);

/** Marks of one day stand in one place: the list below has them all. */
const isFirstOfDay = (changes: HowItWent["changes"], index: number): boolean =>
  changes[index]?.date !== changes[index - 1]?.date;
