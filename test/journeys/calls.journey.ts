import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth, inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** The call list of a day, with everybody whom a clerk may find on it. */
let own: OwnPlatform;
let desk: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  desk = await signInByHttp(own.url, "rea");
  await listed("Ανδρουτσάκη", "10:40", { was: "10:30", phone: "6971185530" });
  await listed("Ζερβούδης", "10:50", { was: "11:15", phone: "6947026618" });
  await listed("Πελεκανίδης", "14:20", { was: "13:30" });
  await listed("Μαΐλη", "10:20", { was: "10:00", phone: "6900073242", outcome: "agreed" });
});
test.afterAll(() => own.close());

const day = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();

async function listed(lastName: string, time: string, of: { was: string; phone?: string; outcome?: string }) {
  const body = {
    date: day,
    time,
    queue: 1,
    service: "copy-certification",
    lastName,
    firstName: "Ροδάνθη",
    phone: of.phone,
  };
  const booked = await desk.ask("POST", "/api/offices/9904/appointments", { body, key: randomUUID() });
  expect(booked.status, JSON.stringify(booked.body)).toBe(201);
  await own.sql.query(
    `insert into call (office_id, appointment_id, date, why, before, outcome, planned_at)
     select id, $1, $2::date, 'moved', json_build_object('date', $2::date::text, 'time', $3::text, 'queue', 2), $4, now()
     from office where code = '9904'`,
    [booked.body.id, day, of.was, of.outcome ?? "not-called"],
  );
}

const open = (page: Page, userid = "rea") => signIn(page, userid, `${own.url}/offices/9904/calls/${day}`);
const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
const say = (page: Page) => page.locator(".calls__say");

test("everybody stands with service, old and new time; who would come sooner is to be asked, who has no telephone has no false answers", {
  tag: "@proof",
}, async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { name: "Μένουν 2" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Χωρίς τηλέφωνο, 1" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Συμφώνησε 1" })).toBeVisible();
  await expect(
    page.getByText(/^1\sαπό 3 συμφώνησε\. 1\sδεν έχει τηλέφωνο: ενημέρωση όταν έρθει ή τηλεφωνήσει\./),
  ).toBeVisible();
  const sooner = row(page, "ΖΕΡΒΟΥΔΗΣ");
  await expect(sooner.getByText("25′ νωρίτερα: να ερωτηθεί")).toBeVisible();
  await expect(sooner.getByText("Επικύρωση αντιγράφων", { exact: false })).toBeVisible();
  await expect(row(page, "ΑΝΔΡΟΥΤΣΑΚΗ").getByText("10′ αργότερα")).toBeVisible();
  await expect(sooner.getByRole("radio")).toHaveCount(4);
  const silent = row(page, "ΠΕΛΕΚΑΝΙΔΗΣ").getByRole("radio");
  await expect(silent).toHaveCount(2);
  await expect(silent.last()).toHaveAccessibleName("Ενημερώθηκε");
  await sooner.getByRole("radio", { name: "Δεν κλήθηκε" }).focus();
  await expect(say(page)).toContainText("στις 11:15 δεν μπορεί να γίνει τότε");
  await inEverySetting(page, "a call list with everybody");
  await sooner.getByRole("link", { name: "ΖΕΡΒΟΥΔΗΣ Ροδάνθη" }).click();
  await expect(page.getByRole("heading", { name: /^Ραντεβού στις/ })).toBeVisible();
});

test("a time that does not suit: another one is found in the row, read aloud, and the call is done with it", async ({
  page,
}) => {
  await open(page);
  const one = row(page, "ΖΕΡΒΟΥΔΗΣ");
  await one.getByRole("radio", { name: "Δεν βολεύει" }).check();
  await expect(one.getByText(/^\d\d:\d\d, Ρέα/)).toBeVisible();
  const times = one.getByRole("radiogroup", { name: "Νέα ώρα" }).getByRole("radio");
  await expect(times).toHaveCount(4);
  await times.nth(1).check();
  const move = one.getByRole("button", { name: /^Μεταφορά/ });
  const chosen = (await times.nth(1).getAttribute("aria-keyshortcuts")) ?? "";
  expect(chosen).toBe("Alt+2");
  await expect(say(page)).toContainText("Σας βολεύει");
  await atEveryWidth(page, "another time in the call list");
  await one.getByRole("button", { name: "Άλλη ημέρα ή ώρα" }).click();
  await expect(one.getByRole("table", { name: "Ελεύθερες ώρες ανά ημέρα" })).toBeVisible();
  await atEveryWidth(page, "any other time in the call list");
  await one.getByRole("button", { name: "Πρώτες ελεύθερες" }).click();
  await times.nth(1).check();
  const words = ((await move.textContent()) ?? "").replace("Μεταφορά ", "");
  await move.click();
  await expect(page.getByText(`Μεταφέρθηκε για ${words}`)).toBeVisible();
  await expect(one.getByRole("radio", { name: "Συμφώνησε" })).toBeChecked();
  await expect(one.getByRole("radio", { name: "Συμφώνησε" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Μένει 1" })).toBeVisible();
});

test("a colleague who noted first is not written over, and her answer is shown", async ({ page, browser }) => {
  await open(page);
  const context = await browser.newContext({ locale: "el-GR" });
  const other = await context.newPage();
  await open(other, "ilias");
  // She has not heard of it yet when she presses.
  const press = Promise.withResolvers<void>();
  await page.route(/\/call-lists\/[\d-]+$/, async (route) => {
    if (route.request().method() === "GET") await press.promise;
    await route.continue();
  });
  await row(other, "ΑΝΔΡΟΥΤΣΑΚΗ").getByRole("radio", { name: "Δεν βολεύει" }).check();
  await expect(row(other, "ΑΝΔΡΟΥΤΣΑΚΗ").getByText(/^\d\d:\d\d, Ηλίας/)).toBeVisible();
  await row(page, "ΑΝΔΡΟΥΤΣΑΚΗ").getByRole("radio", { name: "Συμφώνησε" }).click({ force: true });
  press.resolve();
  await expect(page.getByText(/σημείωσε «Δεν βολεύει» πριν από εσάς/)).toBeVisible();
  await expect(row(page, "ΑΝΔΡΟΥΤΣΑΚΗ").getByRole("radio", { name: "Δεν βολεύει" })).toBeChecked();
  await context.close();
});
