import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";

/** A citizen says who it is with TAXISnet, on pages that need no script. */
const OFFICE = "/book/offices/9902/days?service=signature-certification";

async function chooseTime(page: Page): Promise<void> {
  await page.goto(OFFICE);
  await page.locator("td a").last().click();
  await page.locator(".times button").first().click();
  await expect(page.getByRole("heading", { name: "Για ποιον είναι το ραντεβού;" })).toBeVisible();
}

async function signInAs(page: Page, userid: string): Promise<void> {
  await page.getByRole("button", { name: "Σύνδεση με TAXISnet" }).click();
  await page.locator(`input[name=userid][value=${userid}]`).check();
  await page.locator("button[name=approve]").click();
}

test("denied at first, then identified: the name comes from there, and the appointment stands at once", {
  tag: "@proof",
}, async ({ page }) => {
  await chooseTime(page);
  await expect(page.getByText("Από εκεί κρατάμε μόνο το όνομα και τον ΑΦΜ.")).toBeVisible();
  await signInAs(page, "sotiris");
  await expect(page.getByRole("alert")).toContainText("Η σύνδεση με TAXISnet δεν ολοκληρώθηκε.");
  await expect(page).toHaveTitle(/^Σφάλμα: Σύνδεση με TAXISnet/);
  await atEveryWidth(page, "TAXISnet did not work");
  await signInAs(page, "menelaos");
  await expect(page.getByText("Συνδεθήκατε με TAXISnet.")).toBeVisible();
  await expect(page.getByText("ΘΑΛΑΣΣΙΝΟΣ", { exact: true })).toBeVisible();
  await atEveryWidth(page, "identified");
  await page.getByLabel("Για εμένα").check();
  await page.getByRole("button", { name: "Συνέχεια" }).click();
  await expect(page.getByText("από το TAXISnet")).toBeVisible();
  await page.getByRole("button", { name: "Κλείνω το ραντεβού" }).click();
  await expect(page).toHaveURL(/\/book\/done$/);
});
