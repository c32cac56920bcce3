import { expect, type Locator, type Page } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { announceRules, type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";

/** How many pages, taps and keys a newcomer needs, from the start page to an appointment; and what is told where there is no time. */
let smtp: SmtpStandIn;
let own: OwnPlatform;
let office: string;
test.beforeAll(async () => {
  smtp = await startSmtp();
  own = await openOwnPlatform({ SMTP_URL: smtp.url });
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  await own.sql.query(
    "update queue set is_public = (code = '9904') from office where office.id = office_id and not is_archived",
  );
  const { rows } = await own.sql.query("select name from office where code = '9904'");
  office = rows[0].name;
});
test.afterAll(async () => {
  await own.close();
  await smtp.stop();
});

test.use({ viewport: { width: 390, height: 780 }, hasTouch: true });

/** Counts the pages of ours that come after the first, every tap, and every key. */
function counting(page: Page) {
  const counted = { pages: -1, taps: 0, keys: 0 };
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest() && response.status() === 200;
    if (isPage && response.url().startsWith(own.url)) counted.pages++;
  });
  const tap = async (target: Locator) => {
    await target.tap();
    counted.taps++;
  };
  const type = async (target: Locator, text: string) => {
    await tap(target);
    await target.pressSequentially(text);
    counted.keys += text.length;
  };
  return { counted, tap, type };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const service = (page: Page) => page.getByRole("link", { name: /^Βεβαίωση γνησίου υπογραφής/ }).first();
const where = (page: Page) => page.getByLabel("Δήμος, περιοχή, ΚΕΠ ή ταχυδρομικός κώδικας");

async function toATime(page: Page, { tap, type }: ReturnType<typeof counting>): Promise<void> {
  await page.goto(`${own.url}/book`);
  await tap(service(page));
  await type(where(page), office);
  await tap(button(page, "Αναζήτηση"));
  await tap(
    page
      .locator(".kep")
      .getByRole("link", { name: /^Επιλογή/ })
      .first(),
  );
  await tap(page.locator(".cal td a").nth(-2));
  await tap(page.locator(".times button").first());
}

async function linkIn(recipient: string): Promise<string> {
  const address = () => /\/link\/[\w-]{43}(?=\s|$)/.exec(smtp.messages(recipient).at(-1)?.text ?? "")?.[0];
  await expect.poll(address, { timeout: 60_000 }).toBeDefined();
  return `${own.url}${address()}`;
}

async function confirmByMail(page: Page, { tap, type }: ReturnType<typeof counting>, email: string): Promise<void> {
  await type(page.getByLabel("Επώνυμο"), "Πάππου");
  await type(page.getByLabel("Όνομα", { exact: true }), "Ρόη");
  await tap(button(page, "Συνέχεια"));
  await type(page.getByLabel("Το e-mail σας"), email);
  await tap(button(page, "Συνέχεια"));
  await page.goto(await linkIn(email));
  await tap(button(page, "Επιβεβαιώνω το ραντεβού"));
  await expect(page.getByRole("heading", { name: "Το ραντεβού σας κλείστηκε" })).toBeVisible();
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("by e-mail in nine pages", async ({ page }) => {
    const person = counting(page);
    await toATime(page, person);
    await confirmByMail(page, person, "roi@example.gr");
    expect(person.counted.pages).toBeLessThanOrEqual(9);
    expect(person.counted.taps).toBeLessThanOrEqual(12);
    expect(person.counted.keys).toBe(`${office}ΠάππουΡόηroi@example.gr`.length);
  });

  test("with TAXISnet in eight pages, and without a name to type", async ({ page }) => {
    const person = counting(page);
    await toATime(page, person);
    await person.tap(button(page, "Σύνδεση με TAXISnet"));
    await page.locator("input[name=userid][value=menelaos]").check();
    await page.locator("button[name=approve]").tap();
    await person.tap(page.getByLabel("Για εμένα"));
    await person.tap(button(page, "Συνέχεια"));
    await person.tap(button(page, "Κλείνω το ραντεβού"));
    await expect(page.getByRole("heading", { name: "Το ραντεβού σας κλείστηκε" })).toBeVisible();
    expect(person.counted.pages).toBeLessThanOrEqual(8);
    expect(person.counted.keys).toBe(office.length);
  });

  test("the earliest one around in seven pages, from where it is asked for", async ({ page }) => {
    const person = counting(page);
    await page.goto(`${own.url}/book/earliest?service=signature-certification`);
    await person.type(page.getByLabel("Γύρω από"), office);
    await person.tap(button(page, "Ενημέρωση λίστας"));
    await person.tap(page.locator(".early button").first());
    await confirmByMail(page, person, "earliest@example.gr");
    expect(person.counted.pages).toBeLessThanOrEqual(7);
  });
});

test("where everything is taken, or the office is closed that day, the page says so and leads on", async ({ page }) => {
  const tomorrow = Temporal.Now.zonedDateTimeISO("Europe/Athens").toPlainDate().add({ days: 1 });
  await own.sql.query(
    `insert into exception (office_id, id, queue, kind, reason, starts_at, ends_at, created_at)
     select id, gen_random_uuid(), null, 'closed', 'Εργασίες στο κτίριο', now() - interval '1 hour', now() + interval '200 days', now()
     from office where code = '9904'`,
  );
  await announceRules(own.sql, "9904");
  await page.goto(`${own.url}/book/offices/9904/days/${tomorrow}?service=signature-certification`);
  await expect(page.getByText("Δεν υπάρχει ελεύθερη ώρα αυτή την ημέρα.")).toBeVisible();
  await page.goto(`${own.url}/book/offices/9904/days?service=signature-certification&on=${tomorrow}`);
  await expect(page.getByText("Εργασίες στο κτίριο").first()).toBeVisible();
  await atEveryWidth(page, "weeks that are closed");
  await page.goto(`${own.url}/book/offices?service=signature-certification&where=${encodeURIComponent(office)}`);
  await atEveryWidth(page, "an office without a time");
  await expect(page.locator(".kep").first()).toContainText("Καμία ελεύθερη ώρα έως");
});
