import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { expectTime, openPlan, signIn, signInByHand, withoutNews } from "./person.ts";

/** Every state of every page, at the width of a phone, a tablet and a desk. */

const newAppointment = (page: Page) => page.getByRole("heading", { name: "Νέο ραντεβού" });

/** A day next week with room, and an appointment on it. */
async function anAppointment(desk: Desk, lastName: string) {
  const from = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 8 });
  const { body } = await desk.ask("GET", `/api/offices/9904/availability?from=${from}&to=${from.add({ days: 20 })}`);
  const day = body.days.find(({ times }: { times: unknown[] }) => times.length > 10);
  const place = { date: day.date, time: day.times[3].time, queue: 1 };
  const person = { lastName, firstName: "Δοκιμή", service: "copy-certification", phone: "6944123456" };
  return (
    await desk.ask("POST", "/api/offices/9904/appointments", { body: { ...place, ...person }, key: randomUUID() })
  ).body;
}

test("the pages before and after signing in: each says that this is a trial", { tag: "@proof" }, async ({ page }) => {
  const saysTrial = () => expect(page.getByText(/^Δοκιμαστική λειτουργία: /)).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: /Σύνδεση/ })).toBeVisible();
  await saysTrial();
  await inEverySetting(page, "sign-in");
  await signInByHand(page, "petros");
  await expect(page.getByText("Δεν βρέθηκε θυρίδα ΚΕΠ στο όνομά σας.").first()).toBeVisible();
  await saysTrial();
  await inEverySetting(page, "no gate");
  await page.goto("/signed-out");
  await saysTrial();
  await inEverySetting(page, "signed out");
  await page.goto("/offices/no/such/page");
  await expect(page.getByText("Η σελίδα δεν βρέθηκε").first()).toBeVisible();
  await saysTrial();
  await inEverySetting(page, "not found");
});

test("the plan: a busy day, an empty one, a closed one, an unknown office", async ({ page }) => {
  await openPlan(page, "nefeli");
  await inEverySetting(page, "today");
  await page.getByRole("button", { name: "Συντομεύσεις πληκτρολογίου" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEverySetting(page, "shortcuts");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ημερολόγιο" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await inEverySetting(page, "calendar");
  await page.goto("/offices/9901/days/2099-03-03");
  await expect(page.getByText("Κανένα ραντεβού", { exact: false }).first()).toBeVisible();
  await inEverySetting(page, "empty day");
  await page.goto("/offices/9901/days/2099-12-25");
  await expect(page.getByText("Χριστούγεννα").first()).toBeVisible();
  await inEverySetting(page, "holiday");
  await page.goto("/offices/0000/days/2099-12-25");
  await expect(page.getByText("Δεν βρέθηκε το ΚΕΠ").first()).toBeVisible();
  await inEverySetting(page, "another's office");
});

test("the panel: new, business, another time, faults, collision", async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "ilias");
  const taken = await anAppointment(desk, "Ταχύτερος");
  await withoutNews(page);
  await signIn(page, "rea", `/offices/9904/days/${taken.date}?panel=new`);
  await expect(newAppointment(page)).toBeVisible();
  await inEverySetting(page, "new");
  const isRequired = (name: RegExp) => page.getByLabel(name).getAttribute("aria-required");
  expect([await isRequired(/^Επώνυμο/), await isRequired(/^Τηλέφωνο \(/)]).toEqual(["true", "false"]);
  await page.getByRole("radio", { name: "Επιχείρηση" }).check();
  await inEverySetting(page, "business");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Διορθώστε \d\sπεδία/).first()).toBeVisible();
  await inEverySetting(page, "faults");
  await page.getByRole("radio", { name: "Πολίτης" }).check();
  await page.getByRole("button", { name: "Άλλη ημέρα ή ώρα" }).click();
  await inEverySetting(page, "another time");
  await page.getByLabel("Επώνυμο").fill("Βραδύτερος");
  await page.getByLabel("Όνομα", { exact: true }).fill("Άγις");
  const free = (await desk.ask("GET", `/api/offices/9904/availability?from=${taken.date}&to=${taken.date}`)).body
    .days[0].times[1];
  await page.goto(`/offices/9904/days/${taken.date}?panel=new&time=${free.time}&queue=1`);
  await page.getByLabel("Επώνυμο").fill("Βραδύτερος");
  await page.getByLabel("Όνομα", { exact: true }).fill("Άγις");
  const body = {
    date: taken.date,
    time: free.time,
    queue: 1,
    service: "copy-certification",
    lastName: "Ταχύς",
    firstName: "Α",
  };
  await expectTime(page);
  await desk.ask("POST", "/api/offices/9904/appointments", { body, key: randomUUID() });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("radiogroup", { name: "Πλησιέστερες ελεύθερες ώρες" })).toBeVisible();
  await inEverySetting(page, "collision");
});

test("the panel: view, history, edit, stale, move, cancel, cancelled", async ({ page, baseURL }) => {
  // Else the page may know of a colleague's change before the save says so.
  await withoutNews(page);
  await openPlan(page, "rea");
  const desk = await signInByHttp(String(baseURL), "ilias");
  const { id, date } = await anAppointment(desk, "Προσβάσιμη");
  const open = (intent = "") => page.goto(`/offices/9904/days/${date}?panel=${id}${intent && `&intent=${intent}`}`);
  await open();
  await page.getByText("Ιστορικό αλλαγών").click();
  await inEverySetting(page, "view");
  await open("edit");
  await page.getByLabel("Όνομα", { exact: true }).fill("Δικό");
  await inEverySetting(page, "edit");
  await desk.ask("PATCH", `/api/offices/9904/appointments/${id}`, { body: { firstName: "Ξένο" }, version: 1 });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Άλλος χειριστής άλλαξε το ραντεβού").first()).toBeVisible();
  await inEverySetting(page, "stale");
  await open("move");
  await expect(page.getByRole("radio", { name: /Τωρινή ώρα/ })).toBeVisible();
  await inEverySetting(page, "move");
  await open();
  await page.getByRole("button", { name: "Ακύρωση ραντεβού…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEverySetting(page, "cancel");
  await page.getByRole("button", { name: "Ναι, να ακυρωθεί" }).click();
  await expect(page.getByText(/είναι ξανά ελεύθερη/)).toBeVisible();
  await open();
  await expect(page.getByText("Το ραντεβού ακυρώθηκε.", { exact: false })).toBeVisible();
  await inEverySetting(page, "cancelled");
});

test("a finger presses no keys, so none is named on what it touches", async ({ browser, baseURL }) => {
  const keysSeen = async (settings: object): Promise<number> => {
    const page = await (await browser.newContext({ baseURL, locale: "el-GR", ...settings })).newPage();
    await signIn(page, "ilias", "/offices/9904/days/2026-11-24?panel=new");
    await expect(newAppointment(page)).toBeVisible();
    return page.locator(":is(a, button, label, search) kbd").filter({ visible: true }).count();
  };
  expect(await keysSeen({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })).toBe(0);
  expect(await keysSeen({ viewport: { width: 1366, height: 768 } })).toBeGreaterThan(3);
});

test("in English too", async ({ page }) => {
  await openPlan(page, "ilias");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: /New appointment/ }).first()).toBeVisible();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await inEverySetting(page, "plan in English");
  await page.reload();
  await expect(page.getByRole("button", { name: /New appointment/ }).first()).toBeVisible();
});
