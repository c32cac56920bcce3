import type { WebhookFailure } from "../contract.ts";

/** Why a notice has not arrived, in a list of few: what a stranger's server or name says is shown to nobody. Pure. */

/** As senders write it down, beside `HTTP 503` and the codes of the connection */
export const FORBIDDEN = "forbidden address";
export const TOO_LATE = "no answer in time";
export const NO_ANSWER = "closed without an answer";

export function whyNotArrived(answer: string): WebhookFailure {
  const [, status] = /^HTTP (\d{3})$/.exec(answer) ?? [];
  if (status) return { why: "status", status: Number(status) };
  const known = REASONS.find(([pattern]) => pattern.test(answer));
  return { why: known ? known[1] : "connection", status: null };
}

const REASONS = [
  [new RegExp(`^${FORBIDDEN}$`), "address"],
  [new RegExp(`^(${TOO_LATE}|ETIMEDOUT)$`), "late"],
  [/^(ENOTFOUND|EAI_\w+|ENODATA)$/, "name"],
  [/CERT|SIGNED|UNABLE_TO_|^ERR_TLS_/, "certificate"],
] as const satisfies readonly (readonly [RegExp, WebhookFailure["why"]])[];
