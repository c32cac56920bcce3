import { type Browser, expect, type Page } from "@playwright/test";
import ICAL from "ical.js";
import { hashOfToken, newToken } from "../../src/platform/token.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";

/** A calendar follows an appointment: from its page to what the calendar reads. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
  own.plants(...VISITS_BY_HAND);
  await own.sql.query("update counter_language set is_on = true");
  await own.sql.query("delete from public_booking");
  await own.sql.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now())");
});
test.afterAll(() => own.close());

const TODAY = Temporal.Now.plainDateISO("Europe/Athens");
const TUESDAY = TODAY.add({ days: 14 - TODAY.dayOfWeek + 2 }).toString();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Of an appointment that is booked there by hand. @returns the path of its link */
async function bookedAt(time: string): Promise<string> {
  const token = newToken();
  await own.sql.query(
    `with visit as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, channel, created_at)
       select id, gen_random_uuid(), 1, at, at + interval '10 minutes', 'booked', now(), 'copy-certification', 'Γιασεμίδου', 'Φανή', 'phone', now()
       from office, lateral (select ($1::date + $2::time) at time zone 'Europe/Athens' as at) as place
       where code = '9904' returning *)
     insert into appointment_link (office_id, token_hash, appointment_id, kind, made_at)
     select office_id, $3, id, 'manage', now() from visit`,
    [TUESDAY, time, hashOfToken(token)],
  );
  return `/link/${token}`;
}

const at = async (browser: Browser, width: number, path: string, javaScriptEnabled = false) => {
  const context = await browser.newContext({ viewport: { width, height: 780 }, hasTouch: true, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(own.url + path);
  return page;
};

const MAKE = { name: "Φτιάξτε τη διεύθυνση" };

for (const width of [320, 390])
  test(`without a script, by keyboard, ${width} px: asked for, read by a calendar, ended`, async ({ browser }) => {
    const link = await bookedAt(width === 320 ? "09:00" : "10:00");
    const page = await at(browser, width, link);
    await page.getByRole("link", { name: "Το ημερολόγιό μου να ακολουθεί τις αλλαγές" }).focus();
    await page.keyboard.press("Enter");
    await expect(heading(page, "Το ημερολόγιό μου να ακολουθεί τις αλλαγές")).toBeVisible();
    await expect(page.getByText("βλέπει πότε και σε ποιο ΚΕΠ έχετε ραντεβού")).toBeVisible();
    await page.getByRole("button", MAKE).focus();
    await page.keyboard.press("Enter");
    await expect(heading(page, "Η διεύθυνση για το ημερολόγιό σας")).toBeVisible();
    const address = (await page.locator("code").textContent()) ?? "";
    await expect(page.getByRole("link", { name: "Άνοιγμα στο ημερολόγιο" })).toHaveAttribute(
      "href",
      address.replace(/^https?/, "webcal"),
    );
    const read = await fetch(new URL(new URL(address).pathname, own.url));
    const [event] = new ICAL.Component(ICAL.parse(await read.text())).getAllSubcomponents("vevent");
    expect(String(event?.getFirstPropertyValue("dtstart"))).toBe(`${TUESDAY}T${width === 320 ? "09:00" : "10:00"}:00`);

    await page.goto(`${own.url}${link}/calendar`);
    await page.getByRole("button", { name: "Να μην ακολουθεί πια κανένα ημερολόγιο" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Κανένα ημερολόγιο δεν ακολουθεί πια το ραντεβού.")).toBeVisible();
    expect((await fetch(new URL(new URL(address).pathname, own.url))).status).toBe(404);
  });

test("before, with an address, and where it is shown: accessible at every width, in Greek and from right to left", async ({
  browser,
}) => {
  const link = await bookedAt("11:00");
  const page = await at(browser, 390, `${link}/calendar`, true);
  await atEveryWidth(page, "a calendar to follow it");
  await page.getByRole("button", MAKE).click();
  await atEveryWidth(page, "the address for the calendar");
  await page.goto(page.url().replace("/calendar/", "/ar/calendar/"));
  await atEveryWidth(page, "the address for the calendar, in Arabic");
  await page.goto(`${own.url}${link}/calendar`);
  await atEveryWidth(page, "a calendar that follows it");
});
