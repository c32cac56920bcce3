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
  /** Of the page's thread, in any of these five */
  readonly longestTask: LongestTask;
}

/** Milliseconds; what began before the day showed, and what came then, until what opens over the day is there too */
interface LongestTask {
  readonly before: number;
  readonly after: number;
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

async function warmCost(context: BrowserContext, day: string): Promise<Pick<PageCost, "warmMs" | "longestTask">> {
  for (let visit = 0; visit < VISITS_TO_WARM; visit++) await lookIn(context, day, nothing);
  const longest: LongestTask[] = [];
  const warmMs = await median(5, async () => {
    const { looked, longestTask } = await lookIn(context, day, slowProcessor(6));
    longest.push(longestTask);
    return looked.ms;
  });
  await context.close();
  const most = (part: keyof LongestTask) => Math.max(...longest.map((one) => one[part]));
  return { warmMs, longestTask: { before: most("before"), after: most("after") } };
}

/** What is fetched once the day shows has come, and been carried out. */
const SETTLED_MS = 3_000;

async function lookIn(
  context: BrowserContext,
  day: string,
  hindrance: Hindrance,
): Promise<{ looked: FirstLook; longestTask: LongestTask }> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watcher = new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries())
        performance.mark("long-task", { detail: duration, startTime });
    });
    watcher.observe({ type: "longtask", buffered: true });
  });
  await hindrance(await context.newCDPSession(page));
  const looked = await firstLook(page, day);
  await page.waitForTimeout(SETTLED_MS);
  const longestTask = await longestTaskOf(page, looked.ms);
  await page.close();
  return { looked, longestTask };
}

/** @param shownAt milliseconds since the address was asked for */
const longestTaskOf = (page: Page, shownAt: number): Promise<LongestTask> =>
  page.evaluate((at) => {
    const marks = performance.getEntriesByName("long-task") as PerformanceMark[];
    const longest = (isOne: (mark: PerformanceMark) => boolean) =>
      Math.max(0, ...marks.filter(isOne).map(({ detail }) => detail as number));
    return { before: longest(({ startTime }) => startTime <= at), after: longest(({ startTime }) => startTime > at) };
  }, shownAt);

async function median(rounds: number, measure: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measure());
  return measured.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}

const busyDay = () => Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 }).toString();
