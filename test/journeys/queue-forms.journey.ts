import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { openQueuesPage, queue } from "./queues-page.ts";

/** What becomes of a head's forms when colleagues, the network or the next click come between. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
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
  await queue(page, "Ουρά 1").getByRole("button", { name: "Επεξεργασία, Ουρά 1" }).click();
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

  await queue(page, "Πρωινή").getByRole("button", { name: "Επεξεργασία, Πρωινή" }).click();
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
  await page.getByRole("button", { name: "Προσθήκη ουράς" }).click();
  await expect(page.getByText("Δεν ήρθε απάντηση.", { exact: false })).toBeVisible();
  await page.unroute("**/queues");
  await page.keyboard.press("Escape");
  await expect(queue(page, name)).toBeVisible();
  await asked.click();
  await expect(page.getByLabel("Όνομα")).toHaveValue(name);
  await page.getByRole("button", { name: "Προσθήκη ουράς" }).click();
  await expect(said(page, `Προστέθηκε: ${name}`)).toBeVisible();
  const { rowCount } = await own.sql.query(
    "delete from queue using office where office.id = office_id and code = '9904' and queue.name = $1",
    [name],
  );
  expect(rowCount).toBe(1);
});
