import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear } from "@visx/scale";
import { Line } from "@visx/shape";
import type { ReactNode } from "react";
import { useElementWidth } from "./use-element-width.ts";

export interface PlotAxis {
  readonly domain: readonly [from: number, to: number];
  readonly ticks: readonly number[];
  readonly nameOf: (tick: number) => string;
}

/** From values to places in the drawing. */
export interface PlotArea {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly width: number;
  readonly height: number;
}

export interface PlotProps {
  /** Read aloud in the place of the drawing */
  readonly finding: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Pixels, axes and labels included */
  readonly height?: number;
  /** Pixels above and beside it for what stands there */
  readonly space?: { readonly top?: number; readonly right?: number };
  readonly children: (area: PlotArea) => ReactNode;
}

const LEFT = 44;
const BOTTOM = 28;

/** A drawing with a scale below and at its left, as wide as its place: words keep their size on a phone. */
export function Plot({ finding, x, y, height = 260, space = {}, children }: PlotProps) {
  const { width, ref } = useElementWidth();
  const { top = 12, right = 12 } = space;
  const area = { width: Math.max(0, width - LEFT - right), height: height - top - BOTTOM };
  const across = scaleLinear<number>({ domain: [...x.domain], range: [0, area.width] });
  const up = scaleLinear<number>({ domain: [...y.domain], range: [area.height, 0] });
  return (
    <div className="chart__plot" ref={ref}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={finding}>
        <g transform={`translate(${LEFT},${top})`}>
          {y.ticks.map((tick) => (
            <Line key={tick} className="chart__grid" from={{ x: 0, y: up(tick) }} to={{ x: area.width, y: up(tick) }} />
          ))}
          <AxisLeft {...of(y)} scale={up} tickComponent={(tick) => <TickName {...tick} anchor="end" />} />
          <AxisBottom
            {...of({ ...x, ticks: withRoom(x.ticks, area.width) })}
            scale={across}
            top={area.height}
            tickComponent={TickName}
          />
          {children({ ...area, x: across, y: up })}
        </g>
      </svg>
    </div>
  );
}

/** Pixels that a name below needs */
const NAME_WIDTH = 52;

/** On a narrow page every other one, or fewer. */
const withRoom = (ticks: readonly number[], width: number): number[] => {
  const every = Math.max(1, Math.ceil((ticks.length * NAME_WIDTH) / Math.max(1, width)));
  return ticks.filter((_, index) => index % every === 0);
};

const of = ({ ticks, nameOf }: PlotAxis) => ({
  tickValues: [...ticks],
  tickFormat: (tick: { valueOf(): number }) => nameOf(tick.valueOf()),
  hideAxisLine: true,
  hideTicks: true,
});

interface TickNameProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly formattedValue?: string;
  readonly anchor?: "middle" | "end";
}

const TickName = ({ x, y, formattedValue, anchor = "middle" }: TickNameProps) => (
  <text x={x} y={y} dy={anchor === "end" ? "0.35em" : "0.7em"} textAnchor={anchor}>
    {formattedValue}
  </text>
);
