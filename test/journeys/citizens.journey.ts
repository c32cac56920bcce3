import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { atEveryWidth, expectAccessible } from "./accessible.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";

/** Citizens book for themselves on a phone: from the first question to the appointment, and away from it again. */
let own: CitizensOffice;
test.beforeAll(async () => {
  own = await openCitizensOffice();
  // What one journey gives up, the next one finds at once.
  await own.sql.query("update office set online_freed_minutes = 0");
});
test.afterAll(() => own.close());

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };
const WITHOUT_SCRIPT = { ...PHONE, javaScriptEnabled: false };

/** The last letter to somebody, once it has come, and the address that it leads to. */
async function linkIn(recipient: string, subject: RegExp): Promise<string> {
  const letter = () => own.smtp.messages(recipient).findLast((message) => subject.test(message.subject));
  await expect.poll(() => letter()?.subject, { timeout: 60_000 }).toMatch(subject);
  const address = /https?:\/\/\S+\/link\/[\w-]{43}(?=\s|$)/.exec(letter()?.text ?? "")?.[0];
  expect(address, letter()?.text ?? "no letter").toBeDefined();
  return new URL(new URL(address as string).pathname, own.url).href;
}

const nameOf = async (office: string): Promise<string> =>
  (await own.sql.query("select name from office where code = $1", [office])).rows[0].name;

/** From the start page to a time; each page that was seen on the way is looked at. */
async function toATime(page: Page, pages: string[] = []): Promise<void> {
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) pages.push(new URL(frame.url()).pathname);
  });
  await page.goto(`${own.url}/book`);
  await page.getByLabel("Τι χρειάζεστε;").fill("γνησιο υπογραφησ");
  await page.getByRole("button", { name: "Αναζήτηση" }).click();
  await page.getByRole("link", { name: "Βεβαίωση γνησίου υπογραφής", exact: true }).click();
  await page.getByLabel("Δήμος, περιοχή, ΚΕΠ ή ταχυδρομικός κώδικας").fill(await nameOf("9904"));
  await page.getByRole("button", { name: "Αναζήτηση" }).click();
  await page
    .locator(".kep")
    .getByRole("link", { name: /^Επιλογή/ })
    .first()
    .click();
  await page.locator(".cal td a").nth(-2).click();
  await page.locator(".times button").nth(3).click();
  await expect(page.getByRole("heading", { name: "Για ποιον είναι το ραντεβού;" })).toBeVisible();
}

const goOn = (page: Page) => page.getByRole("button", { name: "Συνέχεια" }).click();

