import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** The ministry accredits a system of others, gives it keys and takes them back; its program books with them. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const dialog = (page: Page) => page.getByRole("dialog");
const keyIn = async (page: Page) =>
  (await dialog(page)
    .getByText(/^visits_/)
    .textContent()) as string;
const statusWith = async (key: string) => {
  const address = `${own.url}/api/public/v1/partner/appointments/00000000-0000-4000-8000-000000000000`;
  return (await fetch(address, { headers: { authorization: `Bearer ${key}` } })).status;
};

test("by keyboard: accredited, its key shown once, a second one, the first one revoked; in the history of the ministry", async ({
  page,
}) => {
  await signIn(page, "athina", own.url);
  await page.getByRole("link", { name: "Διαπιστευμένα συστήματα" }).press("Enter");
  await expect(page.getByText("Κανένα ακόμη.", { exact: false })).toBeVisible();
  await atEveryWidth(page, "no system yet");

  await page.getByRole("button", { name: "Νέο σύστημα" }).press("Enter");
  await page.keyboard.type("Δήμος Λευκωπού, ιστοσελίδα");
  await page.keyboard.press("Tab");
  await page.keyboard.type("http://notices.example.gr/");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("Γράψτε διεύθυνση που αρχίζει με https://", { exact: false })).toBeVisible();
  await expect(dialog(page).getByLabel("Διεύθυνση ειδοποιήσεων")).toBeFocused();
  await atEveryWidth(page, "a new system with a fault");
  await dialog(page).getByLabel("Διεύθυνση ειδοποιήσεων").fill("https://notices.example.gr/visits");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveAccessibleName("Το σύστημα «Δήμος Λευκωπού, ιστοσελίδα» είναι έτοιμο");
  await expect(dialog(page).getByText(/^whsec_/)).toBeVisible();
  const first = await keyIn(page);
  await atEveryWidth(page, "a key that is shown once");
  // Pressed once too often, it is still there.
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText(first)).toBeVisible();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const [secret, begins] of [
    ["Κλειδί", "visits_"],
    ["Μυστικό της υπογραφής", "whsec_"],
  ] as const) {
    await dialog(page)
      .getByRole("button", { name: `Αντιγραφή: ${secret}` })
      .press("Enter");
    await expect(dialog(page).getByRole("status")).toHaveText(`Αντιγράφηκε: ${secret}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`^${begins}`));
  }
  await dialog(page).getByRole("button", { name: "Εντάξει" }).press("Enter");
  expect(await statusWith(first)).toBe(404);

  await page.getByRole("button", { name: "Νέο κλειδί: Δήμος Λευκωπού, ιστοσελίδα" }).press("Enter");
  await expect(dialog(page)).toHaveAccessibleName("Νέο κλειδί για «Δήμος Λευκωπού, ιστοσελίδα»");
  const second = await keyIn(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: `Ανάκληση κλειδιού …${first.slice(-4)}` }).press("Enter");
  await atEveryWidth(page, "a key that is to be revoked");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Ανακλήθηκε το κλειδί …${first.slice(-4)}`)).toBeVisible();
  expect([await statusWith(first), await statusWith(second)]).toEqual([401, 404]);
  await page.getByRole("button", { name: `Ανάκληση κλειδιού …${second.slice(-4)}` }).press("Enter");
  await expect(dialog(page).getByText("Είναι το μόνο κλειδί του", { exact: false })).toBeVisible();
  await page.keyboard.press("Escape");
  await atEveryWidth(page, "a system with a key and one that was revoked");

  await page.getByRole("link", { name: "Ιστορικό" }).click();
  await expect(page.getByText("Ανάκληση κλειδιού συστήματος: Δήμος Λευκωπού, ιστοσελίδα")).toBeVisible();
  await expect(page.getByText("Νέο διαπιστευμένο σύστημα: Δήμος Λευκωπού, ιστοσελίδα")).toBeVisible();
});

test("a system that the operator has wait says so beside its name, and what that means for it", async ({ page }) => {
  await own.sql.query("update partner set paused_at = now()");
  await signIn(page, "athina", `${own.url}/ministry/partners`);
  const row = page.getByRole("row", { name: /^Δήμος Λευκωπού, ιστοσελίδα/ });
  await expect(row.getByText(/^Σε παύση από \d+\/\d+\/\d{4}, \d\d:\d\d: ό,τι ζητά απορρίπτεται/)).toBeVisible();
  await atEveryWidth(page, "a system that is paused");
  await own.sql.query("update partner set paused_at = null");
  await page.reload();
  await expect(row).toBeVisible();
  await expect(page.getByText(/Σε παύση/)).toHaveCount(0);
});

test("another address of notices, by two at once: the second one is told, and what they typed is kept", async ({
  page,
  browser,
}) => {
  await signIn(page, "athina", own.url);
  await page.goto(`${own.url}/ministry/partners`);
  const change = "Αλλαγή ειδοποιήσεων: Δήμος Λευκωπού, ιστοσελίδα";
  await page.getByRole("button", { name: change }).click();
  await dialog(page).getByLabel("Διεύθυνση ειδοποιήσεων").fill("https://one.example.gr/");

  const other = await (await browser.newContext()).newPage();
  await signIn(other, "athina", own.url);
  await other.goto(`${own.url}/ministry/partners`);
  await other.getByRole("button", { name: change }).click();
  await dialog(other).getByLabel("Διεύθυνση ειδοποιήσεων").fill("https://two.example.gr/");
  await dialog(other).getByRole("button", { name: "Αποθήκευση" }).click();
  await expect(dialog(other)).toHaveAccessibleName("Νέο μυστικό για «Δήμος Λευκωπού, ιστοσελίδα»");
  await dialog(other).getByRole("button", { name: "Εντάξει" }).click();
  await expect(other.getByText("https://two.example.gr/")).toBeVisible();

  await dialog(page).getByRole("button", { name: "Αποθήκευση" }).click();
  await expect(dialog(page).getByRole("region").getByText("https://two.example.gr/", { exact: false })).toBeVisible();
  await expect(dialog(page).getByLabel("Διεύθυνση ειδοποιήσεων")).toHaveValue("https://one.example.gr/");
  await atEveryWidth(page, "an address that a colleague has changed");
  await dialog(page).getByRole("button", { name: "Αποθήκευση" }).click();
  await dialog(page).getByRole("button", { name: "Εντάξει" }).click();
  await expect(page.getByText("https://one.example.gr/")).toBeVisible();
});

test("without a connection nothing is lost; an employee of an office is told whose page it is; in English too", async ({
  page,
  browser,
}) => {
  await signIn(page, "athina", own.url);
  await page.goto(`${own.url}/ministry/partners`);
  await page.getByRole("button", { name: "Νέο σύστημα" }).click();
  await dialog(page).getByLabel("Όνομα").fill("Δήμος Ελαιώνα");
  await page.context().setOffline(true);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await expect(dialog(page).getByLabel("Όνομα")).toHaveValue("Δήμος Ελαιώνα");
  await page.context().setOffline(false);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Accredited systems");
  await atEveryWidth(page, "accredited systems in English");

  const clerk = await (await browser.newContext()).newPage();
  await signIn(clerk, "ilias", own.url);
  await clerk.goto(`${own.url}/ministry/partners`);
  await expect(clerk.getByText("Σελίδα του Υπουργείου")).toBeVisible();
});
