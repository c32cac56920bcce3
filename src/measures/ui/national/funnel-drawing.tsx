import type { PlotArea } from "../../../kit/charts/plot.tsx";
import type { HowOfficesDo } from "../../national/contract.ts";
import type { FunnelLayout } from "./funnel-layout.ts";

interface FunnelDrawingProps {
  readonly funnel: HowOfficesDo["funnel"];
  readonly layout: FunnelLayout;
  readonly area: PlotArea;
}

/** Whoever is out of bounds has another shape and a name; its colour only repeats it. */
export function FunnelDrawing({ funnel, layout: { lines }, area }: FunnelDrawingProps) {
  const { x, y, width } = area;
  const path = (limit: "zone" | "bound", end: "low" | "high") =>
    lines[limit].map((at) => `${round(x(at.of))},${round(y(at[end]))}`);
  const centre = funnel.centre.count / funnel.centre.of;
  const outside = funnel.outside.map((office) => ({
    ...office,
    at: { x: x(office.of), y: y(office.count / office.of) },
  }));
  return (
    <>
      <path className="nation__zone" d={`M${[...path("zone", "low"), ...path("zone", "high").reverse()].join("L")}Z`} />
      {(["low", "high"] as const).map((end) => (
        <path key={end} className="nation__limit" d={`M${path("bound", end).join("L")}`} />
      ))}
      <path className="nation__centre" d={`M0,${round(y(centre))}H${round(width)}`} />
      {funnel.inside.map(({ count, of }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nameless points that never move
        <circle key={index} className="nation__point" cx={round(x(of))} cy={round(y(count / of))} r={4} />
      ))}
      {outside.map(({ code, side, at }) => (
        <path key={code} className="nation__mark" d={triangle(at.x, at.y, side)} />
      ))}
      {outside.filter(hasRoom(width)).map(({ code, name, at }) => {
        const isLate = at.x + lengthOf(name) > width;
        return (
          <text
            key={code}
            className="nation__name"
            x={round(at.x + (isLate ? -GAP : GAP))}
            y={round(at.y + 4)}
            textAnchor={isLate ? "end" : "start"}
          >
            {name}
          </text>
        );
      })}
    </>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

const triangle = (x: number, y: number, side: "below" | "above"): string => {
  const up = side === "above" ? -1 : 1;
  return `M${round(x - 7)},${round(y - up * 5)}h14l-7,${up * 11}Z`;
};

const LINE = 16;
/** Of a letter, on the mean */
const LETTER = 8;
const GAP = 10;

const lengthOf = (name: string): number => GAP + name.length * LETTER;

interface Named {
  readonly name: string;
  readonly at: { readonly x: number; readonly y: number };
}

/** Names neither cover each other nor leave the drawing: all of them stand in the table. */
const hasRoom =
  (width: number) =>
  ({ name, at }: Named, index: number, all: readonly Named[]): boolean =>
    all.slice(0, index).every((other) => Math.abs(other.at.y - at.y) >= LINE) &&
    (at.x + lengthOf(name) <= width || at.x >= lengthOf(name));
