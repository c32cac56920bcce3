import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { test } from "./journey.ts";
import { openPlan, withoutNews } from "./person.ts";

const OFFICE = "9904";

/** An appointment on the first day that has room, and the plan of that day before her. */
async function openOne(page: Page, desk: Desk, lastName: string): Promise<Appointment> {
  const from = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 7 });
  const { body } = await desk.ask(
    "GET",
    `/api/offices/${OFFICE}/availability?from=${from}&to=${from.add({ days: 20 })}`,
  );
  const day = body.days.find(({ times }: { times: unknown[] }) => times.length > 10);
  const request = {
    date: day.date,
    time: day.times[4].time,
    queue: null,
    service: "copy-certification",
    lastName,
    firstName: "Δοκιμή",
    phone: "6944123456",
  };
  const booked = await desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body: request, key: randomUUID() });
  // The day shows it before its own answer comes, which may by then be of a later version.
  const loaded = page.waitForResponse((response) => response.url().endsWith(`/appointments/${booked.body.id}`));
  await page.goto(`/offices/${OFFICE}/days/${day.date}?panel=${booked.body.id}`);
  await expect(page.getByRole("heading", { name: `Ραντεβού στις ${booked.body.time}` })).toBeVisible();
  await loaded;
  return booked.body;
}

const read = async (desk: Desk, id: string): Promise<Appointment> =>
  (await desk.ask("GET", `/api/offices/${OFFICE}/appointments/${id}`)).body;

test.beforeEach(({ page }) => openPlan(page, "ilias"));

test("she edits, and the history says what changed", { tag: "@proof" }, async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const { id } = await openOne(page, desk, "Αλλαγμένου");
  await page.getByRole("button", { name: "Επεξεργασία" }).click();
  await page.getByLabel("Επώνυμο").fill("Διορθωμένου");
  await page
    .getByLabel(/^E-mail/)
    .first()
    .fill("d@example.gr");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Οι αλλαγές αποθηκεύτηκαν")).toBeVisible();
  expect(await read(desk, id)).toMatchObject({
    lastName: "Διορθωμένου",
    email: "d@example.gr",
    phone: "+306944123456",
    version: 2,
  });
});

test("two edit at once: the second sees what changed, keeps hers, and overwrites nothing unseen", {
  tag: ["@commit", "@proof"],
}, async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  // Else the page may know it before the save says so.
  await withoutNews(page);
  const { id } = await openOne(page, desk, "Διπλογραμμένη");
  await page.getByRole("button", { name: "Επεξεργασία" }).click();
  await page.getByLabel("Όνομα", { exact: true }).fill("Δικό");
  const url = `/api/offices/${OFFICE}/appointments/${id}`;
  expect(await desk.ask("PATCH", url, { body: { firstName: "Ξένο" }, version: 1 })).toMatchObject({ status: 200 });
  await page.keyboard.press("Control+Enter");
  // Every twenty seconds it asks by itself, and may just have done so.
  const told = page.getByText(/Άλλος χειριστής άλλαξε το ραντεβού|Το ραντεβού άλλαξε όσο το επεξεργάζεστε/).first();
  await expect(told).toBeVisible();
  await expect(page.getByText("Ξένο").first()).toBeVisible();
  await expect(page.getByLabel("Όνομα", { exact: true })).toHaveValue("Δικό");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Οι αλλαγές αποθηκεύτηκαν")).toBeVisible();
  expect(await read(desk, id)).toMatchObject({ firstName: "Δικό", version: 3 });
});

test("she moves it, and takes that back", async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const before = await openOne(page, desk, "Μετακινούμενη");
  await page.getByRole("button", { name: "Μεταφορά σε άλλη ώρα" }).click();
  await expect(page.getByRole("radio", { name: /Τωρινή ώρα/ })).toBeVisible();
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Μεταφέρθηκε για/)).toBeVisible();
  const moved = await read(desk, before.id);
  expect([moved.date, moved.time]).not.toEqual([before.date, before.time]);
  await page.getByRole("button", { name: "Αναίρεση" }).first().click();
  await expect(page.getByText(/^Αναιρέθηκε/)).toBeVisible();
  expect(await read(desk, before.id)).toMatchObject({ date: before.date, time: before.time, version: 3 });
});

test("she cancels with a reason; the safe answer has the focus", async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const { id } = await openOne(page, desk, "Ακυρωμένη");
  await page.getByRole("button", { name: "Ακύρωση ραντεβού…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Όχι, να μείνει" })).toBeFocused();
  await expect(dialog).toContainText("694 412 3456");
  await dialog.getByRole("radio", { name: "Διπλή καταχώριση" }).check();
  await dialog.getByRole("button", { name: "Ναι, να ακυρωθεί" }).click();
  await expect(page.getByText(/είναι ξανά ελεύθερη/)).toBeVisible();
  expect(await read(desk, id)).toMatchObject({ status: "cancelled", cancellationReason: "Διπλή καταχώριση" });
});
