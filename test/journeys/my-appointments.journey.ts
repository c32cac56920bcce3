import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { expectWordsApart } from "./without-styles.ts";

/** Whoever booked with TAXISnet and gave no e-mail finds it again, on another phone; pages that need no script. */
const OFFICE = "/book/offices/9902/days?service=signature-certification";
const LIST = "/book/my-appointments";
const WITHOUT_SCRIPT = { viewport: { width: 390, height: 780 }, javaScriptEnabled: false };

const aPhone = async (browser: Browser, baseURL: string | undefined, options: BrowserContextOptions): Promise<Page> =>
  (await browser.newContext({ ...options, ...(baseURL && { baseURL }) })).newPage();

/** Whoever has signed in at this browser before is not asked by the government again. */
const pressSignIn = (page: Page): Promise<void> => page.getByRole("button", { name: "Σύνδεση με TAXISnet" }).click();

async function signInAs(page: Page, userid: string): Promise<void> {
  await pressSignIn(page);
  await page.locator(`input[name=userid][value=${userid}]`).check();
  await page.locator("button[name=approve]").click();
}

/** @returns the code of the appointment */
async function bookWithoutEmail(page: Page, userid: string): Promise<string> {
  await page.goto(OFFICE);
  await page.locator("td a").last().click();
  await page.locator(".times button").first().click();
  await signInAs(page, userid);
  await page.getByLabel("Για εμένα").check();
  await page.getByRole("button", { name: "Συνέχεια" }).click();
  await page.getByRole("button", { name: "Κλείνω το ραντεβού" }).click();
  await expect(page).toHaveURL(/\/book\/done$/);
  await expect(page.getByText("Δεν δώσατε e-mail.")).toBeVisible();
  return (await page.locator(".code2").textContent()) ?? "";
}

test("without e-mail and without a script, later on another phone: seen, moved, cancelled, and nothing left behind", {
  tag: "@proof",
}, async ({ browser, baseURL }) => {
  const first = await aPhone(browser, baseURL, WITHOUT_SCRIPT);
  const code = await bookWithoutEmail(first, "polyxeni");
  await expect(first.getByRole("link", { name: "Τα ραντεβού μου" })).toHaveAttribute("href", LIST);

  const page = await aPhone(browser, baseURL, WITHOUT_SCRIPT);
  await page.goto("/book");
  await page.getByRole("link", { name: /^Τα ραντεβού μου/ }).click();
  await expect(page.getByText("Δεν χρειάζεται e-mail.")).toBeVisible();
  await signInAs(page, "polyxeni");
  await expect(page.getByRole("heading", { level: 1, name: "Τα ραντεβού μου" })).toBeVisible();
  const card = page.getByRole("listitem").filter({ hasText: code });
  await expect(card.getByText("Για εσάς")).toBeVisible();
  await card.getByRole("button", { name: /^Αλλαγή/ }).click();
  await page.locator("td a").last().click();
  await page.locator(".times button").nth(1).click();
  await page.getByRole("button", { name: "Ναι, να μεταφερθεί" }).click();
  await expect(page.getByText("Το ραντεβού μεταφέρθηκε.")).toBeVisible();
  await page.getByRole("link", { name: "Πίσω" }).click();
  await card.getByRole("button", { name: /^Ακύρωση/ }).click();
  await page.getByRole("button", { name: "Ναι, να ακυρωθεί" }).click();
  await page.getByRole("link", { name: "Όλα τα ραντεβού μου" }).click();
  await expect(page.getByText("Δεν βρήκαμε ραντεβού σας που ισχύει.")).toBeVisible();
  await page.getByRole("link", { name: /^Όσα πέρασαν/ }).click();
  await expect(page.getByText("Ακυρώθηκε.")).toBeVisible();
  await page.getByRole("button", { name: "Έξοδος" }).click();
  await expect(page.getByRole("heading", { name: /^Τελειώσατε/ })).toBeVisible();
  for (let step = 0; step < 3; step++) {
    await page.goBack();
    await expect(page.getByText(code)).toHaveCount(0);
  }
});

test("at every width, read without styles, and with the keyboard alone", async ({ page }) => {
  await bookWithoutEmail(page, "menelaos");
  await page.goto(LIST);
  await atEveryWidth(page, "to sign in to one's own");
  await pressSignIn(page);
  await expect(page.getByText("Συνδεθήκατε με TAXISnet")).toBeVisible();
  await atEveryWidth(page, "one's own");
  await expectWordsApart(page, "one's own");
  for (const [part, state] of [
    ["past", "those that are over"],
    ["seen", "who has seen them"],
    ["add", "to add one"],
  ] as const) {
    await page.goto(`${LIST}/${part}`);
    await atEveryWidth(page, state);
  }
  await page.getByLabel("Κωδικός ραντεβού").fill("12");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Γράψτε και τα 9 ψηφία");
  await atEveryWidth(page, "to add one, with what is missing");
  await page.goto(LIST);
  const change = page.getByRole("button", { name: /^Αλλαγή/ }).first();
  for (let stops = 0; stops < 12 && !(await change.evaluate((button) => button === document.activeElement)); stops++)
    await page.keyboard.press("Tab");
  await expect(change).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/link\/[\w-]{43}\/days$/);
});

test("nothing to see yet: four reasons why, and a form, at every width", async ({ page }) => {
  await page.goto(LIST);
  await signInAs(page, "anna");
  await expect(page.getByRole("heading", { name: "Περιμένατε να δείτε κάποιο;" })).toBeVisible();
  await expect(page.getByRole("term")).toHaveCount(4);
  await atEveryWidth(page, "nothing of one's own");
});
