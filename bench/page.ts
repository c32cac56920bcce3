import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import type { Machine } from "./machine.ts";

/** What a clerk's browser has to load, and how long a slow computer takes, before the day shows. */
export interface PageCost {
  /** Script before the day shows, compressed */
  readonly scriptKilobytes: number;
  /** From the address to the first queue on the plan, with the processor slowed four times; median of five */
  readonly throttledMs: number;
}

const ASSETS = new URL("../dist/web/assets/", import.meta.url);

export async function pageCost({ url, world }: Machine): Promise<PageCost> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const [, token = ""] = world.cookie.split("=");
    const times: number[] = [];
    const scripts = new Set<string>();
    for (let round = 0; round < 5; round++) {
      const context = await browser.newContext({ locale: "el-GR" });
      await context.addCookies([{ name: "__Host-session", value: token, url: secure(url), secure: true, path: "/" }]);
      const page = await context.newPage();
      const client = await context.newCDPSession(page);
      await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      page.on("response", (response) => {
        const name = /\/assets\/([^/]+\.js)$/.exec(response.url())?.[1];
        if (name) scripts.add(name);
      });
      const start = performance.now();
      await page.goto(`${secure(url)}/offices/${world.offices[0]?.code}/days/${busyDay()}`);
      await page.locator(".plan .column").first().waitFor();
      times.push(performance.now() - start);
      await context.close();
    }
    const sizes = readdirSync(ASSETS)
      .filter((name) => scripts.has(name))
      .map((name) => gzipSync(readFileSync(new URL(name, ASSETS))).length);
    return {
      scriptKilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1024,
      throttledMs: times.sort((a, b) => a - b)[2] as number,
    };
  } finally {
    await browser.close();
  }
}

/** A browser keeps secure cookies of localhost, not of a bare address. */
const secure = (url: string) => url.replace("127.0.0.1", "localhost");

const busyDay = () => Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 }).toString();
