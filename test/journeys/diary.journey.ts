import { expect, test } from "@playwright/test";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectAccessible, signIn } from "./person.ts";

/** The head of an office that just joined brings in what stood in the paper diary. */

let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  await openDayAndNight(own.sql, "9904");
});
test.afterAll(() => own.close());

const tomorrow = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 });
const written = `${tomorrow.day}/${tomorrow.month}/${tomorrow.year}`;
const CELLS = [
  "Ημερομηνία\tΏρα\tΟνοματεπώνυμο\tΤηλέφωνο\tΠαρατηρήσεις",
  `${written}\t9:30\tΚαστανά Ροδάνθη\t694 412 3456\tθα φέρει αντίγραφο`,
  `\t9.40\tΜελισσάς Φοίβος\t\t`,
  `\tπρωί\tΝεράτζη Δέσποινα\t\t`,
  ...[1, 2, 3, 4].map((n) => `${written}\t11:00\tΔοκιμής Ηλίας${"Α".repeat(n)}\t\t`),
].join("\n");

test("pasted cells are shown as they would be booked, put right, and booked at once, by keyboard", async ({ page }) => {
  await signIn(page, "rea", own.url);
  await page.goto(`${own.url}/offices/9904/settings`);
  await page.getByRole("link", { name: "Φέρτε το χάρτινο ημερολόγιο" }).click();
  await expectAccessible(page, "the empty diary");
  await page.getByLabel("Κελιά του ημερολογίου").fill(CELLS);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "7 γραμμές" })).toContainText(
    "5 χωρούν, 1 δεν χωρούν, 1 δεν διαβάζονται",
  );
  await expectAccessible(page, "the preview");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page, "the preview at 320 px");
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole("button", { name: "Διόρθωση της γραμμής 4" }).press("Enter");
  const form = page.getByRole("form", { name: "Διόρθωση της γραμμής 4" });
  await form.getByLabel("Ώρα").fill("10:20");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "7 γραμμές" })).toContainText("6 χωρούν, 1 δεν χωρούν");
  await page
    .getByRole("button", { name: /^Η γραμμή 8 στις/ })
    .first()
    .press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "7 γραμμές" })).toContainText("7 χωρούν.");

  await page.getByRole("button", { name: "Καταχώριση 7 ραντεβού" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Καταχωρίστηκαν 7 ραντεβού" })).toBeFocused();
  await expectAccessible(page, "brought in");
  await page.getByRole("link", { name: /Στο πλάνο/ }).press("Enter");
  await expect(page.getByRole("link", { name: /ΚΑΣΤΑΝΑ Ροδάνθη/ })).toBeVisible();
  const { rows } = await own.sql.query("select count(*)::int as count from appointment where live");
  expect(rows[0].count).toBe(7);
});

test("what stays on paper is said, and what is no diary says so and loses nothing", async ({ page }) => {
  await signIn(page, "rea", own.url);
  await page.goto(`${own.url}/offices/9904/diary`);
  await page.getByRole("button", { name: "Προεπισκόπηση" }).click();
  await expect(page.getByText("Επικολλήστε πρώτα τα κελιά ή επιλέξτε αρχείο.")).toBeVisible();
  const file = { name: "ημερολόγιο.csv", mimeType: "text/csv", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2]) };
  await page.getByLabel("Ή επιλέξτε αρχείο CSV").setInputFiles(file);
  await page.getByRole("button", { name: "Προεπισκόπηση" }).click();
  await expect(page.getByText(/Αυτό δεν είναι κείμενο ή CSV/)).toBeVisible();
  await expectAccessible(page, "no diary");

  const bad = "32/13/2026;αργά;???\n".repeat(10_000);
  await page.getByLabel("Ή επιλέξτε αρχείο CSV").setInputFiles({ ...file, buffer: Buffer.from(bad) });
  await page.getByRole("button", { name: "Προεπισκόπηση" }).click();
  await expect(page.getByText(/10000 γραμμές: Η ημερομηνία δεν διαβάζεται/)).toBeVisible();
  await expect(page.getByText("Καμία γραμμή δεν μπορεί να καταχωριστεί ακόμη.")).toBeVisible();

  const mixed = `${written};12:00;Καστανά Αθηνά\n${written};13:00;Καστανά Ζωή\n${written};πρωί;Καστανάς Ηλίας`;
  await page.getByLabel("Κελιά του ημερολογίου").fill(mixed);
  await page.getByRole("button", { name: "Προεπισκόπηση" }).click();
  await page.getByRole("button", { name: "Καταχώριση 2 ραντεβού" }).click();
  await expect(page.getByRole("alert")).toContainText("δηλώστε ότι μένουν στο χαρτί");
  await page.getByLabel(/1 γραμμή που δεν χωρά/).check();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Καταχώριση 2 ραντεβού" }).click();
  await expect(page.getByRole("alert")).toContainText("Δεν καταχωρίστηκε τίποτα");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Καταχώριση 2 ραντεβού" }).click();
  await expect(page.getByRole("heading", { name: "Καταχωρίστηκαν 2 ραντεβού" })).toBeVisible();
});
