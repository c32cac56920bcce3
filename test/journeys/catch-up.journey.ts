import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";
import { moveBack } from "./own-platform.ts";

/** The connection was down, the office went on with the printed sheet, and catches up afterwards. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
  own.plants(...VISITS_BY_HAND);
});
test.afterAll(() => own.close());
test.beforeEach(async () => {
  await own.sql.query("update appointment set status = 'cancelled' where live");
});

const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();
const YESTERDAY = inDays(-1);

/** Booked for tomorrow, and two days have passed since. */
async function somebody(time: string, lastName: string, queue = 1): Promise<Appointment> {
  const person = { lastName, firstName: "Άννα", service: "copy-certification", channel: "phone" };
  const booked = await done(own.clerk, `${own.api}/appointments`, { date: inDays(1), time, queue, ...person });
  await moveBack(own.sql, booked.id, 2);
  await own.sql.query(
    `update appointment set created_at = created_at - interval '2 days', status_at = status_at - interval '2 days'
     where id = $1`,
    [booked.id],
  );
  return booked;
}

const read = async ({ id }: Appointment): Promise<Appointment> =>
  (await own.clerk.ask("GET", `${own.api}/appointments/${id}`)).body;
const status = (of: Appointment) => async () => (await read(of)).status;

const openSheet = (browser: Browser, search = "", date = YESTERDAY) =>
  own.openAs(browser, "ilias", `days/${date}/catch-up${search}`);
