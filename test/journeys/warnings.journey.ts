import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { chooseService, expectTime, openPlan } from "./person.ts";

const OFFICE = "9904";
let desk: Desk;

test.beforeAll(async ({ baseURL }) => {
  desk = await signInByHttp(String(baseURL), "rea");
});
test.beforeEach(({ page }) => openPlan(page, "ilias"));

const lastName = (page: Page) => page.getByLabel("Επώνυμο");
const firstName = (page: Page) => page.getByLabel("Όνομα", { exact: true });

async function openNew(page: Page): Promise<void> {
  await page.keyboard.press("n");
  await chooseService(page);
}

/** An appointment on a day of next week that has room. */
async function booked(lastName: string, firstName: string, index = 6): Promise<Appointment> {
  const from = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 9 });
  const { body } = await desk.ask(
    "GET",
    `/api/offices/${OFFICE}/availability?from=${from}&to=${from.add({ days: 20 })}`,
  );
  const day = body.days.find(({ times }: { times: unknown[] }) => times.length > 12);
  const place = { date: day.date, time: day.times[index].time, queue: 1 };
  const request = { ...place, lastName, firstName, service: "copy-certification", phone: "6944123456" };
  return (await desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body: request, key: randomUUID() })).body;
}

const change = ({ id }: Appointment, version: number, body: object) =>
  desk.ask("PATCH", `/api/offices/${OFFICE}/appointments/${id}`, { body, version });

