import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { dayAndMonth } from "../../src/kit/dates.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth, inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform, rulesHaveChanged } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";
import { pressArmed, pressTooEarly } from "./press-armed.ts";

/** The head of an office rules, and sees what a change does before it happens. */
const OFFICE = "9904";
let own: OwnPlatform;
let colleague: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  colleague = await signInByHttp(own.url, "ilias");
});
test.afterAll(() => own.close());

const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();

interface Person {
  readonly date: string;
  readonly time: string;
  readonly lastName: string;
  readonly queue?: number;
  readonly phone?: string;
  readonly email?: string;
  readonly channel?: "in-person";
}

async function book({ queue = 2, ...person }: Person): Promise<{ readonly id: string }> {
  const body = { queue, firstName: "Ελένη", service: "copy-certification", channel: "phone", ...person };
  const reply = await colleague.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body;
}

const now = async (id: string) =>
  (await colleague.ask("GET", `/api/offices/${OFFICE}/appointments/${id}`)).body as {
    date: string;
    time: string;
    queue: number;
  };

async function openAs(browser: Browser, userid: string, path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "el-GR" })).newPage();
  await signIn(page, userid, `${own.url}${path}`);
  return page;
}

const openHead = (browser: Browser, path: string) => openAs(browser, "rea", path);

/** Three of an hour in queue 2, for whom queues 1 and 3 have room. */
async function threeAt(date: string) {
  return [
    await book({ date, time: "10:00", lastName: "Ανείδωτη" }),
    await book({ date, time: "10:30", lastName: "Τηλεφωνίδου", phone: "6944123456" }),
    await book({ date, time: "11:00", lastName: "Γραμματίδου", email: "grammatidou@example.gr" }),
  ] as const;
}

/** What stands in the way of the same time elsewhere */
async function fillOthers(date: string, times: readonly string[]): Promise<void> {
  for (const time of times) for (const queue of [1, 3]) await book({ date, time, queue, lastName: "Άλλου" });
}

const submit = (page: Page, name: RegExp | string) => page.getByRole("button", { name });
const impact = (page: Page) => page.getByRole("table", { name: "Προτεινόμενες μεταφορές" });

