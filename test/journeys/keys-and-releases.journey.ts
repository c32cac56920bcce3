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

for (const delay of [0, 20, 60]) {
  test(`letters that follow N every ${delay} ms are the surname, and none of them acts`, async ({ page }) => {
    await openPlan(page, "ilias");
    const tuesday = await openTuesday(page);
    await page.keyboard.press("n");
    // Each is a key of its own too: without appointment, today, weeks.
    await page.keyboard.type("xatw", { delay });
    await expect(lastName(page)).toHaveValue("xatw");
    await expect(lastName(page)).toBeFocused();
    await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
    expect(page.url()).toContain(tuesday);
  });
}

test("letters wait for a form whose code is still on its way", async ({ page }) => {
  await openPlan(page, "ilias");
  let send = () => {};
  const isTyped = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route("**/assets/appointment-panel-*.js", async (route) => {
    await isTyped;
    await route.continue();
  });
  await page.reload();
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.type("xatzi");
  send();
  await expect(lastName(page)).toHaveValue("xatzi");
  await page.keyboard.type("s");
  await expect(lastName(page)).toHaveValue("xatzis");
});
