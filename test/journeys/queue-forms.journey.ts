import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { chooseAct, openQueuesPage, queue } from "./queues-page.ts";

/** What becomes of a head's forms when colleagues, the network or the next click come between. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
});
test.afterAll(() => own.close());

test.describe.configure({ mode: "serial" });

const said = (page: Page, text: string | RegExp) => page.getByRole("status").getByText(text);
const openQueues = (page: Page, userid: string) => openQueuesPage(page, userid, own.url);

const changedByAnother = (change: string) =>
  own.sql.query(
    `update queue set ${change}, version = queue.version + 1 from office
     where office.id = office_id and code = '9904' and number = 1`,
  );

test("two heads at once: what both changed is shown before she saves over it, what one changed elsewhere stays", async ({
  page,
}) => {
  await openQueues(page, "rea");
  await chooseAct(page, "Ουρά 1", "Επεξεργασία");
  await page.getByLabel("Όνομα").fill("Υποδοχή");
  await changedByAnother("name = 'Πρωινή', slot_minutes = 15");
  const save = page.getByRole("button", { name: "Αποθήκευση ουράς" });
  await save.click();
  // By whom is known where the program itself recorded a change.
  await expect(
    page.getByText(/^(Η ουρά άλλαξε στις|Άλλος διαχειριστής άλλαξε την ουρά\.).*Δείτε τις αλλαγές/),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Άλλαξε στο μεταξύ." })).toBeFocused();
  await expect(page.getByText("Όνομα: ήταν «Ουρά 1», τώρα είναι «Πρωινή», γράψατε «Υποδοχή».")).toBeVisible();
  await expect(page.getByLabel("Όνομα")).toHaveValue("Υποδοχή");
  await expect(page.getByLabel("Λεπτά ανά ραντεβού")).toHaveValue("15");
  await atEveryWidth(page, "overtaken");
  await save.click();
  await expect(queue(page, "Υποδοχή").getByText("15′")).toBeVisible();
  await page.getByRole("button", { name: "Αναίρεση" }).click();
  await expect(queue(page, "Πρωινή").getByText("15′")).toBeVisible();

  await chooseAct(page, "Πρωινή", "Επεξεργασία");
  await page.getByLabel("Όνομα").fill("Ουρά 1");
  await changedByAnother("slot_minutes = 10");
  await save.click();
  await expect(queue(page, "Ουρά 1").getByText("10′")).toBeVisible();
});

test("an answer that was lost and a form that was left: the same queue is added once", async ({ page }) => {
  await openQueues(page, "rea");
  const asked = page.getByRole("button", { name: "Νέα ουρά" });
  await asked.click();
  const name = await page.getByLabel("Όνομα").inputValue();
  await page.route("**/queues", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Νέα ουρά, ενεργή από σήμερα" }).click();
  await expect(page.getByText("Δεν ήρθε απάντηση.", { exact: false })).toBeVisible();
  await page.unroute("**/queues");
  await page.keyboard.press("Escape");
  await expect(queue(page, name)).toBeVisible();
  await asked.click();
  await expect(page.getByLabel("Όνομα")).toHaveValue(name);
  await page.getByRole("button", { name: "Νέα ουρά, ενεργή από σήμερα" }).click();
  await expect(said(page, `Προστέθηκε: ${name}`)).toBeVisible();
  const its = "using office where office.id = office_id and code = '9904'";
  await own.sql.query(`delete from queue_hours ${its} and queue > 1`);
  const { rowCount } = await own.sql.query(`delete from queue ${its} and queue.name = $1`, [name]);
  expect(rowCount).toBe(1);
});

