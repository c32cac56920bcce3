import { chromium, expect } from "@playwright/test";
import { tellFigures } from "../doors/figures.ts";
import { type Browsers, rush } from "../rush-hour/rush.ts";
import { openRushOffice, type RushOffice } from "../rush-hour/rush-office.ts";
import { test } from "./journey.ts";

/** Many wait, several counters call by keys, and all screens follow: in small here, in full and by the clock in `npm run trust`. */
let office: RushOffice;
test.beforeAll(async () => {
  office = await openRushOffice();
});
test.afterAll(() => office.close());

const IN_FULL = {
  visits: 60,
  counters: 5,
  displays: 2,
  phones: 10,
  absent: 2,
  serviceMs: 8_000,
  cutMs: 4_000,
  withinMs: 1_000,
} as const;
const IN_SMALL = {
  visits: 12,
  counters: 3,
  displays: 1,
  phones: 3,
  absent: 0,
  serviceMs: 0,
  cutMs: 1_000,
  withinMs: 60_000,
} as const;

test("a rush: each call once on every screen and in order, also through a cut cable, a kill and two who press at once", async ({
  browser,
  launchOptions,
}) => {
  test.setTimeout(900_000);
  const others = [await chromium.launch(launchOptions), await chromium.launch(launchOptions)] as const;
  const browsers: Browsers = [browser, ...others];
  const { wrong, ...figures } = await rush(office, browsers, process.env.RUSH === "full" ? IN_FULL : IN_SMALL);
  await Promise.all(others.map((each) => each.close()));
  await tellFigures({ ...figures, wrong });
  expect(wrong).toEqual([]);
  expect(figures.plan, "of the window").toBeGreaterThanOrEqual(0.6);
});
