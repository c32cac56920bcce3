import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth, expectAccessible, inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { chooseAct, openQueuesPage, queue } from "./queues-page.ts";

/** «Διαχείριση ουρών εξυπηρέτησης»: on a platform of its own, for it changes what everybody else books by. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  // Here the ministry has not opened booking to citizens.
  await own.sql.query("delete from public_booking");
});
test.afterAll(() => own.close());

test.describe.configure({ mode: "serial" });

const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const timeField = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const said = (page: Page, text: string | RegExp) => page.getByRole("status").getByText(text);

const openQueues = (page: Page, userid: string) => openQueuesPage(page, userid, own.url);

test("by keyboard, in one step: whose it is, hours like another's, active from today; taken back as one", {
  tag: "@commit",
}, async ({ page }) => {
  await openQueues(page, "rea");
  await page.getByRole("button", { name: "Νέα ουρά" }).press("Enter");
  const form = dialog(page, "Νέα ουρά");
  await expect(form.getByLabel("Υπάλληλος")).toBeFocused();
  await expect(form.getByLabel("Υπάλληλος").locator("option:checked")).toHaveText("Ηλίας Θεμελιώτης");
  await expect(form.getByRole("radio", { name: "Ουρά 1" })).toBeChecked();
  await expect(timeField(page, "Έναρξη, Δευτέρα, διάστημα 1")).toHaveValue("08:00");
  await expect(form.getByRole("status")).toContainText(
    /^Ανοίγει .* σήμερα και .* Καμία αλλαγή στα ραντεβού που υπάρχουν/,
  );
  await atEveryWidth(page, "a new queue");
  await form.getByRole("radio", { name: "Κενό" }).press("Space");
  await form.getByRole("button", { name: "Νέα ουρά, ενεργή από σήμερα" }).press("Enter");
  await expect(form.getByText(/^Ορίστε πότε εξυπηρετεί/)).toBeVisible();
  await atEveryWidth(page, "a new queue without hours");
  await form.getByRole("radio", { name: "Ουρά 1" }).press("Space");
  await form.getByRole("radio", { name: "Ενεργή από άλλη ημέρα" }).press("Space");
  await form.getByLabel("Από", { exact: true }).fill("30/11/2099");
  await expect(form.getByRole("button", { name: "Νέα ουρά, ενεργή από Δευτέρα 30 Νοεμβρίου 2099" })).toBeVisible();
  await form.getByRole("radio", { name: "Ενεργή από σήμερα" }).press("Space");
  await page.keyboard.press("Enter");
  await expect(said(page, "Προστέθηκε: Ουρά 2")).toBeVisible();
  await expect(form).toBeHidden();
  await expect(queue(page, "Ουρά 2").getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await expect(queue(page, "Ουρά 2").getByText("Ηλίας Θεμελιώτης")).toBeVisible();
  await page.getByRole("button", { name: "Αναίρεση" }).click();
  await expect(queue(page, "Ουρά 2")).toHaveCount(0);
});

test("by keyboard: a queue is added inactive, given hours and activated, and takes appointments", async ({ page }) => {
  await openQueues(page, "rea");
  await page.getByRole("button", { name: "Νέα ουρά" }).press("Enter");
  await expect(page.getByLabel("Υπάλληλος")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Γρήγορη");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("5");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("radio", { name: "Κενό" }).press("Space");
  await page.keyboard.press("Enter");
  await expect(said(page, /^Προστέθηκε: Γρήγορη/)).toBeVisible();
  const row = queue(page, "Γρήγορη");
  await expect(row.getByText("Ηλίας Θεμελιώτης")).toBeVisible();
  await expect(row.getByRole("switch")).toHaveAttribute("aria-checked", "false");
  await expect(row.getByRole("switch")).toHaveAccessibleDescription("Ορίστε πρώτα ωράριο.");

  await row.getByRole("button", { name: "Ωράριο, Γρήγορη" }).press("Enter");
  const hours = dialog(page, "Ωράριο: Γρήγορη");
  await expect(hours.getByRole("radio", { name: "Πάντα, από σήμερα" })).toBeFocused();
  await hours.getByRole("button", { name: "Προσθήκη διαστήματος, Δευτέρα" }).press("Enter");
  await expect(timeField(page, "Έναρξη, Δευτέρα, διάστημα 1")).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("10");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1230");
  await page.keyboard.press("Tab");
  await expect(timeField(page, "Έναρξη, Δευτέρα, διάστημα 1")).toHaveValue("10:00");
  const end = hours.getByRole("slider", { name: "Λήξη, Δευτέρα, διάστημα 1" });
  await end.press("ArrowLeft");
  await end.press("ArrowLeft");
  await expect(end).toHaveAttribute("aria-valuetext", "12:20");
  await hours.getByLabel("Όπως").selectOption("Δευτέρα");
  await hours.getByLabel("Σε").selectOption("Όλη την εβδομάδα");
  await hours.getByRole("button", { name: "Αντιγραφή" }).press("Enter");
  await expect(timeField(page, "Λήξη, Κυριακή, διάστημα 1")).toHaveValue("12:20");
  await atEveryWidth(page, "hours");
  await hours.getByRole("button", { name: "Αποθήκευση ωραρίου" }).press("Enter");
  await expect(said(page, "Άλλαξε το ωράριο: Γρήγορη")).toBeVisible();
  await expect(hours).toBeHidden();
  await expect(row.getByText("Δευ–Κυρ 10:00–12:20")).toBeVisible();

  await row.getByRole("switch").press("Space");
  await expect(row.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await inEverySetting(page, "queues");
  const { rows } = await own.sql.query("select is_active, slot_minutes from queue where name = 'Γρήγορη'");
  expect(rows).toEqual([{ is_active: true, slot_minutes: 5 }]);
});

test("dragged in the strip, for one day only, and taken back", async ({ page }) => {
  await openQueues(page, "rea");
  const row = queue(page, "Γρήγορη");
  await row.getByRole("button", { name: "Ωράριο, Γρήγορη" }).click();
  const hours = dialog(page, "Ωράριο: Γρήγορη");
  const edge = hours.getByRole("slider", { name: "Λήξη, Τρίτη, διάστημα 1" });
  const box = await edge.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 6 });
  await page.mouse.up();
  await expect(edge).not.toHaveAttribute("aria-valuetext", "12:20");
  const dragged = (await edge.getAttribute("aria-valuetext")) ?? "";
  expect(dragged > "12:20").toBe(true);
  await expect(timeField(page, "Λήξη, Τρίτη, διάστημα 1")).toHaveValue(dragged);

  await hours.getByRole("radio", { name: "Μόνο μία ημέρα" }).check();
  const { rows } = await own.sql.query(
    "select (current_date + (9 - extract(isodow from current_date))::int % 7 + 7)::text as date",
  );
  await hours.getByLabel("Ημερομηνία").fill(rows[0].date);
  await expect(hours.getByRole("slider")).toHaveCount(2);
  await hours.getByRole("button", { name: "Αποθήκευση ωραρίου" }).click();
  await expect(said(page, "Άλλαξε το ωράριο: Γρήγορη")).toBeVisible();
  const limited = () =>
    own.sql.query("select 1 from queue_hours where lower(valid) = $1::date and upper(valid) = $1::date + 1", [
      rows[0].date,
    ]);
  expect((await limited()).rows).toHaveLength(1);
  await page.keyboard.press("Control+z");
  await expect(said(page, "Αναιρέθηκε. Όλα είναι όπως πριν.")).toBeVisible();
  expect((await limited()).rows).toEqual([]);
});

test("on a narrow screen only the last message is shown in full, and each can still be taken back", async ({
  page,
}) => {
  await openQueues(page, "rea");
  await page.setViewportSize({ width: 320, height: 640 });
  const active = queue(page, "Γρήγορη").getByRole("switch");
  const undo = page.getByRole("region", { name: "Μηνύματα" }).getByRole("button", { name: "Αναίρεση" });
  for (const [index, state] of ["false", "true", "false"].entries()) {
    await active.press("Space");
    await expect(active).toHaveAttribute("aria-checked", state);
    await expect(undo).toHaveCount(index + 1);
  }
  for (const button of await undo.all()) await expect(button).toBeInViewport({ ratio: 1 });
  const heights = await page.locator(".toast").evaluateAll((toasts) => toasts.map((toast) => toast.clientHeight));
  expect(heights.slice(0, 2).every((height) => height <= 40)).toBe(true);
  expect(heights[2]).toBeGreaterThan(40);
  await expectAccessible(page, "three messages at 320 px");
  await undo.last().click();
  await expect(active).toHaveAttribute("aria-checked", "true");
});

test("edited, swapped for a day, inactive for dates, default and archived; each can be taken back", async ({
  page,
}) => {
  const serves1 = (employee: string) =>
    own.sql.query(
      `update queue set employee_id = ${employee} where number = 1 and office_id = (select id from office where code = '9904')`,
    );
  await serves1("null");
  await openQueues(page, "rea");
  const row = queue(page, "Γρήγορη");
  await chooseAct(page, "Γρήγορη", "Επεξεργασία");
  await expect(dialog(page, "Επεξεργασία: Γρήγορη").getByRole("switch")).toHaveAccessibleDescription(
    /όταν το Υπουργείο ανοίξει/,
  );
  await page.getByLabel("Λεπτά ανά ραντεβού").fill("3");
  await page.getByRole("button", { name: "Αποθήκευση ουράς" }).click();
  await expect(page.getByText("Γράψτε αριθμό από 5 έως 120.")).toBeVisible();
  await atEveryWidth(page, "edit");
  await own.sql.query("update queue_hours set closes_minute = opens_minute + 60 where weekday = 7");
  await page.getByLabel("Λεπτά ανά ραντεβού").fill("120");
  await page.getByLabel("Λεπτά ανά ραντεβού").press("Enter");
  await expect(page.getByLabel("Λεπτά ανά ραντεβού")).toHaveAccessibleDescription(/120′/);
  await page.getByLabel("Λεπτά ανά ραντεβού").fill("20");
  await page.getByLabel("Λεπτά ανά ραντεβού").press("Enter");
  await expect(said(page, "Αποθηκεύτηκε: Γρήγορη")).toBeVisible();
  await expect(row.getByText("20′")).toBeVisible();

  const act = (name: string) => chooseAct(page, "Γρήγορη", name);
  await act("Άλλος υπάλληλος για μία ημέρα");
  await page.getByLabel("Ποιος εξυπηρετεί εκείνη την ημέρα").selectOption("Ρέα Νεοχωρίτη");
  await atEveryWidth(page, "substitute");
  await page.getByRole("button", { name: "Ορισμός για την ημέρα" }).click();
  await expect(row.getByText(/: Ρέα Νεοχωρίτη$/)).toBeVisible();

  await act("Ορισμός ως προκαθορισμένης");
  await page.getByRole("button", { name: "Ορισμός ως προκαθορισμένης" }).click();
  await expect(row.getByRole("switch")).toHaveAccessibleDescription("Προκαθορισμένη: πάντα ενεργή.");
  await page.getByRole("button", { name: "Αναίρεση: Νέα προκαθορισμένη" }).click();
  await expect(said(page, "Αναιρέθηκε. Όλα είναι όπως πριν.")).toBeVisible();

  await act("Ενεργή ή ανενεργή για ημερομηνίες");
  await atEveryWidth(page, "dates");
  await page.getByRole("button", { name: "Απενεργοποίηση για τις ημερομηνίες" }).click();
  await expect(row.getByText(/^Ανενεργή /)).toBeVisible();

  // On a slow line the list comes after the answer: the next act must start from what this one made of the queue.
  await page.route("**/api/offices/9904/queues", async (route) => {
    await sleep(400);
    await route.continue();
  });
  await row.getByRole("switch").click();
  await expect(said(page, "Απενεργοποιήθηκε: Γρήγορη")).toBeVisible();
  await act("Αρχειοθέτηση");
  await expect(said(page, "Στο αρχείο: Γρήγορη")).toBeVisible();
  await expect(row).toBeHidden();
  await expect(page.getByRole("heading", { name: "Διαχείριση ουρών εξυπηρέτησης" })).toBeFocused();
  await page.getByText("2 ουρές στο αρχείο").click();
  await page.getByText("Ιστορικό αλλαγών").click();
  await expect(page.getByText("Λεπτά ανά ραντεβού: «5′», τώρα «20′»")).toBeVisible();
  await expect(page.getByText("Αναίρεση: Νέα προκαθορισμένη")).toBeVisible();
  await atEveryWidth(page, "history");
  await serves1("(select id from employee where last_name = 'Νεοχωρίτη')");
});

