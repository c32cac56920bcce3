import type { Problem } from "../../../../kit/api.ts";
import { type Failure, failureOf } from "../../../../kit/failure.ts";
import type { Appointment } from "../../../contract.ts";
import { type ClashReport, clashIn } from "../times/clash.ts";

/** What a refused or unanswered act on an appointment means for the form. Everything typed stays in every case. */
export type SaveFailure =
  | Failure
  | { readonly kind: "clash"; readonly problem: Problem; readonly clash: ClashReport }
  | { readonly kind: "stale"; readonly sentence: string; readonly current: Appointment; readonly by: string | null };

export function saveFailureOf(error: unknown): SaveFailure {
  const failure = failureOf(error);
  if (failure.kind !== "refused") return failure;
  const { problem } = failure;
  const clash = clashIn(error);
  if (clash) return { kind: "clash", problem, clash };
  return problem.code === "version-stale" && problem.current ? staleOf(problem) : failure;
}

function staleOf(problem: Problem): SaveFailure {
  const by = (problem.changedBy as string | null | undefined) ?? null;
  return { kind: "stale", sentence: problem.title, current: problem.current as Appointment, by };
}
