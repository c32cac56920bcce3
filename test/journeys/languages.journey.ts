import { expect } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";
import { signIn } from "./person.ts";

/** Citizens' pages in the languages of the counter: switched on by the ministry, read from right to left. */
let own: CitizensOffice;
test.beforeAll(async () => {
  own = await openCitizensOffice();
});
test.afterAll(() => own.close());

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };

test("the ministry switches Arabic on; on a phone a citizen books in it, from right to left", async ({
  page,
  browser,
}) => {
  const citizen = await (await browser.newContext({ ...PHONE, locale: "ar" })).newPage();
  await citizen.goto(`${own.url}/ar/book`);
  expect(new URL(citizen.url()).pathname).toBe("/en/book");

  await signIn(page, "athina", own.url);
  await page.getByRole("link", { name: "Δημόσια ραντεβού" }).click();
  await page.getByRole("button", { name: "Άνοιγμα: العربية" }).press("Enter");
  await expect(page.getByText("Οι πολίτες μπορούν πια να επιλέξουν: Αραβικά")).toBeVisible();
  await expect(page.getByRole("button", { name: "Κλείσιμο: العربية" })).toBeVisible();
  await atEveryWidth(page, "languages for citizens");

  await citizen.goto(`${own.url}/book`);
  await citizen.getByRole("link", { name: "العربية" }).click();
  await expect(citizen.locator("html")).toHaveAttribute("dir", "rtl");
  await atEveryWidth(citizen, "the start in Arabic");
  await citizen.goto(`${own.url}/ar/book/offices/9904/days?service=signature-certification`);
  await atEveryWidth(citizen, "five weeks in Arabic");
  await citizen.locator(".cal td a").nth(-2).click();
  await atEveryWidth(citizen, "times in Arabic");
  await citizen.locator(".times button").first().click();
  await citizen.locator("[name=who][value=self]").check();
  await citizen.locator("[name=lastName]").fill("Haddad");
  await citizen.locator("[name=firstName]").fill("Layla");
  await atEveryWidth(citizen, "who comes, in Arabic");
  await citizen.locator("main form button").last().click();
  await citizen.locator("[name=how][value=email]").check();
  await citizen.locator("[name=email]").fill("layla@example.gr");
  await atEveryWidth(citizen, "what is checked, in Arabic");
  await citizen.locator("main form button").last().click();
  await expect(citizen.getByText("layla@example.gr").first()).toBeVisible();

  const letter = () => own.smtp.messages("layla@example.gr").at(-1);
  await expect.poll(() => letter()?.html ?? "", { timeout: 60_000 }).toContain('lang="ar" dir="rtl"');
  const link = /\/ar\/link\/[\w-]{43}/.exec(letter()?.text ?? "")?.[0];
  await citizen.goto(`${own.url}${link}`);
  await citizen.locator("main form button").first().click();
  await expect(citizen.locator(".slip")).toBeVisible();
  await atEveryWidth(citizen, "booked, in Arabic");
  const { rows } = await own.sql.query("select status, language from appointment where email = 'layla@example.gr'");
  expect(rows).toEqual([{ status: "booked", language: "ar" }]);
});

test("how a visit goes is said in easy Greek, a step a line", async ({ page }) => {
  await page.goto(`${own.url}/book`);
  await page.getByRole("link", { name: "Εύκολο κείμενο: πώς γίνεται μια επίσκεψη" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Πώς γίνεται μια επίσκεψη στο ΚΕΠ");
  await expect(page.locator(".easy__steps > li")).toHaveCount(6);
  await atEveryWidth(page, "easy Greek");
});
