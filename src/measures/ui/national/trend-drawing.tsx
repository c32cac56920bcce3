import type { PlotArea } from "../../../kit/charts/plot.tsx";
import type { HowOfficesDo } from "../../national/contract.ts";

interface TrendDrawingProps {
  readonly trend: HowOfficesDo["trend"];
  readonly area: PlotArea;
}

/** Marks have numbers, and stand in words below. */
export function TrendDrawing({ trend: { weeks, levels, marks }, area }: TrendDrawingProps) {
  const { x, y, height } = area;
  const points = weeks.flatMap((week, index) => (week.of > 0 ? [{ ...week, index, at: x(index) }] : []));
  return (
    <>
      {levels.map((level) => (
        <LevelBand
          key={level.from}
          weeks={points.filter(({ index }) => index >= level.from && index < level.to)}
          centre={y(level.centre.count / level.centre.of)}
          y={y}
        />
      ))}
      <path className="nation__run" d={runs(points, y)} />
      {points.map((week) => (
        <WeekPoint key={week.monday} {...week} up={y(week.count / week.of)} />
      ))}
      {marks.map(({ monday, text }, index) => {
        const at = round(x(weeks.findIndex((week) => week.monday === monday)));
        return (
          <g key={`${monday} ${text}`}>
            <path className="nation__change" d={`M${at},0V${round(height)}`} />
            <text className="nation__name" x={at} y={-6} textAnchor="middle">
              {index + 1}
            </text>
          </g>
        );
      })}
    </>
  );
}

interface WeekAt {
  readonly index: number;
  /** Across */
  readonly at: number;
  readonly count: number;
  readonly of: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly side: "below" | "above" | null;
}

interface LevelBandProps {
  readonly weeks: readonly WeekAt[];
  readonly centre: number;
  readonly y: PlotArea["y"];
}

function LevelBand({ weeks, centre, y }: LevelBandProps) {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return null;
  const low = weeks.map((week) => `${round(week.at)},${round(y(week.low ?? 0))}`);
  const high = weeks.map((week) => `${round(week.at)},${round(y(week.high ?? 1))}`);
  return (
    <>
      <path className="nation__zone" d={`M${[...low, ...[...high].reverse()].join("L")}Z`} />
      <path className="nation__limit" d={`M${low.join("L")}M${high.join("L")}`} />
      <path className="nation__centre" d={`M${round(first.at)},${round(centre)}H${round(last.at)}`} />
    </>
  );
}

/** Out of its limits it is a diamond. */
function WeekPoint({ at, up, side }: WeekAt & { readonly up: number }) {
  if (side === null) return <circle className="nation__point" cx={round(at)} cy={round(up)} r={3.5} />;
  return <path className="nation__mark" d={`M${round(at)},${round(up - 8)}l8,8l-8,8l-8,-8Z`} />;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** From week to week, broken where nothing was recorded. */
function runs(weeks: readonly WeekAt[], y: PlotArea["y"]): string {
  return weeks
    .map(({ index, at, count, of }, position) => {
      const isNext = weeks[position - 1]?.index === index - 1;
      return `${isNext ? "L" : "M"}${round(at)},${round(y(count / of))}`;
    })
    .join("");
}
