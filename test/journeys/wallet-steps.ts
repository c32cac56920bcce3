import { type Browser, expect, type Page } from "@playwright/test";

/** What a citizen does who is shown by a European wallet who they are. */
const OFFICE = "/book/offices/9902/days?service=signature-certification";
const WITHOUT_SCRIPT = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } };

export const pageWithoutScript = async (browser: Browser, baseURL: string | undefined): Promise<Page> =>
  (await browser.newContext({ ...WITHOUT_SCRIPT, baseURL })).newPage();

/** @param day of those with times, from the last: a day that many hold times of holds no more */
export async function chooseTime(page: Page, day: number, prefix = ""): Promise<void> {
  await page.goto(`${prefix}${OFFICE}`);
  await page.locator("td a").nth(-day).click();
  await page.locator(".times button").first().click();
  await page.waitForURL("**/book/who");
}

/** Up to the page that says what is shown. */
export async function chooseWallet(page: Page): Promise<void> {
  await page.getByLabel("Επώνυμο").first().fill("Τυπωμένου");
  await page.getByLabel("Όνομα", { exact: true }).first().fill("Έλλη");
  await page.getByRole("button", { name: "Συνέχεια" }).click();
  await page.getByLabel("Με ευρωπαϊκό πορτοφόλι ταυτότητας").check();
  await page.getByRole("button", { name: "Συνέχεια" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Με ευρωπαϊκό πορτοφόλι ταυτότητας" })).toBeVisible();
}

export async function openWallet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Σε αυτή τη συσκευή" }).click();
  await expect(page.getByText("Δεν ήρθε ακόμη απάντηση.")).toBeVisible();
  await page.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).click();
}

/** On the wallet's own page. */
export async function show(page: Page, holder: string, agrees = true): Promise<void> {
  await page.locator(`input[name=holder][value=${holder}]`).check();
  await page.locator(agrees ? "button[name=approve]" : "button[name=deny]").click();
  // Its list is fetched once somebody has named it: a moment later the same answer is looked at again.
  const again = page.getByRole("link", { name: "Έλεγχος ξανά" });
  await expect(async () => {
    if (await again.isVisible()) await again.click();
    expect(await again.isVisible()).toBe(false);
  }).toPass();
}