/** The news comes by itself; where it does not, the page asks again whenever it is looked at. */
async function seenAfterAskingAgain(page: Page, sentence: string): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(page.getByText(sentence, { exact: false }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

test("look-alike letters: F2 repairs the first one, wherever she is, and it is no obstacle", async ({ page }) => {
  await openNew(page);
  await page.keyboard.type("Παπ\u0061δοπούλου");
  await page.keyboard.press("Tab");
  await page.keyboard.type("\u0045λένη");
  await expect(page.getByText("Έχει και λατινικά γράμματα.")).toHaveCount(2);
  await expect(lastName(page)).toHaveAccessibleDescription(/λατινικά γράμματα/);
  await atEveryWidth(page, "look-alike letters");
  await page.keyboard.press("F2");
  await expect(lastName(page)).toHaveValue("Παπαδοπούλου");
  await expect(firstName(page)).toBeFocused();
  await page.keyboard.press("F2");
  await expect(firstName(page)).toHaveValue("Ελένη");
  await expect(page.getByText(/λατινικά γράμματα/)).toHaveCount(0);
  await page.getByRole("radio", { name: "Επιχείρηση" }).check();
  await page.getByLabel("Επωνυμία").fill("\u0041ΛΚΥΟΝΗ Ι.Κ.Ε.");
  await atEveryWidth(page, "look-alike letters of a business");
  await page.keyboard.press("F2");
  await expect(page.getByLabel("Επωνυμία")).toHaveValue("ΑΛΚΥΟΝΗ Ι.Κ.Ε.");
});

test("swapped names: one key puts them right", async ({ page }) => {
  await openNew(page);
  await page.keyboard.type("Μαρία");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Αϊβαλιώτη");
  await expect(page.getByText("Μήπως το επώνυμο και το όνομα είναι ανάποδα;")).toBeVisible();
  await atEveryWidth(page, "swapped names");
  await page.keyboard.press("F2");
  await expect(lastName(page)).toHaveValue("Αϊβαλιώτη");
  await expect(firstName(page)).toHaveValue("Μαρία");
  await page.keyboard.press("Escape");
  await openNew(page);
  await page.getByRole("button", { name: /^Συνέχεια: ΑΪΒΑΛΙΩΤΗ/ }).press("Enter");
  await expect(lastName(page)).toHaveValue("Αϊβαλιώτη");
  await expect(firstName(page)).toHaveValue("Μαρία");
});

test("same name with a coming appointment: it says so, shows it, and the draft is still there", async ({ page }) => {
  const other = await booked("Συνώνυμη", "Ευανθία");
  await openNew(page);
  await page.keyboard.type("συνωνυμη");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ευανθια");
  const hint = page.getByText(/^Ίδιο ονοματεπώνυμο: .*Ουρά 1/);
  await expect(hint).toBeVisible();
  await expect(lastName(page)).toHaveAccessibleDescription(/Ίδιο ονοματεπώνυμο/);
  await atEveryWidth(page, "same name");
  await page.getByRole("link", { name: /^Προβολή: / }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `Ραντεβού στις ${other.time}` })).toBeVisible();
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε ως πρόχειρο.")).toBeVisible();
  await openNew(page);
  await page.getByRole("button", { name: /^Συνέχεια: ΣΥΝΩΝΥΜΗ/ }).press("Enter");
  await expect(lastName(page)).toHaveValue("συνωνυμη");
  await expectTime(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});

test("the same person the same day is said more strongly, unless the number is another's", async ({ page }) => {
  const other = await booked("Διπλή", "Ευανθία", 2);
  const { body } = await desk.ask("GET", `/api/offices/${OFFICE}/availability?from=${other.date}&to=${other.date}`);
  await page.goto(`/offices/${OFFICE}/days/${other.date}?panel=new&time=${body.days[0].times[8].time}&queue=1`);
  await lastName(page).fill("Διπλή");
  await firstName(page).fill("Ευανθία");
  await expect(page.getByText(/^Έχει ήδη ραντεβού την ίδια ημέρα: /)).toBeVisible();
  await atEveryWidth(page, "same day");
  await page
    .getByLabel(/^Τηλέφωνο/)
    .first()
    .fill("6976028841");
  await expect(page.getByText(/^Ίδιο ονοματεπώνυμο: /)).toBeVisible();
});

test("her own appointment is no namesake of itself", async ({ page }) => {
  const own = await booked("Μοναδική", "Ευανθία");
  const asked = page.waitForResponse(/namesakes/);
  await page.goto(`/offices/${OFFICE}/days/${own.date}?panel=${own.id}&intent=edit`);
  expect((await asked).status()).toBe(200);
  await expect(page.getByText(/^Ίδιο ονοματεπώνυμο/)).toHaveCount(0);
});

test("no answer about namesakes is no obstacle", async ({ page }) => {
  await page.route("**/namesakes", (route) => route.fulfill({ status: 503, body: "{}" }));
  await openNew(page);
  await page.keyboard.type("Ανεμπόδιστη");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ζωή");
  await expectTime(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});

test("somebody changes it while she edits: untouched fields follow, hers are set against it and she decides", async ({
  page,
}) => {
  const own = await booked("Διεκδικούμενη", "Αρχική");
  await page.goto(`/offices/${OFFICE}/days/${own.date}?panel=${own.id}&intent=edit`);
  await firstName(page).fill("Δική");
  await change(own, 1, { firstName: "Ξένη", notes: "Θα έρθει η κόρη" });
  await seenAfterAskingAgain(page, "Το ραντεβού άλλαξε όσο το επεξεργάζεστε.");
  await expect(page.getByText("Άλλαξε ο συνάδελφος:")).toBeVisible();
  await expect(page.getByLabel("Σημειώσεις")).toHaveValue("Θα έρθει η κόρη");
  await expect(firstName(page)).toHaveValue("Δική");
  await atEveryWidth(page, "overtaken");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("radio", { name: "Δικό μου: Δική" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Τώρα ισχύει: Ξένη" })).toBeChecked();
  await expect(firstName(page)).toHaveValue("Ξένη");
  await page.keyboard.press("ArrowDown");
  await expect(firstName(page)).toHaveValue("Δική");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Οι αλλαγές αποθηκεύτηκαν")).toBeVisible();
  const { body } = await desk.ask("GET", `/api/offices/${OFFICE}/appointments/${own.id}`);
  expect(body).toMatchObject({ firstName: "Δική", notes: "Θα έρθει η κόρη", version: 3 });
});

test("somebody cancels it while she edits: she is told, and what she typed is kept", async ({ page }) => {
  const own = await booked("Διακοπτόμενη", "Αρχική");
  await page.goto(`/offices/${OFFICE}/days/${own.date}?panel=${own.id}&intent=edit`);
  await firstName(page).fill("Δική");
  await desk.ask("POST", `/api/offices/${OFFICE}/appointments/${own.id}/cancellation`, { version: 1 });
  await seenAfterAskingAgain(page, "Όσο επεξεργαζόσασταν το ραντεβού, η κατάστασή του άλλαξε.");
  await atEveryWidth(page, "cancelled meanwhile");
  await page.keyboard.press("u");
  await expect(firstName(page)).toHaveValue("Δική");
});
