import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";
import { expectTime, openPlan, signIn } from "./person.ts";

const OFFICE = "9904";
let own: OwnPlatform;
let desk: Desk;
let running: { readonly date: string; readonly time: string };

test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  desk = await signInByHttp(own.url, "rea");
});
test.afterAll(() => own.close());
// Each begins with an empty day.
test.beforeEach(async () => {
  await own.sql.query("update appointment set status = 'cancelled' where live");
  running = await openFromNow(own.sql, OFFICE);
});

const today = async () => {
  const { body } = await desk.ask("GET", `/api/offices/${OFFICE}/days/2026-11-24`);
  return body.now as { date: string; time: string };
};

/** Somebody in the running slot. */
async function somebody(lastName: string, queue = 1): Promise<Appointment> {
  const person = { lastName, firstName: "Άννα", service: "copy-certification", phone: "6944123456" };
  const body = { ...running, queue, channel: "in-person", ...person };
  return (await desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() })).body;
}

const read = async (id: string): Promise<Appointment> =>
  (await desk.ask("GET", `/api/offices/${OFFICE}/appointments/${id}`)).body;
const status = (id: string) => async () => (await read(id)).status;
const card = (page: Page, { id }: Appointment) => page.locator(`[data-appointment="${id}"]`);

test("at the counter: arrived, in service, served, one press each, from the card on today's plan", {
  tag: ["@commit", "@proof"],
}, async ({ page }) => {
  const booked = await somebody("Παρούσα");
  await signIn(page, "ilias", own.url);
  for (const [press, after] of [
    ["Προσήλθε", "arrived"],
    ["Έναρξη", "in-service"],
    ["Ολοκλήρωση", "served"],
  ] as const) {
    await page.getByRole("button", { name: new RegExp(`^${press}: .*${booked.time}`) }).click();
    await expect.poll(status(booked.id)).toBe(after);
  }
  await expect(page.getByText("Εξυπηρετήθηκε: ΠΑΡΟΥΣΑ Άννα")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(status(booked.id)).toBe("in-service");
});

test("the same with one key each on the focused card, and a key that can't act says why", { tag: "@proof" }, async ({
  page,
}) => {
  const booked = await somebody("Πληκτράτη");
  await signIn(page, "ilias", own.url);
  await card(page, booked).focus();
  await page.keyboard.press("o");
  await expect(page.getByText("Πρώτα «Προσήλθε» (P).")).toBeVisible();
  await page.keyboard.press("d");
  await expect(page.getByText(/«Δεν προσήλθε»: γίνεται από τις/)).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("Η τελευταία ενέργεια είναι η καταχώριση.")).toBeVisible();
  await atEveryWidth(page, "why not");
  for (const [key, after] of [
    ["p", "arrived"],
    ["s", "in-service"],
    ["o", "served"],
    ["u", "in-service"],
    ["u", "arrived"],
    ["u", "booked"],
  ] as const) {
    await expect(card(page, booked)).toBeFocused();
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.keyboard.press(key);
    await (await answered).finished();
    await expect.poll(status(booked.id)).toBe(after);
    await expect(card(page, booked)).toContainText(
      { arrived: "Προσήλθε", "in-service": "Εξυπηρετείται", served: "Εξυπηρετήθηκε", booked: "Αναμένεται" }[after],
    );
  }
});

test("in the open panel too, unless she is typing", { tag: "@proof" }, async ({ page }) => {
  const booked = await somebody("Πανελά");
  await signIn(page, "ilias", own.url);
  await card(page, booked).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `Ραντεβού στις ${booked.time}` })).toBeVisible();
  await expect(page.locator(".panel")).toBeFocused();
  await page.keyboard.press("p");
  await expect.poll(status(booked.id)).toBe("arrived");
  await expect(page.getByText(/Προσήλθε στις/)).toBeVisible();
  await page.keyboard.press("u");
  await expect.poll(status(booked.id)).toBe("booked");
  await expect(page.getByRole("button", { name: "Ακύρωση ραντεβού…" })).toBeVisible();
  await page.keyboard.press("e");
  await page.getByLabel("Επώνυμο").pressSequentially("psodux");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Πανελάpsodux");
  expect(await read(booked.id)).toMatchObject({ status: "booked", version: 3 });
});

