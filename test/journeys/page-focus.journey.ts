import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";
import { pressArmed } from "./press-armed.ts";

/** Where the keyboard and a screen reader are after a change of page or a finished act, where heads and the ministry rule. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const dialog = (page: Page) => page.getByRole("dialog");
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

test("the ministry: each page is heard by its name, and so is each part of the country", async ({ page }) => {
  await signIn(page, "athina", own.url);
  const sections = page.getByRole("navigation", { name: "Τι ρυθμίζετε" });
  for (const name of [
    "Κλεισίματα",
    "Αργίες",
    "Κατάλογος υπηρεσιών",
    "E-mail",
    "Διατήρηση στοιχείων",
    "Ιστορικό",
    "Αρχική",
  ]) {
    await sections.getByRole("link", { name }).press("Enter");
    await expect(heading(page, new RegExp(`^Ρυθμίσεις για όλα τα ΚΕΠ ${name}$`))).toBeFocused();
  }
  await expectAccessible(page, "the heading has the focus");
  await sections.getByRole("link", { name: "Αργίες" }).press("Enter");
  const year = Temporal.Now.plainDateISO("Europe/Athens").year + 1;
  await page.getByRole("link", { name: new RegExp(`${year}$`) }).press("Enter");
  await expect(heading(page, `Αργίες του ${year}`)).toBeFocused();
  await sections.getByRole("link", { name: "Αρχική" }).press("Enter");
  await expect(heading(page, /Ρυθμίσεις για όλα τα ΚΕΠ Αρχική$/)).toBeFocused();
  await page.getByRole("link", { name: "Επινοημένη Περιφέρεια" }).press("Enter");
  await expect(heading(page, "Ένταξη ανά περιφερειακή ενότητα: Επινοημένη Περιφέρεια")).toBeFocused();
  await page.getByRole("link", { name: "Επινοημένη Ενότητα Δύσης" }).press("Enter");
  await expect(heading(page, "ΚΕΠ: Επινοημένη Ενότητα Δύσης")).toBeFocused();
  await page.getByRole("link", { name: "Όλες οι περιφέρειες" }).press("Enter");
  await expect(heading(page, "Ένταξη ανά περιφέρεια")).toBeFocused();
});

test("the ministry: a finished act leads back to what asked for it, or to the heading of where that was", async ({
  page,
}) => {
  await signIn(page, "athina", `${own.url}/ministry/closures`);
  const add = page.getByRole("button", { name: "Νέο κλείσιμο", exact: true });
  await add.press("Enter");
  await dialog(page).getByLabel("Από ημέρα").fill("2030-03-20");
  await dialog(page).getByRole("textbox", { name: "Αιτιολογία" }).fill("Απογραφή");
  await dialog(page).getByRole("textbox", { name: "Αιτιολογία" }).press("Enter");
  await pressArmed(dialog(page).getByRole("button", { name: "Κλείσιμο 4 ΚΕΠ" }));
  await expect(dialog(page)).toHaveCount(0);
  await expect(add).toBeFocused();
  await page.getByRole("button", { name: "Αφαίρεση: Απογραφή" }).press("Enter");
  await pressArmed(dialog(page).getByRole("button", { name: "Ναι, να αφαιρεθεί" }));
  await expect(heading(page, /Ρυθμίσεις για όλα τα ΚΕΠ/)).toBeFocused();
  await expect(page.getByRole("status").getByText("Αφαιρέθηκε το κλείσιμο: Απογραφή")).toBeVisible();
});

test("the queues and the settings: the page is heard, and after an act the keyboard is where it was, or at the heading", async ({
  page,
}) => {
  await signIn(page, "rea", `${own.url}/offices/9904/days/2030-03-20`);
  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
  await expect(heading(page, /Διαχείριση ουρών εξυπηρέτησης/)).toBeFocused();
  await page.getByRole("link", { name: "Το ΚΕΠ μου" }).click();
  await expect(page).toHaveURL(/\/settings/);
  await expect(page.locator("#main h1")).toBeFocused();
  const save = page.getByRole("button", { name: /^Αποθήκευση/ }).first();
  await save.press("Enter");
  await expect(save).toBeFocused();

  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
  await page.getByRole("link", { name: "Νέα εξαίρεση" }).first().press("Enter");
  await page.getByLabel("Ημερομηνία", { exact: true }).fill("2030-03-20");
  await pressArmed(page.getByRole("button", { name: /^Προσθήκη εξαίρεσης/ }));
  await expect(heading(page, /Τετάρτη 20 Μαρτίου/).first()).toBeFocused();
  await expect(page.getByRole("status").getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
  await page
    .getByRole("button", { name: /^Αφαίρεση/ })
    .first()
    .press("Enter");
  await expect(page.getByRole("status").getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  await expect(
    heading(page, /Διαχείριση ουρών εξυπηρέτησης|Προσεχείς εξαιρέσεις/).and(page.locator(":focus")),
  ).toBeVisible();
});

test("the frame of a focused card lies outside of it: it leaves the time free", async ({ page }) => {
  await signIn(page, "nefeli", own.url);
  const card = page.locator(".card > a").first();
  await expect(async () => {
    if (!(await card.isVisible())) await page.keyboard.press("[");
    await expect(card).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await card.focus();
  await page.keyboard.press("Shift");
  expect(await card.evaluate((link) => getComputedStyle(link).boxShadow)).not.toMatch(/inset|none/);
});
