import { expect, vi } from "vitest";
import type { Sibling } from "../live-desks.ts";
import { patiently } from "../patience.ts";
import type { Clerk } from "../world.ts";

/** A browser of a clerk: it brings back what cookies it is given, whichever process answers. */
export function aBrowser({ cookie }: Pick<Clerk, "cookie">) {
  const cookies = new Map([cookie.split("=", 2) as [string, string]]);
  return async (url: string, init: { method?: string; headers?: object; body?: object } = {}) => {
    const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      cookie: sent,
      "sec-fetch-site": "same-origin",
      ...(init.body && { "content-type": "application/json" }),
      ...init.headers,
    };
    const body = init.body ? JSON.stringify(init.body) : null;
    const reply = await fetch(url, { method: init.method ?? "GET", headers, body });
    for (const given of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      cookies.set(name, value);
    }
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, text, body: text ? JSON.parse(text) : null };
  };
}
export type ClerksBrowser = ReturnType<typeof aBrowser>;

/** Until each of the processes answers a look without reading, as they do from when they hear. */
export async function rememberedAt(
  siblings: readonly Sibling[],
  clerk: Pick<Clerk, "cookie">,
  address: (sibling: Sibling) => string,
): Promise<void> {
  const browser = aBrowser(clerk);
  for (const sibling of siblings) {
    const read = vi.spyOn(sibling.db, "read");
    await expect
      .poll(
        async () => {
          const before = read.mock.calls.length;
          await browser(address(sibling));
          return read.mock.calls.length - before;
        },
        { timeout: patiently(5_000), interval: 50 },
      )
      .toBe(0);
    read.mockRestore();
  }
}
