import { expect, type Page } from "@playwright/test";
import { test } from "./journey.ts";
import { expectTime, openPlan } from "./person.ts";

/** One title, and nothing that the browser complains about. */

const titles = (page: Page) => page.locator("title").allTextContents();

/** What the console shows as an error, and what the policy refused */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.exposeFunction("complain", (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { complain(text: string): void }).complain;
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      tell(`${violatedDirective}: ${blockedURI}`),
    );
  });
  return complaints;
}

test("whoever is not signed in is asked to, and the page asks for nothing that would be refused", async ({ page }) => {
  const complaints = await complaintsOf(page);
  await page.goto("/offices/9904/days/2026-12-10");
  await expect(page.getByRole("link", { name: "Σύνδεση με κωδικούς δημόσιας διοίκησης" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Κλείστε ραντεβού στο ΚΕΠ" })).toHaveAttribute("href", "/book");
  expect(await titles(page)).toEqual(["Σύνδεση | Πλατφόρμα Επισκέψεων"]);
  expect(complaints).toEqual([]);
});

test("the policy has nothing to refuse while a clerk works", async ({ page }) => {
  const complaints = await complaintsOf(page);
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await expectTime(page);
  await page.getByRole("searchbox").fill("Παπαδοπούλου");
  await expect(page.getByRole("heading", { name: /Παπαδοπούλου/ })).toBeVisible();
  expect(complaints).toEqual([]);
});
