import type { OfficeProgress } from "../../contract.ts";

/** Offices by region or regional unit, and how many are at which stage. Pure. */

export interface Stages {
  readonly done: number;
  readonly underWay: number;
  readonly notBegun: number;
  readonly all: number;
}

export interface ProgressGroup extends Stages {
  /** null: of none */
  readonly name: string | null;
}

export function stagesOf(offices: readonly OfficeProgress[]): Stages {
  const count = (state: OfficeProgress["state"]) => offices.filter((office) => office.state === state).length;
  return {
    done: count("done"),
    underWay: count("under-way"),
    notBegun: count("not-begun"),
    all: offices.length,
  };
}

/** The largest first. */
export const groupsBy = (
  offices: readonly OfficeProgress[],
  part: "region" | "regionalUnit",
): readonly ProgressGroup[] =>
  [...Map.groupBy(offices, (office) => office[part])]
    .map(([name, those]) => ({ name, ...stagesOf(those) }))
    .sort((a, b) => b.all - a.all);

/** Submitted since the week's Monday. @param today as "2026-11-24" */
export function doneThisWeek(offices: readonly OfficeProgress[], today: string): number {
  const date = Temporal.PlainDate.from(today);
  const monday = date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return offices.filter(({ submittedAt }) => submittedAt !== null && submittedAt >= monday).length;
}
