import { request as requestPlainly } from "node:http";
import { request } from "node:https";
import { type BlockList, isIP } from "node:net";
import type { Config } from "../../platform/config.ts";
import { isLoopback } from "../../platform/loopback.ts";
import { networksIn } from "../../platform/networks.ts";
import { FORBIDDEN, NO_ANSWER, TOO_LATE } from "./failure.ts";
import { mayReach, reachableOnly } from "./reachable.ts";
import type { SignedHeaders } from "./sign.ts";

export interface Receivers {
  /** Networks that are not on the internet and may be reached */
  readonly networks: BlockList;
  /** In a trial: this very machine, and without TLS */
  readonly mayBeHere: boolean;
  /** Whoever has not begun to answer by then has not heard it. */
  readonly answerMs: number;
}

const ANSWER_MS = 10_000;

export const receiversOf = ({ WEBHOOK_NETWORKS, NODE_ENV }: WebhookSettings): Receivers => ({
  networks: networksIn(WEBHOOK_NETWORKS) as BlockList,
  mayBeHere: NODE_ENV !== "production",
  answerMs: ANSWER_MS,
});

type WebhookSettings = Pick<Config, "WEBHOOK_NETWORKS" | "NODE_ENV">;

/**
 * Brings a notice to its receiver. What it says beside the status is not read, and where it points to elsewhere nobody goes.
 * @returns null: it has arrived; otherwise why not, in short
 */
export function deliver(
  { networks, mayBeHere, answerMs }: Receivers,
  target: string,
  { headers, body }: { readonly headers: SignedHeaders; readonly body: string },
): Promise<string | null> {
  const url = new URL(target);
  const isHere = mayBeHere && isLoopback(url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol !== "https:" && !isHere) return Promise.resolve(FORBIDDEN);
  if (isIP(host) > 0 && !isHere && !mayReach(host, networks)) return Promise.resolve(FORBIDDEN);
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const ask = url.protocol === "https:" ? request : requestPlainly;
  const sent = ask(url, {
    method: "POST",
    // A connection of its own: it is known to lead where it was looked up.
    agent: false,
    headers: {
      ...headers,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "user-agent": "visits-platform",
    },
    signal: AbortSignal.timeout(answerMs),
    ...(!isHere && { lookup: reachableOnly(networks) }),
  });
  sent.on("response", ({ statusCode = 0 }) => {
    resolve(statusCode >= 200 && statusCode < 300 ? null : `HTTP ${statusCode}`);
    sent.destroy();
  });
  sent.on("error", (error: NodeJS.ErrnoException) =>
    resolve(error.name === "AbortError" ? TOO_LATE : (error.code ?? NO_ANSWER)),
  );
  // Whatever else becomes of the connection, such as a receiver that speaks another protocol from here on.
  sent.on("close", () => resolve(NO_ANSWER));
  sent.end(body);
  return promise;
}
