import type { Problem } from "../../../../kit/api.ts";
import { type Failure, failureOf } from "../../../../kit/failure.ts";
import type { Alternative, Appointment, Channel } from "../../../contract.ts";

/** What a refused or unanswered act on an appointment means for the form. Everything typed stays in every case. */
export type SaveFailure =
  | Failure
  | { readonly kind: "clash"; readonly problem: Problem; readonly clash: ClashReport }
  | { readonly kind: "stale"; readonly sentence: string; readonly current: Appointment; readonly by: string | null };

/** Whose place it became, and what is free nearest to it. */
export interface ClashReport {
  readonly isTaken: boolean;
  readonly sentence: string;
  readonly alternatives: readonly Alternative[];
  readonly taken: { readonly at: string; readonly by: string | null; readonly channel: Channel } | null;
}

export function saveFailureOf(error: unknown): SaveFailure {
  const failure = failureOf(error);
  if (failure.kind !== "refused") return failure;
  const { problem } = failure;
  if (problem.code === "slot-taken" || problem.code === "slot-not-offered")
    return { kind: "clash", problem, clash: clashOf(problem) };
  return problem.code === "version-stale" && problem.current ? staleOf(problem) : failure;
}

const clashOf = (problem: Problem): ClashReport => ({
  isTaken: problem.code === "slot-taken",
  sentence: problem.title,
  alternatives: (problem.alternatives as Alternative[] | undefined) ?? [],
  taken: (problem.taken as ClashReport["taken"] | undefined) ?? null,
});

function staleOf(problem: Problem): SaveFailure {
  const by = (problem.changedBy as string | null | undefined) ?? null;
  return { kind: "stale", sentence: problem.title, current: problem.current as Appointment, by };
}
