import { type Browser, expect, type Page } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { FILLED_IN_SERVICE, othersFillIn as fillIn, openWithLittleRoom } from "./others-fill-in.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";

/** Much of a day is held already: browsers work by themselves, without a script the e-mail comes first, and nobody is turned away. */
let smtp: SmtpStandIn;
let own: OwnOffice;
test.beforeAll(async () => {
  smtp = await startSmtp();
  own = await openOwnOffice({ SMTP_URL: smtp.url });
  await openWithLittleRoom(own.sql, own.code);
});
test.afterAll(async () => {
  await own.close();
  await smtp.stop();
});

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };
const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();

const othersFillIn = (date: string, others: Parameters<typeof fillIn>[3]) => fillIn(own.sql, own.code, date, others);

async function openDay(browser: Browser, date: string, wish: object = {}): Promise<Page> {
  const page = await (await browser.newContext({ ...PHONE, ...wish })).newPage();
  await page.goto(`${own.url}/book/offices/9904/days/${date}?service=${FILLED_IN_SERVICE}`);
  return page;
}
const press = (page: Page, time: string) => page.getByRole("button", { name: time, exact: true }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const isHeld = async (date: string, time: string) =>
  (
    await own.sql.query(
      "select from appointment where status = 'held' and starts_at = ($1::date + $2::time) at time zone 'Europe/Athens'",
      [date, time],
    )
  ).rows.length === 1;

test("the browser works by itself, and its person is asked nothing", { tag: "@proof" }, async ({ browser }) => {
  const date = inDays(3);
  await othersFillIn(date, { holding: 5, left: 11 });
  const page = await openDay(browser, date);
  await press(page, "12:00");
  await expect(heading(page, "Για ποιον είναι το ραντεβού;")).toBeVisible();
  await expect(page.getByText("Κρατάμε για εσάς:")).toBeVisible();
  expect(await isHeld(date, "12:00")).toBe(true);
  const { rows } = await own.sql.query("select from booking_form where proof is not null");
  expect(rows).toHaveLength(1);
});

test("while it works the page says so, and leaves a way on to whoever does not want to wait", async ({ browser }) => {
  const date = inDays(4);
  await othersFillIn(date, { holding: 5, left: 11 });
  const page = await openDay(browser, date);
  await page.route("**/book-work-*.js", (route) =>
    route.fulfill({ body: "document.getElementById('work').hidden = false" }),
  );
  await press(page, "12:00");
  await expect(heading(page, "Ένα λεπτό ακόμη")).toBeVisible();
  await atEveryWidth(page, "a browser at work");
  await page.getByRole("button", { name: "Συνέχεια χωρίς να κρατηθεί ακόμη" }).click();
  await expect(page.getByText("Δεν κρατάμε ακόμη την ώρα:")).toBeVisible();
  expect(await isHeld(date, "12:00")).toBe(false);
});

test("without a script, by keyboard: the e-mail is confirmed before the time is held", async ({ browser }) => {
  const date = inDays(5);
  await othersFillIn(date, { holding: 10 });
  const page = await openDay(browser, date, { javaScriptEnabled: false });
  await page.getByRole("button", { name: "12:00", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Η ώρα 12:00 κρατιέται μόλις φανεί ποιος τη ζητά")).toBeVisible();
  await expect(page.getByRole("link", { name: "Άλλη ώρα" })).toBeVisible();
  await page.getByRole("button", { name: "Συνέχεια χωρίς να κρατηθεί ακόμη" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Επώνυμο").fill("Γιασεμίδου");
  await page.getByLabel("Όνομα", { exact: true }).fill("Φανή");
  await page.keyboard.press("Enter");
  await page.getByLabel("Το e-mail σας").fill("fani@mailinator.com");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Αυτό το e-mail είναι προσωρινό");
  await page.getByLabel("Το e-mail σας").fill("fani@example.gr");
  await page.keyboard.press("Enter");
  await expect(page.getByText("αν η ώρα είναι ακόμη ελεύθερη")).toBeVisible();
  expect(await isHeld(date, "12:00")).toBe(false);

  await page.goto(await linkTo("fani@example.gr"));
  await expect(page.getByText("Η ώρα κρατιέται μόλις πατήσετε το κουμπί")).toBeVisible();
  await page.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Το ραντεβού σας κλείστηκε")).toBeVisible();
  const { rows } = await own.sql.query("select status from appointment where email = 'fani@example.gr'");
  expect(rows).toEqual([{ status: "booked" }]);
});

test("a day that is full of those who fill in says so at every width; the head sees it in numbers", async ({
  browser,
}) => {
  const date = inDays(6);
  await othersFillIn(date, { holding: 10 });
  const page = await openDay(browser, date);
  await expect(page.getByText("Η ώρα γίνεται δική σας μόλις επιβεβαιώσετε")).toBeVisible();
  await atEveryWidth(page, "the times of a day that is full of those who fill in");
  await press(page, "12:00");
  await expect(heading(page, "Η ώρα 12:00 κρατιέται μόλις φανεί ποιος τη ζητά")).toBeVisible();
  await atEveryWidth(page, "a day of which much is held");
  await page.getByRole("button", { name: "Συνέχεια χωρίς να κρατηθεί ακόμη" }).click();
  await expect(page.getByText("Δεν κρατάμε ακόμη την ώρα:")).toBeVisible();
  await atEveryWidth(page, "a form whose time is not held yet");
  const head = await own.openAs(browser, "rea", "settings?tab=online");
  await expect(head.getByRole("heading", { name: /^Τις τελευταίες 7.ημέρες$/ })).toBeVisible();
  await expect(head.getByText(/φορές? η ώρα θα κρατιόταν/)).toBeVisible();
  await atEveryWidth(head, "what was asked of citizens, in numbers");
});

async function linkTo(recipient: string): Promise<string> {
  const letter = () => smtp.messages(recipient).at(-1)?.text ?? "";
  await expect.poll(letter, { timeout: 60_000 }).toContain("/link/");
  return new URL(new URL(/https?:\/\/\S+\/link\/[\w-]{43}/.exec(letter())?.[0] ?? "").pathname, own.url).href;
}
