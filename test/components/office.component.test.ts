import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

/** «Το ΚΕΠ μου» */
const openOffice = async (scene = "an office of its head", search = ""): Promise<Page> => {
  const page = await open(scene, `/offices/9904/settings${search}`);
  await expect(page.getByRole("heading", { name: "Το ΚΕΠ μου" })).toBeVisible();
  return page;
};

const SIGNATURE = "Βεβαίωση γνησίου υπογραφής";
const SETTINGS = "/api/offices/9904/settings";

const phone = (page: Page) => page.getByLabel("Τηλέφωνο", { exact: true });
const mail = (page: Page) => page.getByLabel("E-mail", { exact: true });
const minutesOf = (page: Page, service: string) => page.getByRole("textbox", { name: `Διάρκεια (λεπτά) ${service}` });
const saveContact = (page: Page) => page.getByRole("button", { name: "Αποθήκευση: Στοιχεία" });
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Καρτέλες" }).getByRole("link", { name: new RegExp(`^${name}`) });

test("saved by mistake: Ctrl+Z brings the former values back", async () => {
  const page = await openOffice();
  await phone(page).fill("2310 123456");
  await phone(page).press("Enter");
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
  await expect(page.getByText(/^Τελευταία αλλαγή/)).toBeVisible();
  // The message is gone, and the act can be taken back all the same.
  await page.getByRole("button", { name: "Απόκρυψη μηνύματος" }).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeHidden();
  await page.getByRole("heading", { name: "Το ΚΕΠ μου" }).click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκε: Στοιχεία")).toBeVisible();
  await expect(phone(page)).toHaveValue("");
});

test("wrong input is said at the field, in sum, and stays as typed", async () => {
  const page = await openOffice();
  await phone(page).fill("210 909");
  await mail(page).fill("kep@example");
  await saveContact(page).click();
  await expect(page.getByText("Διορθώστε 2 πεδία για να συνεχίσετε")).toBeVisible();
  await expect(page.getByText("Λείπουν 4 ψηφία. Χρειάζονται 10.")).toBeVisible();
  await expect(phone(page)).toBeFocused();
  await expect(mail(page)).toHaveValue("kep@example");
  await tab(page, "Υπηρεσίες").click();
  await minutesOf(page, SIGNATURE).fill("3");
  await minutesOf(page, SIGNATURE).press("Enter");
  await expect(page.getByText("Γράψτε αριθμό από 5 έως 240.")).toBeVisible();
  await page.expectAccessible("faults");
  await expect(tab(page, "Στοιχεία")).toHaveText("Στοιχεία 2 λάθη");
  await tab(page, "Στοιχεία").press("Enter");
  await expect(phone(page)).toBeFocused();
  await page.getByRole("button", { name: "Απόρριψη αλλαγών: Στοιχεία" }).click();
  await expect(page.getByText("Λείπουν 4 ψηφία. Χρειάζονται 10.")).toBeHidden();
  await expect(saveContact(page)).toBeFocused();
  expect(page.server.written).toEqual([]);
});

