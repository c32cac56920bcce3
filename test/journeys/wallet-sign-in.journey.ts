import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test as base } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { chooseTime, chooseWallet, openWallet, pageWithoutScript, show } from "./wallet-steps.ts";

/** «Τα ραντεβού μου» with a European wallet, where its number is asked for. */
const test = base.extend<object, { asking: OwnPlatform }>({
  asking: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed
    async ({}, use) => {
      const asking = await openOwnPlatform({ WALLET_ASKS_NUMBER: "true" });
      await use(asking);
      await asking.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ asking }, use) => use(asking.url),
});

const LIST = "/book/my-appointments";

async function signIn(page: Page, holder: string): Promise<void> {
  await page.goto(LIST);
  await page.getByRole("button", { name: "Σύνδεση με ευρωπαϊκό πορτοφόλι" }).click();
  await expect(page.getByText("Δεν ήρθε ακόμη απάντηση.")).toBeVisible();
  await page.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).click();
  await show(page, holder);
}

test("without a script: booked without an e-mail, found at another browser, and the end of it", async ({
  browser,
  baseURL,
}) => {
  const booking = await pageWithoutScript(browser, baseURL);
  await chooseTime(booking, 10);
  await chooseWallet(booking);
  await openWallet(booking);
  await show(booking, "fani");
  await booking.getByRole("button", { name: "Κλείνω το ραντεβού" }).click();
  await expect(booking).toHaveURL(/\/book\/done$/);
  await expect(booking.getByText("Θα βρίσκετε το ραντεβού με το ευρωπαϊκό πορτοφόλι")).toBeVisible();
  const page = await pageWithoutScript(browser, baseURL);
  await signIn(page, "fani");
  await expect(page.getByText("Συνδεθήκατε με ευρωπαϊκό πορτοφόλι")).toBeVisible();
  await expect(page.getByText("Ραντεβού που ισχύουν: 1.")).toBeVisible();
  await page.getByRole("button", { name: "Έξοδος" }).click();
  await expect(page).toHaveURL(/\/book\/ended$/);
  await page.goBack();
  await page.reload();
  await expect(page.getByRole("button", { name: "Σύνδεση με ευρωπαϊκό πορτοφόλι" })).toBeVisible();
});

test("by keyboard, at each width: before, while it is waited for, without a number, and nothing there", async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto(LIST);
  await atEveryWidth(page, "before the sign-in");
  await page.getByRole("button", { name: "Σύνδεση με ευρωπαϊκό πορτοφόλι" }).press("Enter");
  await atEveryWidth(page, "waiting for the wallet");
  await page.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).press("Enter");
  await page.locator("input[name=holder][value=menelaos]").press("Space");
  await page.locator("button[name=approve]").press("Enter");
  await expect(async () => {
    const again = page.getByRole("link", { name: "Έλεγχος ξανά" });
    if (await again.isVisible()) await again.press("Enter");
    await expect(page.getByRole("alert")).toContainText("Το πορτοφόλι δεν έδειξε διοικητικό αριθμό.", { timeout: 500 });
  }).toPass();
  await atEveryWidth(page, "no number");
  await page.getByRole("link", { name: "Συνέχεια" }).press("Enter");
  await expect(page).toHaveURL(LIST);
  await signIn(page, "anna");
  await expect(page.getByText("Δεν βρήκαμε ραντεβού σας που ισχύει.")).toBeVisible();
  await expect(page.getByText("Το κλείσατε με TAXISnet")).toBeVisible();
  await atEveryWidth(page, "nothing booked with it");
});

test("in each language it is said what is shown, and back in the same one", async ({ browser, asking, baseURL }) => {
  await asking.sql.query("update counter_language set is_on = true");
  for (const prefix of ["/en", "/sq", "/uk", "/ar", "/ur"]) {
    const page = await (await browser.newContext({ baseURL })).newPage();
    await page.goto(`${prefix}${LIST}`);
    await atEveryWidth(page, `${prefix}: before the sign-in`);
    await page.locator("button[value=wallet]").click();
    await atEveryWidth(page, `${prefix}: waiting for the wallet`);
    await page.locator("a.button--go").click();
    await page.locator("button[name=deny]").click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", prefix.slice(1));
    await atEveryWidth(page, `${prefix}: refused in the wallet`);
    await page.locator("a.button--go").click();
    await expect(page).toHaveURL(`${prefix}${LIST}`);
  }
});
