import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";

/** The head's overview of four weeks: on a platform of its own, for a gap is known only where nothing else happens. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
});
test.afterAll(() => own.close());

const today = () => Temporal.Now.plainDateISO("Europe/Athens");
const mondayAfter = (weeks: number) =>
  today()
    .subtract({ days: today().dayOfWeek - 1 })
    .add({ weeks });

/** 25/11 */
const dayOfMonth = (date: Temporal.PlainDate) => date.toString().slice(5).split("-").reverse().join("/");

const openWeeks = (page: Page) => page.goto(`${own.url}/offices/${own.code}/weeks/${mondayAfter(1)}`);
const coverage = (page: Page) => page.getByRole("region", { name: /^Κάλυψη: / });
const titled = (page: Page, title: string) => coverage(page).getByRole("region", { name: title });
const queueRow = (page: Page, name: string) => coverage(page).getByRole("row", { name: new RegExp(`^${name} `) });

test("booked against offered, gaps, closed days and what is to do, as they come about", async ({ browser }) => {
  const page = await own.openAs(browser, "rea");
  const [from, to] = [1, 5].map((weeks) => mondayAfter(weeks).toZonedDateTime("Europe/Athens"));
  const { hours } = (from as Temporal.ZonedDateTime).until(to as Temporal.ZonedDateTime, { largestUnit: "hours" });
  const [first, second, third] = [1, 2, 3].map((days) => mondayAfter(1).add({ days }).toString());
  await own.sql.query("update queue set employee_id = null from office where office.id = office_id and code = $1", [
    own.code,
  ]);
  await openWeeks(page);
  await expect(titled(page, "Κενά (28)")).toContainText("Καμία ουρά δεν εξυπηρετεί, 00:00–24:00: χωρίς υπάλληλο");
  await expect(titled(page, "Κενά (28)").getByRole("link")).toHaveCount(28);
  await atEveryWidth(page, "nobody is set");

  await own.sql.query(
    `update queue set employee_id = (select id from employee order by id offset number limit 1)
     from office where office.id = office_id and code = $1`,
    [own.code],
  );
  await openWeeks(page);
  await expect(titled(page, "Κανένα κενό")).toBeVisible();
  await expect(titled(page, "Καμία κλειστή ημέρα")).toBeVisible();
  await expect(titled(page, "Καμία εκκρεμότητα")).toBeVisible();
  await expect(queueRow(page, "Ουρά 2")).toContainText(`0′${hours} ώ.0%`);
  await atEveryWidth(page, "no gap");

  // All of it appears by itself.
  const exceptions = `${own.api}/exceptions`;
  const exception = { queue: 2, kind: "closed", date: first, from: "10:00", to: "12:00", reason: "Εκπαίδευση" };
  await done(own.head, exceptions, exception);
  await expect(titled(page, "Κενά (1)")).toContainText("Ουρά 2, 10:00–12:00: Εκπαίδευση");
  await expect(queueRow(page, "Ουρά 2")).toContainText(`${hours - 2} ώ.`);
  await done(own.head, exceptions, { queue: null, kind: "closed", date: second, reason: "Απεργία" });
  await expect(titled(page, "Κλειστές ημέρες (1)")).toContainText("Κλειστά: Απεργία");
  const citizen = { lastName: "Ανείδωτη", firstName: "Ελένη", service: "copy-certification", channel: "phone" };
  const booking = { ...citizen, queue: 1, date: third, time: "10:00" };
  await done(own.head, `${own.api}/appointments`, booking);
  await expect(queueRow(page, "Ουρά 1")).toContainText(new RegExp(`[1-9]\\d*′${hours - 24}\\sώ\\.<1%`));
  await done(own.ministry, "/api/ministry/closures", { region: null, from: third, to: third, reason: "Εκλογές" });
  await expect(titled(page, "Κλειστές ημέρες (2)")).toContainText("Κλειστά: Εκλογές");
  await expect(titled(page, "Εκκρεμότητες").getByRole("link", { name: "Προς τακτοποίηση (1)" })).toBeVisible();
  await atEveryWidth(page, "gaps");
  await titled(page, "Κενά (1)").getByRole("link").press("Enter");
  await expect(page).toHaveURL(new RegExp(`/offices/${own.code}/days/${first}`));
});

test("from the present week on it covers four weeks from today", async ({ browser }) => {
  const page = await own.openAs(browser, "rea", `weeks/${mondayAfter(0)}`);
  const last = `${dayOfMonth(today().add({ days: 27 }))}/`;
  await expect(coverage(page)).toHaveAccessibleName(new RegExp(`^Κάλυψη: ${dayOfMonth(today())} – ${last}`));
  await atEveryWidth(page, "from today");
  await page.getByRole("link", { name: "Επόμενες τέσσερις εβδομάδες" }).click();
  await expect(page).toHaveURL(new RegExp(`/weeks/${mondayAfter(4)}`));
  await expect(coverage(page)).toHaveAccessibleName(new RegExp(`^Κάλυψη: ${dayOfMonth(mondayAfter(4))} – `));
});

test("weeks that have passed say so; what can't be loaded comes back; a clerk has none of it", async ({ browser }) => {
  const page = await own.openAs(browser, "rea", `weeks/${mondayAfter(-6)}`);
  await expect(page.getByText("Οι εβδομάδες αυτές πέρασαν.")).toBeVisible();
  await page.route("**/coverage?*", (route) => route.abort());
  await openWeeks(page);
  await expect(page.getByRole("heading", { name: "Η κάλυψη δεν φορτώθηκε" })).toBeVisible();
  await atEveryWidth(page, "not loaded");
  await page.unroute("**/coverage?*");
  await expect(coverage(page)).toBeVisible();
  const clerk = await own.openAs(browser, "ilias", `weeks/${mondayAfter(1)}`);
  await expect(clerk.getByText(/^Επόμενη ελεύθερη ώρα/)).toBeVisible();
  await expect(coverage(clerk)).toHaveCount(0);
});

test("in English too", async ({ browser }) => {
  const page = await own.openAs(browser, "rea", `weeks/${mondayAfter(1)}`);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("region", { name: /^Coverage: / })).toContainText("Offered");
  await atEveryWidth(page, "coverage in English");
});
