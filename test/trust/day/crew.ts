import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { chromiumPath } from "../../chromium.ts";
import { type Firefox, hasFirefox, startFirefox } from "../../firefox.ts";
import { openPlan } from "../../journeys/person.ts";
import { chromiumSeat, click, firefoxSeat, type Seat, until } from "./seat.ts";

export interface Place {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly seat: Seat;
}

/** Those who work today, each at a browser that has signed in. */
export interface Crew {
  readonly keyboard: Place;
  /** 390 px wide */
  readonly phone: Place;
  readonly head: Place;
  /** The head's second page, which nobody touches */
  readonly forgotten: Seat;
  /** Null where there is no Firefox */
  readonly firefox: Seat | null;
  /** All of them, and how many pages each had loaded as the day began */
  readonly loaded: ReadonlyMap<Seat, number>;
}

export const CLERKS = ["ilias", "petros", "loukas"] as const;
export const HEAD = "rea";

interface Browsers {
  readonly browser: Browser;
  readonly firefox: Firefox | null;
  close(): Promise<void>;
}

export async function openBrowsers(): Promise<Browsers> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const firefox = hasFirefox() ? await startFirefox() : null;
  const close = async () => {
    await firefox?.close();
    await browser.close();
  };
  return { browser, firefox, close };
}

export async function openCrew({ browser, firefox }: Browsers, url: string): Promise<Crew> {
  const open = async (name: string, userid: string, width: number): Promise<Place> => {
    // Not Athens: nothing may depend on the zone of the machine.
    const context = await browser.newContext({
      locale: "el-GR",
      timezoneId: "America/New_York",
      viewport: { width, height: 844 },
    });
    const page = await context.newPage();
    const seat = chromiumSeat(name, page, context);
    await openPlan(page, userid, url);
    return { page, context, seat };
  };
  const [first, second, last] = CLERKS;
  const keyboard = await open("keyboard alone", first, 1366);
  const phone = await open("390 px wide", second, 390);
  const head = await open("head", HEAD, 1366);
  const page = await head.context.newPage();
  const forgotten = chromiumSeat("left open", page, head.context);
  await page.goto(url);
  await until(forgotten, IS_PLAN);
  const third = firefox && (await signedIn(firefoxSeat("Firefox", firefox)));
  const seats = [keyboard.seat, phone.seat, head.seat, forgotten, ...(third ? [third] : [])];
  return {
    keyboard,
    phone,
    head,
    forgotten,
    firefox: third,
    loaded: new Map(seats.map((seat) => [seat, seat.loads()])),
  };

  async function signedIn(seat: Seat): Promise<Seat> {
    if (!firefox) return seat;
    await firefox.resize(1366, 844);
    await firefox.visit(url);
    await click(seat, 'a[href^="/sign-in"]');
    await click(seat, `input[name=userid][value=${last}]`);
    await click(seat, "button[name=approve]");
    await until(seat, IS_PLAN);
    return seat;
  }
}

const IS_PLAN = `document.querySelector("[id^=cell-]")`;
