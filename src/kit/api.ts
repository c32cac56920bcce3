import { BACKGROUND_HEADER } from "../platform/background.ts";
import { takeActivity } from "./activity.ts";
import { markedAnswer, rememberAnswer } from "./marked-answers.ts";
import { hasNoSession } from "./no-session.ts";

/** One way to the server. Problems arrive as ApiProblem; no answer at all, or half of one, as NoConnection. */

/** Longer than the server takes for any act, and than it waits for a twin of the same request */
const PATIENCE_MS = 15_000;

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly [extension: string]: unknown;
}

export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = "ApiProblem";
    this.problem = problem;
  }
}

export class NoConnection extends Error {
  override readonly name = "NoConnection";
}

export interface CallOptions {
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly body?: unknown;
  /** The version that the user sees */
  readonly version?: number;
  /** The same for every repetition of one act, so that it happens once */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** What the server has not changed since this page asked last need not be sent again */
  readonly mayBeUnchanged?: boolean;
}

/** @throws ApiProblem when the server refuses, NoConnection when it does not answer, or not in time */
export async function call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  if (hasNoSession()) throw new ApiProblem({ status: 401, code: "not-signed-in", title: "" });
  const { method = "GET", body } = options;
  const before = options.mayBeUnchanged ? markedAnswer(path) : undefined;
  const signal = options.signal ?? (method === "GET" ? null : AbortSignal.timeout(PATIENCE_MS));
  const noConnection = (cause: unknown) => {
    // Only whoever asks can call it off; how an older browser names its own end of patience differs.
    if (options.signal?.aborted) throw cause;
    throw new NoConnection("no connection", { cause });
  };
  const response = await fetch(path, {
    method,
    headers: { ...headersOf(options), ...(before && { "if-none-match": before.etag }) },
    body: body === undefined ? null : JSON.stringify(body),
    signal,
  }).catch(noConnection);
  if (response.status === 304 && before) return before.answer as Answer;
  if (response.ok) {
    const answer = response.status === 204 ? undefined : await response.json().catch(noConnection);
    if (options.mayBeUnchanged) rememberAnswer(path, response.headers.get("etag"), answer);
    return answer as Answer;
  }
  throw new ApiProblem(await problemOf(response));
}

function headersOf({ body, version, idempotencyKey }: CallOptions): Record<string, string> {
  return {
    accept: "application/json",
    "accept-language": document.documentElement.lang,
    ...(!takeActivity() && { [BACKGROUND_HEADER]: "1" }),
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(version !== undefined && { "if-match": `"${version}"` }),
    ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  };
}

async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => null);
  return body?.code ? body : { status: response.status, code: "internal", title: response.statusText };
}
