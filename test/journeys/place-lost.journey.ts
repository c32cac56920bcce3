import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";

/** Two clerks who fill in and take the same places at the same moment, one of them by hand. */
let own: OwnPlatform;
let colleague: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  // One queue: what one of them has is missed by the other.
  await own.sql.query(
    "update queue set is_active = (number = 1), slot_minutes = 30 from office where office.id = office_id and code = '9904'",
  );
  colleague = await signInByHttp(own.url, "ilias");
});
test.afterAll(() => own.close());

const today = Temporal.Now.plainDateISO("Europe/Athens");
const inDays = (days: number) => today.add({ days }).toString();

async function openForm(page: Page, date: string, userid = "rea"): Promise<void> {
  await signIn(page, userid, `${own.url}/offices/9904/days/${date}?panel=new`);
  await expect(page.getByText(/^Ζωντανή ενημέρωση, \d\d:\d\d$/)).toBeVisible();
  await expectTime(page);
  await surname(page).focus();
}

const firsts = (page: Page) => page.getByRole("radiogroup", { name: "Πρώτες ελεύθερες ώρες" }).getByRole("radio");
const lost = (page: Page) => page.getByRole("alert").filter({ hasText: "Στη θέση της επιλέχθηκε" });
const surname = (page: Page) => page.getByLabel("Επώνυμο");

async function take(date: string, time: string, queue = 1) {
  const body = { date, time, queue, service: "copy-certification", lastName: "Ταχύς", firstName: "Πρώτος" };
  const reply = await colleague.ask("POST", "/api/offices/9904/appointments", { body, key: randomUUID() });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
}

async function two(browser: Browser): Promise<{ first: Page; second: Page; close(): Promise<unknown> }> {
  const contexts = [await browser.newContext({ locale: "el-GR" }), await browser.newContext({ locale: "el-GR" })];
  const [first, second] = await Promise.all(contexts.map((context) => context.newPage()));
  return { first: first as Page, second: second as Page, close: () => Promise.all(contexts.map((c) => c.close())) };
}

test("what one clerk is filling in is not offered to the other, and it is said why", async ({ browser }) => {
  const { first, second, close } = await two(browser);
  // Late in the evening tomorrow's first time is too near to be offered.
  const date = inDays(6);
  await openForm(first, date);
  await expect(firsts(first).first()).toBeChecked();
  await first.keyboard.type("Γλαρουδάκη");
  await signIn(second, "ilias", `${own.url}/offices/9904/days/${date}`);
  await expect(second.getByText("Συμπληρώνει: Ρέα").first()).toBeVisible();
  await second.keyboard.press("n");
  await expectTime(second);
  await expect(second.getByText(/^Δεν προτείνεται .*00:00, Ουρά 1: συμπληρώνεται τώρα \(Ρέα/)).toBeVisible();
  await expect(firsts(second).first()).toHaveAccessibleName(/^00:30/);
  await expect(firsts(second).first()).toBeChecked();
  await expect(firsts(first).first(), "who was there first keeps it").toBeChecked();
  await expect(lost(first)).toHaveCount(0);
  await atEveryWidth(second, "a time that a colleague is filling in");
  await first.keyboard.press("Escape");
  await expect(second.getByText(/^Δεν προτείνεται/)).toHaveCount(0);
  await expect(firsts(second).first(), "what came free moves nothing under her hand").toHaveAccessibleName(/^00:30/);
  await close();
});

test("a chosen time that is given away makes way for the next, aloud, and a press meant for it books nothing", async ({
  page,
}) => {
  const date = inDays(2);
  await openForm(page, date);
  await page.keyboard.type("Βραδύτερος");
  await page.getByLabel("Όνομα", { exact: true }).fill("Άγις");
  await page.keyboard.press("Alt+Digit2");
  await expect(firsts(page).nth(1)).toBeChecked();
  await expect(firsts(page).nth(1)).toHaveAccessibleName(/^00:30/);
  await take(date, "00:30");
  await expect(lost(page)).toHaveText(/Η ώρα 00:30 στην Ουρά 1 μόλις δόθηκε\. .*\s01:00, Ουρά 1\./);
  await expect(page.getByRole("radio", { name: /^00:30/ })).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /^01:00/ })).toBeChecked();
  await expect(page.getByText(/Σας βολεύει/)).toBeVisible();
  await expect(page.getByLabel("Όνομα", { exact: true })).toBeFocused();
  await expect(surname(page)).toHaveValue("Βραδύτερος");
  await atEveryWidth(page, "a time that was lost");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για .*01:00/)).toBeVisible();
});

test("the press that comes with the loss does nothing; the next one books what the button says", async ({ page }) => {
  const date = inDays(3);
  await openForm(page, date);
  await page.keyboard.type("Αργοπορημένη");
  await page.getByLabel("Όνομα", { exact: true }).fill("Άννα");
  // Pressed at the very moment at which the page says that the time is lost.
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(".times__gone")) return;
      watch.disconnect();
      document.querySelector<HTMLElement>(".panel__foot button[type=submit]")?.click();
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await take(date, "00:00");
  await expect(lost(page)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Καταχώριση για .*00:30/ })).toBeVisible();
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toHaveCount(0);
  await page.waitForTimeout(800);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για .*00:30/)).toBeVisible();
});

test("a time chosen from the weeks is watched over too", async ({ page }) => {
  const date = inDays(4);
  await openForm(page, date);
  await page.getByRole("button", { name: "Άλλη ημέρα ή ώρα" }).click();
  await page.getByRole("radio", { name: "23:30" }).check();
  await take(date, "23:30");
  await expect(lost(page)).toHaveText(/23:30 στην Ουρά 1 μόλις δόθηκε\. .*\s23:00, Ουρά 1/);
  await expect(page.getByRole("radio", { name: "23:00" })).toBeChecked();
});

test("her own booking is no loss", async ({ page }) => {
  const date = inDays(5);
  await openForm(page, date);
  await page.evaluate(() => {
    Object.assign(window, { losses: 0 });
    const watch = new MutationObserver(() => {
      if (document.querySelector(".times__gone")) (window as unknown as { losses: number }).losses++;
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.type("Ήσυχη");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ήρα");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { losses: number }).losses)).toBe(0);
});
