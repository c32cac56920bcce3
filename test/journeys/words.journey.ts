import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** What people call the services: kept by the ministry, on a platform of its own, and found by citizens. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const trial = (page: Page) => page.getByRole("textbox", { name: "Δοκιμή, όπως ο πολίτης" });
const greek = (page: Page) => page.getByRole("textbox", { name: "Ελληνικά" });

async function openWords(page: Page): Promise<void> {
  await signIn(page, "athina", own.url);
  await page.getByRole("link", { name: "Κατάλογος υπηρεσιών" }).click();
  await page.getByRole("link", { name: "Πώς το λέει ο κόσμος" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Αναζητήσεις που δεν βρήκαν τίποτε" })).toBeVisible();
}

test("by keyboard: a word that nobody understood is given to a service, and citizens find it at once", async ({
  page,
}) => {
  await openWords(page);
  await trial(page).fill("σαράβαλο");
  await expect(page.getByText("Δεν βρίσκει τίποτε.")).toBeVisible();
  await atEveryWidth(page, "words of the people");
  await page.getByRole("searchbox", { name: "Αναζήτηση υπηρεσίας" }).fill("οχημ");
  await page.getByRole("link", { name: /^Μεταβίβαση οχήματος/ }).press("Enter");
  await expect(page.getByRole("heading", { name: "Μεταβίβαση οχήματος" })).toBeVisible();
  await greek(page).press("Control+End");
  await page.keyboard.type("\nσαράβαλο");
  await page.getByRole("button", { name: "Αποθήκευση λέξεων" }).press("Enter");
  await expect(page.getByText("Αποθηκεύτηκαν οι λέξεις: Μεταβίβαση οχήματος")).toBeVisible();
  await trial(page).fill("σαραβαλα");
  await expect(page.getByText("Μεταβίβαση οχήματος, από «σαράβαλο»")).toBeVisible();
  await page.goto(`${own.url}/book/services?q=saravalo`);
  await expect(page.getByRole("heading", { name: "Μεταβίβαση οχήματος" })).toBeVisible();
});

test("what five looked for in vain is shown, and one press says that it is a service", async ({ page }) => {
  for (let asker = 0; asker < 5; asker++)
    await own.sql.query("select count_missed_word('γκρουμουλ', $1)", [`192.0.2.${asker}`]);
  await own.sql.query("select keep_missed_word('γκρουμουλ', true)");
  await openWords(page);
  const home = page.getByRole("combobox", { name: "«γκρουμουλ» είναι η υπηρεσία" });
  await expect(page.getByText(/5\sφορές/)).toBeVisible();
  await home.selectOption("Δελτίο μετακίνησης");
  await atEveryWidth(page, "a word that found nothing");
  await page.getByRole("button", { name: "Προσθήκη: γκρουμουλ" }).press("Enter");
  await expect(page.getByText("Προστέθηκε: «γκρουμουλ»")).toBeVisible();
  await expect(home).toBeHidden();
  await expect(page.getByText("Καμία λέξη αυτόν τον μήνα και τον προηγούμενο.")).toBeVisible();
});

test("what KEP do not do is added, and says to citizens who does it", async ({ page }) => {
  await openWords(page);
  await page.getByRole("button", { name: "Δεν το κάνουν τα ΚΕΠ…" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Κωδικός" }).fill("fishing-licence");
  await dialog.getByRole("button", { name: "Αποθήκευση" }).press("Enter");
  await expect(dialog.getByRole("textbox", { name: "Ποιος το κάνει (Ελληνικά)" })).toBeFocused();
  await atEveryWidth(page, "who does it, at fault");
  await page.keyboard.type("Την άδεια ψαρέματος τη δίνει το Λιμεναρχείο.");
  await dialog.getByRole("textbox", { name: "Ελληνικά", exact: true }).fill("άδεια ψαρέματος\nψάρεμα");
  await dialog.getByRole("button", { name: "Αποθήκευση" }).press("Enter");
  await expect(page.getByText("Αποθηκεύτηκε ποιος το κάνει.")).toBeVisible();
  await page.getByRole("link", { name: /^Όχι ΚΕΠ: άδεια ψαρέματος/ }).press("Enter");
  await expect(page.getByRole("button", { name: "Αφαίρεση" })).toBeVisible();
  await atEveryWidth(page, "who does it");
  await page.goto(`${own.url}/book/services?q=${encodeURIComponent("πού βγάζω άδεια ψαρέματος;")}`);
  await expect(page.getByText("Την άδεια ψαρέματος τη δίνει το Λιμεναρχείο.")).toBeVisible();
});

test("a citizen is told what was not understood, and what others do; a word that means nothing has a way on", async ({
  page,
}) => {
  const search = (q: string) => page.goto(`${own.url}/book/services?q=${encodeURIComponent(q)}`);
  await search("έχασα την ταυτότητα ξωτζβρουμ");
  await expect(page.getByText("Δεν βρήκαμε «ξωτζβρουμ» σε καμία υπηρεσία.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Αυτό δεν το κάνουν τα ΚΕΠ με ραντεβού." })).toBeVisible();
  await expect(page.getByText(/Την ταυτότητα την εκδίδει η Αστυνομία/)).toBeVisible();
  await atEveryWidth(page, "done elsewhere");
  await search("ξωτζβρουμ");
  await expect(page.getByRole("link", { name: /Όλες οι υπηρεσίες/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Ρωτήστε στο τηλέφωνο/ })).toBeVisible();
  await atEveryWidth(page, "nothing found");
});
