import { type Browser, expect, type Page } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";

/** An earlier time than the one they have: wished for, offered, taken or left. Offers are made by day only, so here by hand. */
let smtp: SmtpStandIn;
let own: OwnOffice;
test.beforeAll(async () => {
  smtp = await startSmtp();
  own = await openOwnOffice({ SMTP_URL: smtp.url });
  own.plants(...VISITS_BY_HAND);
  await own.sql.query("delete from public_booking");
  await own.sql.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now())");
  await own.sql.query("update queue set is_public = true from office where office.id = office_id and code = '9904'");
});
test.afterAll(async () => {
  await own.close();
  await smtp.stop();
});

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };
const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const timeOf = async (email: string): Promise<string> =>
  (
    await own.sql.query(
      "select to_char(starts_at at time zone 'Europe/Athens', 'YYYY-MM-DD HH24:MI') as at from appointment where email = $1 and live",
      [email],
    )
  ).rows[0].at;

/** Somebody with an appointment in twenty days; where their letter leads. */
async function visitor(email: string, time: string): Promise<string> {
  const person = { lastName: "Γιασεμίδου", firstName: "Φανή", service: "copy-certification", channel: "phone", email };
  await done(own.clerk, `${own.api}/appointments`, { date: inDays(20), time, queue: 1, ...person });
  await own.sql.query("update mail set due_at = now() where address = $1", [email]);
  const letter = () => smtp.messages(email).at(-1)?.text ?? "";
  await expect.poll(letter, { timeout: 240_000 }).toContain("/link/");
  return new URL(new URL(/https?:\/\/\S+\/link\/[\w-]{43}/.exec(letter())?.[0] ?? "").pathname, own.url).href;
}

/** As the program does by day: the place is held, and the offer stands. */
async function offer(email: string, date: string, time: string): Promise<void> {
  await own.sql.query(
    `with hold as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, channel, created_at)
       select office_id, gen_random_uuid(), 2, at, at + interval '10 minutes', 'held', now(), service, '', '', 'online', now()
       from appointment, lateral (select ($2::date + $3::time) at time zone 'Europe/Athens' as at) as place
       where email = $1 and live returning *)
     insert into earlier_offer (office_id, place_office, hold, appointment_id, queue, starts_at, ends_at, made_at, until)
     select hold.office_id, hold.office_id, hold.id, visit.id, hold.queue, hold.starts_at, hold.ends_at, now(), now() + interval '1 hour'
     from hold join appointment as visit on visit.email = $1 and visit.live`,
    [email, date, time],
  );
}

const onAPhone = async (browser: Browser, wish: object = {}) =>
  (await browser.newContext({ ...PHONE, ...wish })).newPage();

test("without a script, by keyboard: wished for, offered, and taken by one press", async ({ browser }) => {
  const email = "fani@example.gr";
  const link = await visitor(email, "11:20");
  const page = await onAPhone(browser, { javaScriptEnabled: false });
  await page.goto(link);
  await page.getByRole("link", { name: /^Θέλω νωρίτερη ώρα/ }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Θέλετε νωρίτερη ώρα;")).toBeVisible();
  for (const day of ["Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή"]) {
    await page.getByRole("checkbox", { name: day }).focus();
    await page.keyboard.press("Space");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Επιλέξτε τουλάχιστον μία ημέρα");
  await expect(page.getByRole("checkbox", { name: "Πρωί" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Δευτέρα" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Θα σας γράψουμε αν ελευθερωθεί νωρίτερη ώρα.")).toBeVisible();

  await offer(email, inDays(6), "09:00");
  await page.goto(`${link}/offer`);
  await expect(heading(page, "Ελευθερώθηκε νωρίτερη ώρα")).toBeVisible();
  await page.getByRole("button", { name: "Παίρνω τη νέα ώρα" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Το ραντεβού σας είναι πλέον νωρίτερα.")).toBeVisible();
  expect(await timeOf(email)).toBe(`${inDays(6)} 09:00`);
});

test("left, refused, over or ended: every page is accessible at every width, and what they have stays", async ({
  browser,
}) => {
  const email = "nikos@example.gr";
  const link = await visitor(email, "12:20");
  const page = await onAPhone(browser);
  await page.goto(`${link}/wish`);
  await atEveryWidth(page, "a wish for an earlier time");
  await page.getByRole("button", { name: "Ειδοποιήστε με" }).click();
  await expect(page.getByText("Θα σας γράψουμε αν ελευθερωθεί νωρίτερη ώρα.")).toBeVisible();
  await offer(email, inDays(7), "09:00");
  await page.goto(`${link}/offer`);
  await atEveryWidth(page, "an earlier time that is offered");
  await page.getByRole("button", { name: "Κρατώ αυτό που έχω" }).click();
  await expect(page.getByText("Το ραντεβού σας μένει όπως είναι. Μένετε στη σειρά.")).toBeVisible();
  await page.goto(`${link}/offer`);
  await expect(heading(page, "Η πρόταση δεν ισχύει πια")).toBeVisible();
  await atEveryWidth(page, "an offer that is over");
  await page.getByRole("link", { name: "Αλλαγή ημερών, ωρών ή ΚΕΠ" }).click();
  await page.getByRole("button", { name: "Μη μου στέλνετε άλλες προτάσεις" }).click();
  await expect(page.getByText("Δεν θα λάβετε άλλες προτάσεις.")).toBeVisible();
  expect(await timeOf(email)).toBe(`${inDays(20)} 12:20`);
});

test("in two windows: the second press says what is so, in English too", async ({ browser }) => {
  const email = "eleni@example.gr";
  const link = await visitor(email, "13:20");
  await offer(email, inDays(8), "09:00");
  const [one, two] = [await onAPhone(browser), await onAPhone(browser)];
  for (const page of [one, two]) await page.goto(`${link}/offer`);
  await one.getByRole("button", { name: "Κρατώ αυτό που έχω" }).click();
  await two.getByRole("button", { name: "Παίρνω τη νέα ώρα" }).click();
  await expect(heading(two, "Η πρόταση δεν ισχύει πια")).toBeVisible();
  await two.goto(`${link.replace("/link/", "/en/link/")}/wish`);
  await expect(heading(two, "Would you like an earlier time?")).toBeVisible();
  expect(await timeOf(email)).toBe(`${inDays(20)} 13:20`);
});
