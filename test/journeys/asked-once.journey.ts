import { setTimeout } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { RULES_BY_HAND } from "../doctor.ts";
import { test } from "./journey.ts";
import { openOwnPlatform, rulesHaveChanged, visitsForToday } from "./own-platform.ts";
import { openPlan } from "./person.ts";

/** Long enough for whatever is asked again behind the first answers. */
const AFTERWARDS_MS = 1_500;
const LATE_MS = 1_000;

test("a page that opens asks nothing twice, and once more where a colleague acted meanwhile", async ({ page }) => {
  const own = await openOwnPlatform();
  try {
    let times: Record<string, number> = {};
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (request.method() !== "GET" || !pathname.startsWith("/api/offices/") || pathname.endsWith("/events")) return;
      times[pathname] = (times[pathname] ?? 0) + 1;
    });
    await openPlan(page, "nefeli", own.platform.url);
    await page.waitForTimeout(AFTERWARDS_MS);
    const isToday = (path: string) => /\/days\/[\d-]+$/.test(path);
    times = {};
    await page.reload();
    await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
    await page.waitForTimeout(AFTERWARDS_MS);
    expect(Object.keys(times).filter(isToday)).toHaveLength(1);
    expect(Object.entries(times).filter(([, count]) => count > 1)).toEqual([]);

    // Whoever listens late hears nothing of what has changed since the day was asked for.
    await page.route(
      /\/events/,
      async (route) => {
        await setTimeout(LATE_MS);
        await rulesHaveChanged(own.sql, "9901");
        await route.continue();
      },
      { times: 1 },
    );
    times = {};
    await page.reload();
    await expect.poll(() => Object.entries(times).filter(([path]) => isToday(path))).toEqual([[expect.anything(), 2]]);
  } finally {
    await own.close();
  }
});

/** What a desk asks for with each change */
const LISTS = ["days/DAY", "days/DAY/tickets", "call-lists", "mails/count"];

test("what is unchanged is asked for by its mark and not sent again, and a change is sent", async ({ page }) => {
  const own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND, "row-against-history");
  try {
    await visitsForToday(own.sql, "9901");
    const statuses = new Map<string, number[]>();
    page.on("response", (response) => {
      const list = new URL(response.url()).pathname.replace("/api/offices/9901/", "").replace(/\d{4}-\d\d-\d\d/, "DAY");
      if (LISTS.includes(list)) statuses.set(list, [...(statuses.get(list) ?? []), response.status()]);
    });
    await openPlan(page, "nefeli", own.platform.url);
    const askedAgain = async () => {
      statuses.clear();
      await rulesHaveChanged(own.sql, "9901");
      await page.waitForTimeout(AFTERWARDS_MS);
      return LISTS.map((list) => statuses.get(list));
    };
    // A minute that goes by may let a time go by.
    await expect.poll(askedAgain, { timeout: 20_000 }).toEqual([[304], [304], [304], [304]]);
    await own.sql.query(
      "update appointment set notes = 'αλλιώς' where office_id = (select id from office where code = '9901')",
    );
    expect((await askedAgain())[0]).toContain(200);
  } finally {
    await own.close();
  }
});

/** The streams that the page listens to: a test says in the server's stead what time it is. */
async function keepStreams(page: Page): Promise<(time: string) => Promise<void>> {
  await page.addInitScript(() => {
    const streams: EventSource[] = [];
    const Original = EventSource;
    Object.assign(globalThis, {
      streams,
      EventSource: class extends Original {
        constructor(url: string) {
          super(url);
          streams.push(this);
        }
      },
    });
  });
  const date = Temporal.Now.plainDateISO("Europe/Athens").toString();
  return (time) =>
    page.evaluate((data) => {
      const { streams } = globalThis as unknown as { streams: EventSource[] };
      streams.at(-1)?.dispatchEvent(new MessageEvent("beat", { data }));
    }, JSON.stringify({ date, time }));
}

test("a page that stays open for over a minute asks for its day by the mark, and goes on with the server's clock", async ({
  page,
}) => {
  const own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND, "row-against-history");
  try {
    await visitsForToday(own.sql, "9901");
    const answers: string[] = [];
    page.on("response", (response) => {
      if (/\/days\/[\d-]+$/.test(response.url())) answers.push(`${response.request().method()} ${response.status()}`);
    });
    await page.clock.install();
    const sayTime = await keepStreams(page);
    await openPlan(page, "nefeli", own.platform.url);
    await expect(page.getByText(/^Ζωντανή ενημέρωση, /)).toBeVisible();
    const visits = page.locator("[data-appointment]");
    await expect(visits.first()).toBeVisible();
    const count = await visits.count();
    const overAMinute = async () => {
      answers.length = 0;
      await page.clock.runFor(35_000);
      await sayTime("23:58");
      await page.clock.runFor(35_000);
      await sayTime("23:59");
      await expect.poll(() => answers.length).toBeGreaterThan(0);
      return answers;
    };
    // A real minute that goes by may let a time go by.
    await expect.poll(overAMinute, { timeout: 20_000 }).toEqual(["GET 304"]);
    await expect(page.locator(".gutter .now-line")).toHaveText(/^23:5[89]$/);
    expect(await visits.count()).toBe(count);
    await own.sql.query(
      "update appointment set notes = 'αλλιώς' where office_id = (select id from office where code = '9901')",
    );
    await overAMinute();
    // An answer of before may still have been on its way.
    await expect.poll(() => answers).toContain("GET 200");
  } finally {
    await own.close();
  }
});
