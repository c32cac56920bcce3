import { expect, type Page } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../src/stand-ins/smtp.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";
import { expectTime } from "./person.ts";

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
  ...{ at: "rcpt", does: "refuse", recipient, code, text },
});

/** Second thoughts are over at once; the sender comes by within seconds. */
const hurry = () => own.sql.query("update mail set due_at = now() where state = 'planned'");

const card = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(name) });
const arrived = async (to: string) => {
  const { messages } = (await (await fetch(`${smtp.page}/messages.json?to=${to}`)).json()) as { messages: object[] };
  return messages.length;
};

test("by keyboard: from the booking to an address that is put right, and the e-mail that arrives", async ({
  browser,
}) => {
  await turn([refusing("*@gmial.com")]);
  const page = await own.openAs(browser, "ilias", `days/${TOMORROW}`);
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await page.keyboard.press("n");
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
  await section.getByRole("button", { name: "Μήπως x.melissinou@gmail.com;" }).press("Enter");
  const address = section.getByRole("textbox", { name: "Διεύθυνση" });
  await expect(address).toHaveValue("x.melissinou@gmail.com");
  await expect(address).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Νέα διεύθυνση: x.melissinou@gmail.com.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "E-mail", exact: true })).toBeFocused();
  await hurry();
  await expect(page.getByText(/στάλθηκε: x.melissinou@gmail.com/)).toBeVisible();
  expect(await arrived("x.melissinou@gmail.com")).toBe(1);
  await atEachOfThreeWidths(page, "an appointment whose e-mail arrived after all");
  await page.keyboard.press("Escape");
  await expect(card(page, "ΜΕΛΙΣΣΗΝΟΥ.*υπάρχει e-mail")).toBeVisible();
});
