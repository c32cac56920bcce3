import { expect, type Page } from "@playwright/test";
import { VISITS_BY_HAND } from "../doctor.ts";
import { atEachOfThreeWidths, atEveryWidth } from "./accessible.ts";
import { type CitizensOffice, openCitizensOffice } from "./citizens-office.ts";
import { test } from "./journey.ts";
import { chooseService, expectTime, signIn } from "./person.ts";
import { expectWordsApart } from "./without-styles.ts";

/** The ministry switches it on; a citizen ticks what is to be ready, the counter sees it, and it is forgotten with them. */
let own: CitizensOffice;
const day = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();
test.beforeAll(async () => {
  own = await openCitizensOffice({ queues: 3 });
  own.plants(...VISITS_BY_HAND);
});
test.afterAll(() => own.close());
test.use({ actionTimeout: 20_000 });

/** Another worker begins anew where a test before this one has failed. */
const switchOn = () => own.sql.query("update needs_offer set is_on = true");

const WHEELCHAIR = "Είσοδος χωρίς σκαλιά και χώρος για αμαξίδιο";
const goOn = (page: Page) => page.getByRole("button", { name: "Συνέχεια" }).click();

async function confirmed(page: Page, recipient: string): Promise<void> {
  await page.getByLabel("Το e-mail σας").fill(recipient);
  await goOn(page);
  await page.goto(await own.linkTo(recipient));
  await page.getByRole("button", { name: "Επιβεβαιώνω το ραντεβού" }).click();
  await expect(page.getByRole("heading", { name: "Το ραντεβού σας κλείστηκε" })).toBeVisible();
}

test("of itself it is off; the ministry switches it on with one press", async ({ page }) => {
  await signIn(page, "athina", `${own.url}/ministry/public-booking`);
  const section = page.getByRole("region", { name: "Ανάγκες στην επίσκεψη" });
  await expect(section).toContainText("Κλειστό");
  await section.getByRole("button", { name: "Να μπορούν να σημειωθούν" }).press("Enter");
  await expect(section).toContainText("Ανοιχτό");
  await atEveryWidth(page, "needs are on");
});

test("without a script, on a phone: a wheelchair and an interpreter are ticked, seen at the counter and on its sheet", async ({
  browser,
  page: desk,
}) => {
  await switchOn();
  const context = { viewport: { width: 390, height: 780 }, hasTouch: true, javaScriptEnabled: false };
  const page = await (await browser.newContext(context)).newPage();
  await page.goto(`${own.url}/book/offices/9904/days/${day}?service=signature-certification`);
  await page.locator(".times button").first().click();
  const needs = page.getByRole("group", { name: /^Χρειάζεστε κάτι στην επίσκεψη;/ });
  await expect(needs).toContainText("Με το τικ συμφωνείτε");
  await page.getByLabel("Επώνυμο").fill("Βότσαλη");
  await needs.getByLabel(WHEELCHAIR).check();
  await needs.getByLabel("Χρειάζεστε διερμηνέα;").selectOption({ label: "Ελληνική νοηματική" });
  await goOn(page);
  await expect(page.getByRole("alert")).toContainText("Γράψτε το όνομα");
  await expect(needs.getByLabel(WHEELCHAIR)).toBeChecked();
  await page.getByLabel("Όνομα", { exact: true }).fill("Καλλιόπη");
  await goOn(page);
  await expect(page.getByText(`Διερμηνέας: Ελληνική νοηματική, ${WHEELCHAIR}`)).toBeVisible();
  await confirmed(page, "kalliopi@example.gr");
  await expect(page.locator(".slip")).not.toContainText("αμαξίδιο");

  await signIn(desk, "rea", `${own.url}/offices/9904/days/${day}`);
  const card = desk.locator(".card", { hasText: "ΒΟΤΣΑΛΗ" });
  await expect(card).toContainText("θέλει προετοιμασία");
  await card.getByRole("link").click();
  const panel = desk.getByRole("region", { name: "Τι ζήτησε να ετοιμαστεί" });
  await expect(panel).toContainText("Αμαξίδιο");
  await expect(panel).toContainText("Διερμηνέας: Ελληνική νοηματική");
  await expect(panel).toContainText("μιλάτε κοιτώντας τον πολίτη");
  await expect(desk.getByRole("button", { name: /^Ραντεβού που θέλουν ετοιμασία: 1/ })).toBeVisible();
  await expect(panel).toContainText("Δεν έχει επιβεβαιωθεί.");
  await panel.getByRole("button", { name: "Επιβεβαιώθηκε" }).press("Enter");
  await expect(panel.getByRole("button", { name: "Επιβεβαιώθηκε", pressed: true })).toBeFocused();
  await expect(card).toContainText("Επιβεβαιώθηκε");
  await desk.keyboard.press("Control+z");
  await expect(panel).toContainText("Δεν έχει επιβεβαιωθεί.");
  await panel.getByRole("button", { name: "Από απόσταση" }).press("Enter");
  await expect(panel).toContainText("Από απόσταση, με βίντεο ή τηλέφωνο.");
  await atEachOfThreeWidths(desk, "what is to be ready, in the panel");
  await own.sql.query("update office set has_sign_language = true, sign_language_days = 3 where code = '9904'");
  await desk.reload();
  await desk.getByRole("button", { name: "Μεταφορά" }).click();
  await expect(desk.getByText(/^Διερμηνέας προλαβαίνει από/)).toBeVisible();
  await desk.goto(`${own.url}/api/offices/9904/day-sheets/${day}`);
  await expect(desk.getByRole("row", { name: /ΒΟΤΣΑΛΗ/ })).toContainText(
    "διερμ. Ελληνική νοηματική (Από απόσταση), Αμαξίδιο",
  );

  await own.sql.query("select anonymize(office_id, array[id], now()) from appointment where last_name = 'Βότσαλη'");
  const { rows } = await own.sql.query(
    `select count(*)::int as left from appointment
     where needs <> '{}' or interpreter is not null or interpretation is not null`,
  );
  expect(rows).toEqual([{ left: 0 }]);
});

