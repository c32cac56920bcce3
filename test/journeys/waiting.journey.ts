import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { atEachOfThreeWidths, atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";
import { openPlan, signIn } from "./person.ts";

const OFFICE = "9904";
const SERVICE = "copy-certification";
let own: OwnPlatform;
let desk: Desk;
let date: string;

test.beforeAll(async () => {
  own = await openOwnPlatform();
  await openDayAndNight(own.sql, OFFICE);
  desk = await signInByHttp(own.url, "rea");
});
test.afterAll(() => own.close());
// Each begins with an empty day.
test.beforeEach(async () => {
  await own.sql.query("update appointment set status = 'cancelled' where live");
  await own.sql.query("update ticket set status = 'withdrawn'");
  ({ date } = await openFromNow(own.sql, OFFICE));
});

const path = (rest: string) => `/api/offices/${OFFICE}/${rest}`;
const bar = (page: Page) => page.getByRole("region", { name: "Αναμονή και επόμενος" });
const walkIn = async () =>
  (await desk.ask("POST", path("walk-ins"), { body: { service: SERVICE }, key: randomUUID() })).body;
const tickets = async () => (await desk.ask("GET", path(`days/${date}/tickets`))).body.tickets;
const statuses = async () => (await tickets()).map(({ status }: { status: string }) => status);

/** Somebody in each place that begins before a number would be due. */
async function fillUp(): Promise<void> {
  while ((await walkIn()).ticket === null);
  await own.sql.query("update ticket set status = 'withdrawn'");
}

test("without an appointment and without a name: three keys, and they are here", async ({ page }) => {
  await signIn(page, "ilias", own.url);
  await expect(bar(page)).toContainText("Κανείς δεν περιμένει");
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog", { name: "Χωρίς ραντεβού και χωρίς όνομα" })).toBeVisible();
  await expect(page.getByRole("listbox", { name: "Υπηρεσία" })).toBeFocused();
  await atEveryWidth(page, "a walk-in without a name");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Προσήλθε χωρίς όνομα: /)).toBeVisible();
  await expect(bar(page)).toContainText("1 άτομο");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(bar(page)).toContainText("0 άτομα");
});

test("an office that is full: a number, called, served by one key, the next one too, and taken back as one", async ({
  page,
}) => {
  await fillUp();
  await own.sql.query("update appointment set status = 'served' where live");
  await signIn(page, "ilias", own.url);
  await expect(bar(page)).toContainText("Κανείς δεν περιμένει");
  for (const number of ["Α 00", "Α 00"]) {
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await expect(
      page.getByText(new RegExp(`^Αριθμός ${number.replace(" ", "\\s")}\\d: πείτε τον στον πολίτη`)).last(),
    ).toBeVisible();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await expect(bar(page)).toContainText("2 άτομα, έως 0′");
  await atEachOfThreeWidths(page, "two numbers");
  await page.setViewportSize({ width: 1366, height: 768 });
  const [first] = await tickets();
  await bar(page)
    .getByRole("button", { name: /περιμένει/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: /^Κλήση: / }).click();
  await expect.poll(async () => (await tickets())[0].calledAt).not.toBeNull();
  await page.keyboard.press("k");
  await expect.poll(statuses).toEqual(["in-service", "arrived"]);
  await expect(page.getByText(/^Εξυπηρετείται: Α/)).toBeVisible();
  await page.keyboard.press("k");
  await expect.poll(statuses).toEqual(["served", "in-service"]);
  await expect(page.getByText(/^Εξυπηρετείται: Α.*\. Ολοκληρώθηκε: Α/)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(statuses).toEqual(["in-service", "arrived"]);
  expect((await tickets())[0].id).toBe(first.id);
});

test("who went away has left, who could not be helped was turned away, and both are rows of the table", async ({
  page,
}) => {
  await fillUp();
  await walkIn();
  await signIn(page, "ilias", own.url);
  await bar(page)
    .getByRole("button", { name: /περιμένει/ })
    .click();
  await page.getByRole("menuitem", { name: "Έφυγε" }).click();
  await expect.poll(statuses).toEqual(["left"]);
  await page.keyboard.press("a");
  await page.getByRole("radio", { name: "Δεν μπορεί να εξυπηρετηθεί σήμερα" }).check();
  await page.getByRole("button", { name: "Καταχώριση", exact: true }).click();
  await expect(page.getByText("Σημειώθηκε: δεν δόθηκε αριθμός")).toBeVisible();
  await expect.poll(statuses).toEqual(["left", "turned-away"]);
  await page.keyboard.press("v");
  await expect(page.getByRole("row", { name: /χωρίς θέση .*Έφυγε/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Χωρίς αριθμό.*Δεν εξυπηρετήθηκε/ })).toBeVisible();
  await atEveryWidth(page, "numbers in the table");
  await page.getByRole("button", { name: /^Α\s\d+\s?Έφυγε/ }).click();
  await page.getByRole("menuitem", { name: "Αναίρεση τελευταίας ενέργειας" }).click();
  await expect.poll(statuses).toEqual(["arrived", "turned-away"]);
});

test("who has arrived for an appointment is called, and leaves", async ({ page }) => {
  const { appointment } = await walkIn();
  await openPlan(page, "ilias", own.url);
  await page.locator(`[data-appointment="${appointment.id}"]`).click();
  await page.getByRole("button", { name: "Κλήση στη θυρίδα" }).click();
  await expect(page.getByText(/^Κλήθηκε στη θυρίδα: /)).toBeVisible();
  await page.getByRole("region", { name: "Ενέργειες" }).getByRole("button", { name: "Έφυγε" }).click();
  await expect(page.getByText(/^Έφυγε χωρίς να εξυπηρετηθεί: /)).toBeVisible();
  await expect(page.getByText(/Έφυγε στις/)).toBeVisible();
  await atEveryWidth(page, "somebody who left");
});
