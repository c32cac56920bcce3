import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";

/** People who ask from addresses of their own, each on a connection of its own, and send what they send whole. */

interface Wish {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly form?: string;
}

/** What citizens begin with, and how staff sign in */
export const WISHES: readonly Wish[] = [
  { method: "GET", path: "/book" },
  { method: "GET", path: "/book/find" },
  { method: "POST", path: "/book/find", form: "reference=123&lastName=" },
  { method: "GET", path: "/sign-in" },
];

/** Whether it was answered, and not told to come again, before the asker gave up */
export async function isServed(port: number, wish: Wish, address: string, patienceMs: number): Promise<boolean> {
  const { method, path, form } = wish;
  const asking = request({
    port,
    method,
    path,
    host: "127.0.0.1",
    localAddress: address,
    agent: false,
    headers: { "sec-fetch-site": "same-origin", ...(form && { "content-type": "application/x-www-form-urlencoded" }) },
    signal: AbortSignal.timeout(patienceMs),
  });
  asking.end(form);
  try {
    const [answer] = (await once(asking, "response")) as [IncomingMessage];
    answer.resume();
    await once(answer, "end");
    const { statusCode = 500 } = answer;
    return statusCode < 500 && statusCode !== 429;
  } catch {
    return false;
  }
}
