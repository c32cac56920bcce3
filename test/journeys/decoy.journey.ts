import { expect, type Page } from "@playwright/test";
import { decoyTime } from "../../src/public-booking/choose/decoy.ts";
import { atEveryWidth } from "./accessible.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";
import { signIn } from "./person.ts";

/** A time that only programs find is in no person's way, whoever they are; and the ministry sees counts. */
let own: CitizensOffice;
test.beforeAll(async () => {
  own = await openCitizensOffice();
});
test.afterAll(() => own.close());

const DATE = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 3 }).toString();
const WORDS = "Εδώ δεν υπάρχει ώρα. Μην το πατήσετε.";
const openDay = (page: Page) => page.goto(`${own.url}/book/offices/9904/days/${DATE}?service=signature-certification`);
const decoy = (page: Page) => page.locator(".no-time button");

test("no eye, key or screen reader finds it, at the width of a phone and of a desk", async ({ page }) => {
  await openDay(page);
  await expect(decoy(page)).toHaveCount(1);
  await expect(decoy(page)).toBeHidden();
  await atEveryWidth(page, "the day's times, a decoy among them");
  expect(await page.locator("body").ariaSnapshot()).not.toContain(WORDS);
  expect(await page.getByText(WORDS).filter({ visible: true }).count()).toBe(0);
  await expect(page.getByRole("button", { name: WORDS })).toHaveCount(0);
  const stops = await page.locator("a, button, input, select, summary, [tabindex]").count();
  const reached: string[] = [];
  for (let press = 0; press < stops + 2; press++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  expect(reached.some((text) => /^\d\d:\d\d/.test(text))).toBe(true);
  expect(reached).not.toContain(WORDS);
});

test("without script and styles it says that it is no time, and no key reaches it; pressed, nothing is lost", async ({
  browser,
}) => {
  const page = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  ).newPage();
  await page.route("**/*.css", (route) => route.abort());
  await openDay(page);
  await expect(decoy(page)).toBeVisible();
  await expect(decoy(page)).toHaveText(WORDS);
  await page.locator(".times button").last().focus();
  await page.keyboard.press("Tab");
  await expect(decoy(page)).not.toBeFocused();
  await decoy(page).click();
  const time = decoyTime({ office: "9904", date: DATE });
  await expect(page.getByRole("heading", { level: 1, name: `Η ώρα ${time} μόλις δόθηκε` })).toBeVisible();
  await page.locator(".times button").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Για ποιον είναι το ραντεβού;" })).toBeVisible();
});

test("the ministry reads it by days, and before any day is counted that none was", async ({ page }) => {
  await signIn(page, "athina", `${own.url}/ministry/public-booking`);
  const section = page.getByRole("region", { name: "Μήπως μεταπωλούνται ραντεβού" });
  await expect(section.getByText("Δεν έχει μετρηθεί ακόμη καμία ημέρα.")).toBeVisible();
  await expect(section.getByText("Είναι ένδειξη για να ρωτήσετε, όχι απόδειξη")).toBeVisible();
  const yesterday = Temporal.Now.plainDateISO("Europe/Athens").subtract({ days: 1 }).toString();
  await own.sql.query("insert into network_day values ($1, 1234, 2, 57, 6)", [yesterday]);
  await page.reload();
  const cells = section.getByRole("row").last().getByRole("cell");
  await expect(cells).toHaveText(["1.234", "έως 4", "57", "6"]);
  await atEveryWidth(page, "the ministry's page with counts of networks");
});
