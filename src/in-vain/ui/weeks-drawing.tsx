import type { PlotArea } from "../../kit/charts/plot.tsx";
import { dayOfMonth } from "../../kit/dates.ts";
import type { InVainWeeks } from "./in-vain-weeks.ts";

interface WeeksDrawingProps extends Pick<InVainWeeks, "points" | "means" | "change"> {
  readonly area: PlotArea;
}

/** Points of weeks over their mean and how certain it is; a dashed line where our words changed. */
export function WeeksDrawing({ points, means, change, area: { x, y, height } }: WeeksDrawingProps) {
  return (
    <>
      {means.map(({ from, to, rate, band }) => (
        <g key={from}>
          <path className="vain__zone" d={`M${x(from)},${y(band.from)}H${x(to)}V${y(band.to)}H${x(from)}Z`} />
          <path className="vain__mean" d={`M${x(from)},${y(rate)}H${x(to)}`} />
        </g>
      ))}
      <path className="vain__run" d={runs(points, { x, y })} />
      {points.map(({ week, rate }) => (
        <circle key={week} className="vain__point" cx={x(week)} cy={y(rate)} r={4} />
      ))}
      {change && (
        <>
          <path className="vain__change" d={`M${x(change.at)},0V${height}`} />
          <text className="vain__change-name" x={x(change.at)} y={-8} textAnchor="middle">
            {dayOfMonth(change.date)}
          </text>
        </>
      )}
    </>
  );
}

/** From week to week, broken where nothing was counted. */
const runs = (points: InVainWeeks["points"], { x, y }: Pick<PlotArea, "x" | "y">): string =>
  points
    .map(({ week, rate }, index) => `${points[index - 1]?.week === week - 1 ? "L" : "M"}${x(week)},${y(rate)}`)
    .join("");
