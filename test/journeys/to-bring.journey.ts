import { expect, type Locator } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";
import { signIn } from "./person.ts";
import { pressArmed } from "./press-armed.ts";

/** What to bring, by case: chosen and printed at home without a script, found on page and letter of a business, kept by the ministry. */
let own: CitizensOffice;
test.beforeAll(async () => {
  own = await openCitizensOffice();
});
test.afterAll(() => own.close());

const press = async (control: Locator) => {
  await control.focus();
  await control.press("Enter");
};

for (const width of [320, 390])
  test(`without a script, at ${width}: chosen «με εξουσιοδότηση», ticked, printed; for a business its own papers`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 780 }, javaScriptEnabled: false });
    const citizen = await context.newPage();
    await citizen.goto(`${own.url}/book/services`);
    const found = citizen.locator("ul.found > li", { hasText: "Βεβαίωση μόνιμης κατοικίας" });
    await press(found.locator("summary"));
    await press(found.locator("details a"));
    const line = (words: string) => citizen.locator(".bring__items li", { hasText: words });
    await expect(line("Λογαριασμός ή μισθωτήριο")).toContainText("εκτύπωση");
    await expect(line("Εξουσιοδότηση με")).toBeHidden();
    await citizen.getByRole("radio", { name: "Για εμένα" }).focus();
    await citizen.keyboard.press("ArrowDown");
    await expect(line("το βρίσκει το ΚΕΠ")).toBeVisible();
    await citizen.keyboard.press("ArrowDown");
    await expect(citizen.getByRole("radio", { name: "Με εξουσιοδότηση" })).toBeChecked();
    await expect(line("Εξουσιοδότηση με")).toContainText("πρωτότυπο");
    await expect(line("του γονέα")).toBeHidden();
    await line("Εξουσιοδότηση με").getByRole("checkbox").press("Space");
    await expect(line("Εξουσιοδότηση με").getByRole("checkbox")).toBeChecked();
    expect(await citizen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    await citizen.emulateMedia({ media: "print" });
    await expect(citizen.getByText("Με εξουσιοδότηση", { exact: true })).toBeVisible();
    await expect(citizen.getByText("Για ανήλικο", { exact: true })).toBeHidden();
    await expect(line("Εξουσιοδότηση με")).toBeVisible();
    await expect(line("του γονέα")).toBeHidden();
    await citizen.emulateMedia({ media: "screen" });

    const email = `firm${width}@example.gr`;
    await press(citizen.locator("a.button--primary"));
    await citizen.locator("[name=where]").fill("neoktisto");
    await citizen.locator("[name=where]").press("Enter");
    await press(citizen.locator(".kep").first().locator("a.button").last());
    await press(citizen.locator(".cal td a").nth(-2));
    await press(citizen.locator(".times button").first());
    await citizen.locator("[name=who][value=business]").check();
    await citizen.locator("[name=businessName]").fill("Άλφα Δοκιμαστική ΑΕ");
    await citizen.locator("[name=afm]").fill("094014201");
    await citizen.locator("[name=declared]").check();
    await citizen.locator("[name=lastName]").fill("Γιασεμίδου");
    await citizen.locator("[name=firstName]").fill("Φανή");
    await press(citizen.locator("main form button").last());
    await citizen.locator("[name=how][value=email]").check();
    await citizen.locator("[name=email]").fill(email);
    await press(citizen.locator("main form button").last());
    const letter = () => own.smtp.messages(email).at(-1)?.text ?? "";
    await citizen.goto(await own.linkTo(email));
    await press(citizen.locator("main form button").first());
    await expect(citizen.locator(".slip")).toContainText("Επιχείρηση: Άλφα Δοκιμαστική ΑΕ");
    await expect(citizen.getByRole("radio", { name: "Για επιχείρηση" })).toBeChecked();
    await expect(line("Έγγραφο εκπροσώπησης")).toBeVisible();
    await expect(line("του γονέα")).toBeHidden();
    await expect.poll(letter, { timeout: 60_000 }).toContain("Έγγραφο εκπροσώπησης της επιχείρησης (εκτύπωση)");
    await context.close();
  });

test("all of it is accessible", async ({ browser }) => {
  const citizen = await (await browser.newContext()).newPage();
  await citizen.goto(`${own.url}/book/bring?service=permanent-residence&case=minor`);
  await atEveryWidth(citizen, "what to bring, for a minor");
});

test("the ministry adds a line and moves it by keyboard, and citizens read it at once", async ({ page }) => {
  await signIn(page, "athina", own.url);
  await page.goto(`${own.url}/ministry/services`);
  await page.getByLabel("Αναζήτηση υπηρεσίας").fill("μόνιμη κατοικία");
  await press(page.getByRole("button", { name: /^Αλλαγή: .*όνιμη/ }));
  const dialog = page.getByRole("dialog");
  await press(dialog.getByRole("button", { name: "Γραμμή", exact: true }));
  await page.keyboard.type("Έγγραφο για τη δοκιμή");
  const added = dialog.getByRole("group", { name: /^Γραμμή \d+$/ }).last();
  await expect(added.getByLabel("Τι", { exact: true })).toHaveValue("Έγγραφο για τη δοκιμή");
  for (const each of ["για τον εαυτό του", "για ανήλικο", "με εξουσιοδότηση"])
    await added.getByRole("checkbox", { name: each }).press("Space");
  await atEveryWidth(page, "the lines of a service");
  await press(added.getByRole("button", { name: /^Πιο πάνω/ }));
  await expect(added.getByLabel("Τι", { exact: true })).not.toHaveValue("Έγγραφο για τη δοκιμή");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Πιο πάνω: Γραμμή \d+$/);
  await expect(dialog.getByText(/^Έγγραφο για τη δοκιμή: τώρα \d+ από \d+$/)).toBeAttached();
  const others = dialog.getByRole("button", { name: /^Πιο κάτω/ });
  await press(others.nth(-2));
  await expect(added.getByLabel("Τι", { exact: true })).toHaveValue("Έγγραφο για τη δοκιμή");
  await expect(others.last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(added.getByLabel("Τι", { exact: true })).toHaveValue("Έγγραφο για τη δοκιμή");
  await press(added.getByRole("button", { name: /^Πιο πάνω/ }));
  await press(dialog.getByRole("button", { name: "Δείτε ποιους επηρεάζει" }));
  await pressArmed(dialog.getByRole("button", { name: "Αποθήκευση υπηρεσίας" }));
  await expect(page.getByText(/^Άλλαξε η υπηρεσία/)).toBeVisible();
  const { rows } = await own.sql.query("select to_bring from service where code = 'permanent-residence'");
  expect(rows[0].to_bring.at(-2).greek).toBe("Έγγραφο για τη δοκιμή");
  const citizen = await page.context().newPage();
  await citizen.goto(`${own.url}/book/bring?service=permanent-residence`);
  await expect(citizen.getByText("Έγγραφο για τη δοκιμή")).toBeHidden();
  await citizen.getByText("Για επιχείρηση", { exact: true }).click();
  await expect(citizen.getByText("Έγγραφο για τη δοκιμή")).toBeVisible();
});
