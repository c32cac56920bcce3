import { type Browser, expect, type Page } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";

/** No time is free: wished for without an appointment, offered, taken and booked. Offers are made by day only, so here by hand. */
let smtp: SmtpStandIn;
let own: OwnOffice;
test.beforeAll(async () => {
  smtp = await startSmtp();
  own = await openOwnOffice({ SMTP_URL: smtp.url });
  own.plants(...VISITS_BY_HAND);
  await own.sql.query("update counter_language set is_on = true where language = 'ar'");
  await own.sql.query("delete from public_booking");
  await own.sql.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now())");
  await own.sql.query("update queue set is_public = true from office where office.id = office_id and code = '9904'");
});
test.afterAll(async () => {
  await own.close();
  await smtp.stop();
});

const TODAY = Temporal.Now.plainDateISO("Europe/Athens");
const TUESDAY = TODAY.add({ days: 14 - TODAY.dayOfWeek + 2 }).toString();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const SERVICE = "copy-certification";
const at = async (
  browser: Browser,
  width: number,
  { language = "", javaScriptEnabled = true, service = SERVICE } = {},
) => {
  const context = await browser.newContext({ viewport: { width, height: 780 }, hasTouch: true, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${own.url}${language}/book/offices/9904/notify?service=${encodeURIComponent(service)}`);
  return page;
};

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Where the last letter to an address leads. */
async function letterTo(email: string, part: string): Promise<string> {
  await own.sql.query("update mail set due_at = now() where address = $1 and state = 'planned'", [email]);
  const pattern = new RegExp(`https?://\\S+/link/[\\w-]{43}${part}(?=\\s)`);
  const text = () => smtp.messages(email).at(-1)?.text ?? "";
  await expect.poll(text, { timeout: 60_000 }).toMatch(pattern);
  const found = pattern.exec(text())?.[0] ?? "";
  return new URL(new URL(found).pathname, own.url).href;
}

/** As the program does by day: the place is held, the offer stands, and its letter is planned. */
async function offer(email: string, time: string, minutes = 10): Promise<void> {
  await own.sql.query(
    `with wish as (
       select visit.* from earlier_wish join appointment as visit using (office_id) where visit.id = appointment_id and email = $1),
     hold as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, companions, last_name, first_name,
         channel, created_at)
       select office_id, gen_random_uuid(), 2, at, at + make_interval(mins => $4), 'held', now(), service, companions, '', '', 'online', now()
       from wish, lateral (select ($2::date + $3::time) at time zone 'Europe/Athens' as at) as place returning *),
     offered as (
       insert into earlier_offer (office_id, place_office, hold, appointment_id, queue, starts_at, ends_at, made_at, until)
       select hold.office_id, hold.office_id, hold.id, wish.id, hold.queue, hold.starts_at, hold.ends_at, now(), now() + interval '1 hour'
       from hold, wish)
     insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
     select office_id, gen_random_uuid(), id, 'wish-offer', email, '{"place": []}', now(), now() from wish`,
    [email, TUESDAY, time, minutes],
  );
}

for (const width of [320, 390])
  test(`without a script, by keyboard, ${width} px: wished for, confirmed, offered and booked`, async ({ browser }) => {
    const email = `fani${width}@gmail.com`;
    const page = await at(browser, width, { javaScriptEnabled: false });
    await expect(heading(page, "Να σας γράψουμε όταν ελευθερωθεί ώρα;")).toBeVisible();
    await page.getByLabel("Έως ποια ημέρα;").fill("2020-01-01");
    await page.getByLabel("E-mail").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("Γράψτε το e-mail σας");
    await expect(page.getByRole("alert")).toContainText("Γράψτε ημέρα από");
    await expect(page.getByLabel("Έως ποια ημέρα;"), "what was typed stays").toHaveValue("2020-01-01");
    await page.getByLabel("Έως ποια ημέρα;").fill("");
    await page.getByLabel("E-mail").fill(email);
    await page.keyboard.press("Enter");
    await expect(heading(page, "Ανοίξτε το e-mail σας")).toBeVisible();

    await page.goto(await letterTo(email, "/waiting"));
    await expect(heading(page, "Να σας γράψουμε όταν ελευθερωθεί ώρα;")).toBeVisible();
    await page.getByRole("button", { name: "Ναι, γράψτε μου" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Έγινε. Από τώρα μετρά η σειρά σας.")).toBeVisible();

    await offer(email, width === 320 ? "09:00" : "10:00");
    await page.goto(await letterTo(email, "/waiting/offer"));
    await expect(heading(page, "Ελευθερώθηκε ώρα")).toBeVisible();
    await page.getByRole("button", { name: "Παίρνω αυτή την ώρα" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: "Για εμένα" }).check();
    await page.getByLabel("Επώνυμο").fill("Γιασεμίδου");
    await page.getByLabel("Όνομα", { exact: true }).fill("Φανή");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Το e-mail σας")).toHaveValue(email);
    await page.getByRole("button", { name: "Συνέχεια" }).click();
    await page.goto(await letterTo(email, ""));
    await page.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).click();
    const booked = async () =>
      (await own.sql.query("select status from appointment where email = $1 and live", [email])).rows;
    await expect.poll(booked).toEqual([{ status: "booked" }]);
    expect((await own.sql.query("select from earlier_wish where without_visit")).rows).toEqual([]);
  });

for (const width of [320, 390])
  test(`a family of three without a script, ${width} px: wished for together, one whole place offered, taken and booked`, async ({
    browser,
  }) => {
    const email = `foteini${width}@gmail.com`;
    const service = [SERVICE, SERVICE, SERVICE].join(";");
    const page = await at(browser, width, { javaScriptEnabled: false, service });
    await expect(page.getByText("Άτομο 1–3:")).toBeVisible();
    expect(await widthOf(page)).toBe(width);
    await page.getByLabel("E-mail").fill(email);
    await page.keyboard.press("Enter");
    await page.goto(await letterTo(email, "/waiting"));
    await page.getByRole("button", { name: "Ναι, γράψτε μου" }).click();
    await expect(page.getByText("Έγινε. Από τώρα μετρά η σειρά σας.")).toBeVisible();

    await offer(email, width === 320 ? "12:00" : "13:00", 30);
    await page.goto(await letterTo(email, "/waiting/offer"));
    await expect(page.getByText("Άτομο 1–3:")).toBeVisible();
    expect(await widthOf(page)).toBe(width);
    await page.getByRole("button", { name: "Παίρνω αυτή την ώρα" }).click();
    await page.getByRole("radio", { name: "Για συγγενή ή άλλο πρόσωπο" }).check();
    await expect(page.getByText("Ισχύει για όλους όσοι έρχονται μαζί.")).toBeVisible();
    expect(await widthOf(page)).toBe(width);
    await page.getByLabel("Επώνυμο").first().fill("Γιασεμίδου");
    await page.getByLabel("Όνομα", { exact: true }).first().fill("Φωτεινή");
    const second = page.getByRole("group", { name: /^Άτομο 2/ });
    await second.getByLabel("Επώνυμο").fill("Γιασεμίδης");
    await second.getByLabel("Όνομα", { exact: true }).fill("Θωμάς");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Το e-mail σας")).toHaveValue(email);
    await page.getByRole("button", { name: "Συνέχεια" }).click();
    await page.goto(await letterTo(email, ""));
    await page.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).click();
    const booked = async () =>
      (
        await own.sql.query(
          "select status, jsonb_array_length(companions) as along, ends_at - starts_at = interval '30 minutes' as whole from appointment where email = $1 and live",
          [email],
        )
      ).rows;
    await expect.poll(booked).toEqual([{ status: "booked", along: 2, whole: true }]);
    expect((await own.sql.query("select from earlier_wish where without_visit")).rows).toEqual([]);
  });

test("asked, faulty, to be confirmed, standing, offered, over and ended: accessible at every width", async ({
  browser,
}) => {
  const email = "nikos@gmail.com";
  const page = await at(browser, 390);
  await atEveryWidth(page, "a wish without an appointment");
  await page.getByRole("button", { name: "Γράψτε μου όταν ελευθερωθεί" }).click();
  await atEveryWidth(page, "a wish without an e-mail");
  await page.getByLabel("E-mail").fill(email);
  await page.keyboard.press("Enter");
  await atEveryWidth(page, "a wish whose letter was sent");
  const link = await letterTo(email, "/waiting");
  await page.goto(link);
  await atEveryWidth(page, "a wish that is to be confirmed");
  await page.getByRole("button", { name: "Ναι, γράψτε μου" }).click();
  await atEveryWidth(page, "a wish that stands");
  await offer(email, "11:00");
  await page.goto(`${link}/offer`);
  await atEveryWidth(page, "a place that is offered");
  await page.getByRole("button", { name: "Όχι αυτή, μένω στη σειρά" }).click();
  await expect(page.getByText("Μένετε στη σειρά.")).toBeVisible();
  await page.goto(`${link}/offer`);
  await expect(heading(page, "Η πρόταση δεν ισχύει πια")).toBeVisible();
  await atEveryWidth(page, "a place that is offered no more");
  await page.goto(link);
  await page.getByRole("button", { name: "Μη μου στέλνετε άλλες προτάσεις" }).click();
  await expect(heading(page, "Δεν θα σας γράψουμε άλλο")).toBeVisible();
  await atEveryWidth(page, "a wish that was ended");
});

test("in Arabic it is read from the right, and is accessible", async ({ browser }) => {
  const page = await at(browser, 320, { language: "/ar" });
  await expect(heading(page, "هل نكتب إليكم عندما يصبح وقت متاحًا؟")).toBeVisible();
  await atEveryWidth(page, "a wish in Arabic");
});
