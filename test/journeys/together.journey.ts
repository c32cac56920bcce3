import { expect, type Page } from "@playwright/test";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { chooseService, expectTime, signIn } from "./person.ts";

/** A mother with two papers and her son with one: one time, by keyboard, and it is one visit wherever it is seen. */
let own: OwnPlatform;
const day = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
});
test.afterAll(() => own.close());
test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, "rea", `${own.url}/offices/9904/days/${day}`);
  await expect(page.locator(".plan .column").first()).toBeVisible();
});

const together = (page: Page, name: string) => page.getByRole("group", { name });
const sum = (page: Page) => page.locator(".together__sum:not(:empty)").last();

test("two people and three services are booked, read, changed in part and found", async ({ page }) => {
  await page.keyboard.press("n");
  await chooseService(page);
  await page.keyboard.type("Γιασεμίδου");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Φωτεινή");
  await page.keyboard.press("Alt+y");
  await expect(page.getByRole("combobox", { name: "Υπηρεσία για: Άτομο 1" })).toBeFocused();
  await page.keyboard.type("επικυρ");
  await page.keyboard.press("Enter");
  await expect(together(page, "Κι άλλες υπηρεσίες").locator(".chip")).toHaveCount(1);
  await page.keyboard.press("Alt+a");
  const son = together(page, "Άτομο 2");
  await son.getByLabel("Επώνυμο").fill("Γιασεμίδης");
  await son.getByLabel("Όνομα").fill("Θωμάς");
  await son.getByRole("combobox").fill("γνησ");
  await page.keyboard.press("Enter");
  await expect(sum(page)).toContainText("′ μαζί");
  await expectTime(page);
  await atEachOfThreeWidths(page, "a form for two");
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(page.locator(".panel")).toContainText("2 άτομα μαζί");
  await page.keyboard.press("Control+Enter");
  const card = page.locator(".card", { hasText: "ΓΙΑΣΕΜΙΔΟΥ" });
  await expect(card).toContainText("και 1 ακόμη");
  await card.getByRole("link").click();
  await expect(page.locator(".panel")).toContainText("ΓΙΑΣΕΜΙΔΗΣ Θωμάς");
  const minutes = await lengthOf(page);

  await page.getByRole("button", { name: "Επεξεργασία" }).click();
  await page.getByRole("button", { name: "Αφαίρεση: Άτομο 2" }).press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(card).not.toContainText("ακόμη");
  await page.keyboard.press("Control+z");
  await expect(card).toContainText("και 1 ακόμη");
  await card.getByRole("link").click();
  await expect(page.locator(".panel")).toContainText("Θωμάς");
  expect(await lengthOf(page)).toBe(minutes);

  await page.keyboard.press("/");
  await page.keyboard.type("Γιασεμίδης Θωμάς");
  await expect(page.getByRole("dialog").or(page.locator(".search"))).toContainText("ΓΙΑΣΕΜΙΔΟΥ Φωτεινή");
});

const lengthOf = async (page: Page) =>
  Number(/\((\d+)′\)/.exec((await page.locator(".panel").textContent()) ?? "")?.[1]);
