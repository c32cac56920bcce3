import { evenTicks } from "../../../kit/charts/even-ticks.ts";
import type { HowOfficesDo } from "../../national/contract.ts";
import { type FunnelLimit, limitsAt } from "../../national/funnel.ts";

/** Where the scales and the limits of a funnel run. Pure. */

interface Scale {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

export interface FunnelLayout {
  readonly x: Scale;
  readonly y: Scale;
  /** From few visits to many, within the scales */
  readonly lines: Readonly<Record<FunnelLimit, readonly { of: number; low: number; high: number }[]>>;
}

const POINTS = 40;
const TICKS = 5;

/** null: no office has a point. */
export function funnelLayout(funnel: HowOfficesDo["funnel"]): FunnelLayout | null {
  const points = [...funnel.inside, ...funnel.outside].filter(({ of }) => of > 0);
  if (points.length === 0) return null;
  const sizes = points.map(({ of }) => of).sort((a, b) => a - b);
  const [least = 1, most = 1] = [sizes[0], sizes.at(-1)];
  const middle = limitsAt(sizes[Math.floor(sizes.length / 10)] ?? least, funnel, "bound");
  const shares = points.map(({ count, of }) => count / of);
  const y = padded(Math.min(middle.low, ...shares), Math.max(middle.high, ...shares));
  const x = [least * 0.9, most * 1.05] as const;
  const within = (share: number) => Math.min(y[1], Math.max(y[0], share));
  const line = (limit: FunnelLimit) =>
    Array.from({ length: POINTS + 1 }, (_, index) => {
      const of = Math.max(1, Math.round(x[0] + ((x[1] - x[0]) * index) / POINTS));
      const { low, high } = limitsAt(of, funnel, limit);
      return { of, low: within(low), high: within(high) };
    });
  return {
    x: { domain: x, ticks: evenTicks(x[0], x[1], TICKS) },
    y: { domain: y, ticks: evenTicks(y[0], y[1], TICKS) },
    lines: { zone: line("zone"), bound: line("bound") },
  };
}

function padded(low: number, high: number): readonly [number, number] {
  const room = Math.max(0.01, (high - low) * 0.06);
  return [Math.max(0, low - room), Math.min(1, high + room)];
}