test("ten minutes after the hour «Δεν προσήλθε» is one key, and can be taken back", async ({ page }) => {
  const booked = await somebody("Άφαντη");
  await own.sql.query(
    "update appointment set starts_at = starts_at - interval '20 minutes', ends_at = ends_at - interval '20 minutes' where id = $1",
    [booked.id],
  );
  // Shortly after midnight it was yesterday.
  await signIn(page, "ilias", `${own.url}/offices/${OFFICE}/days/${(await read(booked.id)).date}`);
  await card(page, booked).focus();
  await page.keyboard.press("d");
  await expect.poll(status(booked.id)).toBe("no-show");
  await expect(page.getByText("Δεν προσήλθε: ΑΦΑΝΤΗ Άννα")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(status(booked.id)).toBe("booked");
});

test("taken back before it is answered: the act on its way, and not the one before", async ({ page }) => {
  const [first, second] = [await somebody("Πρώτη"), await somebody("Δεύτερη", 2)];
  await signIn(page, "ilias", own.url);
  await card(page, first).focus();
  await page.keyboard.press("p");
  await expect(page.getByText("Προσήλθε: ΠΡΩΤΗ Άννα")).toBeVisible();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/arrival", async (route) => {
    await held;
    await route.continue();
  });
  await card(page, second).focus();
  await page.keyboard.press("p");
  await page.keyboard.press("Control+z");
  letGo();
  await expect(page.getByText("Αναιρέθηκε: ΔΕΥΤΕΡΗ Άννα")).toBeVisible();
  expect([await status(first.id)(), await status(second.id)()]).toEqual(["arrived", "booked"]);
});

test("keys faster than their answers: each comes in its turn, and pressed twice it is done once", async ({ page }) => {
  const [first, second] = [await somebody("Γρήγορη"), await somebody("Επόμενη", 2)];
  await signIn(page, "ilias", own.url);
  await page.route(/\/(arrival|service-start|undo)$/, async (route) => {
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.fulfill({ response });
  });
  await card(page, first).focus();
  for (const key of ["p", "p", "s", "s"]) await page.keyboard.press(key);
  await card(page, second).focus();
  await page.keyboard.press("p");
  await expect(page.getByText("Προσήλθε: ΕΠΟΜΕΝΗ Άννα")).toBeVisible();
  expect([await read(first.id), await read(second.id)]).toMatchObject([
    { status: "in-service", version: 3 },
    { status: "arrived", version: 2 },
  ]);
  await expect(page.getByRole("alert")).toHaveText("");
});

test("arrows act from a card's button as well", async ({ page }) => {
  const booked = await somebody("Κουμπιώτη");
  await signIn(page, "ilias", own.url);
  await page.getByRole("button", { name: new RegExp(`^Προσήλθε: .*${booked.time}`) }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[id^=cell-2-]:focus")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("[id^=cell-1-]:focus")).toBeVisible();
});

test("after a cancellation by keyboard she stands on the freed time", async ({ page }) => {
  const { date } = await today();
  const tomorrow = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  const person = { lastName: "Ακυρούλη", firstName: "Άννα", service: "copy-certification" };
  const body = { date: tomorrow, time: "11:30", queue: 2, ...person };
  const { body: booked } = await desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  await signIn(page, "ilias", `${own.url}/offices/${OFFICE}/days/${tomorrow}`);
  await card(page, booked).focus();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("button", { name: "Όχι, να μείνει" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/είναι ξανά ελεύθερη/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^11:30 ελεύθερη, .*Ουρά 2/ })).toBeFocused();
});

test("on a phone the plan follows a booking into its queue", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { date } = await today();
  const tomorrow = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  await signIn(page, "ilias", `${own.url}/offices/${OFFICE}/days/${tomorrow}?panel=new&time=12:00&queue=3`);
  await page.getByLabel("Επώνυμο").fill("Στενή");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ζωή");
  await expectTime(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: /^Ουρά 3/, pressed: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /ΣΤΕΝΉ|ΣΤΕΝΗ/ })).toBeFocused();
});

