import { expect, type Page } from "@playwright/test";
import { test } from "./journey.ts";
import { openPlan } from "./person.ts";

/** One title, one main part, and nothing that the browser complains about. */

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
  expect(await titles(page)).toEqual(["Σύνδεση | Πλατφόρμα Επισκέψεων"]);
  expect(complaints).toEqual([]);
});

test("each page has one title and one main part", async ({ page }) => {
  await openPlan(page, "ilias");
  await expect(page).toHaveTitle(/^Ραντεβού, /);
  expect(await titles(page)).toHaveLength(1);
  for (const path of ["/offices/9904/days/2026-02-31", "/offices/9904/nowhere", "/nowhere"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Η σελίδα δεν βρέθηκε" })).toBeVisible();
    expect(await titles(page), path).toEqual(["Η σελίδα δεν βρέθηκε | Πλατφόρμα Επισκέψεων"]);
    await expect(page.locator("main"), path).toHaveCount(1);
  }
});

test("the policy has nothing to refuse while a clerk works", async ({ page }) => {
  const complaints = await complaintsOf(page);
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await expect(page.getByLabel("Επώνυμο")).toBeFocused();
  await page.getByRole("searchbox").fill("Παπαδοπούλου");
  await expect(page.getByRole("heading", { name: /Παπαδοπούλου/ })).toBeVisible();
  expect(complaints).toEqual([]);
});
