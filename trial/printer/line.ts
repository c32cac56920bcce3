import type { PaperLine } from "../../src/entrance/printer/contract.ts";

/** What came of a request; nothing at all is status 0. */
export interface LineAnswer {
  readonly status: number;
  readonly body: { readonly title?: string; readonly lines?: readonly PaperLine[]; readonly qr?: string };
  /** As the server says with 429 and 503 */
  readonly waitMs: number | null;
}

/** A refusal that a repeat would not change. */
export const isFinal = ({ status }: LineAnswer): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

const TIMEOUT_MS = 10_000;
const NOTHING: LineAnswer = { status: 0, body: {}, waitMs: null };

interface LineParams {
  readonly address: string;
  readonly key: string;
  readonly fetch: typeof fetch;
}

/** The connection of a device to the platform: one that is cut, or answers half, has answered nothing. */
export function createLine({ address, key, fetch: ask }: LineParams) {
  const ending = new AbortController();
  async function send(method: "GET" | "POST", path: string, body: unknown, press?: string): Promise<LineAnswer> {
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const response = await ask(new URL(path, address.endsWith("/") ? address : `${address}/`), {
        method,
        signal,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...(press !== undefined && { "idempotency-key": press }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const seconds = Number(response.headers.get("retry-after"));
      const whole = (await response.json()) as LineAnswer["body"];
      return { status: response.status, body: whole, waitMs: seconds > 0 ? seconds * 1000 : null };
    } catch {
      return NOTHING;
    }
  }
  return {
    get: (path: string) => send("GET", path, undefined),
    post: (path: string, body: unknown, press?: string) => send("POST", path, body, press),
    rest: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(done, ms);
        function done() {
          clearTimeout(timer);
          ending.signal.removeEventListener("abort", done);
          resolve();
        }
        ending.signal.addEventListener("abort", done);
      }),
    stop: () => ending.abort(),
  };
}
