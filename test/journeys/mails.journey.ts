import { expect, type Page } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";
import { chooseService, expectTime } from "./person.ts";

/** An e-mail that does not arrive: the clerk sees it, corrects the address, and the citizen is told after all. */
let smtp: SmtpStandIn;
let own: OwnOffice;
test.beforeAll(async () => {
  smtp = await startSmtp();
  own = await openOwnOffice({ SMTP_URL: smtp.url });
});
test.afterAll(async () => {
  await own.close();
  await smtp.stop();
});

const TOMORROW = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();

/** As by its JSON, which any tester has */
async function turn(faults: object[]): Promise<void> {
  const headers = { "content-type": "application/json" };
  const { status } = await fetch(`${smtp.page}/knobs.json`, {
    method: "PUT",
    headers,
    body: JSON.stringify({ faults }),
  });
  expect(status).toBe(200);
}
const refusing = (recipient: string, text = "5.1.1 Recipient address rejected", code = 550) => ({
  at: "rcpt",
  does: "refuse",
  recipient,
  code,
  text,
});

/** Second thoughts are over at once, and the sender is told as it is of what may leave at once. */
async function hurry(): Promise<void> {
  await own.sql.query("update mail set due_at = now() where state = 'planned'");
  await own.sql.query(`notify visits, '{"kind":"letter"}'`);
}

interface Visitor {
  readonly time: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string;
  readonly language?: "en";
}

interface Booked {
  readonly id: string;
  readonly version: number;
}

/** Booked beside the page, and the e-mail tried. */
async function written(...visitors: readonly Visitor[]): Promise<readonly Booked[]> {
  const booked = [];
  for (const visitor of visitors)
    booked.push(
      await done(own.clerk, `${own.api}/appointments`, {
        date: TOMORROW,
        queue: 2,
        firstName: "Ελένη",
        service: "copy-certification",
        channel: "phone",
        ...visitor,
      }),
    );
  await allTried();
  return booked;
}

async function allTried(): Promise<void> {
  await hurry();
  const untried = "select from mail where state in ('planned', 'sending') and attempts = 0";
  await expect.poll(async () => (await own.sql.query(untried)).rowCount).toBe(0);
}

const card = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(name) });
const arrived = async (to: string) => {
  const { messages } = (await (await fetch(`${smtp.page}/messages.json?to=${to}`)).json()) as { messages: object[] };
  return messages.length;
};

