import { expect, type Page, test } from "@playwright/test";
import { openPlan } from "./person.ts";

/** What a clerk's keys do while the page is still at work, and while the platform is renewed beneath it. */

const lastName = (page: Page) => page.getByLabel("Επώνυμο");

/** Her own plan, on the first Tuesday that is at least two weeks ahead */
async function openTuesday(page: Page): Promise<string> {
  const ahead = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 14 });
  const tuesday = ahead.add({ days: (9 - ahead.dayOfWeek) % 7 }).toString();
  await page.goto(page.url().replace(/days\/[\d-]+/, `days/${tuesday}`));
  await expect(page.locator(".plan .column").first()).toBeVisible();
  return tuesday;
}

test("a new appointment is offered on the day in view, and another time is sought from there", async ({ page }) => {
  await openPlan(page, "ilias");
  const tuesday = await openTuesday(page);
  await page.keyboard.press("n");
  await page.getByRole("button", { name: "Άλλη ημέρα ή ώρα" }).click();
  await expect(page.getByLabel("Ημέρα", { exact: true })).toHaveValue(tuesday);
  await page.getByRole("button", { name: "Πρώτες ελεύθερες ώρες" }).click();
  await lastName(page).fill("Μελλοντική");
  await page.getByLabel("Όνομα", { exact: true }).fill("Άννα");
  const booked = page.waitForRequest((request) => request.method() === "POST" && /appointments$/.test(request.url()));
  await page.keyboard.press("Control+Enter");
  expect((await booked).postDataJSON()).toMatchObject({ date: tuesday, lastName: "Μελλοντική" });
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});