/** «Χωρίς ραντεβού» with a name: the service is chosen, then the panel. */
async function walkInWithName(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Χωρίς ραντεβού" });
  await expect(dialog.getByRole("group", { name: "Υπηρεσία" }).getByRole("radio", { checked: true })).toBeFocused();
  await dialog.getByRole("radio", { name: /^Με όνομα/ }).check();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

test("without an appointment: her service, two names, and she is booked and here", async ({ page }) => {
  await somebody("Προηγούμενη", 1);
  await signIn(page, "ilias", own.url);
  await expect(page.getByRole("button", { name: /Χωρίς ραντεβού/ })).toBeVisible();
  const cells = page.locator("[id^=cell-2-]");
  await cells.first().focus();
  await page.keyboard.press("End");
  await expect(cells.last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press("a");
  await walkInWithName(page);
  await expect(page.getByRole("heading", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Αυτοπροσώπως" })).toBeChecked();
  await expect(page.getByRole("radio", { name: /Ουρά 2/ }).first()).toBeChecked();
  // The service was chosen before, in the dialog.
  await expect(page.getByLabel("Επώνυμο")).toBeFocused();
  await atEveryWidth(page, "walk-in");
  await page.keyboard.type("Περαστικού");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ρόζα");
  await expect(page.getByRole("button", { name: /^Καταχώριση και προσέλευση, τώρα στις/ })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε και προσήλθε, σήμερα/)).toBeVisible();
  await expect(page.locator("[data-appointment]:focus")).toContainText("ΠΕΡΑΣΤΙΚ");

  const { date, time } = await today();
  const { body } = await desk.ask("GET", `/api/offices/${OFFICE}/days/${date}`);
  const hers = body.appointments.find(({ lastName }: Appointment) => lastName === "Περαστικού");
  expect(hers).toMatchObject({ status: "arrived", queue: 2, channel: "in-person", version: 2 });
  expect(hers.time <= time).toBe(true);
  await page.keyboard.press("Control+z");
  await expect.poll(status(hers.id)).toBe("booked");
  await expect(page.getByText("Αναιρέθηκε: ΠΕΡΑΣΤΙΚΟΥ Ρόζα")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(status(hers.id)).toBe("cancelled");
});

test("the running slot that the weeks name is taken by the form they lead to", async ({ page }) => {
  await openPlan(page, "ilias", own.url);
  await page.getByRole("link", { name: "Εβδομάδες" }).click();
  await page.locator(".weeks__here").getByRole("link").press("Enter");
  await expect(page.getByRole("heading", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await expect(page.getByRole("radio", { name: new RegExp(`^${running.time}`) }).first()).toBeChecked();
  await expect(page.getByRole("button", { name: /^Καταχώριση και προσέλευση, τώρα στις/ })).toBeVisible();
  await page.getByLabel("Επώνυμο").fill("Τωρινού");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Εύα");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε και προσήλθε, σήμερα/)).toBeVisible();
});

test("without an appointment and without a name: the service is enough, unless no time of today is left", async ({
  page,
}) => {
  await signIn(page, "ilias", own.url);
  await expect(page.getByRole("button", { name: /Χωρίς ραντεβού/ })).toBeVisible();
  await page.keyboard.press("a");
  await walkInWithName(page);
  await expect(page.getByText("Όποιος είναι ήδη εδώ καταχωρίζεται και χωρίς όνομα: αρκεί η υπηρεσία.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Καταχώριση και προσέλευση, τώρα στις/ })).toBeVisible();
  await page.getByRole("radio", { name: "Τηλέφωνο" }).check();
  await expect(page.getByText(/αρκεί η υπηρεσία/)).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Γράψτε το επώνυμο", { exact: false })).toBeVisible();
  await page.getByRole("radio", { name: "Αυτοπροσώπως" }).check();
  // What is pressed before its time is there is for no time.
  await expect(page.getByRole("button", { name: /^Καταχώριση και προσέλευση, τώρα στις/ })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε και προσήλθε, σήμερα/)).toBeVisible();
  await expect(page.locator("[data-appointment]:focus")).toContainText("Χωρίς όνομα");
});

test("without an appointment and without a wish: whichever queue is soonest, on any day's plan", async ({ page }) => {
  await somebody("Πρώτη", 1);
  await somebody("Δεύτερη", 2);
  await signIn(page, "ilias", own.url);
  await expect(page.getByRole("button", { name: /Χωρίς ραντεβού/ })).toBeVisible();
  await page.keyboard.press("]");
  await expect(page.getByRole("button", { name: /Χωρίς ραντεβού/ })).toBeHidden();
  await page.keyboard.press("a");
  await walkInWithName(page);
  await expect(page.getByRole("radio", { name: /Ουρά 3/ }).first()).toBeChecked();
  await expect(page.getByRole("button", { name: /τώρα στις/ })).toBeVisible();
  await page.getByRole("radio", { name: "Τηλέφωνο" }).check();
  await expect(page.getByRole("button", { name: /^Καταχώριση για/ })).toBeVisible();
});

test("no room left today: the sentence says so and when there is, and she does not count as here", async ({ page }) => {
  const { date } = await today();
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  await own.sql.query(
    "delete from queue_hours using office where office.id = office_id and code = $1 and weekday = $2",
    [OFFICE, dayOfWeek],
  );
  await signIn(page, "ilias", own.url);
  await page.getByRole("button", { name: /Χωρίς ραντεβού/ }).click();
  await walkInWithName(page);
  await expect(page.getByText(/^Σήμερα δεν υπάρχει άλλη ελεύθερη ώρα .* Επόμενη: αύριο/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Καταχώριση για αύριο/ })).toBeVisible();
  await atEveryWidth(page, "no room today");
});

test("the list of keys has them all", async ({ page }) => {
  await openPlan(page, "ilias", own.url);
  await page.keyboard.press("?");
  for (const key of ["P", "S", "O", "D", "M", "E", "Delete", "U", "A", "F2"])
    await expect(page.getByRole("dialog").getByText(key, { exact: true })).toBeVisible();
  await atEveryWidth(page, "keys");
});
