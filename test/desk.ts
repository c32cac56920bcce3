import { fetchPatiently } from "./patience.ts";

/** A browser without a screen: signs in through the stand-in and asks the API, by nothing but HTTP. */
export interface Desk {
  readonly cookie: string;
  ask(method: string, path: string, options?: DeskAsk): Promise<DeskReply>;
}

export interface DeskAsk {
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
}

export interface DeskReply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly body: any;
}

/** The same session may be used on every process that shares the database. */
export async function signIn(url: string, userid: string): Promise<Desk> {
  const start = await fetchPatiently(`${url}/sign-in`, { redirect: "manual" });
  const signInCookies = cookiesOf(start);
  const authorize = start.headers.get("location") ?? "";
  const granted = await fetch(authorize, { method: "POST", body: new URLSearchParams({ userid }), redirect: "manual" });
  const callback = new URL(granted.headers.get("location") ?? "", authorize);
  const done = await fetchPatiently(callback, { headers: { cookie: signInCookies }, redirect: "manual" });
  if (done.status !== 303) throw new Error(`Signing in as ${userid} answered ${done.status}: ${await done.text()}`);
  return deskOf(url, cookiesOf(done));
}

export function deskOf(url: string, cookie: string): Desk {
  return { cookie, ask: (method, path, options) => ask(url, cookie, method, path, options) };
}

/** The first day of a fortnight on which an office has several free times, whatever holidays there are. */
export async function dayWithRoom(
  desk: Desk,
  office: string,
  from: Temporal.PlainDate,
): Promise<{ readonly date: string; readonly times: readonly { readonly time: string }[] }> {
  const path = `/api/offices/${office}/availability?from=${from}&to=${from.add({ days: 14 })}`;
  const { days } = (await desk.ask("GET", path)).body;
  return days.find(({ times }: { times: unknown[] }) => times.length > 3);
}

async function ask(
  url: string,
  cookie: string,
  method: string,
  path: string,
  { body, version, key }: DeskAsk = {},
): Promise<DeskReply> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      cookie,
      origin: new URL(url).origin,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(version !== undefined && { "if-match": `"${version}"` }),
      ...(key !== undefined && { "idempotency-key": key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .filter((cookie) => cookie && !cookie.endsWith("="))
    .join("; ");
