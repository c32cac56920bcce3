/** What is asked of a number, and the number: judged as it was measured, not as it is printed. */
export interface Must {
  readonly what: string;
  readonly must: string;
  readonly measured: string;
  /** Null: nothing is asked of it */
  readonly isMet: boolean | null;
}

export const atMost = (what: string, value: number, limit: number, unit: string): Must => ({
  what,
  must: `≤ ${limit} ${unit}`.trimEnd(),
  measured: `${value.toFixed(2)} ${unit}`.trimEnd(),
  isMet: value <= limit,
});

export const atLeast = (what: string, value: number, limit: number, unit: string): Must => ({
  what,
  must: `≥ ${limit} ${unit}`,
  measured: `${value.toFixed(0)} ${unit}`,
  isMet: value >= limit,
});

export const figure = (what: string, value: number, unit: string): Must => ({
  what,
  must: "",
  measured: `${value.toFixed(2)} ${unit}`,
  isMet: null,
});

export function verdict({ isMet }: Must): string {
  if (isMet === null) return "";
  return isMet ? "yes" : "**no**";
}

/** For a terminal: columns beneath each other. */
export function mustTable(musts: readonly Must[]): string {
  const lines = [["", "must", "now", ""], ...musts.map((one) => [one.what, one.must, one.measured, verdict(one)])];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] as string).length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