test("the answer gets lost on the way: saving again says that it is saved", async () => {
  const page = await openOffice();
  await page.getByLabel("Τ.Κ.").fill("54 321");
  page.server.answer(/^PATCH/, "lost");
  await saveContact(page).click();
  await expect(page.getByText("Δεν ήρθε απάντηση.").first()).toBeVisible();
  page.server.answerAgain();
  await saveContact(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
  await expect(page.getByLabel("Τ.Κ.")).toHaveValue("54321");
});

test("two heads at once: what one changed elsewhere stays, what both changed is shown before it is saved", async () => {
  const page = await openOffice();
  await mail(page).fill("dikomou@example.gr");
  await page.server.elsewhere("PATCH", SETTINGS, { leadMinutes: 45 }, 1);
  await saveContact(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
  await tab(page, "Υπηρεσίες").click();
  await expect(page.getByLabel(/^Λεπτά από τώρα/)).toHaveValue("45");
  await tab(page, "Στοιχεία").click();

  await phone(page).fill("2310 123456");
  await page.server.elsewhere("PATCH", SETTINGS, { phone: "2109098391", address: "Πλατεία Άλλη 2" }, 3);
  await saveContact(page).click();
  await expect(page.getByText(/^Άλλαξε στο μεταξύ, διαχειριστής: Ηλίας/)).toBeVisible();
  await expect(page.getByText(/^Τηλέφωνο: ήταν .*, τώρα είναι «210.909.8391», γράψατε «2310 123456»\.$/)).toBeVisible();
  await expect(page.getByLabel("Διεύθυνση")).toHaveValue("Πλατεία Άλλη 2");
  await page.expectAccessible("overtaken");
  await page.getByRole("button", { name: "Αποθήκευση με τις δικές μου αλλαγές" }).click();
  await expect(page.getByText(/^Άλλαξε στο μεταξύ/)).toBeHidden();
  expect(await page.server.elsewhere("GET", SETTINGS)).toMatchObject({
    phone: "+302310123456",
    address: "Πλατεία Άλλη 2",
    leadMinutes: 45,
  });
});

test("a clerk reads the same page, and whom to ask", async () => {
  const page = await openOffice("an office of a clerk");
  await expect(page.getByText(/^Τις ρυθμίσεις αλλάζ/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Αποθήκευση/ })).toHaveCount(0);
  await expect(page.getByRole("switch")).toHaveCount(0);
  await tab(page, "Προσωπικό").click();
  const staff = page.getByRole("region", { name: "Ποιοι εργάζονται εδώ", exact: true });
  await expect(staff.getByRole("rowheader")).toHaveCount(2);
  await page.expectAccessible("read-only");
});

test("refused while another tab is looked at: it is said, and the tab leads to the reason", async () => {
  const page = await openOffice();
  await page.getByLabel("Διεύθυνση").fill("Οδός Αναμονής 1");
  const { promise: isLetGo, reject: cut } = Promise.withResolvers<void>();
  page.server.answer(/^PATCH/, isLetGo);
  await saveContact(page).click();
  await tab(page, "Είσοδος").click();
  cut(new TypeError("connection reset"));
  await expect(page.getByText("Δεν αποθηκεύτηκε: Στοιχεία.").first()).toBeVisible();
  await expect(tab(page, "Στοιχεία")).toHaveText("Στοιχεία δεν αποθηκεύτηκε");
  page.server.answerAgain();
  await tab(page, "Στοιχεία").press("Enter");
  await expect(page.getByText("Δεν ήρθε απάντηση.").first()).toBeVisible();
  await saveContact(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
});

test("her own settings stand beside her name: single keys off, the language of the screen", async () => {
  const page = await openOffice();
  await tab(page, "Υπηρεσίες").click();
  await page.getByLabel("Αναζήτηση υπηρεσίας").fill("τίποτα τέτοιο");
  await expect(page.getByText("Καμία υπηρεσία δεν ταιριάζει.").first()).toBeVisible();
  await page.expectAccessible("no service found");
  const mine = page.getByRole("link", { name: "οι ρυθμίσεις μου" });
  await mine.press("Enter");
  await expect(page.getByRole("heading", { name: /Οι ρυθμίσεις μου/ })).toBeFocused();
  // The frame stays that of the office from which she came.
  await expect(page.getByRole("link", { name: "Το ΚΕΠ μου" })).toBeVisible();
  await page.expectAccessible("her own settings");
  const keys = page.getByRole("switch", { name: /Συντομεύσεις με ένα πλήκτρο/ });
  await keys.press("Space");
  await expect(keys).toHaveAttribute("aria-checked", "false");
  await page.getByRole("link", { name: "Ραντεβού", exact: true }).click();
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeHidden();
  await mine.click();
  await keys.click();
  await expect(keys).toHaveAttribute("aria-checked", "true");
  // Its words are fetched before it is chosen.
  await page.getByRole("radio", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: /My settings/ })).toBeVisible();
  await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "English" })).toBeFocused();
});

test("an office that is not one's own says so", async () => {
  const page = await open("an office of its head", "/offices/9901/settings");
  await expect(page.getByRole("heading", { name: "Δεν βρέθηκε το ΚΕΠ" })).toBeVisible();
  await page.expectAccessible("another's office");
});
