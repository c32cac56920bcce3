import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, expect, type Page } from "@playwright/test";
import { aCable, type Cable } from "../journeys/cable.ts";
import { openPlan } from "../journeys/person.ts";
import { comeAll } from "./arrivals.ts";
import { calledSoFar } from "./committed-calls.ts";
import { aCounter, type Counter } from "./counter.ts";
import { openEntrance } from "./entrance.ts";
import { phonesOf } from "./phones.ts";
import { CLERKS, COLLEAGUE, type RushOffice } from "./rush-office.ts";
import type { Scene } from "./scene.ts";
import { type Display, openDisplay, until } from "./screens.ts";
import { serveAll } from "./serve-all.ts";
import { type Verdict, verdictOn } from "./verdict.ts";
import { bookedFor, visitorsOf } from "./visitors.ts";

export interface RushSize {
  readonly visits: number;
  readonly counters: number;
  readonly displays: 1 | 2;
  readonly phones: number;
  /** Who do not come, for each of whom a counter waits a minute */
  readonly absent: number;
  /** How long each is served: an hour is over in minutes, yet what draws the screens leaves the servers some of the machine */
  readonly serviceMs: number;
  /** How long cables are pulled out */
  readonly cutMs: number;
  readonly withinMs: number;
}

/** At the counters, in the room and at its door, and of phones */
export type Browsers = readonly [Browser, Browser, Browser];

export interface Rush extends Verdict {
  readonly calls: number;
  /** The least share of the window that a counter's plan had */
  readonly plan: number;
  readonly seconds: number;
}

/** A display's seven seconds go by so many times faster here, as everything else does. */
const HURRY = 40;
/** As much more as the line of the trial takes, which no real office has */
const WINDOW = { width: 1366, height: 768 + 21 };
const SLACK_MINUTES = 15;

/** An hour at the counters, in minutes. */
export async function rush(office: RushOffice, browsers: Browsers, size: RushSize): Promise<Rush> {
  const [atCounters, inRoom, atPhones] = browsers;
  const began = performance.now();
  const visitors = visitorsOf(size.visits, size.absent, await office.book(bookedFor(size.visits)));
  const cables = [await aCable(office.other.port), await aCable(office.own.platform.port)] as const;
  const displays = await openDisplays(office, inRoom, [cables[0].url, office.here].slice(0, size.displays));
  const door = await inRoom.newPage({ viewport: { width: 1280, height: 800 }, locale: "el-GR" });
  const entrance = await openEntrance(door, office.there + (await office.newScreen("entrance")));
  const counters = await openCounters(office, atCounters, size.counters, cables[1].url);
  const phones = phonesOf(atPhones, size.phones, [office.here, office.there]);
  const scene: Scene = { office, displays, phones, visitors: new Map(), haveAllCome: false, over: 0, wrong: [] };

  const [cutAt] = await Promise.all([
    disturb(scene, cables, size),
    comeAll(scene, entrance, atPhones, visitors),
    ...counters.map((counter) => serveAll(scene, counter, size.serviceMs)),
  ]);
  for (const cable of cables) cable.close();

  const calls = await calledSoFar(office);
  const withReason = await takenWithReason(office);
  const cuts = new Map([["display 1", cutAt]]);
  const verdict = verdictOn(
    { calls, displays, phones: phones.all, cuts, withReason, slackMinutes: SLACK_MINUTES },
    size.withinMs,
  );
  const skipped = [...scene.visitors].filter(
    ([visit, { fate }]) => fate !== "gives the number up" && !calls.some((call) => call.visit === visit),
  );
  return {
    ...verdict,
    wrong: [...scene.wrong, ...skipped.map(([visit]) => `${visit} was never called`), ...verdict.wrong],
    calls: calls.length,
    plan: Math.min(...counters.map((counter) => counter.plan())),
    seconds: Math.round((performance.now() - began) / 1_000),
  };
}

async function openDisplays(office: RushOffice, browser: Browser, homes: readonly string[]): Promise<Display[]> {
  const displays: Display[] = [];
  for (const [index, home] of homes.entries())
    displays.push(
      await openDisplay(browser, `display ${index + 1}`, home + (await office.newScreen("display")), HURRY),
    );
  return displays;
}

/** They work at both processes: the first has a colleague beside it, the second hangs at a cable. */
async function openCounters(office: RushOffice, browser: Browser, count: number, cable: string): Promise<Counter[]> {
  const { here, there } = office;
  const homes = [here, cable, here, there, there];
  const counters: Counter[] = [];
  for (const [index, home] of homes.slice(0, count).entries()) {
    const number = index + 1;
    const pages = [await openCounter(browser, CLERKS[index] as string, home, number)];
    if (number === 1) pages.push(await openCounter(browser, COLLEAGUE, there, number));
    counters.push(aCounter({ office, number, pages, picks: number === 4 }));
  }
  return counters;
}

async function openCounter(browser: Browser, userid: string, url: string, number: number): Promise<Page> {
  const page = await browser.newPage({ viewport: WINDOW, locale: "el-GR", timezoneId: "America/New_York" });
  await openPlan(page, userid, url);
  const bar = page.getByRole("region", { name: "Αναμονή και επόμενος" });
  await expect(bar).toContainText("Τώρα: ");
  // The head has a queue of her own.
  if (userid !== CLERKS[0]) await bar.getByRole("combobox").selectOption(String(number));
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  return page;
}

/** A quarter through, a display and a counter lose their cables for a while; then a process is killed. @returns when they were pulled */
async function disturb(scene: Scene, cables: readonly Cable[], { visits, cutMs }: RushSize): Promise<number> {
  const isPast = (share: number) => async () => scene.haveAllCome || scene.over >= share * visits;
  await until(isPast(0.25), Number.POSITIVE_INFINITY);
  const cutAt = Date.now();
  for (const cable of cables) cable.pull();
  await sleep(cutMs);
  for (const cable of cables) cable.plugIn();
  await until(isPast(0.6), Number.POSITIVE_INFINITY);
  await scene.office.kill();
  return cutAt;
}

async function takenWithReason(office: RushOffice): Promise<Set<string>> {
  const rows = await office.ask<{ visits: string[] }>(
    `select array_remove(coalesce(appointments::text[], '{}') || (details->>'ticket'), null) as visits
     from audit_entry where act = 'served-out-of-turn'`,
  );
  return new Set(rows.flatMap(({ visits }) => visits));
}
