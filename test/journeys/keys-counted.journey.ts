import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";
import { chooseService, countingKeyboard, expectTime, openPlan, signIn } from "./person.ts";
import { pressTooEarly } from "./press-armed.ts";

/** What is done most often, by keyboard alone, with every key counted; two that are held together are one press. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND, ...VISITS_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  await own.sql.query("update queue set slot_minutes = 30 from office where office.id = office_id and code = '9904'");
  const desk = await signInByHttp(own.url, "ilias");
  for (let index = 0; index < 18; index++) {
    const time = `${String(8 + Math.floor(index / 2)).padStart(2, "0")}:${index % 2 === 0 ? "00" : "30"}`;
    await desk.ask("POST", "/api/offices/9904/appointments", { body: visit("Αφανιζόμενος", time), key: randomUUID() });
  }
  const known = { ...visit("Παπαδοπούλου", "18:00"), firstName: "Ελένη", phone: "6944123456" };
  const booked = await desk.ask("POST", "/api/offices/9904/appointments", { body: known, key: randomUUID() });
  expect(booked.status, JSON.stringify(booked.body)).toBe(201);
});
test.afterAll(() => own.close());

const day = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();
const visit = (lastName: string, time: string) => ({
  date: day,
  time,
  queue: 2,
  service: "copy-certification",
  lastName,
  firstName: "Ανώνυμος",
  phone: "2310123456",
});

const pressesOf = (page: Page) => {
  const keyboard = countingKeyboard(page);
  let held = 0;
  return {
    ...keyboard,
    press: (key: string) => {
      held += key.split("+").length - 1;
      return keyboard.press(key);
    },
    count: () => keyboard.keys() - held,
  };
};

const openDay = async (page: Page) => {
  await signIn(page, "rea", `${own.url}/offices/9904/days/${day}`);
  await expect(page.locator(".plan .column").first()).toBeVisible();
};

test("an appointment by telephone, its service chosen: 32", async ({ page }) => {
  await openDay(page);
  const keys = pressesOf(page);
  await keys.press("n");
  await keys.press("Digit1");
  await expect(page.locator("[name=lastName]")).toBeFocused();
  await keys.type("Λαμπροπούλου");
  await keys.press("Tab");
  await keys.type("Ελένη");
  await keys.press("Tab");
  await keys.type("6944123457");
  await expectTime(page);
  await keys.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(33);
});

test("of somebody who was here before: surname begun, ↓ and ↵, and what is coming is seen before", {
  tag: "@proof",
}, async ({ page }) => {
  await openDay(page);
  const keys = pressesOf(page);
  const surname = page.getByLabel("Επώνυμο");
  await keys.press("n");
  await keys.press("Digit1");
  await keys.type("Παπα");
  const list = page.getByRole("listbox", { name: "Έχουν ξαναέρθει στο ΚΕΠ" });
  await expect(list.getByRole("option").first()).toContainText("Έχει ραντεβού:");
  await expect(surname).toBeFocused();
  await expect(surname).toHaveAttribute("aria-expanded", "true");
  await atEveryWidth(page, "people met before");
  await keys.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).toContainText("ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη");
  await keys.press("Enter");
  await expect(surname).toHaveValue("Παπαδοπούλου");
  await expect(surname).toBeFocused();
  await expect(page.getByLabel("Όνομα", { exact: true })).toHaveValue("Ελένη");
  await expect(page.getByLabel(/^Τηλέφωνο/).first()).toHaveValue(/^694\s412\s3456$/);
  await expect(list).toHaveCount(0);
  await expectTime(page);
  await keys.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(9);
});

test("nothing typed is lost to the list: Tab goes on, Esc puts it away, and Esc again leaves with a draft", async ({
  page,
}) => {
  await openDay(page);
  await page.keyboard.press("n");
  await chooseService(page);
  await page.keyboard.type("Παπα");
  const list = page.getByRole("listbox");
  await expect(list).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Παπα");
  await page.keyboard.type("δ");
  await expect(list).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(list).toHaveCount(0);
  await expect(page.getByLabel("Όνομα", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε ως πρόχειρο.")).toBeVisible();
});

test("an absence with 18 people in it, seen before it is done: 20", async ({ page }) => {
  await openDay(page);
  await page.getByRole("link", { name: /08:00 ΑΦΑΝΙΖΟΜΕΝΟΣ/ }).focus();
  const keys = pressesOf(page);
  await keys.press("y");
  await expect(page.getByRole("heading", { name: /^Επηρεάζονται (19|20) ραντεβού$/ })).toBeVisible();
  await keys.press("Control+Enter");
  const submit = page.getByRole("button", { name: /^Εξαίρεση/ });
  await expect(submit).toBeFocused();
  await expect(submit).toBeEnabled();
  await keys.press("Enter");
  await expect(page.getByText("Η εξαίρεση προστέθηκε", { exact: false }).first()).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(20);
});

test("the ministry closes all offices for a day: 30", async ({ page }) => {
  await signIn(page, "athina", `${own.url}/ministry/closures`);
  await expect(page.getByRole("button", { name: "Νέο κλείσιμο" })).toBeVisible();
  await page.getByRole("button", { name: "Νέο κλείσιμο" }).focus();
  const keys = pressesOf(page);
  await keys.press("Enter");
  const dialog = page.getByRole("dialog");
  const from = dialog.getByLabel("Από ημέρα");
  const reason = dialog.getByRole("textbox", { name: "Αιτιολογία" });
  const tabTo = async (field: typeof from) => {
    for (let presses = 0; presses < 12; presses++) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
      await keys.press("Tab");
    }
  };
  await expect(from).toBeVisible();
  await tabTo(from);
  await keys.type("20/3/30");
  await tabTo(reason);
  await keys.type("Εκλογές");
  await pressTooEarly(page, /^Κλείσιμο \d\sΚΕΠ, Τετάρτη 20 Μαρτίου$/, () => keys.press("Enter"));
  const consequence = dialog.getByRole("status").filter({ hasText: "Τι αφορά" });
  await expect(consequence).toContainText("Τετάρτη 20 Μαρτίου 2030");
  await keys.press("Enter");
  await expect(page.getByText("Ορίστηκε το κλείσιμο: Εκλογές")).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(30);
});

test("a number for who stands there: 2; the next one: 1; called again: 1", async ({ page }) => {
  await openFromNow(own.sql, "9904");
  const desk = await signInByHttp(own.url, "rea");
  const ask = async (path: string, body: object) =>
    (await desk.ask("POST", `/api/offices/9904/${path}`, { body, key: randomUUID() })).body;
  await ask("entrance-screens", { name: "Αναμονή", kind: "display" });
  // No place is free before a number would be due.
  while ((await ask("walk-ins", { service: "copy-certification" })).ticket === null);
  await own.sql.query("update ticket set status = 'withdrawn'");
  await openPlan(page, "ilias", own.url);
  const bar = page.getByRole("region", { name: "Αναμονή και επόμενος" });
  await expect(bar).toContainText("Περιμένουν τώρα");

  const number = pressesOf(page);
  await number.press("a");
  await expect(page.getByRole("dialog")).toBeVisible();
  await number.press("Enter");
  await expect(page.getByText(/^Αριθμός Α\s002: πείτε τον στον πολίτη/)).toBeVisible();
  expect(number.count()).toBe(2);

  const next = pressesOf(page);
  await next.press("k");
  await expect(page.getByText(/^Καλείται: /)).toBeVisible();
  expect(next.count()).toBe(1);

  await own.sql.query(
    `with called as (update appointment set called_at = called_at - interval '4 minutes', status_at = status_at - interval '4 minutes'
       where called_at is not null returning office_id)
     update line_call set at = at - interval '4 minutes' where office_id in (select office_id from called)`,
  );
  await page.reload();
  await expect(bar.getByRole("button", { name: /^Ξανά/ })).toHaveAttribute("aria-disabled", "false");
  const again = pressesOf(page);
  await again.press("c");
  await expect(bar).toContainText("Δεν φάνηκε μετά από δύο κλήσεις");
  expect(again.count()).toBe(1);
});