/** What a clerk who is about to cancel hears of the e-mail. */
async function expectOfCancelling(page: Page, sentence: string): Promise<void> {
  await page.getByRole("button", { name: "Ακύρωση ραντεβού…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Ακύρωση/ });
  await expect(dialog.getByText(sentence)).toBeVisible();
  await dialog.getByRole("button", { name: "Όχι, να μείνει" }).press("Enter");
}

test("by keyboard: from the booking to an address that is put right, and the e-mail that arrives", async ({
  browser,
}) => {
  await turn([refusing("*@gmial.com")]);
  const page = await own.openAs(browser, "ilias", `days/${TOMORROW}`);
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await page.keyboard.press("n");
  await chooseService(page);
  await expectTime(page);
  await page.keyboard.type("Μελισσηνού");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Χριστίνα");
  await page.keyboard.press("Tab");
  await page.keyboard.type("6944700233");
  await page.keyboard.press("Tab");
  await page.keyboard.type("x.melissinou@gmial.com");
  await expect(page.getByText("Μήπως x.melissinou@gmail.com;")).toBeVisible();
  await atEachOfThreeWidths(page, "a slip at the e-mail of a booking");
  await page.getByRole("textbox", { name: "E-mail" }).focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  await card(page, "ΜΕΛΙΣΣΗΝΟΥ").press("Enter");
  await expect(page.getByText(/^θα σταλεί/)).toBeVisible();
  await page.keyboard.press("Escape");
  await hurry();
  // It appears by itself.
  await expect(card(page, "ΜΕΛΙΣΣΗΝΟΥ.*το e-mail δεν παραδόθηκε")).toBeVisible();
  await atEachOfThreeWidths(page, "the plan with a lost e-mail");
  await card(page, "ΜΕΛΙΣΣΗΝΟΥ").press("Enter");
  const section = page.getByRole("region", { name: "E-mail: η επιβεβαίωση δεν παραδόθηκε" });
  await expect(section).toContainText("Η διεύθυνση δεν υπάρχει.");
  await expect(section.getByRole("link", { name: "694 470 0233" })).toBeVisible();
  await expect(section.getByRole("link", { name: /^Λίστα κλήσεων/ })).toBeVisible();
  await section.getByText("Απάντηση του διακομιστή").press("Enter");
  await expect(section.getByText("550 5.1.1 Recipient address rejected")).toBeVisible();
  await atEachOfThreeWidths(page, "an appointment whose e-mail was lost");
  await expectOfCancelling(
    page,
    "Το e-mail x.melissinou@gmial.com δεν παραδίδεται: ενημερώστε τηλεφωνικά, 694 470 0233.",
  );
  await expect(section.getByText("Μήπως x.melissinou@gmail.com;")).toBeVisible();
  await section.getByRole("button", { name: "Διόρθωση", exact: true }).press("Enter");
  const address = section.getByRole("textbox", { name: "Διεύθυνση" });
  await expect(address).toHaveValue("x.melissinou@gmail.com");
  await expect(address).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Νέα διεύθυνση: x.melissinou@gmail.com.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Αναίρεση: Διόρθωση διεύθυνσης" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "E-mail", exact: true })).toBeFocused();
  await hurry();
  await expect(page.getByText(/στάλθηκε: x.melissinou@gmail.com/)).toBeVisible();
  expect(await arrived("x.melissinou@gmail.com")).toBe(1);
  await atEachOfThreeWidths(page, "an appointment whose e-mail arrived after all");
  await expectOfCancelling(page, "Θα σταλεί e-mail στο x.melissinou@gmail.com.");
  await page.keyboard.press("Escape");
  await expect(card(page, "ΜΕΛΙΣΣΗΝΟΥ")).toBeVisible();
  await expect(card(page, "ΜΕΛΙΣΣΗΝΟΥ.*το e-mail δεν παραδόθηκε")).toHaveCount(0);
});

test("the page of the office: what was lost and why, corrected with one press, what waits and what was sent", async ({
  browser,
}) => {
  await turn([
    refusing("*@gmial.com"),
    refusing("*@example.org", "5.2.2 Mailbox full", 552),
    refusing("*@example.net", "5.7.1 Not wanted here", 554),
    refusing("*@example.pl", "4.7.1 Try again later", 451),
  ]);
  const page = await own.openAs(browser, "ilias", "mails");
  await expect(page.getByText("Κανένα e-mail δεν έχει χαθεί")).toBeVisible();
  await atEachOfThreeWidths(page, "nothing is lost");
  const link = page.getByRole("navigation").getByRole("link", { name: /^Χαμένα e-mail/ });
  await expect(link).toHaveCount(0);
  const people = [
    { time: "09:00", lastName: "Πετροκαλάμη", email: "petro@gmial.com", phone: "6944700244" },
    { time: "09:30", lastName: "Ουρανίδης", email: "ouranidis@example.org" },
    { time: "10:00", lastName: "Βότσαλη", email: "votsali@example.net", phone: "6973319005" },
    { time: "10:30", lastName: "Nowiczek", email: "marek@example.pl", phone: "6990244471", language: "en" },
    { time: "11:00", lastName: "Κοχύλης", email: "kochylis@example.gr" },
  ] as const;
  const [, , votsali] = await written(...people);
  // It appears while somebody looks at the page.
  await expect(link).toHaveText("Χαμένα e-mail (3)");
  const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  await expect(row("ΠΕΤΡΟΚΑΛΑΜΗ")).toContainText("Η διεύθυνση δεν υπάρχει");
  await expect(row("ΟΥΡΑΝΙΔΗΣ")).toContainText("Το γραμματοκιβώτιο είναι γεμάτο");
  await expect(row("ΟΥΡΑΝΙΔΗΣ")).toContainText("Χωρίς τηλέφωνο");
  await expect(row("ΒΟΤΣΑΛΗ")).toContainText("αρνήθηκε το μήνυμα");
  await atEachOfThreeWidths(page, "e-mails that were lost");
  await page.getByRole("link", { name: "Σε εξέλιξη, 1" }).press("Enter");
  await expect(page.getByRole("navigation", { name: "Προβολή των e-mail" }).locator("[aria-current]")).toHaveText(
    "Σε εξέλιξη, 1",
  );
  // On a busy machine the time of the next attempt has come by now.
  await expect(row("NOWICZEK")).toContainText(/νέα προσπάθεια|περιμένει τον διακομιστή/);
  await atEachOfThreeWidths(page, "e-mails under way");
  await page.getByRole("link", { name: /^Στάλθηκαν σήμερα/ }).press("Enter");
  await expect(row("ΚΟΧΥΛΗΣ")).toContainText("στάλθηκε");
  await atEachOfThreeWidths(page, "e-mails that were sent");
  await page.goBack();
  await expect(row("NOWICZEK")).toBeVisible();
  await page.getByRole("link", { name: "Δεν παραδόθηκαν, 3" }).press("Enter");
  await page.getByRole("button", { name: "Διόρθωση σε gmail.com: ΠΕΤΡΟΚΑΛΑΜΗ Ελένη" }).press("Enter");
  await expect(page.getByText("Νέα διεύθυνση: petro@gmail.com.")).toBeVisible();
  await expect(row("ΠΕΤΡΟΚΑΛΑΜΗ")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await turn([refusing("*@example.pl", "4.7.1 Try again later", 451)]);
  await page.getByRole("button", { name: "Νέα αποστολή: ΟΥΡΑΝΙΔΗΣ Ελένη" }).press("Enter");
  await expect(link).toHaveText("Χαμένα e-mail (1)");
  await allTried();
  await expect(page.getByRole("link", { name: "Σε εξέλιξη, 1" })).toBeVisible();
  expect([await arrived("petro@gmail.com"), await arrived("ouranidis@example.org")]).toEqual([1, 1]);

  // A cancellation that does not arrive is told by telephone.
  await turn([refusing("*@example.net", "5.7.1 Not wanted here", 554), refusing("*@example.pl", "4.7.1 Later", 451)]);
  const { id = "", version } = votsali ?? {};
  await done(own.clerk, `${own.api}/appointments/${id}/cancellation`, { reason: "Το ζήτησε ο πολίτης" }, version);
  // The page has seen that it rests: its list is asked for where the counts say something new.
  await expect(page.getByRole("link", { name: "Σε εξέλιξη, 2" })).toBeVisible();
  await allTried();
  await expect(row("ΒΟΤΣΑΛΗ")).toContainText("Ακύρωση");
  await row("ΒΟΤΣΑΛΗ").getByRole("link", { name: "στη λίστα κλήσεων" }).press("Enter");
  const call = page.getByRole("listitem").filter({ hasText: "ΒΟΤΣΑΛΗ" });
  await expect(call).toContainText("Το e-mail δεν παραδόθηκε");
  await expect(call).toContainText("Το ραντεβού ακυρώθηκε: πείτε ότι δεν ισχύει.");
  await atEachOfThreeWidths(page, "a cancellation on the call list");
  await call.getByLabel("Συμφώνησε").check();
  await expect(link).toHaveCount(0);
  await page.getByRole("link", { name: "Όλα τα e-mail της ημέρας" }).press("Enter");
  await expect(page.getByText("Κανένα e-mail δεν έχει χαθεί")).toBeVisible();
});

test("two clerks correct one address: the second sees both, and says which one holds", async ({ browser }) => {
  await turn([refusing("*@gmial.com")]);
  const people = [
    { time: "12:00", lastName: "Σαλούστρου", email: "salou@gmial.com" },
    { time: "12:30", lastName: "Τζανετής", email: "tzanetis@gmial.com" },
    { time: "13:00", lastName: "Φραγκάκη", email: "fragaki@gmial.com" },
  ] as const;
  const [typed, crossed, pressed] = await written(...people);
  const page = await own.openAs(browser, "ilias", `days/${TOMORROW}?panel=${typed?.id}`);
  const section = page.getByRole("region", { name: /^E-mail/ });
  const address = section.getByRole("textbox", { name: "Διεύθυνση" });
  await address.fill("saloustrou@example.gr");
  await corrected(typed, "salou@gmail.com");
  await expect(section.getByRole("alert").first()).toHaveText(
    "Συνάδελφος έβαλε στο μεταξύ salou@gmail.com. Εσείς γράψατε saloustrou@example.gr.",
  );
  await expect(address).toHaveValue("saloustrou@example.gr");
  await atEachOfThreeWidths(page, "an address that a colleague has corrected meanwhile");
  await section.getByRole("button", { name: "Να μείνει όπως είναι" }).press("Enter");
  await expect(address).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "E-mail", exact: true })).toBeFocused();

  await page.goto(page.url().replace(`${typed?.id}`, `${crossed?.id}`));
  await address.fill("tzanetis@example.gr");
  await whileItIsSent(page, () => corrected(crossed, "tzanetis@gmail.com"));
  await address.press("Enter");
  await expect(section.getByText("Συνάδελφος έβαλε στο μεταξύ tzanetis@gmail.com.")).toBeFocused();
  await section.getByRole("button", { name: "Αποστολή σε αυτή που έγραψα" }).press("Enter");
  await expect(page.getByText("Νέα διεύθυνση: tzanetis@example.gr.")).toBeVisible();

  await page.goto(`${own.url}/offices/${own.code}/mails`);
  await whileItIsSent(page, () => corrected(pressed, "fragaki@example.gr"));
  const row = page.getByRole("row", { name: /ΦΡΑΓΚΑΚΗ/ });
  await row.getByRole("button", { name: /^Διόρθωση σε gmail.com/ }).press("Enter");
  await expect(row.getByRole("alert")).toHaveText(
    "Συνάδελφος έβαλε στο μεταξύ fragaki@example.gr. Εσείς γράψατε fragaki@gmail.com.",
  );
  await atEachOfThreeWidths(page, "a row whose address a colleague has corrected meanwhile");
  await row.getByRole("button", { name: "Αποστολή σε αυτή που έγραψα" }).press("Enter");
  await expect(page.getByText("Νέα διεύθυνση: fragaki@gmail.com.")).toBeVisible();
  await expect(row).toHaveCount(0);
});

/** By a colleague, beside the page */
async function corrected(appointment: Booked | undefined, email: string): Promise<void> {
  const path = `${own.api}/appointments/${appointment?.id}`;
  const { status } = await own.head.ask("PATCH", path, { body: { email }, version: appointment?.version });
  expect(status).toBe(200);
}

/** Something is done while the page's next change is on its way. */
async function whileItIsSent(page: Page, act: () => Promise<void>): Promise<void> {
  const isTo = "**/appointments/*";
  await page.route(isTo, async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    await act();
    await route.continue();
    await page.unroute(isTo);
  });
}
