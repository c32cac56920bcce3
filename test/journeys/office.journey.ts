import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
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
const phone = (page: Page) => page.getByLabel("Τηλέφωνο", { exact: true });
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

test("saved by mistake: Ctrl+Z brings the former values back", { tag: ["@commit", "@proof"] }, async ({ page }) => {
  await openOffice(page, "rea");
  const before = await phone(page).inputValue();
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
  await expect(phone(page)).toHaveValue(before);
});

test("wrong input is said at the field, in sum, and stays as typed", async ({ page }) => {
  await openOffice(page, "rea");
  await phone(page).fill("210 909");
  await page.getByLabel("E-mail", { exact: true }).fill("kep@example");
  await saveContact(page).click();
  await expect(page.getByText("Διορθώστε 2 πεδία για να συνεχίσετε")).toBeVisible();
  await expect(page.getByText("Λείπουν 4 ψηφία. Χρειάζονται 10.")).toBeVisible();
  await expect(phone(page)).toBeFocused();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue("kep@example");
  await tab(page, "Υπηρεσίες").click();
  await minutesOf(page, SIGNATURE).fill("3");
  await minutesOf(page, SIGNATURE).press("Enter");
  await expect(page.getByText("Γράψτε αριθμό από 5 έως 240.")).toBeVisible();
  await atEveryWidth(page, "faults");
  await expect(tab(page, "Στοιχεία")).toHaveText("Στοιχεία 2 λάθη");
  await tab(page, "Στοιχεία").press("Enter");
  await expect(phone(page)).toBeFocused();
  await page.getByRole("button", { name: "Απόρριψη αλλαγών: Στοιχεία" }).click();
  await expect(page.getByText("Λείπουν 4 ψηφία. Χρειάζονται 10.")).toBeHidden();
  await expect(saveContact(page)).toBeFocused();
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

test("the answer gets lost on the way: saving again says that it is saved", async ({ page }) => {
  await openOffice(page, "rea");
  await page.getByLabel("Τ.Κ.").fill("54 321");
  await page.route("**/settings", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await saveContact(page).click();
  await expect(page.getByText("Δεν ήρθε απάντηση.", { exact: false })).toBeVisible();
  await page.unroute("**/settings");
  await saveContact(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
  await expect(page.getByLabel("Τ.Κ.")).toHaveValue("54321");
});

test("two heads at once: what one changed elsewhere stays, what both changed is shown before it is saved", async ({
  page,
}) => {
  await openOffice(page, "rea");
  const other = await signInByHttp(own.url, "ilias");
  const { id } = (await other.ask("GET", "/api/me")).body.employee;
  await own.sql.query(
    "insert into membership (office_id, employee_id, role) select id, $2, 'administrator' from office where code = $1",
    [OFFICE, id],
  );
  const settings = `/api/offices/${OFFICE}/settings`;
  const change = async (body: object) => {
    const { version } = (await other.ask("GET", settings)).body;
    expect((await other.ask("PATCH", settings, { version, body })).status).toBe(200);
  };
  await page.getByLabel("E-mail", { exact: true }).fill("dikomou@example.gr");
  await change({ leadMinutes: 45 });
  await saveContact(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
  await tab(page, "Υπηρεσίες").click();
  await expect(page.getByLabel(/^Λεπτά από τώρα/)).toHaveValue("45");
  await tab(page, "Στοιχεία").click();

  await phone(page).fill("2310 123456");
  await change({ phone: "2109098391", address: "Πλατεία Άλλη 2" });
  await saveContact(page).click();
  await expect(page.getByText(/^Άλλαξε στο μεταξύ, διαχειριστής: Ηλίας/)).toBeVisible();
  await expect(page.getByText(/^Τηλέφωνο: ήταν .*, τώρα είναι «210.909.8391», γράψατε «2310 123456»\.$/)).toBeVisible();
  await expect(page.getByLabel("Διεύθυνση")).toHaveValue("Πλατεία Άλλη 2");
  await atEveryWidth(page, "overtaken");
  await page.getByRole("button", { name: "Αποθήκευση με τις δικές μου αλλαγές" }).click();
  await expect(page.getByText(/^Άλλαξε στο μεταξύ/)).toBeHidden();
  const { body } = await other.ask("GET", settings);
  expect(body).toMatchObject({ phone: "+302310123456", address: "Πλατεία Άλλη 2", leadMinutes: 45 });
});

test("a clerk reads the same page, and whom to ask", async ({ page }) => {
  await openOffice(page, "ilias");
  await expect(page.getByText(/^Τις ρυθμίσεις αλλάζ/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Αποθήκευση/ })).toHaveCount(0);
  await expect(page.getByRole("switch")).toHaveCount(0);
  await tab(page, "Προσωπικό").click();
  await expect(section(page, "Ποιοι εργάζονται εδώ").getByRole("rowheader")).not.toHaveCount(0);
  await atEveryWidth(page, "read-only");
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
});

test("refused while another tab is looked at: it is said, and the tab leads to the reason", async ({ page }) => {
  await openOffice(page, "rea");
  await page.getByLabel("Διεύθυνση").fill("Οδός Αναμονής 1");
  let letGo: () => void = () => {};
  const wait = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/settings", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    await wait;
    await route.abort("connectionreset");
  });
  await saveContact(page).click();
  await tab(page, "Είσοδος").click();
  letGo();
  await expect(page.getByText("Δεν αποθηκεύτηκε: Στοιχεία.", { exact: false })).toBeVisible();
  await expect(tab(page, "Στοιχεία")).toHaveText("Στοιχεία δεν αποθηκεύτηκε");
  await page.unroute("**/settings");
  await tab(page, "Στοιχεία").press("Enter");
  await expect(page.getByText("Δεν ήρθε απάντηση.", { exact: false })).toBeVisible();
  await saveContact(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
});

test("her own settings stand beside her name: single keys off, the language of the screen", async ({ page }) => {
  await openOffice(page, "rea");
  await atEveryWidth(page, "head");
  await tab(page, "Υπηρεσίες").click();
  await page.getByLabel("Αναζήτηση υπηρεσίας").fill("τίποτα τέτοιο");
  await expect(page.getByText("Καμία υπηρεσία δεν ταιριάζει.", { exact: false })).toBeVisible();
  await atEveryWidth(page, "no service found");
  const mine = page.getByRole("link", { name: "οι ρυθμίσεις μου" });
  await mine.press("Enter");
  await expect(page.getByRole("heading", { name: /Οι ρυθμίσεις μου/ })).toBeFocused();
  // The frame stays that of the office from which she came.
  await expect(page.getByRole("link", { name: "Το ΚΕΠ μου" })).toBeVisible();
  await atEveryWidth(page, "her own settings");
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

test("an office that is not one's own says so", async ({ page }) => {
  await openOffice(page, "rea");
  await page.goto(`${own.url}/offices/9901/settings`);
  await expect(page.getByRole("heading", { name: "Δεν βρέθηκε το ΚΕΠ" })).toBeVisible();
  await atEveryWidth(page, "another's office");
});
