import { type Browser, chromium, expect, type Page } from "@playwright/test";
import { type ScreenReader, startScreenReader } from "../reader/screen-reader.ts";
import { transcriptOf } from "../reader/transcript.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";
import { chooseService, expectTime, openPlan } from "./person.ts";
import { chooseWallet, openWallet, show } from "./wallet-steps.ts";

/** What a citizen and a clerk hear who book without looking: said by Orca, and kept in the repository. */
let own: CitizensOffice;
let reader: ScreenReader;
let browser: Browser;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  own = await openCitizensOffice();
  reader = await startScreenReader();
  browser = await chromium.launch(reader.launch);
});
test.afterAll(async () => {
  await browser.close();
  await reader.close();
  await own.close();
});
test.setTimeout(900_000);

/** A window of its own, as large as the screen. */
const openPage = async (): Promise<Page> => (await browser.newContext({ viewport: null, locale: "el-GR" })).newPage();

async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label).first().focus();
  await page.keyboard.type(text);
}

test("a citizen books", async () => {
  const page = await openPage();
  const { step, expectAsKept } = transcriptOf(reader, page, "citizen-books");
  await step("the first page", () => page.goto(`${own.url}/book`));
  await step("she types what she needs", () => write(page, "Τι χρειάζεστε;", "γνησιο υπογραφησ"));
  await step("Enter", () => page.keyboard.press("Enter"));
  await step("the service", () =>
    page.getByRole("link", { name: "Βεβαίωση γνησίου υπογραφής", exact: true }).press("Enter"),
  );
  await step("the days of her office", () =>
    page.goto(`${own.url}/book/offices/9904/days?service=signature-certification`),
  );
  await step("the last of the days", () => page.locator(".cal td a").last().press("Enter"));
  await step("the fourth time", () => page.locator(".times button").nth(3).press("Enter"));
  await step("her surname alone, and on", async () => {
    await write(page, "Επώνυμο", "Γιασεμίδου");
    await page.keyboard.press("Enter");
  });
  await step("her name, and on", async () => {
    await write(page, "Όνομα", "Φανή");
    await page.keyboard.press("Enter");
  });
  await step("her e-mail, and on", async () => {
    await write(page, "Το e-mail σας", "fani@example.gr");
    await page.keyboard.press("Enter");
  });
  const link = await own.linkTo("fani@example.gr");
  await step("the link of the letter", () => page.goto(link));
  await step("confirmed", () => page.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).press("Enter"));
  await page.context().close();
  await expectAsKept();
});

test("a family begins to book", async () => {
  const page = await openPage();
  const { step, expectAsKept } = transcriptOf(reader, page, "family-begins");
  await step("who comes, and what for", () =>
    page.goto(`${own.url}/book/together?service=signature-certification&office=9904`),
  );
  await step("one more", () => page.getByRole("button", { name: "Προσθήκη ατόμου" }).press("Enter"));
  await step("on to the days", () => page.getByRole("link", { name: "Συνέχεια" }).press("Enter"));
  await page.context().close();
  await expectAsKept();
});

test("a citizen is shown by a wallet", async () => {
  // Its list of what is revoked is fetched once somebody has named it: so the next person is taken at once.
  const before = await openPage();
  await walletPage(before, 2);
  await openWallet(before);
  await show(before, "fani");
  await before.context().close();
  const page = await openPage();
  await walletPage(page, 3);
  const { step, expectAsKept } = transcriptOf(reader, page, "citizen-is-shown");
  await step("what the wallet shows and what not", () => page.reload());
  await step("on this device", () => page.getByRole("button", { name: "Σε αυτή τη συσκευή" }).press("Enter"));
  await step("she looks too early", () => page.getByRole("link", { name: "Το ενέκρινα, έλεγχος τώρα" }).press("Enter"));
  await step("her wallet is opened, and she says no", async () => {
    await page.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).press("Enter");
    await page.locator("input[name=holder][value=fani]").check();
    await page.locator("button[name=deny]").press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
  });
  await step("once more, and she agrees", async () => {
    await openWallet(page);
    await show(page, "fani");
  });
  await step("her e-mail, and on", async () => {
    await write(page, "Το e-mail σας", "fani@example.gr");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/book/done");
  });
  await page.context().close();
  await expectAsKept();
});

/** @param day of those with times, from the last */
async function walletPage(page: Page, day: number): Promise<void> {
  await page.goto(`${own.url}/book/offices/9904/days?service=signature-certification`);
  await page.locator(".cal td a").nth(-day).click();
  await page.locator(".times button").nth(3).click();
  await page.waitForURL("**/book/who");
  await chooseWallet(page);
}

test("a clerk books", async () => {
  const page = await openPage();
  const { step, expectAsKept } = transcriptOf(reader, page, "clerk-books");
  await step("the plan", () => openPlan(page, "ilias", own.url));
  await step("N", () => page.keyboard.press("n"));
  await step("the service, by its digit", () => chooseService(page));
  await step("surname, name and telephone", async () => {
    await page.keyboard.type("Υπομονετική");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ζωή");
    await write(page, /^Τηλέφωνο/, "694 412 345");
  });
  await step("Ctrl + Enter", async () => {
    await expectTime(page);
    await page.keyboard.press("Control+Enter");
  });
  await step("the missing digit, and again", async () => {
    await page.keyboard.type("6");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  });
  await page.context().close();
  await expectAsKept();
});
