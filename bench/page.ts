import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { chromiumPath } from "../test/chromium.ts";
import { type FirstLook, firstLook, kilobytesOf } from "../test/first-look.ts";
import type { Machine } from "./machine.ts";

/** What a clerk's browser has to load, and how long it takes, before the day shows. */
export interface PageCost {
  /** Of all that is asked for before the day shows, as it travels, headers included, with nothing in the cache */
  readonly kilobytes: number;
  readonly requests: number;
  /** From the address to the first queue on the plan, with the processor slowed four times; median of five */
  readonly throttledMs: number;
  /** The same over a line of 400 kbit/s whose answers begin after 150 ms; median of three */
  readonly slowLineMs: number;
  /** The same with all of it in the cache and the processor slowed six times; median of five */
  readonly warmMs: number;
  /** Of the page's thread in any of these five, until what opens over the day is there too */
  readonly longestTaskMs: number;
}

type Hindrance = (client: CDPSession) => Promise<unknown>;

const nothing: Hindrance = async () => {};
const slowProcessor =
  (rate: number): Hindrance =>
  (client) =>
    client.send("Emulation.setCPUThrottlingRate", { rate });
const slowLine: Hindrance = (client) =>
  client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });

export async function pageCost({ url, world }: Pick<Machine, "url" | "world">): Promise<PageCost> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  // A browser keeps secure cookies of localhost, not of a bare address, and takes them from a secure one.
  const address = url.replace("127.0.0.1", "localhost");
  const [, token = ""] = world.cookie.split("=");
  const cookie = { name: "__Host-session", value: token, url: address.replace("http:", "https:") };
  const day = `${address}/offices/${world.offices[0]?.code}/days/${busyDay()}`;
  const signedIn = async () => {
    const context = await browser.newContext({ locale: "el-GR" });
    await context.addCookies([cookie]);
    return context;
  };
  const look = async (hindrance: Hindrance) => {
    const context = await signedIn();
    const { looked } = await lookIn(context, day, hindrance);
    await context.close();
    return looked;
  };
  try {
    const looked = await look(nothing);
    return {
      kilobytes: kilobytesOf(looked),
      requests: looked.requests.length,
      throttledMs: await median(5, async () => (await look(slowProcessor(4))).ms),
      slowLineMs: await median(3, async () => (await look(slowLine)).ms),
      ...(await warmCost(await signedIn(), day)),
    };
  } finally {
    await browser.close();
  }
}

/** The browser stores a script as compiled once it has been asked for again. */
const VISITS_TO_WARM = 3;

async function warmCost(context: BrowserContext, day: string): Promise<Pick<PageCost, "warmMs" | "longestTaskMs">> {
  for (let visit = 0; visit < VISITS_TO_WARM; visit++) await lookIn(context, day, nothing);
  let longestTaskMs = 0;
  const warmMs = await median(5, async () => {
    const { looked, longestMs } = await lookIn(context, day, slowProcessor(6));
    longestTaskMs = Math.max(longestTaskMs, longestMs);
    return looked.ms;
  });
  await context.close();
  return { warmMs, longestTaskMs };
}

/** What is fetched once the day shows has come, and been carried out. */
const SETTLED_MS = 3_000;

async function lookIn(
  context: BrowserContext,
  day: string,
  hindrance: Hindrance,
): Promise<{ looked: FirstLook; longestMs: number }> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watcher = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) performance.mark("long-task", { detail: duration });
    });
    watcher.observe({ type: "longtask", buffered: true });
  });
  await hindrance(await context.newCDPSession(page));
  const looked = await firstLook(page, day);
  await page.waitForTimeout(SETTLED_MS);
  const longestMs = await longestTaskOf(page);
  await page.close();
  return { looked, longestMs };
}

const longestTaskOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, ...performance.getEntriesByName("long-task").map((mark) => (mark as PerformanceMark).detail as number)),
  );

async function median(rounds: number, measure: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measure());
  return measured.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}

const busyDay = () => Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 }).toString();
