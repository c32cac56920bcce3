import { ApiProblem, NoConnection } from "../../../web/api.ts";
import type { Alternative, Appointment, Channel } from "../../contract.ts";

/** What a refused or unanswered act means for the form. Everything typed stays in every case. */
export type SaveFailure =
  | { readonly kind: "no-connection" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "fields"; readonly errors: readonly FieldProblem[] }
  | { readonly kind: "clash"; readonly clash: ClashReport }
  | { readonly kind: "stale"; readonly sentence: string; readonly current: Appointment; readonly by: string | null }
  | { readonly kind: "refused"; readonly sentence: string };

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Whose place it became, and what is free nearest to it. */
export interface ClashReport {
  readonly isTaken: boolean;
  readonly sentence: string;
  readonly alternatives: readonly Alternative[];
  readonly taken: { readonly at: string; readonly by: string | null; readonly channel: Channel } | null;
}

export function failureOf(error: unknown): SaveFailure {
  if (error instanceof NoConnection || isTimeout(error)) return { kind: "no-connection" };
  if (!(error instanceof ApiProblem)) throw error;
  const { status, code, title, errors } = error.problem;
  if (status === 401) return { kind: "signed-out" };
  if (code === "slot-taken" || code === "slot-not-offered") return { kind: "clash", clash: clashOf(error) };
  if (code === "version-stale" && error.problem.current) return staleOf(error);
  if ((status === 422 || status === 400) && errors?.length) return { kind: "fields", errors };
  return { kind: "refused", sentence: title };
}

/** No answer in time is no answer: the act may have happened. */
const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === "TimeoutError";

function clashOf({ problem }: ApiProblem): ClashReport {
  return {
    isTaken: problem.code === "slot-taken",
    sentence: problem.title,
    alternatives: (problem.alternatives as Alternative[] | undefined) ?? [],
    taken: (problem.taken as ClashReport["taken"] | undefined) ?? null,
  };
}

function staleOf({ problem }: ApiProblem): SaveFailure {
  const by = (problem.changedBy as string | null | undefined) ?? null;
  return { kind: "stale", sentence: problem.title, current: problem.current as Appointment, by };
}