/** Ουρά 2 of 9902 had a summer of its own; from when to when, and the dates of a season to come, as people write them. */
async function withSummerPast(): Promise<{ summer: string; from: string; to: string }> {
  await own.sql.query(
    `with summer as (
       update queue_hours set valid = daterange(current_date - 100, null) from office
       where office.id = office_id and code = '9902' and queue = 2 returning office_id, weekday)
     insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute, valid)
     select office_id, 2, weekday, 600, 780, daterange(current_date - 200, current_date - 100) from summer`,
  );
  const { rows } = await own.sql.query(
    `select to_char(current_date - 200, '"Ουρά 2, από "DD/MM/YYYY') || to_char(current_date - 101, '" έως "DD/MM/YYYY') as summer,
       (current_date + 120)::text as "from", (current_date + 180)::text as "to"`,
  );
  return rows[0];
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  const select = page.getByLabel(label, { exact: true });
  await select.focus();
  await page.keyboard.press("Home");
  const chosen = () => select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label);
  for (let moved = 0; moved < 20 && (await chosen()) !== option; moved++) await page.keyboard.press("ArrowDown");
  expect(await chosen()).toBe(option);
}

test("by keyboard: hours as those of another queue, taken back, and a coming season as a past one of another queue", async ({
  page,
}) => {
  const { summer, from, to } = await withSummerPast();
  await openQueues(page, "orestis");
  await queue(page, "Ουρά 3").getByRole("button", { name: "Ωράριο, Ουρά 3" }).press("Enter");
  const hours = dialog(page, "Ωράριο: Ουρά 3");
  const opens = timeField(page, "Έναρξη, Τετάρτη, διάστημα 1");
  await opens.fill("09:30");
  await choose(page, "Όπως", "Ουρά 1");
  await hours.getByRole("button", { name: "Αντιγραφή", exact: true }).press("Enter");
  await expect(timeField(page, "Έναρξη, Τετάρτη, διάστημα 2")).toHaveValue("17:00");
  await expect(said(page, "Αντιγράφηκε στη φόρμα: Ουρά 1. Δεν έχει αποθηκευτεί ακόμη.")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(hours.getByRole("button", { name: "Αναίρεση αντιγραφής" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(opens).toHaveValue("09:30");
  await expect(timeField(page, "Έναρξη, Τετάρτη, διάστημα 2")).toHaveCount(0);
  await expect(hours.getByRole("button", { name: "Αντιγραφή", exact: true })).toBeFocused();

  await choose(page, "Όπως", summer);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(opens).toHaveValue("10:00");
  await expect(timeField(page, "Λήξη, Παρασκευή, διάστημα 1")).toHaveValue("13:00");
  await atEveryWidth(page, "copied");
  await hours.getByRole("radio", { name: "Πάντα, από σήμερα" }).focus();
  for (let moved = 0; moved < 3; moved++) await page.keyboard.press("ArrowDown");
  await expect(hours.getByRole("radio", { name: "Για μια περίοδο" })).toBeChecked();
  await hours.getByLabel("Από", { exact: true }).fill(from);
  await hours.getByLabel("Έως και").fill(to);
  await page.keyboard.press("Enter");
  await expect(said(page, "Άλλαξε το ωράριο: Ουρά 3")).toBeVisible();
  const { rows } = await own.sql.query(
    `select weekday, opens_minute, closes_minute from queue_hours join office on office.id = office_id
     where code = '9902' and queue = 3 and lower(valid) = $1 and upper(valid) = $2::date + 1 order by weekday`,
    [from, to],
  );
  expect(rows).toEqual([1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 600, closes_minute: 780 })));
});

test("what closes the week says so on the strip: holiday, half holiday, closure, own saint; and why there is no time", async ({
  page,
}) => {
  // Tuesday to Friday as the strip shows them, whatever today is.
  const { rows } = await own.sql.query(
    `select (today + (isodow + 7 - extract(isodow from today)::int) % 7)::text as date
     from generate_series(2, 5) as isodow, (select (now() at time zone 'Europe/Athens')::date as today) as athens`,
  );
  const [tuesday, wednesday, thursday, friday] = rows.map(({ date }) => date);
  await own.sql.query("delete from holiday where date between $1 and $2", [tuesday, friday]);
  await own.sql.query("insert into holiday values ($1, 'Πανηγύρι', 'Fair', 0), ($2, 'Παραμονή', 'Eve', 780)", [
    tuesday,
    wednesday,
  ]);
  await own.sql.query(
    `insert into closure (id, region, starts_at, ends_at, reason, created_at) select gen_random_uuid(), null,
       $1::date::timestamp at time zone 'Europe/Athens', ($1::date + 1)::timestamp at time zone 'Europe/Athens', 'Κακοκαιρία', now()`,
    [thursday],
  );
  await own.sql.query(
    `insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at) select id, gen_random_uuid(), 'closed',
       $1::date::timestamp at time zone 'Europe/Athens', ($1::date + 1)::timestamp at time zone 'Europe/Athens', 'Τοπική αργία', now()
     from office where code = '9903'`,
    [friday],
  );
  await openQueues(page, "stratos");
  const strip = queue(page, "Ουρά 1").getByRole("list", { name: "Οι επόμενες ημέρες, Ουρά 1" });
  await expect(strip.getByRole("listitem").filter({ hasText: "αργία: Πανηγύρι" })).toHaveCount(1);
  await expect(strip.getByRole("listitem").filter({ hasText: "αργία: Παραμονή" })).toContainText("εκτός\n13:00–");
  await expect(strip.getByRole("listitem").filter({ hasText: "κλειστά τα ΚΕΠ: Κακοκαιρία" })).toHaveCount(1);
  await expect(strip.getByRole("listitem").filter({ hasText: "κλειστή: Τοπική αργία" })).toHaveCount(1);
  await expect(page.getByRole("row").filter({ hasText: "Κακοκαιρία" })).toContainText("Υπουργείο");
  await atEveryWidth(page, "closed week");
  await page.getByRole("link", { name: "Γιατί δεν υπάρχει ώρα;" }).click();
  await expect(page.getByRole("heading", { name: /^Γιατί δεν υπάρχει ώρα;/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ουρά 1" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Εξαίρεση, Ουρά 1" })).toHaveCount(0);
  await own.sql.query("delete from holiday where name in ('Πανηγύρι', 'Παραμονή')");
  await own.sql.query("delete from closure");
});

test("from a queue to its exception", async ({ page }) => {
  await openQueues(page, "nefeli");
  await queue(page, "Ουρά 3").getByRole("link", { name: "Εξαίρεση, Ουρά 3" }).click();
  await expect(page.getByRole("heading", { name: "Νέα εξαίρεση" })).toBeVisible();
  await expect(page.getByLabel("Ουρά", { exact: true })).toHaveValue("3");
});

test("with exceptions in the week, and appointments that a deactivation concerns", async ({ page }) => {
  await openQueues(page, "nefeli");
  await expect(queue(page, "Ουρά 3").getByText("εκτός 14:00–19:20")).toBeVisible();
  await atEveryWidth(page, "large");
  await page.setViewportSize({ width: 1440, height: 900 });
  await queue(page, "Ουρά 2").getByRole("switch").click();
  await expect(page.getByText(/^Επηρεάζ(εται|ονται) \d+\sραντεβού/).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(queue(page, "Ουρά 2").getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await expect(queue(page, "Ουρά 2").getByRole("switch")).toBeFocused();
});