test("absence in one act from the plan, by keyboard: seen, decided, done, and taken back", async ({ browser }) => {
  const date = inDays(3);
  const [unseen, phoned, written] = await threeAt(date);
  await fillOthers(date, ["10:30", "11:00"]);
  const page = await openHead(browser, `/offices/${OFFICE}/days/${date}`);
  await expect(page.getByRole("link", { name: /^Απουσία… Ουρά \d$/ })).toHaveCount(3);
  await atEveryWidth(page, "plan with absence");
  const inWords = dayAndMonth(date, "el");
  const confirm = new RegExp(`^Εξαίρεση και μεταφορά 3\\sραντεβού, ${inWords}$`);
  await pressTooEarly(page, confirm, () => page.getByRole("link", { name: "Απουσία… Ουρά 2" }).press("Enter"));
  await expect(page.getByRole("combobox", { name: "Ουρά", exact: true })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Επηρεάζονται 3 ραντεβού" })).toBeVisible();
  // Of the head, of the day, and of each.
  await expect(impact(page).getByRole("row")).toHaveCount(5);
  await page.setViewportSize({ width: 1440, height: 900 });
  await inEverySetting(page, "absence");
  await page.setViewportSize({ width: 320, height: 900 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(impact(page).getByRole("row", { name: /ΑΝΕΙΔΩΤΗ/ })).toContainText("Δεν χρειάζεται, ίδια ώρα");
  await expect(impact(page).getByRole("row", { name: /ΑΝΕΙΔΩΤΗ/ })).toContainText("Χωρίς στοιχεία επικοινωνίας");
  await expect(impact(page).getByRole("row", { name: /ΤΗΛΕΦΩΝΙΔΟΥ/ })).toContainText("Λίστα κλήσεων");
  await expect(impact(page).getByRole("row", { name: /ΓΡΑΜΜΑΤΙΔΟΥ/ })).toContainText("E-mail, αυτόματα");
  await page.getByRole("radio", { name: "Όλη την ημέρα" }).focus();
  await page.keyboard.press("Enter");
  await expect(submit(page, confirm)).toBeFocused();
  await pressArmed(submit(page, confirm));
  await expect(page.getByText("Η εξαίρεση προστέθηκε και μεταφέρθηκαν 3 ραντεβού.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/days/${date}`));
  expect(await now(unseen.id)).toMatchObject({ time: "10:00", queue: 1 });
  for (const { id } of [phoned, written]) expect((await now(id)).queue).not.toBe(2);
  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκε. Όλα είναι όπως πριν.")).toBeVisible();
  for (const { id } of [unseen, phoned, written]) expect((await now(id)).queue).toBe(2);
});

test("what changed since she looked: nothing is done, and her own choice outlives the new proposal", async ({
  browser,
}) => {
  const date = inDays(4);
  const [, phoned] = await threeAt(date);
  const page = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}&from=10:00&to=12:00`);
  await expect(page.getByRole("heading", { name: "Επηρεάζονται 3 ραντεβού" })).toBeVisible();
  const place = page.getByRole("combobox", { name: "Νέα ώρα για ΤΗΛΕΦΩΝΙΔΟΥ Ελένη" });
  await place.selectOption({ label: "Να μείνει στη θέση του" });
  await expect(submit(page, "Εξαίρεση και μεταφορά 2 ραντεβού")).toBeVisible();

  // At another desk somebody is booked into what is about to be closed.
  const desk = await openAs(browser, "ilias", `/offices/${OFFICE}/days/${date}`);
  await desk.getByRole("button", { name: /^11:30 ελεύθερη.*Ουρά 2/ }).click();
  await desk.getByLabel("Επώνυμο").fill("Νεοφερμένου");
  await desk.getByLabel("Όνομα", { exact: true }).fill("Άννα");
  await expectTime(desk);
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByText(/^Καταχωρίστηκε για/)).toBeVisible();

  await submit(page, "Εξαίρεση και μεταφορά 2 ραντεβού").click();
  await expect(page.getByText("δεν έγινε καμία αλλαγή", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Επηρεάζονται 4 ραντεβού" })).toBeVisible();
  await expect(place).toHaveValue("keep");
  await atEveryWidth(page, "stale proposal");
  const { body } = await colleague.ask("GET", `/api/offices/${OFFICE}/queues`);
  expect(body.exceptions).toEqual([]);
  await submit(page, "Εξαίρεση και μεταφορά 3 ραντεβού").click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε και μεταφέρθηκαν 3 ραντεβού.")).toBeVisible();
  expect(await now(phoned.id)).toMatchObject({ time: "10:30", queue: 2 });
  expect(
    (await own.sql.query("select from appointment where id = $1 and kept_by is not null", [phoned.id])).rowCount,
  ).toBe(1);
});

test("only the new ones stop: all stay where they are, by her decision", async ({ browser }) => {
  const date = inDays(5);
  const all = await threeAt(date);
  const page = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}`);
  await expect(page.getByRole("heading", { name: "Επηρεάζονται 3 ραντεβού" })).toBeVisible();
  await page.getByRole("radio", { name: /^Να μείνουν/ }).check();
  await expect(page.getByText("μένουν 3", { exact: false }).first()).toBeVisible();
  await atEveryWidth(page, "they stay");
  await submit(page, "Προσθήκη εξαίρεσης").click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  for (const { id } of all) expect((await now(id)).queue).toBe(2);
});

test("what was noted stays, though an answer from before comes later", async ({ browser }) => {
  const date = inDays(7);
  await threeAt(date);
  await fillOthers(date, ["10:30"]);
  const head = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}`);
  await submit(head, "Εξαίρεση και μεταφορά 3 ραντεβού").click();
  await expect(head.getByRole("button", { name: "Λίστα κλήσεων" })).toBeVisible();
  const context = await browser.newContext({ locale: "el-GR" });
  const [noted, late] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let asked = 0;
  await context.route(`**/call-lists/${date}`, async (route) => {
    if (++asked !== 2) return route.continue();
    const before = await route.fetch();
    await noted.promise;
    await route.fulfill({ response: before }).catch(() => {});
    late.resolve();
  });
  const page = await context.newPage();
  await signIn(page, "ilias", `${own.url}/offices/${OFFICE}/calls/${date}`);
  await expect(page.getByRole("radio", { name: "Δεν απάντησε" })).toBeVisible();
  await expect(page.getByText(/^Ζωντανή ενημέρωση, \d\d:\d\d$/)).toBeVisible();
  await rulesHaveChanged(own.sql, OFFICE);
  await expect.poll(() => asked).toBe(2);
  await page.getByRole("radio", { name: "Δεν απάντησε" }).check();
  await expect(page.getByText(/^\d\d:\d\d, Ηλίας Θεμελιώτης$/)).toBeVisible();
  noted.resolve();
  await late.promise;
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(page.getByRole("radio", { name: "Δεν απάντησε" })).toBeChecked();
  await page.getByRole("radio", { name: "Συμφώνησε" }).check();
  await expect(page.getByText("Κλήθηκαν όλοι.")).toBeVisible();
});

test("the call list: noted at once, by two who call at the same time, and printable", async ({ browser }) => {
  const date = inDays(6);
  await threeAt(date);
  await fillOthers(date, ["10:30"]);
  const page = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}`);
  await expect(page.getByRole("heading", { name: "Επηρεάζονται 3 ραντεβού" })).toBeVisible();
  await submit(page, "Εξαίρεση και μεταφορά 3 ραντεβού").click();
  await page.getByRole("button", { name: "Λίστα κλήσεων" }).click();
  await expect(page).toHaveURL(new RegExp(`/calls/${date}`));
  await expect(page.getByRole("link", { name: "694 412 3456" })).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Λίστα κλήσεων (1)" })).toBeVisible();
  await atEveryWidth(page, "call list");

  const desk = await openAs(browser, "ilias", `/offices/${OFFICE}/calls/${date}`);
  await desk.getByRole("radio", { name: "Δεν απάντησε" }).check();
  await expect(desk.getByText(/^\d\d:\d\d, Ηλίας Θεμελιώτης$/)).toBeVisible();
  // Not checked: it is refused, and the answer may come before anybody could see it checked.
  await page.getByRole("radio", { name: "Συμφώνησε" }).click({ force: true });
  await expect(
    page.getByText("Ηλίας Θεμελιώτης σημείωσε «Δεν απάντησε» πριν από εσάς.", { exact: false }),
  ).toBeVisible();
  await expect(page.getByRole("radio", { name: "Δεν απάντησε" })).toBeChecked();
  await atEveryWidth(page, "a colleague noted first");
  await page.getByRole("radio", { name: "Συμφώνησε" }).check();
  await expect(page.getByText("Κλήθηκαν όλοι.")).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: /^Λίστα κλήσεων/ })).toHaveCount(0);

  const [sheet] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Εκτύπωση λίστας" }).click(),
  ]);
  await expect(sheet.getByRole("cell", { name: /^694\s412\s3456$/ })).toBeVisible();
  await atEveryWidth(sheet, "call list to print");
  await sheet.emulateMedia({ media: "print" });
  await expect(sheet.getByText("Περιέχει προσωπικά δεδομένα", { exact: false })).toBeVisible();
  await expect(sheet.getByText("Κάθε άνοιγμα αυτής της σελίδας", { exact: false })).toBeHidden();
  await sheet.close();
  await page.goto(`${own.url}/offices/${OFFICE}/calls/${inDays(40)}`);
  await expect(page.getByRole("heading", { name: "Δεν μένει κανείς να κληθεί" })).toBeVisible();
  await atEveryWidth(page, "nobody to call");
});