test("without a script: an e-mail is corrected, confirmed by its link; then moved, and cancelled", {
  tag: ["@commit", "@proof"],
}, async ({ browser }) => {
  const page = await (await browser.newContext(WITHOUT_SCRIPT)).newPage();
  const pages: string[] = [];
  await toATime(page, pages);
  await page.getByLabel("Επώνυμο").fill("Γιασεμίδου");
  await goOn(page);
  await expect(page.getByRole("alert")).toContainText("Γράψτε το όνομα");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Γιασεμίδου");
  await page.getByLabel("Όνομα", { exact: true }).fill("Φανή");
  await goOn(page);
  await page.getByLabel("Το e-mail σας").fill("fani@gmial.com");
  await goOn(page);
  await expect(page.getByText("Το ραντεβού δεν ισχύει ακόμη.")).toBeVisible();
  await page.getByRole("link", { name: "Διόρθωση διεύθυνσης" }).first().click();
  await page.getByLabel("Ποιο είναι το σωστό e-mail;").fill("fani@example.gr");
  await page.getByLabel("Ποιο είναι το σωστό e-mail;").press("Enter");
  await expect(page.getByText("fani@example.gr")).toBeVisible();

  await page.goto(await linkIn("fani@example.gr", /^Επιβεβαιώστε/));
  await page.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).click();
  await expect(page.getByRole("heading", { name: "Το ραντεβού σας κλείστηκε" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Εκτύπωση" })).toBeHidden();

  await page.goto(await linkIn("fani@example.gr", /^Επιβεβαίωση ραντεβού|^Το ραντεβού σας|κλείσ/i));
  await page.getByRole("link", { name: "Αλλαγή ημέρας ή ώρας" }).click();
  await page.locator(".cal td a").nth(-2).click();
  await page.locator(".times button").last().click();
  await page.getByRole("button", { name: "Ναι, να μεταφερθεί" }).click();
  await expect(page.getByText("Το ραντεβού μεταφέρθηκε.")).toBeVisible();
  await page.getByRole("link", { name: "Ποιος είδε ή άλλαξε τα στοιχεία μου" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Ακύρωση ραντεβού" }).click();
  await page.getByRole("button", { name: "Ναι, να ακυρωθεί" }).click();
  await expect(page.getByRole("heading", { name: "Το ραντεβού ακυρώθηκε" })).toBeVisible();
  const { rows } = await own.sql.query("select status, channel from appointment where email = 'fani@example.gr'");
  expect(rows).toEqual([{ status: "cancelled", channel: "online" }]);
  expect(
    distinct(pages.slice(0, pages.indexOf("/book/who") + 1)).length,
    "pages up to the question who comes",
  ).toBeLessThanOrEqual(6);
});

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

test("by keyboard alone, in English, for a business: every page is accessible at every width", {
  tag: "@proof",
}, async ({ browser }) => {
  const page = await (await browser.newContext({ ...PHONE, locale: "en-GB" })).newPage();
  await page.goto(`${own.url}/en/book/offices/9904/days?service=signature-certification`);
  await atEveryWidth(page, "five weeks");
  await page.locator(".cal td a").nth(-2).press("Enter");
  await atEveryWidth(page, "the times of a day");
  await page.locator(".times button").nth(2).press("Enter");
  await expect(page.getByRole("heading", { name: "Who is the appointment for?" })).toBeVisible();
  await page.getByLabel("For a business").press("Space");
  await page.getByLabel("Name of the business").fill("Αρτοποιείο Σταχυού");
  await page.getByLabel("Tax number (AFM) of the business").fill("123456780");
  await page.getByLabel("Surname").fill("Βερικόκης");
  await page.getByLabel("First name").fill("Λουκάς");
  await page.getByLabel("First name").press("Enter");
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Declare that you legally represent the business");
  await expect(page).toHaveTitle(/^Error: /);
  await atEveryWidth(page, "faults in who comes");
  await summary.getByRole("link").first().press("Enter");
  await expect(page.getByLabel("Tax number (AFM) of the business")).toBeFocused();
  await page.getByLabel("Tax number (AFM) of the business").fill("123456783");
  await page.getByLabel(/^I declare/).press("Space");
  await page.getByRole("button", { name: "Continue" }).press("Enter");
  await atEveryWidth(page, "what is checked");
  await page.getByLabel("Your e-mail").fill("loukas@example.gr");
  await page.getByRole("button", { name: "I need 10 more minutes" }).press("Enter");
  await expect(page.getByText("It can't be extended again.")).toBeVisible();
  await page.getByLabel("Your e-mail").fill("loukas@example.gr");
  await page.getByLabel("Your e-mail").press("Enter");
  await expect(page.getByRole("heading", { name: "Open your e-mail" })).toBeVisible();
  await atEveryWidth(page, "an e-mail on its way");
  await page.goto(await linkIn("loukas@example.gr", /confirm/i));
  await atEveryWidth(page, "a link that confirms");
  await page.getByRole("button", { name: "I confirm the appointment" }).press("Enter");
  await expect(page.locator(".slip")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
  await atEveryWidth(page, "done");
});

test("the ten minutes pass while somebody else takes the time: what was typed stays, and another one is chosen", async ({
  browser,
}) => {
  const page = await (await browser.newContext(WITHOUT_SCRIPT)).newPage();
  await toATime(page);
  await page.getByLabel("Για συγγενή ή άλλο πρόσωπο").check();
  await page.getByLabel("Επώνυμο").fill("Λεμονής");
  await page.getByLabel("Όνομα", { exact: true }).fill("Μάνος");
  await goOn(page);
  await expect(page.getByLabel("Το e-mail σας")).toBeVisible();
  await own.sql.query("update booking_form set held_until = now() - interval '1 second' where confirmed_at is null");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Τα 10 λεπτά πέρασαν");
  await page.getByRole("button", { name: "Κρατήστε την και συνεχίζω" }).click();
  await expect(page.getByText("Λεμονής Μάνος")).toBeVisible();
});

test("two minutes before the time is no longer held that is told, in the title too, whatever the phone's clock says", async ({
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.clock.install({ time: "2031-05-05T05:05:00Z" });
  await toATime(page);
  await expect(page).toHaveTitle(/^Για ποιον είναι το ραντεβού; \(έως τις \d\d:\d\d\)/);
  const bar = page.locator(".hold").getByRole("status");
  // Its script counts from when it came.
  await page.waitForLoadState("load");
  await page.clock.fastForward("07:30");
  await expect(bar).toBeEmpty();
  await page.clock.fastForward("01:00");
  await expect(bar).toContainText("Σε λιγότερο από 2");
  await expect(page).toHaveTitle(/^Σε λιγότερο από 2/);
  await expectAccessible(page, "the hold ends soon");
  await page.clock.fastForward("03:00");
  await expect(bar).toContainText("δεν κρατιέται πια. Συνεχίστε");
});

test("at a library's browser, by keyboard: what stands says so, and nothing is left for whoever comes next", async ({
  browser,
}) => {
  const library = await browser.newContext(PHONE);
  const page = await library.newPage();
  await toATime(page);
  await page.getByLabel("Επώνυμο").fill("Σκιουρίδου");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ρήγα");
  await page.getByLabel("Όνομα", { exact: true }).press("Enter");
  await page.getByLabel("Το e-mail σας").fill("riga.skiouridou@gmail.com");
  await page.getByLabel("Το e-mail σας").press("Enter");
  await expect(page.getByRole("heading", { name: "Είναι δική σας η συσκευή;" })).toBeVisible();
  const confirm = await linkIn("riga.skiouridou@gmail.com", /^Επιβεβαιώστε/);

  // Confirmed on the own phone; the library's browser says that it stands, and not whose it is.
  const phone = await (await browser.newContext(PHONE)).newPage();
  await phone.goto(confirm);
  await phone.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).press("Enter");
  await expect(phone.getByRole("heading", { name: "Το ραντεβού σας κλείστηκε" })).toBeVisible();
  await atEveryWidth(phone, "done, with a word to whoever shares a device");
  await linkIn("riga.skiouridou@gmail.com", /^Το ραντεβού σας/);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Το έχετε ήδη επιβεβαιώσει. Ισχύει." })).toBeVisible();
  await expect(page.getByText("Σκιουρίδου")).toHaveCount(0);

  await phone.goto(confirm);
  await expect(phone.getByText("r…u@gmail.com")).toBeVisible();
  await atEveryWidth(phone, "a link that is pressed again");
  await phone.getByRole("button", { name: "Στείλτε ξανά την επιβεβαίωση" }).press("Enter");
  await expect(phone.getByRole("status")).toContainText("Φεύγει σε λίγο");

  await phone.goto(await linkIn("riga.skiouridou@gmail.com", /^Ο σύνδεσμος για το ραντεβού/));
  await phone
    .getByRole("link", { name: /e-mail/ })
    .first()
    .press("Enter");
  await phone.getByLabel("Νέο e-mail").fill("riga@proton.me");
  await phone.getByLabel("Νέο e-mail").press("Enter");
  await expect(phone.getByRole("status")).toContainText("Ως τότε ισχύει το παλιό.");
  await phone.goto(await linkIn("riga@proton.me", /^Επιβεβαιώστε το νέο e-mail/));
  await atEveryWidth(phone, "whether messages come to another address");
  await phone.getByRole("button", { name: "Ναι, αυτό είναι το e-mail μου" }).press("Enter");
  await expect(phone.getByText("Το e-mail άλλαξε.")).toBeVisible();

  // The next person at the library begins anew; then she ends it for good.
  await toATime(page);
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("");
  await page.getByLabel("Επώνυμο").fill("Βελανιδιώτης");
  await page.getByLabel("Όνομα", { exact: true }).fill("Άκης");
  await page.getByLabel("Όνομα", { exact: true }).press("Enter");
  await page.getByLabel("Το e-mail σας").fill("akis@gmail.com");
  await page.getByLabel("Το e-mail σας").press("Enter");
  await page.getByRole("button", { name: "Τέλος, κοινόχρηστη συσκευή" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Τελειώσατε. Εδώ δεν έμεινε τίποτε δικό σας." })).toBeVisible();
  await atEveryWidth(page, "nothing is left at a shared device");
  await page.goBack();
  await expect(page.getByText("akis@gmail.com")).toHaveCount(0);
  expect(await library.cookies(own.url)).toEqual([]);
});

test("where the ministry has opened nothing, the start says so and leads to telephones", async ({ browser }) => {
  const page = await (await browser.newContext(WITHOUT_SCRIPT)).newPage();
  const weeks = `${own.url}/book/offices/9904/days?service=signature-certification`;
  expect((await page.goto(weeks))?.status()).toBe(200);
  const ministry = await signInByHttp(own.url, "athina");
  const { openings } = (await ministry.ask("GET", "/api/ministry/public-booking")).body;
  for (const { id } of openings)
    expect((await ministry.ask("DELETE", `/api/ministry/public-booking/${id}`)).status).toBe(200);
  // It may be shown as it was a second ago, and no longer.
  await expect.poll(async () => (await page.goto(weeks))?.status(), { timeout: 4_000 }).toBe(404);
  await page.goto(`${own.url}/book`);
  await expect(
    page.getByRole("heading", { name: "Τα ραντεβού από το διαδίκτυο δεν έχουν ανοίξει ακόμη" }),
  ).toBeVisible();
  const opened = await ministry.ask("POST", "/api/ministry/public-booking", {
    body: { region: null },
    key: "open-again",
  });
  expect(opened.status).toBe(201);
  expect((await page.goto(weeks))?.status()).toBe(200);
});
