import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import type { Machine } from "./machine.ts";

/** What a clerk's browser has to load, and how long a slow computer takes, before the day shows. */
export interface PageCost {
  /** Script before the day shows, compressed; what the page fetches beforehand for later does not count */
  readonly scriptKilobytes: number;
  /** From the address to the first queue on the plan, with the processor slowed four times; median of five */
  readonly throttledMs: number;
}

interface Shown {
  readonly at: number;
  /** Names of the scripts that were there by then */
  readonly scripts: readonly string[];
}

const ROUNDS = 5;
const ASSETS = new URL("../dist/web/assets/", import.meta.url);

export async function pageCost(machine: Machine): Promise<PageCost> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const rounds: Shown[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await firstLook(browser, machine));
    const scripts = new Set(rounds.flatMap((round) => round.scripts));
    const sizes = [...scripts].map((name) => gzipSync(readFileSync(new URL(name, ASSETS))).length);
    const times = rounds.map(({ at }) => at).sort((a, b) => a - b);
    return {
      scriptKilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1024,
      throttledMs: times[Math.floor(ROUNDS / 2)] as number,
    };
  } finally {
    await browser.close();
  }
}

/** With nothing in the cache. */
async function firstLook(browser: Browser, { url, world }: Machine): Promise<Shown> {
  const context = await browser.newContext({ locale: "el-GR" });
  const [, token = ""] = world.cookie.split("=");
  // A browser keeps secure cookies of localhost, not of a bare address, and takes them from a secure one.
  const address = url.replace("127.0.0.1", "localhost");
  await context.addCookies([{ name: "__Host-session", value: token, url: address.replace("http:", "https:") }]);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(".plan .column")) return;
      performance.mark("day-shown");
      watcher.disconnect();
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${address}/offices/${world.offices[0]?.code}/days/${busyDay()}`);
  await page.waitForFunction(() => performance.getEntriesByName("day-shown").length > 0);
  const shown = await page.evaluate(() => {
    const at = performance.getEntriesByName("day-shown")[0]?.startTime ?? Number.NaN;
    const loaded = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const scripts = loaded.filter(({ name, responseEnd }) => name.endsWith(".js") && responseEnd <= at);
    return { at, scripts: scripts.map(({ name }) => name.split("/").at(-1) as string) };
  });
  await context.close();
  return shown;
}

const busyDay = () => Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 }).toString();
