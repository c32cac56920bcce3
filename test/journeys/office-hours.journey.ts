import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";
import { expectWordsApart } from "./without-styles.ts";

/** The head says when the office is open; citizens read it, without a script. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const OFFICE = "9904";
const DAYS = ["Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή", "Σάββατο", "Κυριακή"];

async function openHours(page: Page): Promise<void> {
  await signIn(page, "rea", own.url);
  await page.getByRole("link", { name: "Το ΚΕΠ μου" }).click();
  await page.getByRole("navigation", { name: "Καρτέλες" }).getByRole("link", { name: /^Ώρες/ }).press("Enter");
  await expect(page.getByRole("heading", { name: "Ώρες κάθε εβδομάδας" })).toBeVisible();
}

const day = (page: Page, side: string, name: string) =>
  page.getByRole("textbox", { name: `${side}, ${name}`, exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Αποθήκευση: Ώρες" });

test("by keyboard: hours at the counter and by telephone, and what differs from the queues is told and not forbidden", async ({
  page,
}) => {
  await openHours(page);
  await day(page, "Θυρίδα", "Δευτέρα").focus();
  await page.keyboard.type("8-15");
  await page.keyboard.press("Tab");
  await page.keyboard.type("9-13");
  await page.keyboard.press("Tab");
  await page.keyboard.type("το πρωί");
  await page.keyboard.press("Enter");
  await expect(day(page, "Θυρίδα", "Τρίτη")).toBeFocused();
  await expect(page.getByText("Θυρίδα: Δεν διαβάζεται: «το πρωί».")).toBeVisible();
  await expect(day(page, "Θυρίδα", "Τρίτη")).toHaveValue("το πρωί");
  await atEveryWidth(page, "hours that can't be read");
  await day(page, "Θυρίδα", "Τρίτη").fill("8-15, 17-19");
  await page.getByRole("button", { name: "Προσθήκη ημέρας" }).click();
  const added = page.getByRole("group", { name: "1η ημέρα με άλλες ώρες" });
  await added.getByRole("textbox", { name: /^Από/ }).fill("24/12/2099");
  const christmas = page.getByRole("group", { name: /24 Δεκεμβρίου/ });
  await christmas.getByLabel("Θυρίδα").fill("κλειστό");
  await christmas.getByLabel("Αιτία").fill("Παραμονή");
  const differ = page.getByRole("region", { name: "Διαφέρουν από τις ουρές" });
  await expect(differ).toContainText("Ουρά 1, Τετάρτη: εξυπηρετεί 08:00–15:00, ενώ το ΚΕΠ θα φαίνεται κλειστό.");
  await expect(differ).toContainText("Τρίτη 17:00–19:00: το ΚΕΠ θα φαίνεται ανοιχτό");
  await save(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Ώρες")).toBeVisible();
  await expect(day(page, "Θυρίδα", "Τρίτη")).toHaveValue("08:00–15:00, 17:00–19:00");
  await atEveryWidth(page, "hours that are saved");
  const { rows } = await own.sql.query(
    "select counter_hours, telephone_hours, hours_exceptions from office where code = $1",
    [OFFICE],
  );
  expect(rows).toEqual([
    {
      counter_hours: "Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00",
      telephone_hours: "Mo 09:00-13:00",
      hours_exceptions: "2099-12-24|closed||Παραμονή",
    },
  ]);
  await page.getByRole("button", { name: "Αναίρεση: Ώρες" }).click();
  await expect(day(page, "Θυρίδα", "Τρίτη")).toHaveValue("");
  await expect(page.getByText("Καμία ημέρα.")).toBeVisible();
});

test("a colleague saved meanwhile: what was typed stays, and both are shown in words", async ({ page }) => {
  await openHours(page);
  await day(page, "Θυρίδα", "Δευτέρα").fill("8-14");
  await own.sql.query(
    "update office set counter_hours = 'Mo 09:00-12:00', settings_version = settings_version + 1 where code = $1",
    [OFFICE],
  );
  await save(page).click();
  await expect(page.getByText("Δευτέρα 09:00–12:00").first()).toBeVisible();
  await expect(day(page, "Θυρίδα", "Δευτέρα")).toHaveValue("8-14");
  await page.getByRole("button", { name: "Αποθήκευση με τις δικές μου αλλαγές" }).click();
  await expect(page.getByText("Αποθηκεύτηκε: Ώρες")).toBeVisible();
});

/** On whichever day this is run: a holiday closes every office */
const OPEN = /^Ανοιχτά τώρα, έως τις \d\d:00|^Κλειστά (τώρα|σήμερα)/;
const PHONE = { viewport: { width: 390, height: 780 }, javaScriptEnabled: false };

test("a citizen without a script reads whether it is open, when to call, or where to ask", async ({ browser }) => {
  const always = DAYS.map((_, index) => `${["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][index]} 00:00-24:00`).join("; ");
  const say = (counter: string | null, telephone: string | null) =>
    own.sql.query("update office set counter_hours = $2, telephone_hours = $3 where code = $1", [
      OFFICE,
      counter,
      telephone,
    ]);
  const page = await (await browser.newContext(PHONE)).newPage();
  const look = () => page.goto(`${own.url}/book/offices/${OFFICE}`);
  await say(null, null);
  await look();
  await expect(page.getByText("Ώρες: ρωτήστε στο τηλέφωνο 210 000 0904")).toBeVisible();
  await expect(page.getByText(/Ανοιχτά τώρα|Κλειστά τώρα/)).toHaveCount(0);
  await say(always, always);
  // What was read a second ago is still shown.
  await expect(async () => {
    await look();
    await expect(page.getByText(OPEN)).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(page.getByRole("row", { name: /^Δευτέρα έως Κυριακή/ })).toContainText("00:00–24:00");
  // To look into it needs a script, though the page has none.
  const same = await browser.newPage({ viewport: PHONE.viewport });
  await same.goto(page.url());
  await atEveryWidth(same, "an office that is open");
  await expectWordsApart(same, "an office that is open");
});