test("what is wrong is said at the field; an exception is changed, its series removed", async ({ browser }) => {
  const date = inDays(20);
  const page = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}&from=13:00&to=12:00`);
  await expect(page.getByText("Η λήξη είναι πριν από την έναρξη.", { exact: false })).toBeVisible();
  await atEveryWidth(page, "a fault");
  const to = page.getByLabel("Έως", { exact: true });
  await to.fill("ύστερα");
  await to.press("Tab");
  await expect(page.getByText("Δεν διαβάζεται ως ώρα. Γράψτε για παράδειγμα 09:30.")).toBeVisible();
  await to.fill("1430");
  await to.press("Tab");
  await expect(to).toHaveValue("14:30");
  await page.getByLabel("Αιτιολογία").selectOption("Εκπαίδευση");
  await page.getByLabel("Κάθε εβδομάδα, ίδια ημέρα").check();
  await page.getByLabel("Έως και τις").fill(inDays(34));
  await expect(page.getByRole("heading", { name: "Δεν επηρεάζεται κανένα ραντεβού" })).toBeVisible();
  await submit(page, "Προσθήκη εξαίρεσης").click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();

  await page.goto(`${own.url}/offices/${OFFICE}/exceptions/new`);
  const upcoming = page.getByRole("region", { name: "Προσεχείς εξαιρέσεις" });
  const series = upcoming.getByRole("row", { name: /13:00–14:30/ });
  await expect(series).toHaveCount(3);
  await atEveryWidth(page, "coming exceptions");
  await page.setViewportSize({ width: 1280, height: 900 });
  await series
    .first()
    .getByRole("link", { name: /^Αλλαγή/ })
    .click();
  await expect(page.getByRole("radio", { name: "Μόνο αυτή" })).toBeChecked();
  await page.getByLabel("Έως", { exact: true }).fill("15:00");
  await atEveryWidth(page, "changing one");
  await submit(page, "Αποθήκευση εξαίρεσης").click();
  await expect(page.getByText("Η εξαίρεση άλλαξε.")).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${own.url}/offices/${OFFICE}/exceptions/new`);
  await expect(upcoming.getByRole("row", { name: /13:00–15:00/ })).toHaveCount(1);
  await series
    .first()
    .getByRole("button", { name: /^Αφαίρεση σειράς/ })
    .click();
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  await expect(series).toHaveCount(0);
  await expect(upcoming.getByRole("row", { name: /13:00–15:00/ })).toHaveCount(0);
});

