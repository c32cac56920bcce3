import { expect } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { chooseService, countingKeyboard, expectTime, openPlan, writeNotes } from "./person.ts";

test("a clerk books for a citizen on the phone, by keyboard, in at most 60 keys", { tag: "@proof" }, async ({
  page,
}) => {
  await openPlan(page, "ilias");
  const keyboard = countingKeyboard(page);

  await keyboard.press("n");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
  await keyboard.press("Digit1");
  await expect(page.getByRole("radio", { name: /Ουρά 1/ }).first()).toBeChecked();
  await expect(page.getByLabel("Επώνυμο")).toBeFocused();
  await keyboard.type("Παπαδοπούλου");
  await keyboard.press("Tab");
  await keyboard.type("Ελένη");
  await keyboard.press("Tab");
  await keyboard.type("6944123456");
  await expect(page.getByText("Διαβάστε στον πολίτη")).toBeVisible();
  await keyboard.press("Control+Enter");

  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeHidden();
  expect(keyboard.keys()).toBeLessThanOrEqual(60);

  await page.keyboard.press("Control+z");
  await expect(page.getByText(/^Αναιρέθηκε/)).toBeVisible();
});

test("the next caller finds an empty form; what was typed for the one before waits beside it, with its time", async ({
  page,
}) => {
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await expectTime(page);
  await page.getByLabel("Επώνυμο").fill("Αϊβαλιώτη");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Αϊβαλιώτη");
  await writeNotes(page, "Θα φέρει και το παιδί");
  await page.keyboard.press("Alt+Digit2");
  const time = await page.getByRole("radio", { checked: true }).first().getAttribute("value");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε ως πρόχειρο.")).toBeVisible();
  await page.keyboard.press("n");
  await chooseService(page);
  await page.keyboard.type("Παππάς");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Παππάς");
  await expect(page.getByText(/^Πρόχειρο: ΑΪΒΑΛΙΩΤΗ, .*\d\d:\d\d$/)).toBeVisible();
  await atEveryWidth(page, "a draft of the caller before");
  await page.getByRole("button", { name: /^Συνέχεια: ΑΪΒΑΛΙΩΤΗ/ }).press("Enter");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Αϊβαλιώτη");
  await expectTime(page);
  expect(await page.getByRole("radio", { checked: true }).first().getAttribute("value")).toBe(time);
  await page.getByRole("button", { name: /^Διαγραφή προχείρου: ΠΑΠΠΑΣ/ }).press("Enter");
  await expect(page.getByText(/^Πρόχειρο: ΠΑΠΠΑΣ/)).toHaveCount(0);
  await page.getByRole("button", { name: "Αναίρεση: Διαγραφή προχείρου" }).press("Enter");
  await expect(page.getByText(/^Πρόχειρο: ΠΑΠΠΑΣ/)).toBeVisible();
  await expect(page.getByLabel("Σημειώσεις")).toHaveValue("Θα φέρει και το παιδί");
  await page.getByRole("button", { name: "Καθαρισμός" }).click();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("");
});

test("the key of the plan works on a Greek keyboard, and never while she types", async ({ page }) => {
  await openPlan(page, "ilias");
  await page.keyboard.down("KeyN");
  await page.keyboard.up("KeyN");
  await chooseService(page);
  await page.getByLabel("Επώνυμο").pressSequentially("νn[t?");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("νn[t?");
});

test("whoever goes on to another field while the form is on its way goes on typing there, and no letter is lost", async ({
  page,
}) => {
  const code = Promise.withResolvers<void>();
  await page.route(/assets\/appointment-panel.*\.js/, (route) => code.promise.then(() => route.continue()));
  await openPlan(page, "ilias");
  const search = page.getByRole("searchbox", { name: "Εύρεση προσώπου" });
  await page.keyboard.press("n");
  await page.keyboard.type("Παπα");
  await search.click();
  code.resolve();
  await expectTime(page);
  await page.keyboard.type("Αντωνίου");
  await expect(search).toHaveValue("Αντωνίου");
  await page.keyboard.press("Escape");
  await expect(page.locator("[name=lastName]")).toHaveValue("Παπα");
});