test("on a narrow phone each page with needs is accessible, and says where longer time has no room", async ({
  browser,
}) => {
  await switchOn();
  const page = await (await browser.newContext({ viewport: { width: 320, height: 700 } })).newPage();
  await page.goto(`${own.url}/book/offices/9904/days/${day}?service=signature-certification`);
  await page.locator(".times button").last().click();
  await page.getByLabel("Επώνυμο").fill("Βερικόκης");
  await page.getByLabel("Όνομα", { exact: true }).fill("Λουκάς");
  await page.getByLabel("Περισσότερος χρόνος").check();
  await expectWordsApart(page, "what is to be ready");
  await goOn(page);
  await expect(page.getByRole("alert")).toContainText("δεν υπάρχει περισσότερος χρόνος");
  await expect(page.getByLabel("Περισσότερος χρόνος")).toBeChecked();
  await atEveryWidth(page, "no longer time there");
  await page.getByRole("link", { name: "Δείτε ώρες με περισσότερο χρόνο" }).click();
  await page.locator(".times button").first().click();
  await expect(page.getByText("Να ετοιμαστεί")).toBeVisible();
  await atEveryWidth(page, "what is to be ready, to be confirmed");
});

test("by keyboard: a clerk ticks longer time, which makes the appointment longer, and takes it back", async ({
  page,
}) => {
  await switchOn();
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, "rea", `${own.url}/offices/9904/days/${day}`);
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  await chooseService(page);
  await page.keyboard.type("Φιλύρα");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Μαρίνα");
  await page.getByRole("button", { name: "Να ετοιμαστεί" }).press("Enter");
  const needs = page.getByRole("group", { name: "Να ετοιμαστεί" });
  await expect(needs.getByRole("checkbox").first()).toBeFocused();
  await needs.getByRole("checkbox", { name: "Περισσότερος χρόνος" }).press("Space");
  await expectTime(page);
  await atEachOfThreeWidths(page, "a form with what is to be ready");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press("Control+Enter");
  const card = page.locator(".card", { hasText: "ΦΙΛΥΡΑ" });
  await expect(card).toContainText("θέλει προετοιμασία");
  const length = async () =>
    (
      await own.sql.query(
        "select extract(epoch from ends_at - starts_at)::int / 60 as minutes from appointment where last_name = 'Φιλύρα'",
      )
    ).rows[0].minutes;
  const longer = await length();
  await card.getByRole("link").click();
  await expect(page.getByRole("region", { name: "Τι ζήτησε να ετοιμαστεί" })).toContainText(
    new RegExp(`Κρατούνται ${longer}′ αντί για \\d+′`),
  );
  await page.getByRole("button", { name: "Επεξεργασία" }).press("Enter");
  await needs.getByRole("checkbox", { name: "Περισσότερος χρόνος" }).press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(card).not.toContainText("θέλει προετοιμασία");
  expect(await length()).toBeLessThan(longer);
});

test("in today's line a sign stands beside the name of whoever waits, with words for who hears it, and how much longer it takes", async ({
  page,
}) => {
  await switchOn();
  await own.sql.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, needs, interpreter, last_name, first_name, created_at)
     select office.id, gen_random_uuid(), 1, at + n * interval '1 hour', at + n * interval '1 hour' + interval '20 minutes', 'arrived', now() - (10 - n) * interval '1 minute',
       'signature-certification', visit.needs::text[], visit.interpreter, who, 'Άννα', now()
     from office, (select case when extract(hour from now() at time zone 'Europe/Athens') < 12
         then date_trunc('day', now(), 'Europe/Athens') + interval '19 hours' else date_trunc('day', now(), 'Europe/Athens') end as at) as far,
       (values (1, '{wheelchair}', null, 'Τροχίδου'), (2, '{}', 'uk', 'Γλώσσα'), (3, '{longer-time}', null, 'Μακράκη')) as visit (n, needs, interpreter, who)
     where office.code = '9904'`,
  );
  await page.setViewportSize({ width: 1366, height: 768 });
  const today = Temporal.Now.plainDateISO("Europe/Athens").toString();
  await signIn(page, "rea", `${own.url}/offices/9904/days/${today}`);
  const next = page.locator(".waiting__then");
  await expect(next).toContainText("ΤΡΟΧΙΔΟΥ Άννα , θέλει χώρο για αμαξίδιο");
  await expect(next.locator(".needs-sign")).toBeVisible();
  await page.keyboard.press("g");
  const line = page.locator(".waiting__line");
  await expect(line.getByRole("row", { name: /ΤΡΟΧΙΔΟΥ/ })).toContainText("θέλει χώρο για αμαξίδιο");
  await expect(line.getByRole("row", { name: /ΓΛΩΣΣΑ/ })).toContainText("θέλει διερμηνέα");
  await expect(line.getByRole("row", { name: /ΜΑΚΡΑΚΗ/ })).toContainText("θέλει προετοιμασία");
  await expect(line.getByRole("row", { name: /ΜΑΚΡΑΚΗ/ })).toContainText("20′ αντί για");
  await atEachOfThreeWidths(page, "signs of needs in the line");
});
