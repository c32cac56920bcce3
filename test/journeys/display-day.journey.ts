import { type Browser, expect, type Page } from "@playwright/test";
import { hashOfToken, newToken } from "../../src/platform/token.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";

/** A display over eight hours, on a clock that runs faster: its page is the server's, what the stream says is recorded. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const BEGIN = new Date("2026-11-24T06:00:00Z");
const HOURS = 8;
/** Every so often five counters call at the same moment: 2,000 calls in all */
const BURST_MS = 72_000;

test("over eight hours and 2,000 calls each is the large one for seven seconds, and nothing grows", async ({
  browser,
}) => {
  const page = await aDisplay(browser);
  await page.clock.runFor(10 * 60_000);
  const before = await sizeOf(page);
  for (let half = 1; half < HOURS * 2; half++) await page.clock.runFor(30 * 60_000);
  await page.clock.runFor(19.5 * 60_000);
  const after = await sizeOf(page);
  expect([after.nodes, after.listeners]).toEqual([before.nodes, before.listeners]);
  expect(after.timers, "the one that ends a call's turn").toBeLessThanOrEqual(1);
  expect(after.heap).toBeLessThan(before.heap * 1.2 + 500_000);
  const { changes, said } = await page.evaluate(() => (window as unknown as { display: Recorded }).display);
  expect(said).toBe(2_000);
  const numbers = changes.map(([number]) => number);
  expect(numbers).toHaveLength(2_000);
  expect(numbers.slice(-2)).toEqual(["Β\u00a0301", "Β\u00a0302"]);
  const shortest = Math.min(...changes.slice(1).map(([, at], index) => at - (changes[index]?.[1] ?? 0)));
  expect(shortest).toBeGreaterThanOrEqual(7_000);
});

test("ten seconds without a word and neither number nor clock is left; a device that slept or was set anew is right again", async ({
  browser,
}) => {
  const page = await aDisplay(browser);
  await page.clock.runFor(5_000);
  const number = page.locator(".dnumber");
  const first = await number.textContent();
  expect(first).toMatch(/^Β\s\d{3}$/);
  await say(page, false);
  await page.clock.runFor(8_000);
  await expect(number).toHaveText(/\d{3}/);
  await page.clock.runFor(4_000);
  await expect(page.getByRole("heading", { name: "Χωρίς σύνδεση" })).toBeVisible();
  expect(await page.locator("body").textContent()).not.toMatch(/Β\s\d{3}|\d\d:\d\d/);
  await say(page, true);
  await isRightAgain(page);

  // The lid was closed for an hour.
  await page.clock.fastForward("01:00:00");
  await isRightAgain(page);
  // Somebody sets the clock: the time shown is the server's.
  for (const date of ["2031-01-01T00:00:00Z", "2019-01-01T00:00:00Z"]) {
    await page.clock.setSystemTime(date);
    await isRightAgain(page);
  }
});

test("a page of another release is loaded anew, once the server has it", async ({ browser }) => {
  const page = await aDisplay(browser);
  await page.clock.runFor(70_000);
  const isLoaded = page.waitForEvent("load");
  await page.evaluate(() => {
    (window as unknown as { display: Recorded }).display.release = "another";
  });
  await page.clock.runFor(5_000);
  await isLoaded;
});

/** Asked for by real requests, which the clock does not hurry. */
async function isRightAgain(page: Page): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(4_000);
    expect(await page.locator(".dnumber").textContent()).toMatch(/^Β\s\d{3}$/);
    const time = await page.evaluate(() => (window as unknown as { display: Recorded }).display.time());
    expect(await page.locator("time").textContent()).toBe(time);
  }).toPass({ timeout: 20_000 });
}

const say = (page: Page, isSaying: boolean) =>
  page.evaluate((saying) => {
    (window as unknown as { display: Recorded }).display.isSaying = saying;
  }, isSaying);

