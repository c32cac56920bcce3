import { expect } from "@playwright/test";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectTime, openPlan, openTuesday } from "./person.ts";

/** Her own ΚΕΠ is full for the citizen's day, the neighbouring one has room. */

let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await own.sql.query("update appointment set status = 'expired' where live");
  await own.sql.query("delete from exception");
  for (const office of ["9901", "9902"]) await openDayAndNight(own.sql, office);
});
test.afterAll(() => own.close());

test("an appointment is given to another of one's own offices, by keyboard", async ({ page }) => {
  await openPlan(page, "thaleia", own.url);
  await openTuesday(page);
  await page.keyboard.press("KeyN");
  await page.getByLabel("Επώνυμο", { exact: true }).fill("Νεράτζη");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ζωή");
  await expectTime(page);
  await page.keyboard.press("Control+Enter");
  const card = page.getByRole("link", { name: /ΝΕΡΑΤΖΗ Ζωή/ });
  await expect(card).toBeFocused();
  await page.keyboard.press("KeyM");
  await page.getByLabel("ΚΕΠ", { exact: true }).selectOption({ index: 1 });
  const save = page.getByRole("button", { name: /^Μεταφορά στο ΚΕΠ/ });
  await expect(save).toBeVisible();
  await atEveryWidth(page, "the transfer");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Μεταφέρθηκε στο ΚΕΠ .* Νέος κωδικός: \d{3}\s\d{3}\s\d{3}/)).toBeVisible();
  const { rows } = await own.sql.query("select status from appointment order by created_at desc limit 2");
  expect(rows.map(({ status }) => status).sort()).toEqual(["booked", "cancelled"]);

  await page.getByRole("link", { name: "Πίνακας" }).click();
  await page.getByRole("link", { name: /ΝΕΡΑΤΖΗ Ζωή/ }).click();
  await expect(page.getByText(/Μεταφέρθηκε στο ΚΕΠ\s9902 και ισχύει εκεί\./)).toBeVisible();
  await expect(page.locator(".panel").getByRole("button", { name: /Νέα ώρα|Αναίρεση/ })).toHaveCount(0);
  await page.keyboard.press("KeyU");
  await expect(page.getByText(/^Η μεταφορά σε άλλο ΚΕΠ δεν αναιρείται/)).toBeVisible();
  await atEveryWidth(page, "after the transfer");
});
