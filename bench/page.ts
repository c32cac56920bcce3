import { type CDPSession, chromium } from "@playwright/test";
import { chromiumPath } from "../test/chromium.ts";
import { firstLook, kilobytesOf } from "../test/first-look.ts";
import type { Machine } from "./machine.ts";

/** What a clerk's browser has to load, and how long it takes, before the day shows; with nothing in the cache. */
export interface PageCost {
  /** Of all that is asked for before the day shows, as it travels, headers included */
  readonly kilobytes: number;
  readonly requests: number;
  /** From the address to the first queue on the plan, with the processor slowed four times; median of five */
  readonly throttledMs: number;
  /** The same over a line of 400 kbit/s whose answers begin after 150 ms; median of three */
  readonly slowLineMs: number;
}

type Hindrance = (client: CDPSession) => Promise<unknown>;

const nothing: Hindrance = async () => {};
const slowProcessor: Hindrance = (client) => client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
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
  const look = async (hindrance: Hindrance) => {
    const context = await browser.newContext({ locale: "el-GR" });
    await context.addCookies([cookie]);
    const page = await context.newPage();
    await hindrance(await context.newCDPSession(page));
    const looked = await firstLook(page, day);
    await context.close();
    return looked;
  };
  try {
    const looked = await look(nothing);
    return {
      kilobytes: kilobytesOf(looked),
      requests: looked.requests.length,
      throttledMs: await median(5, async () => (await look(slowProcessor)).ms),
      slowLineMs: await median(3, async () => (await look(slowLine)).ms),
    };
  } finally {
    await browser.close();
  }
}

async function median(rounds: number, measure: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measure());
  return measured.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}

const busyDay = () => Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 }).toString();
