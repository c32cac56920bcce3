interface PlotPointProps {
  readonly x: number;
  readonly y: number;
  /** Beyond a bound: another shape, which its colour only repeats */
  readonly isOut: boolean;
}

const RADIUS = 5;
const DIAMOND = 7;

export const PlotPoint = ({ x, y, isOut }: PlotPointProps) =>
  isOut ? (
    <path
      className="chart__point chart__point--out"
      d={`M${x},${y - DIAMOND}L${x + DIAMOND},${y}L${x},${y + DIAMOND}L${x - DIAMOND},${y}Z`}
    />
  ) : (
    <circle className="chart__point" cx={x} cy={y} r={RADIUS} />
  );
