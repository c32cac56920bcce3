import { expect } from "@playwright/test";
import { test } from "./journey.ts";
import { countingKeyboard, openPlan } from "./person.ts";

test("a clerk books for a citizen on the phone, by keyboard, in at most 60 keys", async ({ page }) => {
  await openPlan(page, "ilias");
  const keyboard = countingKeyboard(page);

  await keyboard.press("n");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
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

test("what she typed comes back when she looks at the plan in between", async ({ page }) => {
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await page.getByLabel("Επώνυμο").fill("Αϊβαλιώτη");
  await page.getByLabel("Σημειώσεις").fill("Θα φέρει και το παιδί");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε ως πρόχειρο.")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Αϊβαλιώτη");
  await expect(page.getByLabel("Σημειώσεις")).toHaveValue("Θα φέρει και το παιδί");
  await page.getByRole("button", { name: "Καθαρισμός" }).click();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("");
});

test("the key of the plan works on a Greek keyboard, and never while she types", async ({ page }) => {
  await openPlan(page, "ilias");
  await page.keyboard.down("KeyN");
  await page.keyboard.up("KeyN");
  await expect(page.locator("[name=lastName]")).toBeFocused();
  await page.getByLabel("Επώνυμο").pressSequentially("νn[t?");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("νn[t?");
});
