import { queryOptions } from "@tanstack/react-query";
import { ApiProblem, type CallOptions, call } from "../../kit/api.ts";
import type { Changed, Decision, Proposal } from "../contract.ts";
import { officePath } from "./queries.ts";

/** A change of rules as the head asks for it: seen first, then carried out with a decision about each appointment. */
export interface RuleRequest {
  readonly office: string;
  readonly method: Exclude<CallOptions["method"], "GET" | undefined>;
  /** Below the office's address: "queues/2/deactivation" */
  readonly path: string;
  /** null: it has no preview of its own, and answers with the proposal when it concerns anybody */
  readonly proposalPath: string | null;
  readonly body: object;
  /** Of the queue or the exception as its head sees it; absent: of what there is none yet */
  readonly version?: number | undefined;
}

/** Never asked for again by itself: a proposal must not change while the head decides about it. */
export const proposalQuery = ({ office, method, path, proposalPath, body }: RuleRequest) =>
  queryOptions({
    queryKey: ["proposal", office, method, path, body],
    queryFn: ({ signal }) => call<Proposal>(officePath(office, proposalPath ?? path), { method: "POST", body, signal }),
    enabled: proposalPath !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** @throws ApiProblem, with a proposal in it when it concerns an appointment without a valid decision */
export const sendRuleChange = (
  { office, method, path, body, version }: RuleRequest,
  decisions: readonly Decision[],
  idempotencyKey: string,
): Promise<Changed> =>
  call<Changed>(officePath(office, path), {
    method,
    body: decisions.length > 0 ? { ...body, decisions } : body,
    idempotencyKey,
    ...(version !== undefined && { version }),
  });

/** The present proposal, when the one that was decided upon holds no more. */
export function proposalIn(error: unknown): Proposal | null {
  if (!(error instanceof ApiProblem)) return null;
  const { code, proposal } = error.problem;
  return code === "proposal-stale" || code === "proposal-needed" ? (proposal as Proposal) : null;
}

/** The present version, when somebody else has changed what was seen. */
export function presentVersion(error: unknown): number | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== "version-stale") return null;
  return (error.problem.current as { readonly version: number }).version;
}
