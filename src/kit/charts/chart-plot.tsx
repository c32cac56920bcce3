import { Suspense } from "react";
import { lazyPart } from "../ui/part.tsx";
import type { PlotProps } from "./plot.tsx";

/** The library that draws comes with the first picture, and with no page that has none. */
const Plot = lazyPart(() => import("./plot.tsx"), "Plot");

export const ChartPlot = (props: PlotProps) => (
  <Suspense fallback={<div className="chart__plot" />}>
    <Plot {...props} />
  </Suspense>
);
