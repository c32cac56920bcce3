import { expect, type Locator } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";
import { signIn } from "./person.ts";

/** Somebody who reads Arabic alone: finds the service, learns what to bring, and books; the ministry keeps the words. */
let own: CitizensOffice;
test.beforeAll(async () => {
  own = await openCitizensOffice();
  await own.sql.query("update counter_language set is_on = true where language = 'ar'");
});
test.afterAll(() => own.close());

const press = async (control: Locator) => {
  await control.focus();
  await control.press("Enter");
};

test("somebody who reads only Arabic finds the service, learns what to bring and books, by keyboard on a small phone", async ({
  browser,
}) => {
  const citizen = await (await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "ar" })).newPage();
  await citizen.goto(`${own.url}/book`);
  await press(citizen.getByRole("link", { name: "العربية" }));
  await expect(citizen.locator("html")).toHaveAttribute("dir", "rtl");
  await press(citizen.locator('a[href="/ar/book/services"]').first());
  const found = citizen.locator("ul.found > li", { hasText: "التصديق على صحة التوقيع" });
  await press(found.locator("summary"));
  await expect(found.getByText("بطاقة هوية أو جواز سفر", { exact: false })).toBeVisible();
  await expect(found.locator('h2 span[lang="el"]')).toHaveText(/Βεβαίωση γνησίου υπογραφής/);
  await atEveryWidth(citizen, "services in Arabic, with what to bring");

  await press(found.locator("h2 a"));
  await citizen.locator("[name=where]").fill("neoktisto");
  await citizen.locator("[name=where]").press("Enter");
  await expect(citizen.locator(".kep").first()).toContainText("Νεόκτιστου");
  await atEveryWidth(citizen, "offices in Arabic");
  await press(citizen.locator(".kep").first().locator("a.button").last());
  await press(citizen.locator(".cal td a").nth(-2));
  await press(citizen.locator(".times button").first());
  await citizen.locator("[name=who][value=self]").check();
  await citizen.locator("[name=lastName]").fill("Haddad");
  await citizen.locator("[name=firstName]").fill("Samir");
  await press(citizen.locator("main form button").last());
  await citizen.locator("[name=how][value=email]").check();
  await citizen.locator("[name=email]").fill("samir@example.gr");
  await press(citizen.locator("main form button").last());
  const letter = () => own.smtp.messages("samir@example.gr").at(-1);
  await expect.poll(() => letter()?.text ?? "", { timeout: 60_000 }).toMatch(/\/ar\/link\/[\w-]{43}/);
  await citizen.goto(`${own.url}${/\/ar\/link\/[\w-]{43}/.exec(letter()?.text ?? "")?.[0]}`);
  await press(citizen.locator("main form button").first());
  await expect(citizen.locator(".slip")).toBeVisible();
  await expect(citizen.locator("main")).toContainText("بطاقة هوية أو جواز سفر");
  await expect(citizen.locator('main li span[lang="el"]').first()).toContainText("Ταυτότητα ή διαβατήριο");
  await atEveryWidth(citizen, "booked, with what to bring in Arabic and Greek");
  const { rows } = await own.sql.query("select status, language from appointment where email = 'samir@example.gr'");
  expect(rows).toEqual([{ status: "booked", language: "ar" }]);

  await press(citizen.locator('a[href="/ar/book/easy"]'));
  await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("كيف تتم زيارة مركز KEP");
  await atEveryWidth(citizen, "easy Arabic");
});

test("the ministry finds what is not checked, corrects it and ticks it; and finds an office by any of its names", async ({
  page,
}) => {
  await signIn(page, "athina", own.url);
  await page.getByRole("link", { name: "Μεταφράσεις" }).click();
  await page.getByLabel("Γλώσσα", { exact: true }).selectOption("العربية");
  await page.getByLabel("Ποιες").selectOption("Όσες είναι χωρίς έλεγχο από φυσικό ομιλητή");
  await expect(page.getByRole("row", { name: /Χριστούγεννα/ })).toContainText("عيد الميلاد");
  await atEveryWidth(page, "translations");
  await page.getByRole("button", { name: "Αλλαγή: Χριστούγεννα" }).click();
  await page.getByLabel("Κείμενο: العربية").fill("عيد الميلاد المجيد");
  await page.getByLabel("Έλεγχος").selectOption("Ελεγμένη από φυσικό ομιλητή");
  await atEveryWidth(page, "a translation");
  await page.getByRole("button", { name: "Αποθήκευση μετάφρασης" }).click();
  await expect(page.getByText("Αποθηκεύτηκε. Οι πολίτες τη βλέπουν από τώρα.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Χριστούγεννα/ })).toHaveCount(0);

  await page.goto(`${own.url}/ministry`);
  await page.getByLabel("Εύρεση ΚΕΠ").fill("anemoxori");
  await page.getByRole("search").getByRole("button", { name: "Εύρεση ΚΕΠ" }).click();
  await expect(page.getByRole("row", { name: /ΚΕΠ Νέας Αυγής/ })).toBeVisible();
  await atEveryWidth(page, "an office found by the ministry");
  await page.getByLabel("Εύρεση ΚΕΠ").fill("Άγιος Πουθενάς");
  await page.getByLabel("Εύρεση ΚΕΠ").press("Enter");
  await expect(page.getByText("Κανένα ΚΕΠ δεν λέγεται «Άγιος Πουθενάς»")).toBeVisible();
});
