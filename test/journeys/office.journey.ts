import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn, signInBeside } from "./person.ts";

/** «Το ΚΕΠ μου»: on a platform of its own, for it changes what everybody else books by. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const OFFICE = "9904";
const SIGNATURE = "Βεβαίωση γνησίου υπογραφής";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const minutesOf = (page: Page, service: string) => page.getByRole("textbox", { name: `Διάρκεια (λεπτά) ${service}` });
const saveContact = (page: Page) => page.getByRole("button", { name: "Αποθήκευση: Στοιχεία" });

async function openOffice(page: Page, userid: string): Promise<void> {
  await signIn(page, userid, own.url);
  await page.getByRole("link", { name: "Το ΚΕΠ μου" }).click();
  await expect(page.getByRole("heading", { name: "Το ΚΕΠ μου" })).toBeVisible();
  await expect(section(page, "Επικοινωνία")).toBeVisible();
}

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Καρτέλες" }).getByRole("link", { name: new RegExp(`^${name}`) });

test("by keyboard: the head changes a length and takes a service away, and the next booking obeys", {
  tag: "@proof",
}, async ({ page }) => {
  await openOffice(page, "rea");
  await tab(page, "Υπηρεσίες").press("Enter");
  await page.getByLabel("Αναζήτηση υπηρεσίας").fill("υπογραφης");
  await expect(page.getByText("1 υπηρεσία", { exact: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(minutesOf(page, SIGNATURE)).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("25");
  await expect(page.getByText(/^Στην πράξη/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Αποθηκεύτηκε: Υπηρεσίες")).toBeVisible();
  await page.getByLabel("Αναζήτηση υπηρεσίας").fill("γεμη");
  const offered = page.getByRole("switch");
  await offered.focus();
  await page.keyboard.press("Space");
  await expect(offered).toHaveAttribute("aria-checked", "false");
  await page.getByRole("button", { name: "Αποθήκευση: Υπηρεσίες" }).press("Enter");
  await expect(page.getByText("αλλαγή δεν έχει αποθηκευτεί")).toBeHidden();

  await page.getByRole("link", { name: "Ραντεβού", exact: true }).click();
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await page.keyboard.press("n");
  const services = page.getByRole("listbox", { name: "Υπηρεσία" });
  await page.keyboard.press("0");
  await expect(services.getByRole("option", { name: `${SIGNATURE} 25′` })).toHaveCount(1);
  await expect(services.getByRole("option", { name: /ΓΕΜΗ/ })).toHaveCount(0);
});

test("nothing typed is lost: without network, after the session, and on the way out", async ({ page, context }) => {
  await openOffice(page, "rea");
  await page.getByLabel("Διεύθυνση").fill("Οδός Υπομονής 7");
  await context.setOffline(true);
  await saveContact(page).click();
  await expect(page.getByText("Δεν ήρθε απάντηση.", { exact: false })).toBeVisible();
  await context.setOffline(false);
  await context.clearCookies({ name: "__Host-session" });
  // Back on the network the page may hear that the session is over before anybody presses.
  await expect(async () => {
    if (await saveContact(page).isVisible()) await saveContact(page).click({ timeout: 1_000 });
    await expect(page.getByRole("heading", { name: "Η σύνδεσή σας έληξε" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await signInBeside(page, "rea");
  await page.getByRole("link", { name: "Ραντεβού", exact: true }).click();
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Το ΚΕΠ μου" }).click();
  await expect(page.getByLabel("Διεύθυνση")).toHaveValue("Οδός Υπομονής 7");
  // Sooner than by itself
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε", { exact: false })).toBeHidden({ timeout: 3_000 });
  await expect(page.getByText("Αυτά είχατε γράψει πριν φύγετε.", { exact: false })).toBeVisible();
  await atEveryWidth(page, "found again");
  await saveContact(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
  await page.getByRole("link", { name: "Ραντεβού", exact: true }).click();
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
});

test("tabs are addresses: a link leads to one, back to the one before, and what is typed in another stays and is counted", async ({
  page,
}) => {
  await openOffice(page, "rea");
  await page.getByLabel("Διεύθυνση").fill("Οδός Υπομονής 8");
  await expect(page.getByText(/^Ήταν: /)).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const name of ["Υπηρεσίες", "Διαδίκτυο", "E-mail", "Είσοδος", "Σειρά", "Προσωπικό"]) {
    await tab(page, name).press("Enter");
    await expect(tab(page, name)).toHaveAttribute("aria-current", "page");
    await expect(tab(page, name)).toBeFocused();
    await expect(page.locator(".settings h2")).not.toHaveCount(0);
    // What stands there while a part loads may be taller for a moment.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollHeight), { message: name })
      .toBeLessThan(1.25 * 768);
    await expect(page.getByRole("button", { name: /^Αποθήκευση/ })).toHaveCount(name === "Προσωπικό" ? 0 : 1);
    await atEveryWidth(page, `the tab ${name}`);
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  await expect(tab(page, "Στοιχεία")).toHaveText(/^Στοιχεία 1.αλλαγή$/);
  await page.goBack();
  await expect(tab(page, "Σειρά")).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/\/settings\?tab=line$/);
  await page.goto(`${own.url}/offices/${OFFICE}/settings?tab=no-such`);
  await expect(tab(page, "Στοιχεία")).toHaveAttribute("aria-current", "page");
  await tab(page, "E-mail").click();
  await page.reload();
  await expect(page.getByLabel("Ώρα υπενθύμισης")).toBeVisible();
  await page.getByRole("link", { name: "οι ρυθμίσεις μου" }).click();
  await expect(page.getByRole("heading", { name: /Οι ρυθμίσεις μου/ })).toBeFocused();
  await atEveryWidth(page, "her own settings");
});