test("extra hours that somebody was booked in are not removed over her head", async ({ browser }) => {
  const date = inDays(50);
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  await own.sql.query(
    `update queue_hours set closes_minute = 900 from office where office.id = office_id and code = $1 and weekday = $2`,
    [OFFICE, dayOfWeek],
  );
  const page = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}&from=17:00&to=18:00`);
  await page.getByLabel("Τι αλλάζει").selectOption("Επιπλέον ώρες");
  await expect(page.getByRole("heading", { name: "Δεν επηρεάζεται κανένα ραντεβού" })).toBeVisible();
  await submit(page, "Προσθήκη εξαίρεσης").click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  const { id } = await book({ date, time: "17:30", lastName: "Απογευματινού", email: "a@example.gr" });

  await page.goto(`${own.url}/offices/${OFFICE}/exceptions/new`);
  await page.getByRole("button", { name: /^Αφαίρεση: Ουρά 2.*17:00–18:00/ }).click();
  const dialog = page.getByRole("dialog", { name: "Αφαίρεση εξαίρεσης" });
  await expect(dialog.getByRole("heading", { name: "Επηρεάζεται 1 ραντεβού" })).toBeFocused();
  await atEveryWidth(page, "the dialog");
  await dialog.getByRole("button", { name: "Αφαίρεση και μεταφορά 1 ραντεβού" }).click();
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  expect(await now(id)).not.toMatchObject({ date, time: "17:30" });
});

test("a clerk is told whose it is, and finds no way to it on the plan", async ({ browser }) => {
  const page = await openAs(browser, "ilias", "/");
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Απουσία/ })).toHaveCount(0);
  await page.goto(`${own.url}/offices/${OFFICE}/exceptions/new`);
  await expect(page.getByRole("heading", { name: "Τις εξαιρέσεις ορίζει ο Διαχειριστής Καταστήματος" })).toBeVisible();
  await atEveryWidth(page, "not the head");
});

test("whoever is being served is shown alone too, and stays", async ({ browser }) => {
  const { date, time } = await openFromNow(own.sql, OFFICE);
  const { id } = await book({ date, time, lastName: "Εξυπηρετούμενη", channel: "in-person" });
  for (const act of ["arrival", "service-start"])
    expect((await colleague.ask("POST", `/api/offices/${OFFICE}/appointments/${id}/${act}`)).status).toBe(200);
  const page = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}`);
  await expect(page.getByRole("heading", { name: "Επηρεάζεται 1 ραντεβού" })).toBeVisible();
  await expect(impact(page)).toContainText("ΕΞΥΠΗΡΕΤΟΥΜΕΝΗ");
  await atEveryWidth(page, "one who is being served");
  await submit(page, /^(Προσθήκη εξαίρεσης|Εξαίρεση)/).click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  expect(await now(id)).toMatchObject({ date, queue: 2 });
});