test("two heads and one queue's hours: what the other changed is shown first, day by day, then mine are saved", async ({
  page,
}) => {
  await openQueues(page, "rea");
  const row = queue(page, "Ουρά 1");
  await row.getByRole("button", { name: "Ωράριο, Ουρά 1" }).click();
  const hours = page.getByRole("dialog", { name: "Ωράριο: Ουρά 1" });
  await page.getByRole("textbox", { name: "Λήξη, Τρίτη, διάστημα 1", exact: true }).fill("20:30");
  await own.sql.query(
    `update queue_hours set opens_minute = 420 from office
     where office.id = office_id and code = '9904' and queue = 1 and weekday in (2, 3)`,
  );
  await changedByAnother("is_public = is_public");
  const save = hours.getByRole("button", { name: "Αποθήκευση ωραρίου" });
  await save.click();
  const notice = hours.getByRole("region", { name: "Άλλαξε στο μεταξύ." });
  await expect(notice).toBeFocused();
  await expect(notice.getByText(/^Τρίτη: ήταν «08:00–.*», τώρα είναι «07:00–/)).toBeVisible();
  await expect(notice.getByText(/^Τετάρτη: ήταν «08:00–.*», τώρα είναι «07:00–/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Λήξη, Τρίτη, διάστημα 1", exact: true })).toHaveValue("20:30");
  await atEveryWidth(page, "hours overtaken");
  await save.click();
  await expect(said(page, "Άλλαξε το ωράριο: Ουρά 1")).toBeVisible();
  await expect(hours).toBeHidden();
  const { rows } = await own.sql.query(
    `select opens_minute, closes_minute from queue_hours, office
     where office.id = office_id and code = '9904' and queue = 1 and weekday = 3 and upper_inf(valid)`,
  );
  expect(rows.map(({ opens_minute }) => opens_minute)).toContain(420);
});

test("two heads and one day's substitute: whom the other set is shown before it is set anew", async ({ page }) => {
  await openQueues(page, "rea");
  await chooseAct(page, "Ουρά 1", "Άλλος υπάλληλος για μία ημέρα");
  await own.sql.query(
    `insert into queue_substitute (office_id, queue, date, employee_id)
     select office.id, 1, (now() at time zone 'Europe/Athens')::date + 1, employee.id from office, employee
     where code = '9904' and employee.last_name = 'Θεμελιώτης'`,
  );
  await changedByAnother("is_public = is_public");
  await page.getByRole("button", { name: "Ορισμός για την ημέρα" }).click();
  await expect(page.getByRole("region", { name: "Άλλαξε στο μεταξύ." })).toBeFocused();
  await expect(page.getByText(/ήταν «όπως πάντα», τώρα είναι «.*Θεμελιώτης»/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("a form that is left keeps what was typed, says so, and can be begun anew", async ({ page }) => {
  await openQueues(page, "rea");
  const menu = queue(page, "Ουρά 1").getByRole("button", { name: "Άλλες ενέργειες, Ουρά 1" });
  const edit = () => chooseAct(page, "Ουρά 1", "Επεξεργασία");
  await edit();
  await page.getByLabel("Όνομα").fill("Πρωινή");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε", { exact: false })).toBeVisible();
  await expect(menu).toBeFocused();
  await edit();
  await expect(page.getByLabel("Όνομα")).toHaveValue("Πρωινή");
  // Sooner than by itself
  await expect(page.getByText("Ό,τι γράψατε κρατήθηκε", { exact: false })).toBeHidden({ timeout: 3_000 });
  await atEveryWidth(page, "found again");
  await page.getByRole("button", { name: "Από την αρχή" }).click();
  await expect(page.getByLabel("Όνομα")).toHaveValue("Ουρά 1");
  await expect(page.getByLabel("Όνομα")).toBeFocused();
  await page.keyboard.press("Escape");
  await edit();
  await expect(page.getByText("Αυτά είχατε γράψει", { exact: false })).toBeHidden();
});

test("what another desk saves while the head types is shown at once; the first press leads there, the second saves", async ({
  page,
}) => {
  const other = await signInByHttp(own.url, "rea");
  const path = "/api/offices/9904/queues";
  const first = async () => (await other.ask("GET", path)).body.queues[0];
  await openQueues(page, "rea");
  await chooseAct(page, "Ουρά 1", "Επεξεργασία");
  await page.getByLabel("Όνομα").fill("Υποδοχή");
  const { version } = await first();
  const changed = await other.ask("PATCH", `${path}/1`, { version, key: "other-desk", body: { name: "Βραδινή" } });
  expect(changed.status).toBe(200);
  const notice = page.getByRole("region", { name: "Άλλαξε στο μεταξύ." });
  await expect(notice).toContainText("ήταν «Ουρά 1», τώρα είναι «Βραδινή», γράψατε «Υποδοχή».");
  const save = page.getByRole("button", { name: "Αποθήκευση ουράς" });
  await save.click();
  await expect(notice).toBeFocused();
  expect((await first()).name).toBe("Βραδινή");
  await save.click();
  await expect(said(page, "Αποθηκεύτηκε: Υποδοχή")).toBeVisible();
  expect((await first()).name).toBe("Υποδοχή");
});