/** What grows where something is left behind. */
async function sizeOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  await session.detach();
  const timers = await page.evaluate(() => (window as unknown as { display: Recorded }).display.timers.size);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  return { nodes, listeners: metric("JSEventListeners"), timers, heap: metric("JSHeapUsedSize") };
}

async function aDisplay(browser: Browser): Promise<Page> {
  const token = newToken();
  await own.sql.query(
    `insert into entrance_screen (office_id, id, name, token_hash, created_at, created_by, kind)
     select office.id, gen_random_uuid(), 'Αναμονή', $1, now(), min(employee.id), 'display' from office, employee
     where code = '9904' group by office.id`,
    [hashOfToken(token)],
  );
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await page.clock.install({ time: BEGIN });
  await page.addInitScript(recorded, { begin: BEGIN.getTime(), burst: BURST_MS });
  await page.goto(`${own.url}/display/${token}`);
  return page;
}

interface Recorded {
  isSaying: boolean;
  release: string | null;
  /** What is called out, and each number that was the large one with when it became so */
  said: number;
  readonly changes: (readonly [string, number])[];
  readonly timers: Set<unknown>;
  time(): string;
}

/** In the page: a server that beats and calls by a clock of its own, which nobody sets. */
function recorded({ begin, burst }: { readonly begin: number; readonly burst: number }): void {
  const started = performance.now();
  const now = () => begin + performance.now() - started;
  const timers = new Set<unknown>();
  const timeAt = (at: number) =>
    new Date(at).toLocaleTimeString("en-GB", { timeZone: "Europe/Athens", hour: "2-digit", minute: "2-digit" });
  const state: Recorded = { isSaying: true, release: null, said: 0, changes: [], timers, time: () => timeAt(now()) };
  Object.assign(window, { display: state });

  const callsAt = (at: number) => {
    const bursts = Math.floor((at - begin) / burst) + 1;
    const calls = [];
    for (let index = Math.max(0, bursts * 5 - 15); index < bursts * 5; index++) {
      const number = 101 + (index % 899);
      const counter = 1 + (index % 5);
      calls.unshift({
        key: `Β${number}`,
        at: begin + Math.floor(index / 5) * burst,
        number: `Β\u00a0${number}`,
        counter,
        arrow: "right",
        way: "δεξιά, ",
        words: `Β ${number}, θυρίδα ${counter}, δεξιά`,
        speech: "",
      });
    }
    return calls;
  };
  class Stream extends EventTarget {
    static readonly CLOSED = 2;
    readyState = 1;
    readonly beat = setInterval(() => this.say(), 2_500);
    say() {
      if (!state.isSaying || this.readyState === 2) return;
      const at = now();
      const release = state.release ?? document.body.dataset.release;
      const data = { now: at, time: timeAt(at), office: "ΚΕΠ", rule: "", release, calls: callsAt(at) };
      this.dispatchEvent(new MessageEvent("board", { data: JSON.stringify(data) }));
    }
    close() {
      this.readyState = 2;
      clearInterval(this.beat);
    }
  }
  Object.assign(window, { EventSource: Stream });

  addEventListener("DOMContentLoaded", () => {
    const { setTimeout: begins, clearTimeout: ends } = window;
    Object.assign(window, {
      setTimeout: (act: () => void, ms: number) => {
        const timer = begins(() => {
          timers.delete(timer);
          act();
        }, ms);
        timers.add(timer);
        return timer;
      },
      clearTimeout: (timer: number) => {
        timers.delete(timer);
        ends(timer);
      },
    });
  });
  addEventListener("load", () => {
    const observe = (id: string, act: (text: string) => void) => {
      const element = document.querySelector(id) as Element;
      new MutationObserver(() => element.textContent && act(element.textContent)).observe(element, { childList: true });
    };
    observe(".dnumber", (text) => state.changes.push([text, performance.now()]));
    observe("#call", () => state.said++);
  });
}
