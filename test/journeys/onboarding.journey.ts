import { type Browser, expect, type Page } from "@playwright/test";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";
import { expectTime } from "./person.ts";
import { pressArmed } from "./press-armed.ts";

/** «Ένταξη του ΚΕΠ»: the head of an empty office does the four actions, then submits, once; the ministry sees it. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
  await own.sql.query("delete from onboarding_step using office where office.id = office_id and code = '9904'");
});
test.afterAll(() => own.close());

test.describe.configure({ mode: "serial" });

const side = (page: Page) => page.getByRole("link", { name: /^Ένταξη: / });
const open = (page: Page) => side(page).click();
const action = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name }).first();
const submit = (page: Page) => page.getByRole("button", { name: "Οριστική υποβολή" });

/** The ministry's page, at the offices of the one regional unit. */
async function openNation(browser: Browser): Promise<Page> {
  const page = await own.openAs(browser, "athina", "../../ministry");
  await expect(page.getByRole("heading", { name: "Ένταξη ανά περιφέρεια" })).toBeVisible();
  return page;
}
const stageOf = (page: Page) => page.getByRole("row", { name: /Νεόκτιστου/ });

test("by keyboard: four actions, each ticked by itself; then the questionnaire opens", async ({ browser }) => {
  const page = await own.openAs(browser, "rea");
  await expect(side(page)).toHaveText("Ένταξη: 1 από 4");
  await open(page);
  await expect(page.getByRole("heading", { name: "Ένταξη του ΚΕΠ στην πλατφόρμα" })).toBeVisible();
  await expect(action(page, "Σύνδεση στην πλατφόρμα")).toContainText(/Ολοκληρώθηκε .*, Ρέα Νεοχωρίτη/);
  await expect(action(page, "Προβολή και προσθήκη ραντεβού")).toContainText("Προσθήκη, εκκρεμεί");
  await expect(
    page.getByText("Ανοίγει μόλις ολοκληρωθούν οι 3 ενέργειες που λείπουν.", { exact: false }),
  ).toBeVisible();
  await expect(submit(page)).toHaveCount(0);
  await atEachOfThreeWidths(page, "one action of four");

  await page.getByRole("link", { name: "Προσθήκη ραντεβού" }).press("Enter");
  await page.getByLabel("Επώνυμο").fill("Δοκιμαστική");
  await page.getByLabel("Όνομα", { exact: true }).fill("Άννα");
  await expectTime(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  await expect(side(page)).toHaveText("Ένταξη: 2 από 4");

  const [sheet] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Control+p")]);
  await sheet.waitForLoadState();
  await sheet.close();
  await expect(side(page)).toHaveText("Ένταξη: 3 από 4");

  await open(page);
  await expect(page.getByRole("status").getByText("3 από 4 ενέργειες ολοκληρώθηκαν")).toBeVisible();
  await page.getByRole("link", { name: "Προσθήκη ουράς" }).press("Enter");
  await page.getByRole("button", { name: "Νέα ουρά" }).press("Enter");
  await page.getByRole("button", { name: "Νέα ουρά, ενεργή από σήμερα" }).press("Enter");
  await expect(side(page)).toHaveText("Ένταξη: 4 από 4");
  await open(page);
  await expect(submit(page)).toBeVisible();
  await atEachOfThreeWidths(page, "the questionnaire");
});

test("two windows: a draft is kept, what both changed is shown, and the ministry sees the office turn green", async ({
  browser,
}) => {
  const [page, beside] = [
    await own.openAs(browser, "rea", "onboarding"),
    await own.openAs(browser, "rea", "onboarding"),
  ];
  await expect(page.getByLabel("Πόσοι υπάλληλοι εξυπηρετούν με ραντεβού;")).toHaveValue("4");
  await submit(page).press("Enter");
  await expect(page.getByText("Διορθώστε 3 πεδία για να συνεχίσετε")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Ναι", exact: true })).toBeFocused();
  await expect(page.getByText("Επιβεβαιώστε το για να υποβληθεί το ερωτηματολόγιο.")).toBeVisible();
  await atEachOfThreeWidths(page, "answers missing");

  await page.getByRole("radio", { name: "Ναι", exact: true }).check();
  await page.getByRole("radio", { name: "Λίγες" }).check();
  await page.getByRole("textbox", { name: /^Παρατηρήσεις/ }).fill("Ο εκτυπωτής");
  await page.getByRole("button", { name: "Αποθήκευση πρόχειρου" }).press("Enter");
  await expect(page.getByText("Το πρόχειρο αποθηκεύτηκε.")).toBeVisible();
  await expect(beside.getByRole("radio", { name: "Λίγες" })).toBeChecked();

  await beside.getByRole("textbox", { name: /^Παρατηρήσεις/ }).fill("Το δίκτυο");
  await page.getByRole("textbox", { name: /^Παρατηρήσεις/ }).fill("Ο εκτυπωτής και το ωράριο");
  await page.getByRole("button", { name: "Αποθήκευση πρόχειρου" }).press("Enter");
  await expect(
    beside.getByText(/^Παρατηρήσεις: ήταν «Ο εκτυπωτής», τώρα είναι «Ο εκτυπωτής και το ωράριο»/),
  ).toBeVisible();
  await atEachOfThreeWidths(beside, "overtaken");

  const nation = await openNation(browser);
  await nation.getByRole("link", { name: "Επινοημένη Περιφέρεια" }).press("Enter");
  await nation.getByRole("link", { name: "Επινοημένη Ενότητα Δύσης" }).press("Enter");
  await expect(stageOf(nation)).toContainText("Σε εξέλιξη");
  await page.getByRole("checkbox", { name: /^Επιβεβαιώνω ότι το ΚΕΠ Νεόκτιστου/ }).check();
  await submit(page).press("Enter");
  await expect(stageOf(nation)).toContainText("Ολοκλήρωσε", { timeout: 2_000 });
  await expect(page.getByText(/^Το ερωτηματολόγιο υποβλήθηκε στις .*, από: Ρέα Νεοχωρίτη\.$/)).toBeVisible();
  await expect(submit(page)).toHaveCount(0);
  // The button that was pressed is gone.
  await expect(page.locator("#questionnaire")).toBeFocused();
  await expect(side(page)).toHaveCount(0);
  await atEachOfThreeWidths(page, "submitted");
  // In the other window what was typed can't be sent any more.
  await expect(beside.getByText(/^Το ερωτηματολόγιο υποβλήθηκε στις/)).toBeVisible();
});

test("a clerk sees the actions, not the answers; the office's page leads there", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias", "settings");
  await page.getByRole("link", { name: "Ένταξη στην πλατφόρμα: 4 από 4" }).click();
  await expect(page.getByText(/^Το ερωτηματολόγιο υποβλήθηκε στις/)).toBeVisible();
  await expect(page.getByText("Ο εκτυπωτής και το ωράριο")).toHaveCount(0);
});

test("the ministry goes from regions to offices, and asks one for a new questionnaire with a reason", async ({
  browser,
}) => {
  const nation = await openNation(browser);
  await expect(nation.getByText("από 4 ΚΕΠ", { exact: true })).toBeVisible();
  await atEachOfThreeWidths(nation, "regions");
  await nation.getByRole("link", { name: "Επινοημένη Περιφέρεια" }).click();
  await atEachOfThreeWidths(nation, "regional units");
  await nation.getByRole("link", { name: "Επινοημένη Ενότητα Δύσης" }).click();
  await atEachOfThreeWidths(nation, "offices");
  await nation.getByRole("button", { name: "Νέο ερωτηματολόγιο: ΚΕΠ Νεόκτιστου" }).press("Enter");
  const dialog = nation.getByRole("dialog");
  await dialog.getByRole("button", { name: "Να υποβληθεί νέο" }).press("Enter");
  await expect(dialog.getByText("Συμπληρώστε το πεδίο.")).toBeVisible();
  await dialog.getByLabel("Αιτιολογία").fill("Άλλαξαν οι υπάλληλοι");
  await atEachOfThreeWidths(nation, "a reset");
  const head = await own.openAs(browser, "rea", "onboarding");
  await dialog.getByLabel("Αιτιολογία").press("Enter");
  await expect(nation.getByText("Ζητήθηκε νέο ερωτηματολόγιο: ΚΕΠ Νεόκτιστου")).toBeVisible();
  await expect(stageOf(nation)).toContainText("Σε εξέλιξη");
  await expect(head.getByText(/^Το Υπουργείο ζητά νέο ερωτηματολόγιο .*: Άλλαξαν οι υπάλληλοι$/)).toBeVisible();
  await expect(submit(head)).toBeVisible();
  await nation.getByRole("link", { name: "Ιστορικό" }).click();
  await expect(nation.getByRole("row", { name: /Νέο ερωτηματολόγιο: 9904/ })).toContainText("Άλλαξαν οι υπάλληλοι");
});

test("public appointments are closed and opened by the ministry, seen before", async ({ browser }) => {
  const nation = await own.openAs(browser, "athina", "../../ministry/public-booking");
  await nation.getByRole("button", { name: "Κλείσιμο δημόσιων ραντεβού: Όλη η χώρα" }).press("Enter");
  await expect(nation.getByText(/^Κλείνουν σε 4\sΚΕΠ\.$/)).toBeVisible();
  await atEachOfThreeWidths(nation, "closing");
  await pressArmed(nation.getByRole("button", { name: "Ναι, να κλείσουν" }));
  await expect(nation.getByRole("heading", { name: "Κλειστά παντού" })).toBeVisible();
  await atEachOfThreeWidths(nation, "closed everywhere");
  await nation.getByRole("button", { name: "Άνοιγμα δημόσιων ραντεβού" }).press("Enter");
  await nation.getByLabel("Πού").selectOption("Επινοημένη Περιφέρεια");
  await nation.getByRole("button", { name: "Δείτε ποιους επηρεάζει" }).press("Enter");
  await expect(nation.getByText(/^Ανοίγουν σε 4\sΚΕΠ\./)).toBeVisible();
  await atEachOfThreeWidths(nation, "opening");
  await pressArmed(nation.getByRole("button", { name: /^Άνοιγμα σε 4/ }));
  await expect(nation.getByRole("row", { name: /^Επινοημένη Περιφέρεια/ })).toBeVisible();
  await atEachOfThreeWidths(nation, "open in a region");
});

test("other questions are seen before they hold, and a file that was made from older ones is refused", async ({
  browser,
}) => {
  const nation = await own.openAs(browser, "athina", "../../ministry/questions");
  await expect(nation.getByRole("heading", { name: "Ισχύει η έκδοση 1" })).toBeVisible();
  await expect(nation.getByText("Επιβεβαιώνω ότι το ΚΕΠ … καταγράφει")).toBeVisible();
  const { body } = await own.ministry.ask("GET", "/api/ministry/questions");
  const choose = (name: string, content: string) =>
    nation
      .getByLabel("Επιλογή νέου αρχείου")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await choose("broken.json", "{");
  await expect(nation.getByText(/^Το αρχείο δεν διαβάζεται ως ερωτηματολόγιο/)).toBeVisible();
  await choose("older.json", JSON.stringify({ ...body, version: 7 }));
  await nation.getByRole("button", { name: "Να ισχύσει η έκδοση 2" }).click();
  await expect(nation.getByText(/^Στο μεταξύ ισχύουν άλλες ερωτήσεις: η έκδοση 1\./)).toBeVisible();
  await atEachOfThreeWidths(nation, "questions refused");
  await choose("newer.json", JSON.stringify({ ...body, questions: body.questions.slice(0, 1) }));
  await nation.getByRole("button", { name: "Να ισχύσει η έκδοση 2" }).click();
  await expect(nation.getByRole("heading", { name: "Ισχύει η έκδοση 2" })).toBeVisible();
});
