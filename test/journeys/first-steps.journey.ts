import { expect } from "@playwright/test";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";

/** «Τρία βήματα μέχρι το πρώτο ραντεβού»: what the head of an office sees in which nobody ever had an appointment. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
});
test.afterAll(() => own.close());

test("an empty office leads its head through three steps: hours, employees with a queue each, the diary", async ({
  browser,
}) => {
  await own.sql.query(
    "delete from queue_hours using office where office.id = office_id and code = '9904' and queue > 1",
  );
  await own.sql.query("delete from queue using office where office.id = office_id and code = '9904' and number > 1");
  const page = await own.openAs(browser, "rea", "../..");
  await expect(page.getByRole("heading", { name: "Τρία βήματα μέχρι το πρώτο ραντεβού" })).toBeVisible();
  await expect(page.getByRole("status").getByText("1 από 3 έγινε")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ένταξη στην πλατφόρμα: 1 από 4" })).toBeVisible();
  await atEachOfThreeWidths(page, "three steps");
  await page.getByRole("button", { name: "Αλλαγή ωραρίου" }).press("Enter");
  await expect(page.getByRole("dialog", { name: "Ωράριο: Ουρά 1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Αλλαγή ωραρίου" })).toBeFocused();

  const someone = page.getByRole("checkbox", { name: /Ηλίας Θεμελιώτης/ });
  await someone.press("Space");
  await expect(page.getByRole("button", { name: "Δημιουργία 0 ουρών" })).toBeDisabled();
  await someone.press("Space");
  await page.getByRole("button", { name: "Δημιουργία 1 ουράς" }).press("Enter");
  await expect(page.getByText("Δημιουργήθηκε 1 ουρά")).toBeVisible();
  await expect(page.getByRole("status").getByText("2 από 3 έγιναν")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Ηλίας Θεμελιώτης Ουρά 2, υπάρχει ήδη/ })).toBeDisabled();
  await page.getByRole("button", { name: "Δεν έχουμε" }).press("Enter");
  await expect(page.getByRole("status").getByText("3 από 3 έγιναν")).toBeVisible();
  await atEachOfThreeWidths(page, "three steps done");
  await page.goto(own.url);
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
});
