import { expect } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { openQueuesPage, queue } from "./queues-page.ts";

/** Who changed what in an office's rules, and how it was before. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

test.describe.configure({ mode: "serial" });

test("a weekday that closes says what went, and since when", async ({ page }) => {
  await openQueuesPage(page, "kleio", own.url);
  await queue(page, "Ουρά 2").getByRole("button", { name: "Ωράριο, Ουρά 2" }).click();
  await page.getByRole("radio", { name: "Από μία ημέρα και πέρα" }).check();
  const { rows } = await own.sql.query(
    `select (current_date + 100)::text as "from", to_char(current_date + 100, 'DD/MM/YYYY') as written`,
  );
  await page.getByLabel("Από", { exact: true }).fill(rows[0].from);
  await page.getByRole("button", { name: "Αφαίρεση διαστήματος 1, Πέμπτη" }).click();
  await page.getByRole("button", { name: "Αποθήκευση ωραρίου" }).click();
  await expect(page.getByRole("status").getByText("Άλλαξε το ωράριο: Ουρά 2")).toBeVisible();
  await page.getByText("Ιστορικό αλλαγών").click();
  const change = page.getByRole("listitem").filter({ hasText: "Νέο ωράριο: Ουρά 2" });
  await expect(change).toContainText(`Πέμπτη 09:00–13:00 από ${rows[0].written}: δεν ισχύει πια`);
  await expect(change).not.toContainText("έως");
});

test("by keyboard: the history goes back to the first change, and reading goes on where it was asked for", async ({
  page,
}) => {
  await own.sql.query(
    `insert into audit_entry (office_id, id, at, act, details)
     select id, gen_random_uuid(), timestamptz '2026-01-01 10:00+02' + interval '1 minute' * number, 'queue-changed',
       jsonb_build_object('changes', jsonb_build_array(jsonb_build_object('table', 'queue',
         'before', jsonb_build_object('number', 1, 'name', 'Όνομα ' || number),
         'after', jsonb_build_object('number', 1, 'name', 'Όνομα ' || number + 1))))
     from office, generate_series(1, 60) as number where code = '9902'`,
  );
  await openQueuesPage(page, "orestis", own.url);
  await page.getByText("Ιστορικό αλλαγών").click();
  const older = page.getByRole("button", { name: "Παλαιότερα" });
  await expect(page.getByText("Όνομα: «Όνομα 60», τώρα «Όνομα 61»")).toBeVisible();
  await expect(page.getByText("Όνομα: «Όνομα 1», τώρα «Όνομα 2»")).toHaveCount(0);
  await older.press("Enter");
  await expect(page.getByText("Όνομα: «Όνομα 1», τώρα «Όνομα 2»")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "«Όνομα 10», τώρα «Όνομα 11»" })).toBeFocused();
  await expect(older).toHaveCount(0);
  await atEveryWidth(page, "older history");
});
