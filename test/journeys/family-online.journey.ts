import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";
import { expectWordsApart } from "./without-styles.ts";

/** A family of three and somebody with three papers book for themselves, each one time. */
let own: CitizensOffice;
test.beforeAll(async () => {
  own = await openCitizensOffice();
});
test.afterAll(() => own.close());

const SIGNATURE = "Βεβαίωση γνησίου υπογραφής";
const goOn = (page: Page) => page.getByRole("button", { name: "Συνέχεια" }).click();

async function toThePeople(page: Page): Promise<void> {
  await page.goto(`${own.url}/book/offices/9904/days?service=signature-certification`);
  await page.getByRole("link", { name: "Περισσότερα άτομα ή υπηρεσίες" }).click();
  await expect(page.getByRole("heading", { name: "Ποιοι έρχεστε και τι χρειάζεται ο καθένας;" })).toBeVisible();
}

async function toWhoComes(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Συνέχεια" }).click();
  await page.locator(".cal td a").nth(-2).click();
  await expect(page.locator(".times button").first()).toContainText(/^\d\d:\d\d–\d\d:\d\d$/);
}

async function confirmed(page: Page, recipient: string): Promise<void> {
  await page.getByLabel("Το e-mail σας").fill(recipient);
  await goOn(page);
  await page.goto(await own.linkTo(recipient));
  await page.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).click();
  await expect(page.getByRole("heading", { name: "Το ραντεβού σας κλείστηκε" })).toBeVisible();
}

// Where nothing is found to press, it is said soon.
test.use({ actionTimeout: 20_000 });

test("without a script, on a phone: a mother, her son and a friend have one time and one slip", {
  tag: "@proof",
}, async ({ browser }) => {
  const context = { viewport: { width: 390, height: 780 }, hasTouch: true, javaScriptEnabled: false };
  const page = await (await browser.newContext(context)).newPage();
  await toThePeople(page);
  await page.getByRole("button", { name: "Προσθήκη ατόμου" }).click();
  await expect(page.getByRole("heading", { name: "Άτομο 2" })).toBeVisible();
  await page.getByRole("link", { name: /^Άλλη υπηρεσία ?: Άτομο 3/ }).click();
  await page.getByLabel("Υπηρεσία, με δικά σας λόγια").fill("οικογενειακη κατασταση");
  await page.getByRole("button", { name: "Αναζήτηση" }).click();
  await page.locator(".found h2 a").first().click();
  await expect(page.getByRole("heading", { name: "Άτομο 3" })).toBeVisible();
  await toWhoComes(page);
  await page.locator(".times button").first().click();
  await page.getByLabel("Επώνυμο").first().fill("Γιασεμίδου");
  await page.getByLabel("Όνομα", { exact: true }).first().fill("Φωτεινή");
  const son = page.getByRole("group", { name: "Άτομο 2" });
  await son.getByLabel("Επώνυμο").fill("Γιασεμίδης");
  await goOn(page);
  await expect(page.getByRole("alert")).toContainText("Γράψτε το όνομα");
  await expect(son.getByLabel("Επώνυμο")).toHaveValue("Γιασεμίδης");
  await son.getByLabel("Όνομα", { exact: true }).fill("Θωμάς");
  await goOn(page);
  await expect(page.getByText("Γιασεμίδου Φωτεινή, Γιασεμίδης Θωμάς")).toBeVisible();
  await confirmed(page, "foteini@example.gr");
  await expect(page.locator(".slip")).toContainText(`Άτομο 1–2: ${SIGNATURE}`);
  const { rows } = await own.sql.query(
    "select jsonb_array_length(companions) as others from appointment where email = 'foteini@example.gr' and live",
  );
  expect(rows).toEqual([{ others: 2 }]);
});

test("three papers for one person, on a narrow phone: each page is accessible and says how long it takes", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 700 } })).newPage();
  await toThePeople(page);
  for (const words of ["επικυρωση αντιγραφων", "οικογενειακη κατασταση"]) {
    await page.getByRole("link", { name: /^Κι άλλη υπηρεσία ?: Άτομο 1/ }).click();
    await page.getByLabel("Υπηρεσία, με δικά σας λόγια").fill(words);
    await page.getByRole("button", { name: "Αναζήτηση" }).click();
    await page.locator(".found h2 a").first().click();
  }
  await expect(page.getByRole("link", { name: /^Κι άλλη υπηρεσία ?: Άτομο 1/ })).toHaveCount(0);
  await expect(page.locator(".note").last()).toContainText("συνεχόμενα");
  await atEveryWidth(page, "who comes and what for");
  await expectWordsApart(page, "who comes and what for");
  await page.setViewportSize({ width: 320, height: 700 });
  await page.getByRole("button", { name: "Προσθήκη ατόμου" }).click();
  await page.getByRole("link", { name: /^Αφαίρεση ?: .*Άτομο 2$/ }).click();
  await toWhoComes(page);
  await atEveryWidth(page, "times of several services");
  await page.locator(".times button").last().click();
  await page.getByLabel("Επώνυμο").fill("Βερικόκης");
  await page.getByLabel("Όνομα", { exact: true }).fill("Λουκάς");
  await goOn(page);
  await confirmed(page, "loukas@example.gr");
  await atEveryWidth(page, "the slip of several services");
});

test("without a script, on a narrow phone: three together are longer than the office is open, which is said first, with what helps", async ({
  browser,
}) => {
  await own.sql.query(
    "delete from queue_hours using office where office.id = office_id and code = '9904' and not (weekday = any ('{1,2,3,4,5}'))",
  );
  await own.sql.query(
    `update queue_hours set opens_minute = 480, closes_minute = 490 from office
     where office.id = office_id and code = '9904'`,
  );
  await own.sql.query(
    "update office set phone = '+302105550144', settings_version = settings_version + 1 where code = '9904'",
  );
  const context = { viewport: { width: 320, height: 700 }, hasTouch: true, javaScriptEnabled: false };
  const page = await (await browser.newContext(context)).newPage();
  await page.goto(`${own.url}/book/together?service=signature-certification&office=9904`);
  await page.getByRole("button", { name: "Προσθήκη ατόμου" }).click();
  await page.getByRole("button", { name: "Προσθήκη ατόμου" }).click();
  await expect(page.locator(".note").last()).toContainText("κλείνουν μέσω διαδικτύου έως");
  await expect(page.getByRole("link", { name: "210 555 0144" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Συνέχεια" })).toHaveCount(0);
  const service = new URL(page.url()).searchParams.get("service") ?? "";
  for (const part of ["days", "notify"]) {
    await page.goto(`${own.url}/book/offices/9904/${part}?service=${encodeURIComponent(service)}`);
    await expect(page.getByRole("heading", { name: "Δεν χωρούν όλα σε ένα ραντεβού" })).toBeVisible();
    await expect(page.getByText("Χρειάζονται 15 λεπτά συνεχόμενα")).toBeVisible();
    await expect(page.getByRole("link", { name: "210 555 0144" })).toBeVisible();
  }
  const said = await browser.newPage();
  await said.goto(page.url());
  await atEveryWidth(said, "longer than anything is open");
  await page.goto(page.url().replace("notify", "days"));
  await page.getByRole("link", { name: "Αλλαγή ατόμων ή υπηρεσιών" }).click();
  await page.getByRole("link", { name: /^Αφαίρεση ?: .*Άτομο 3$/ }).click();
  await page.getByRole("link", { name: /^Αφαίρεση ?: .*Άτομο 2$/ }).click();
  await page.getByRole("link", { name: "Συνέχεια" }).click();
  await expect(page.locator(".cal td a").first()).toBeVisible();
});
