import { ApiProblem } from "../../../../kit/api.ts";
import type { Alternative, Channel } from "../../../contract.ts";

/** Whose place it became, and what is free nearest to it. */
export interface ClashReport {
  readonly isTaken: boolean;
  readonly sentence: string;
  readonly alternatives: readonly Alternative[];
  readonly taken: { readonly at: string; readonly by: string | null; readonly channel: Channel } | null;
}

const LOST = ["slot-taken", "slot-not-offered"];

/** What a refusal says of a place that was lost; null: it is about something else. */
export function clashIn(error: unknown): ClashReport | null {
  if (!(error instanceof ApiProblem) || !LOST.includes(error.problem.code)) return null;
  const { problem } = error;
  return {
    isTaken: problem.code === "slot-taken",
    sentence: problem.title,
    alternatives: (problem.alternatives as Alternative[] | undefined) ?? [],
    taken: (problem.taken as ClashReport["taken"] | undefined) ?? null,
  };
}
