import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

/** What the form of an appointment says while one types in it */
const APPOINTMENTS = "/api/offices/9904/appointments";
const DAY = "/offices/9904/days/2026-12-01";

const lastName = (page: Page) => page.getByLabel("Επώνυμο");
const firstName = (page: Page) => page.getByLabel("Όνομα", { exact: true });
const phone = (page: Page) => page.getByLabel(/^Τηλέφωνο/).first();

async function openNew(address = DAY): Promise<Page> {
  const page = await open("an office of a clerk", address);
  await expect(page.getByRole("region", { name: "Πλάνο ημέρας" })).toBeVisible();
  await openForm(page);
  return page;
}

async function openForm(page: Page): Promise<void> {
  await page.keyboard.press("n");
  await expect(page.getByRole("group", { name: "Υπηρεσία" }).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("1");
  await expect(lastName(page)).toBeFocused();
  // What is pressed before its times are there is for no time.
  await expect(page.getByRole("button", { name: /^Καταχώριση για/ })).toBeVisible();
}

test("look-alike letters: F2 repairs the first one, wherever she is, and it is no obstacle", async () => {
  const page = await openNew();
  await page.keyboard.type("Παπ\u0061δοπούλου");
  await page.keyboard.press("Tab");
  await page.keyboard.type("\u0045λένη");
  await expect(page.getByText("Έχει και λατινικά γράμματα.")).toHaveCount(2);
  await expect(lastName(page)).toHaveDescription(/λατινικά γράμματα/);
  await page.expectAccessible("look-alike letters");
  await page.keyboard.press("F2");
  await expect(lastName(page)).toHaveValue("Παπαδοπούλου");
  await expect(firstName(page)).toBeFocused();
  await page.keyboard.press("F2");
  await expect(firstName(page)).toHaveValue("Ελένη");
  await expect(page.getByText(/λατινικά γράμματα/)).toHaveCount(0);
  await page.getByRole("radio", { name: "Επιχείρηση" }).click();
  await page.getByLabel("Επωνυμία").fill("\u0041ΛΚΥΟΝΗ Ι.Κ.Ε.");
  await page.expectAccessible("look-alike letters of a business");
  await page.keyboard.press("F2");
  await expect(page.getByLabel("Επωνυμία")).toHaveValue("ΑΛΚΥΟΝΗ Ι.Κ.Ε.");
});

test("swapped names: one key puts them right", async () => {
  const page = await openNew();
  await page.keyboard.type("Μαρία");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Αϊβαλιώτη");
  await expect(page.getByText("Μήπως το επώνυμο και το όνομα είναι ανάποδα;")).toBeVisible();
  await page.expectAccessible("swapped names");
  await page.keyboard.press("F2");
  await expect(lastName(page)).toHaveValue("Αϊβαλιώτη");
  await expect(firstName(page)).toHaveValue("Μαρία");
  await page.keyboard.press("Escape");
  await openForm(page);
  await page.getByRole("button", { name: /^Συνέχεια: ΑΪΒΑΛΙΩΤΗ/ }).press("Enter");
  await expect(lastName(page)).toHaveValue("Αϊβαλιώτη");
  await expect(firstName(page)).toHaveValue("Μαρία");
});

test("same name with a coming appointment: it says so, shows it, and the draft is still there", async () => {
  const page = await openNew("/offices/9904/days/2026-12-02");
  await page.keyboard.type("συνωνυμη");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ευανθια");
  await expect(page.getByText(/^Ίδιο ονοματεπώνυμο: .*Ουρά 1/)).toBeVisible();
  await expect(lastName(page)).toHaveDescription(/Ίδιο ονοματεπώνυμο/);
  await page.expectAccessible("same name");
  await page.getByRole("link", { name: /^Προβολή: / }).press("Enter");
  await expect(page.getByRole("heading", { name: "Ραντεβού στις 09:00" })).toBeVisible();
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε ως πρόχειρο.")).toBeVisible();
  await openForm(page);
  await page.getByRole("button", { name: /^Συνέχεια: ΣΥΝΩΝΥΜΗ/ }).press("Enter");
  await expect(lastName(page)).toHaveValue("συνωνυμη");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});

test("the same person the same day is said more strongly, unless the number is another's", async () => {
  const page = await open("an office of a clerk", `${DAY}?panel=new&time=10:00&queue=1`);
  await lastName(page).fill("Συνώνυμη");
  await firstName(page).fill("Ευανθία");
  await expect(page.getByText(/^Έχει ήδη ραντεβού την ίδια ημέρα: /)).toBeVisible();
  await page.expectAccessible("same day");
  await phone(page).fill("6976028841");
  await expect(page.getByText(/^Ίδιο ονοματεπώνυμο: /)).toBeVisible();
});

test("her own appointment is no namesake of itself", async () => {
  const { page } = await openVisit();
  await page.letPass(2_000);
  expect(page.server.written.filter((asked) => asked.includes("namesakes"))).not.toEqual([]);
  await expect(page.getByText(/^Ίδιο ονοματεπώνυμο/)).toHaveCount(0);
});

test("no answer about namesakes is no obstacle", async () => {
  const page = await openNew();
  page.server.answer(/namesakes/, { status: 503, body: {} });
  await page.keyboard.type("Ανεμπόδιστη");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ζωή");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});

test("somebody changes it while she edits: untouched fields follow, hers are set against it and she decides", async () => {
  const { page, id } = await openVisit();
  await firstName(page).fill("Δική");
  await page.server.elsewhere("PATCH", `${APPOINTMENTS}/${id}`, { firstName: "Ξένη", notes: "Θα έρθει η κόρη" }, 1);
  await page.hear("change", { dates: ["2026-12-01"], appointment: id, by: null });
  await expect(page.getByText("Το ραντεβού άλλαξε όσο το επεξεργάζεστε.").first()).toBeVisible();
  await expect(page.getByText("Άλλαξε ο συνάδελφος:")).toBeVisible();
  await expect(page.getByLabel("Σημειώσεις")).toHaveValue("Θα έρθει η κόρη");
  await expect(firstName(page)).toHaveValue("Δική");
  await page.expectAccessible("overtaken");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("radio", { name: "Δικό μου: Δική" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Τώρα ισχύει: Ξένη" })).toBeChecked();
  await expect(firstName(page)).toHaveValue("Ξένη");
  await page.keyboard.press("ArrowDown");
  await expect(firstName(page)).toHaveValue("Δική");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Οι αλλαγές αποθηκεύτηκαν")).toBeVisible();
  expect(await page.server.elsewhere("GET", `${APPOINTMENTS}/${id}`)).toMatchObject({
    firstName: "Δική",
    notes: "Θα έρθει η κόρη",
    version: 3,
  });
});

test("somebody cancels it while she edits: she is told, and what she typed is kept", async () => {
  const { page, id } = await openVisit();
  await firstName(page).fill("Δική");
  await page.server.elsewhere("POST", `${APPOINTMENTS}/${id}/cancellation`, {}, 1);
  await page.hear("change", { dates: ["2026-12-01"], appointment: id, by: null });
  await expect(page.getByText("Όσο επεξεργαζόσασταν το ραντεβού, η κατάστασή του άλλαξε.").first()).toBeVisible();
  await page.expectAccessible("cancelled meanwhile");
  await page.keyboard.press("u");
  await expect(firstName(page)).toHaveValue("Δική");
});

test("wrong input is said at the field, what to do included, and stays as typed", async () => {
  const page = await openNew();
  await lastName(page).fill("Λάθος");
  await phone(page).fill("694 412 345");
  await page
    .getByLabel(/^E-mail/)
    .first()
    .fill("eleni@example");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Διορθώστε 3 πεδία για να συνεχίσετε")).toBeVisible();
  await expect(page.getByText("Γράψτε το όνομα")).toBeVisible();
  await expect(page.getByText("Λείπει 1 ψηφίο. Χρειάζονται 10.")).toBeVisible();
  await expect(page.getByText("Λείπει η κατάληξη, π.χ. @example.gr")).toBeVisible();
  await expect(firstName(page)).toBeFocused();
  await expect(phone(page)).toHaveValue("694 412 345");
  expect(page.server.written.filter((asked) => asked.endsWith("/appointments"))).toEqual([]);
});

test("beside another day than today, another time is sought from that day on", async () => {
  const page = await openNew();
  await page.getByRole("button", { name: "Άλλη ημέρα ή ώρα" }).click();
  await expect(page.getByLabel("Ημέρα", { exact: true })).toHaveValue("01/12/2026");
});

/** The one that is booked, in its form */
async function openVisit(): Promise<{ page: Page; id: string }> {
  const page = await open("an office of a clerk", DAY);
  const card = page.locator("[data-appointment]");
  await card.first().focus();
  const id = card.all()[0]?.dataset.appointment as string;
  await page.keyboard.press("e");
  await expect(lastName(page)).toHaveValue("Συνώνυμη");
  return { page, id };
}
