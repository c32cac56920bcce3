import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { test } from "./journey.ts";
import { expectTime, openPlan, signInBeside, signInByHand } from "./person.ts";

test("the network is cut: nothing typed is lost, and pressing again books once", async ({ page, context, baseURL }) => {
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await page.getByLabel("Επώνυμο").fill("Αποκομμένη");
  await page.getByLabel("Όνομα", { exact: true }).fill("Νίκη");
  // The request arrives, the answer does not.
  await page.route("**/appointments", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await expectTime(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Δεν ήρθε απάντηση. Ό,τι γράψατε και επιλέξατε παραμένει εδώ.").first()).toBeVisible();
  await page.unroute("**/appointments");
  await context.setOffline(true);
  const failed = page.waitForEvent("requestfailed");
  await page.keyboard.press("Control+Enter");
  await failed;
  await expect(page.getByText("Δεν ήρθε απάντηση. Ό,τι γράψατε και επιλέξατε παραμένει εδώ.").first()).toBeVisible();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Αποκομμένη");
  await context.setOffline(false);
  // Back on the line the page hears at once that the time is taken, by this very booking: for a moment a press is deaf.
  await expect(async () => {
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 30_000 });

  const desk = await signInByHttp(String(baseURL), "rea");
  const from = Temporal.Now.plainDateISO("Europe/Athens");
  const days = Array.from({ length: 8 }, (_, ahead) => from.add({ days: ahead }).toString());
  const answers = await Promise.all(days.map((date) => desk.ask("GET", `/api/offices/9904/days/${date}`)));
  const hers = answers.flatMap(({ body }) => body.appointments).filter(({ lastName }) => lastName === "Αποκομμένη");
  expect(hers).toHaveLength(1);
});

test("leaving the page is asked about while something typed is not saved, and not otherwise", async ({ page }) => {
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await openPlan(page, "ilias");
  const lastName = page.getByLabel("Επώνυμο");
  await page.keyboard.press("n");
  await expect(lastName).toBeVisible();
  await page.reload();
  expect(asked).toEqual([]);
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await page.keyboard.press("n");
  await lastName.fill("Μισή");
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
});

/** All that the document holds, typed values included */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const typed = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map(({ value }) => value);
    return [document.documentElement.outerHTML, ...typed].join(" ");
  });

test("the session ends while she types: she signs in beside it and goes on", async ({ page, context }) => {
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await page.getByLabel("Επώνυμο").fill("Υπομονετική");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ζωή");
  await expectTime(page);
  await context.clearCookies({ name: "__Host-session" });
  // For a moment after a colleague has taken the time on which the form stood, a press is deaf.
  await expect(async () => {
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Η σύνδεσή σας έληξε").first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: "Σύνδεση σε νέο παράθυρο" })).toBeFocused();
  // Nothing about citizens is left for whoever passes by, by no means of reading; and no key acts.
  await page.keyboard.press("t");
  await expect.poll(() => readable(page)).not.toMatch(/Υπομονετική|Αποκομμένη/);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await signInBeside(page, "ilias");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Υπομονετική");
  await expect(page.getByLabel("Όνομα", { exact: true })).toBeFocused();
  await page.getByRole("button", { name: /^Καταχώριση για/ }).click();
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});

test("signing out goes through the government, so the next at this PC is asked who she is", async ({ page }) => {
  await signInByHand(page, "ilias");
  await page.getByRole("button", { name: "Αποσύνδεση" }).click();
  await expect(page.getByText("Αποσυνδεθήκατε και από τους κωδικούς δημόσιας διοίκησης.")).toBeVisible();
  await page.goto("/sign-in");
  await expect(page.locator("input[name=userid][value=rea]")).toBeVisible();
});
