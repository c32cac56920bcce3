import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { openPlan, openTuesday, signIn } from "./person.ts";
import { chooseAct, openQueuesPage, queue } from "./queues-page.ts";

/** What stays in one line on the counters' screens, 1366 × 768, at its fullest. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());
test.use({ viewport: { width: 1366, height: 768 } });

/** They stand beside each other: none begins below where another one ends. */
async function expectOneLine(parts: Locator, what: string): Promise<void> {
  await expect(parts.first()).toBeVisible();
  const boxes = (await parts.all()).map((part) => part.boundingBox());
  const shown = (await Promise.all(boxes)).flatMap((box) => (box && box.width > 1 ? [box] : []));
  expect(Math.max(...shown.map(({ y }) => y)), what).toBeLessThan(
    Math.min(...shown.map(({ y, height }) => y + height)),
  );
}

/** As if much waited for the head. */
async function withMuchToDo(page: Page): Promise<void> {
  await page.route("**/call-lists", (route) => route.fulfill({ json: { days: [{ date: "2030-03-20", count: 112 }] } }));
  await page.route("**/mails/count", (route) => route.fulfill({ json: { lost: 113 } }));
  await page.route("**/work-list/count", (route) => route.fulfill({ json: { count: 121 } }));
}

test("the head's menu, with calls, lost e-mails and what is to settle", async ({ page }) => {
  await withMuchToDo(page);
  await signIn(page, "nefeli", `${own.url}/offices/9901/settings`);
  for (const name of [/^Λίστα κλήσεων/, /^Χαμένα e-mail/, /^Προς τακτοποίηση/])
    await expect(page.getByRole("link", { name })).toBeVisible();
  await expectOneLine(page.locator(".navigation li, .navigation__side > :is(a, button, .live-line)"), "the menu");
  // What gave way for them is there all the same for whoever hears it.
  await page.getByRole("button", { name: "Συντομεύσεις πληκτρολογίου" }).press("Enter");
  await expect(page.getByRole("dialog", { name: "Συντομεύσεις πληκτρολογίου" })).toBeVisible();
});

test("the bar below the plan, with an inactive queue, also beside the panel", async ({ page }) => {
  await openPlan(page, "nefeli", own.url);
  await openTuesday(page);
  await expectOneLine(page.locator(".plan-foot .status-counts li, .plan-foot__end > *"), "the bar");
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
  await expectOneLine(page.locator(".plan-foot .status-counts li, .plan-foot__end > *"), "the bar beside the panel");
});

test("a queue's row: three acts, the rest in its menu, by keyboard too", async ({ page }) => {
  await openQueuesPage(page, "nefeli", own.url);
  for (const name of ["Ουρά 1", "Ουρά 2"]) {
    const acts = queue(page, name).locator(".queue__acts > *");
    await expect(acts).toHaveCount(3);
    await expectOneLine(acts, name);
  }
  await chooseAct(page, "Ουρά 2", "Απουσία υπαλλήλου σήμερα");
  await expect(page).toHaveURL(/\/exceptions\/new\?.*queue=2/);
});