const choice = (page: Page, name: RegExp): Locator => page.getByRole("group", { name });
const tick = (page: Page, name: RegExp, mark: string | RegExp): Locator =>
  choice(page, name).getByRole("radio", { name: mark });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("by keyboard: ticked row by row, the rest in one press, a walk-in besides, recorded and taken back together", async ({
  browser,
}) => {
  const [first, second, third] = [
    await somebody("09:00", "Πρώτη"),
    await somebody("09:10", "Δεύτερη", 2),
    await somebody("09:20", "Τρίτη"),
  ];
  const page = await own.openAs(browser, "ilias", `days/${YESTERDAY}`);
  await page.getByRole("button", { name: /^Περισσότερα/ }).press("Enter");
  await expect(page.getByRole("menuitem", { name: /3 χωρίς σημείωση$/ })).toBeVisible();
  await page.getByRole("menuitem", { name: /^Ενημέρωση από το χαρτί/ }).press("Enter");
  await expect(heading(page)).toContainText("Ενημέρωση από το χαρτί");
  await expect(page.getByRole("button", { name: "Οι 3 χωρίς σημείωση: εξυπηρετήθηκαν" })).toBeVisible();
  await inEverySetting(page, "a sheet without a tick");

  // The work begins at the first row that is not done.
  await page.goBack();
  await page.goForward();
  await expect(tick(page, /ΠΡΩΤΗ/, "Αναμένεται")).toBeFocused();
  await page.keyboard.press("4");
  await expect(tick(page, /ΠΡΩΤΗ/, "Δεν προσήλθε")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(tick(page, /ΔΕΥΤΕΡΗ/, "Αναμένεται")).toBeFocused();
  await page.keyboard.press("2");
  await expect(tick(page, /ΔΕΥΤΕΡΗ/, /^Προσήλθε/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "Η 1 χωρίς σημείωση: εξυπηρετήθηκε" }).press("Enter");
  await expect(tick(page, /ΤΡΙΤΗ/, "Εξυπηρετήθηκε")).toBeChecked();

  await page.getByLabel("Ήρθε").focus();
  await page.keyboard.type("905");
  await page.keyboard.press("Tab");
  await page.keyboard.type("9.15");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Ήρθε")).toBeFocused();
  await page.keyboard.type("930");
  await page.keyboard.press("Enter");
  await expect(page.getByText("έφυγε", { exact: true })).toBeVisible();
  await expect(page.getByText("5 αλλαγές")).toBeVisible();
  await inEverySetting(page, "a filled sheet");

  await page.getByRole("button", { name: "Καταχώριση 5 αλλαγών" }).press("Enter");
  await expect(page.getByText("Καταχωρίστηκαν 5 αλλαγές από το χαρτί")).toBeVisible();
  await expect(heading(page)).not.toContainText("Ενημέρωση");
  expect([await status(first)(), await status(second)(), await status(third)()]).toEqual([
    "no-show",
    "arrived",
    "served",
  ]);
  await expect(page.getByRole("button", { name: "Αναίρεση: Ενημέρωση από το χαρτί" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκαν 5 αλλαγές από το χαρτί")).toBeVisible();
  for (const one of [first, second, third]) await expect.poll(status(one)).toBe("booked");
  await page.getByRole("button", { name: "Διόρθωση του πρόχειρου" }).click();
  await tick(page, /ΠΡΩΤΗ/, "Εξυπηρετήθηκε").check();
  await expect(page.getByText("άλλαξε στο μεταξύ")).toHaveCount(0);
  await page.getByRole("button", { name: "Καταχώριση 5 αλλαγών" }).click();
  await expect.poll(status(first)).toBe("served");
});

test("a row keeps its height and its choices their line, whichever is chosen", async ({ browser }) => {
  await somebody("09:00", "Σταθερή-Παπαδημητρακοπούλου Παπαγεωργακοπούλου");
  const page = await openSheet(browser);
  const marks = choice(page, /ΣΤΑΘΕΡΗ/);
  for (const [width, height] of [
    [1366, 34],
    [1280, 34],
    [1200, 34],
    [768, 34],
    [320, 90],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    for (const radio of await marks.getByRole("radio").all()) {
      await radio.check();
      expect((await marks.boundingBox())?.height, `at ${width} px`).toBe(height);
    }
  }
});

test("the history says that paper told it, and a visit without a name is not given one", async ({ browser }) => {
  const booked = await somebody("09:00", "Ιστορική");
  const page = await openSheet(browser);
  await tick(page, /ΙΣΤΟΡΙΚΗ/, "Εξυπηρετήθηκε").check();
  await page.getByLabel("Ήρθε").fill("10:00");
  await page.getByLabel("Εξυπηρετήθηκε", { exact: true }).and(page.locator("input[name=until]")).fill("10:05");
  await page.getByRole("button", { name: "Προσθήκη γραμμής" }).click();
  await page.getByRole("button", { name: "Καταχώριση 2 αλλαγών" }).click();
  await expect(page.getByText("Καταχωρίστηκαν 2 αλλαγές")).toBeVisible();
  await expect(page.getByText("Χωρίς όνομα").first()).toBeVisible();
  await page.goto(`${own.url}/offices/${own.code}/days/${YESTERDAY}?panel=${booked.id}&intent=history`);
  await expect(page.getByText("Προσέλευση στις 09:00, από το χαρτί")).toBeVisible();
});

test("what a colleague did meanwhile is shown, nothing ticked is lost, and nothing is written over unseen", async ({
  browser,
}) => {
  const [mine, theirs] = [await somebody("09:00", "Δική"), await somebody("09:10", "Ξένη")];
  const page = await openSheet(browser);
  await tick(page, /ΔΙΚΗ/, "Εξυπηρετήθηκε").check();
  await tick(page, /ΞΕΝΗ/, "Εξυπηρετήθηκε").check();
  await page.getByRole("link", { name: "Πίσω, μένει πρόχειρο" }).click();
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε")).toBeVisible();
  await done(own.clerk, `${own.api}/appointments/${theirs.id}/arrival`, {});
  await page.getByRole("button", { name: /^Περισσότερα/ }).press("Enter");
  await page.getByRole("menuitem", { name: /^Ενημέρωση από το χαρτί/ }).press("Enter");
  await expect(tick(page, /ΔΙΚΗ/, "Εξυπηρετήθηκε")).toBeChecked();
  await expect(page.getByText(/Άλλαξε στο μεταξύ: Προσήλθε/)).toBeVisible();
  await inEverySetting(page, "a row that changed meanwhile");
  await page.getByRole("button", { name: "Καταχώριση 2 αλλαγών" }).click();
  await expect(tick(page, /ΞΕΝΗ/, "Εξυπηρετήθηκε")).toBeFocused();
  expect(await status(mine)()).toBe("booked");
  await page.getByRole("button", { name: "Ισχύει η σημείωση" }).press("Enter");
  await expect(tick(page, /ΞΕΝΗ/, "Εξυπηρετήθηκε")).toBeFocused();
  await page.getByRole("button", { name: "Καταχώριση 2 αλλαγών" }).click();
  await expect(page.getByText("Καταχωρίστηκαν 2 αλλαγές")).toBeVisible();
  expect([await status(mine)(), await status(theirs)()]).toEqual(["served", "served"]);
});

test("what a colleague does while it is being sent leads to the first row that changed", async ({ browser }) => {
  const [mine, theirs] = [await somebody("09:00", "Δική"), await somebody("09:10", "Ξένη")];
  const page = await openSheet(browser);
  await tick(page, /ΔΙΚΗ/, "Εξυπηρετήθηκε").check();
  await tick(page, /ΞΕΝΗ/, "Εξυπηρετήθηκε").check();
  await page.route(
    "**/catch-up",
    async (route) => {
      await done(own.clerk, `${own.api}/appointments/${theirs.id}/arrival`, {});
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole("button", { name: "Καταχώριση 2 αλλαγών" }).click();
  await expect(tick(page, /ΞΕΝΗ/, "Εξυπηρετήθηκε")).toBeFocused();
  await expect(choice(page, /ΞΕΝΗ/)).toBeInViewport();
  await expect(page.getByText("Στο μεταξύ άλλαξαν ραντεβού που σημειώσατε.")).toBeVisible();
  expect(await status(mine)()).toBe("booked");
});

test("a press is heard though a colleague's row comes between while the button is down, and the row follows", async ({
  browser,
}) => {
  await somebody("09:10", "Ξένη");
  const page = await openSheet(browser);
  await expect(page.getByText(/^Ζωντανή ενημέρωση/)).toBeVisible();
  const [isAsked, isDown] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(`**/days/${YESTERDAY}`, async (route) => {
    isAsked.resolve();
    await isDown.promise;
    await route.continue();
  });
  await somebody("08:00", "Πρωινή");
  const { id } = await somebody("08:10", "Νωρίτερη");
  // What happens on that day makes the page ask.
  await done(own.clerk, `${own.api}/appointments/${id}/arrival`, {});
  await isAsked.promise;
  const radio = tick(page, /ΞΕΝΗ/, "Δεν προσήλθε");
  await radio.hover();
  const answered = page.waitForEvent("requestfinished", (request) => request.url().endsWith(`/days/${YESTERDAY}`));
  await page.mouse.down();
  isDown.resolve();
  await answered;
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.up();
  await expect(choice(page, /ΠΡΩΙΝΗ/)).toBeVisible();
  await expect(radio).toBeChecked();
});

test("a row that a colleague has settled says how it stands now, and leads to the appointment", async ({ browser }) => {
  const theirs = await somebody("09:10", "Ξένη");
  const page = await openSheet(browser);
  await tick(page, /ΞΕΝΗ/, "Δεν προσήλθε").check();
  await done(own.clerk, `${own.api}/appointments/${theirs.id}/arrival`, {});
  await expect(page.getByText(/Καταγράφηκε στο μεταξύ: Προσήλθε \d\d:\d\d\./)).toBeVisible();
  await expect(choice(page, /ΞΕΝΗ/)).toHaveCount(0);
  await inEverySetting(page, "a settled row");
  await page.getByRole("link", { name: "Άνοιγμα του ραντεβού" }).click();
  await expect(page).toHaveURL(new RegExp(`panel=${theirs.id}`));
  await expect(page.getByRole("heading", { name: "Ραντεβού στις 09:10" })).toBeVisible();
});

test("a walk-in for whom no queue was free says so in its row, and takes the place that is chosen", async ({
  browser,
}) => {
  await own.sql.query("update queue set is_active = number = 1");
  await somebody("09:00", "Πιασμένη");
  const page = await openSheet(browser);
  await page.getByLabel("Ήρθε").fill("09:02");
  await page.locator("input[name=until]").fill("09:08");
  await page.getByRole("button", { name: "Προσθήκη γραμμής" }).click();
  await page.getByRole("button", { name: "Καταχώριση 1 αλλαγής" }).click();
  await expect(page.getByText("Στις 09:02 δεν ήταν ελεύθερη καμία ουρά.")).toBeVisible();
  await inEverySetting(page, "a walk-in without a place");
  await page
    .getByRole("group", { name: "Πλησιέστερες θέσεις" })
    .getByRole("button", { name: /^09:10/ })
    .click();
  await expect(page.getByText(/Θέση στο πλάνο: 09:10/)).toBeVisible();
  await page.getByRole("button", { name: "Καταχώριση 1 αλλαγής" }).click();
  await expect(page.getByText("Καταχωρίστηκε 1 αλλαγή")).toBeVisible();
  await own.sql.query("update queue set is_active = true");
});

test("only the rows of the outage, a day without any, and one that is still to come", async ({ browser }) => {
  await somebody("09:00", "Μέσα");
  await somebody("11:00", "Έξω");
  const page = await openSheet(browser, "?from=08:50&to=10:20");
  await expect(page.getByText("Χωρίς σύνδεση από τις 08:50 έως τις 10:20.")).toBeVisible();
  await expect(choice(page, /ΜΕΣΑ/)).toBeVisible();
  await expect(choice(page, /ΕΞΩ/)).toHaveCount(0);
  await page.getByLabel("Γραμμές", { exact: true }).selectOption({ label: "Όλη η ημέρα, 2 ραντεβού" });
  await expect(choice(page, /ΕΞΩ/)).toBeVisible();
  await page.goto(`${own.url}/offices/${own.code}/days/${inDays(-2)}/catch-up`);
  await expect(page.getByText("Κανένα ραντεβού σε αυτές τις γραμμές.")).toBeVisible();
  await inEverySetting(page, "a day without appointments");
  await page.goto(`${own.url}/offices/${own.code}/days/${inDays(1)}/catch-up`);
  await expect(page.getByRole("heading", { name: "Η ημέρα δεν έχει έρθει ακόμη" })).toBeVisible();
  await inEverySetting(page, "a day to come");
});

test("when the connection is back, the banner leads to the rows of the outage", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias");
  // A whole day without an answer.
  const server = { time: "00:00", isReached: true };
  await page.route("**/api/**/days/*", async (route) => {
    if (!server.isReached) return route.abort();
    // Another clock makes of each answer a new one.
    const { "if-none-match": _, ...headers } = route.request().headers();
    const response = await route.fetch({ headers });
    const day = await response.json();
    return route.fulfill({ response, json: { ...day, now: { ...day.now, time: server.time } } });
  });
  await page.reload();
  await expect(page.getByText(/^Ζωντανή ενημέρωση/)).toBeVisible();
  server.isReached = false;
  // What happens elsewhere on that day makes the page ask.
  const somebodyComes = () => done(own.clerk, `${own.api}/walk-ins`, { service: "copy-certification" });
  await somebodyComes();
  await expect(page.getByText(/Δεν υπάρχει σύνδεση από τις.00:00/)).toBeVisible();
  server.isReached = true;
  server.time = "23:59";
  await somebodyComes();
  await expect(page.getByText("Η σύνδεση επανήλθε.")).toBeVisible();
  await inEverySetting(page, "the connection is back");
  await page.getByRole("status").getByRole("link", { name: "Ενημέρωση από το χαρτί" }).click();
  await expect(page.getByText(/^Χωρίς σύνδεση από τις.00:00 έως τις.23:59/)).toBeVisible();
});
