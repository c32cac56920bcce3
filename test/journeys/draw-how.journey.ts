import { expect, type Locator, type Page } from "@playwright/test";
import { type CitizensLanguage, LANGUAGES } from "../../src/text/languages.ts";
import { pdfPages } from "../pdf-pages.ts";
import { inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";

/** «Πώς μοιράζονται οι θέσεις»: read on a phone, by keyboard, without a script, and on the board of an office. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  await own.sql.query("update counter_language set is_on = true");
  // Not what it begins with: the page says what the ministry has set.
  await own.sql.query("update draw_terms set email_percent = 15, need_percent = 9, answer_days = 4");
});
test.afterAll(() => own.close());

const open = (page: Page, language: CitizensLanguage) =>
  page.goto(`${own.url}${language === "el" ? "" : `/${language}`}/draws/how`);

/** By the tab key alone, as somebody without a mouse comes to it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(control).toBeFocused();
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  test("whoever checks a draw finds how places are shared, and the way back, by keyboard on a small phone", async ({
    page,
  }) => {
    await page.goto(`${own.url}/draws/verify`);
    await tabTo(page, page.getByRole("link", { name: "Πώς μοιράζονται οι θέσεις" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Πώς μοιράζονται οι θέσεις" })).toBeVisible();
    await expect(page.locator(".sharing__steps").getByRole("heading", { level: 2 })).toHaveText([
      "Γράφετε τι θέλετε",
      "Δεν χρειάζεται να βιαστείτε",
      "Κάνουμε την κλήρωση",
      "Ένας ένας παίρνει θέση",
      "Σας γράφουμε",
    ]);
    await expect(page.getByRole("region", { name: "Ένα παράδειγμα" }).getByRole("listitem")).toContainText([
      /Μυρτώ.*Παίρνει την Τρίτη\./,
      /Λάζαρος.*Παίρνει την Πέμπτη\./,
      /Ασπασία.*Περιμένει\./,
    ]);
    const answers = page.getByRole("region", { name: "Ερωτήσεις" });
    await expect(answers.getByRole("heading", { level: 3 })).toHaveCount(8);
    await expect(answers).toContainText(/Με e-mail δίνουμε έως 15 στις 100\sθέσεις\./);
    await expect(answers).toContainText(/Με τηλέφωνο δίνουμε έως 10 στις 100\sθέσεις\./);
    await expect(answers).toContainText(/Κρατάμε γι’ αυτό έως 9 στις 100\sθέσεις\./);
    await expect(page.getByText("Ημέρες για να το πείτε: 4.")).toBeVisible();
    // It would do nothing; the browser's own menu prints the page as well.
    await expect(page.locator("#print")).toBeHidden();
    await tabTo(page, page.getByRole("link", { name: "Έλεγχος κλήρωσης" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/draws\/verify$/);
  });
});

for (const [language, heading] of [
  ["el", "Πώς μοιράζονται οι θέσεις"],
  ["ar", "كيف توزَّع الأماكن"],
] as const)
  test(`everybody can read it at any width, in ${language}`, async ({ page }) => {
    await open(page, language);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await inEverySetting(page, `how places are shared, in ${language}`);
  });

test("in Arabic each picture and number stands on the right of its words", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  for (const step of await page.locator(".sharing__steps > li").all()) {
    const [picture, words] = await Promise.all([step.locator("svg").boundingBox(), step.locator("div").boundingBox()]);
    expect(picture?.x).toBeGreaterThanOrEqual((words?.x ?? 0) + (words?.width ?? 0));
  }
});

/** What a sheet holds without its printer's own margins, at 96 pixels an inch: the rule of the sheet leaves 12 and 14 mm. */
const PAPER = { width: Math.floor(((210 - 2 * 14) / 25.4) * 96), height: Math.floor(((297 - 2 * 12) / 25.4) * 96) };
/** Ten points, in pixels: what is smaller nobody reads on a board */
const READABLE = (10 * 96) / 72 - 0.01;

test("on paper it is one sheet in each language, whole and large enough, with room for wider letters", async ({
  page,
}) => {
  for (const language of LANGUAGES) {
    await open(page, language);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdfPages(pdf), language).toBe(1);
    // A4, in points
    expect(pdf.toString("latin1"), language).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.setViewportSize({ ...PAPER, height: 400 });
    await page.emulateMedia({ media: "print" });
    const { height, width, smallest, unseen } = await page.evaluate(() => {
      const texts = [...document.querySelectorAll("main :is(h1, h2, h3, p, b)")];
      const isSeen = (element: Element) => element.getBoundingClientRect().height > 0;
      return {
        height: document.documentElement.scrollHeight,
        width: document.documentElement.scrollWidth,
        smallest: Math.min(...texts.filter(isSeen).map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
        unseen: texts.filter((text) => !isSeen(text)).map((text) => text.textContent),
      };
    });
    expect(height, `${language}: height`).toBeLessThanOrEqual(PAPER.height * 0.97);
    expect(width, `${language}: width`).toBe(PAPER.width);
    expect(smallest, `${language}: letters`).toBeGreaterThanOrEqual(READABLE);
    // The way on to the check of a draw is no link on paper.
    expect(unseen, language).toHaveLength(1);
    await expect(page.locator("header, footer, #print").filter({ visible: true }), language).toHaveCount(0);
    await page.emulateMedia({ media: null });
  }
});

test("where scripts run it is printed by a press", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await open(page, "en");
  await page.getByRole("button", { name: "Print on one sheet" }).press("Enter");
  await expect(page.locator("body")).toHaveAttribute("data-printed");
});
