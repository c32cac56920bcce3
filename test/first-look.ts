import type { CDPSession, Page } from "@playwright/test";

/** How the day of an office comes to a browser that has nothing of it yet. */
export interface FirstLook {
  /** From the address to the first queue on the plan */
  readonly ms: number;
  /** All that was asked for before that; the stream of live events has no end and only counts as a request */
  readonly requests: readonly Travelled[];
}

export interface Travelled {
  readonly url: string;
  readonly encoding: string | undefined;
  /** As it travels, headers included */
  readonly bytes: number;
}

export async function firstLook(page: Page, address: string): Promise<FirstLook> {
  const until = await watchTraffic(await page.context().newCDPSession(page));
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(".plan .column")) return;
      performance.mark("day-shown");
      watcher.disconnect();
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("day-shown").length > 0);
  const { ms, origin } = await page.evaluate(() => ({
    ms: performance.getEntriesByName("day-shown")[0]?.startTime ?? Number.NaN,
    origin: performance.timeOrigin,
  }));
  return { ms, requests: await until(origin + ms) };
}

interface Sent {
  readonly url: string;
  readonly at: number;
  readonly isStream: boolean;
}

/** What goes over the line, as the browser's own network layer counts it. */
async function watchTraffic(client: CDPSession) {
  const sent = new Map<string, Sent>();
  const encodings = new Map<string, string | undefined>();
  const bytes = new Map<string, number>();
  client.on("Network.requestWillBeSent", ({ requestId, request: { url }, wallTime, type }) => {
    if (!url.startsWith("data:")) sent.set(requestId, { url, at: wallTime * 1000, isStream: type === "EventSource" });
  });
  client.on("Network.responseReceived", ({ requestId, response }) =>
    encodings.set(requestId, response.headers["content-encoding"]),
  );
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await client.send("Network.enable");
  /** @param moment milliseconds since 1970; whatever was asked for before it has to arrive first */
  return async (moment: number): Promise<Travelled[]> => {
    const before = [...sent].filter(([, { at }]) => at <= moment);
    while (before.some(([id, { isStream }]) => !isStream && !bytes.has(id))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return before.map(([id, { url }]) => ({ url, encoding: encodings.get(id), bytes: bytes.get(id) ?? 0 }));
  };
}

export const kilobytesOf = ({ requests }: FirstLook): number =>
  requests.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
