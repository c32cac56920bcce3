import { expect, type Page } from "@playwright/test";
import { workingTuesday } from "../fixed-holidays.ts";

/** What any person does at any page. */

/** Through the stand-in of the government's sign-in, page by page. */
export async function signInByHand(page: Page, userid: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Σύνδεση με κωδικούς δημόσιας διοίκησης" }).click();
  await page.locator(`input[name=userid][value=${userid}]`).check();
  await page.locator("button[name=approve]").click();
}

/** The same without its pages: the browser gets the cookies, then the page. */
export async function signIn(page: Page, userid: string, address = "/"): Promise<void> {
  const origin = URL.canParse(address) ? new URL(address).origin : "";
  const start = await page.request.get(`${origin}/sign-in`, { maxRedirects: 0 });
  const done = await page.request.post(start.headers().location ?? "", {
    form: { userid },
    headers: { accept: "text/html" },
  });
  expect(done.status(), `signing in as ${userid}`).toBe(200);
  await page.goto(address);
}

/** As staff, up to today's plan. */
export async function openPlan(page: Page, userid: string, home = "/"): Promise<void> {
  await signIn(page, userid, home);
  const ready = page.getByRole("button", { name: /Νέο ραντεβού/ }).first();
  // An empty office leads its head through the first steps.
  const past = page.getByRole("link", { name: "Άνοιγμα του πλάνου" });
  await expect(ready.or(past)).toBeVisible();
  if (await past.isVisible()) await past.click();
  await expect(ready).toBeVisible();
}

/**
 * Their own plan on the first working Tuesday that is at least two weeks ahead: what a journey looks at beside today, and
 * where it needs queues though it may run on a Sunday.
 */
export async function openTuesday(page: Page): Promise<string> {
  const tuesday = workingTuesday(Temporal.Now.plainDateISO("Europe/Athens").add({ days: 14 })).toString();
  await page.goto(page.url().replace(/days\/[\d-]+/, `days/${tuesday}`));
  await expect(page.locator(".plan .column").first()).toBeVisible();
  return tuesday;
}

/** The services have the focus, one of the usual ones is chosen by its digit, and the work goes on with the surname. */
export async function chooseService(page: Page, digit = 1): Promise<void> {
  await expect(page.getByRole("group", { name: "Υπηρεσία" }).getByRole("radio").first()).toBeVisible();
  await page.keyboard.press(`Digit${digit}`);
  await expect(page.locator("[name=lastName]")).toBeFocused();
}

/** «+ Σημειώσεις»: what is said of few visits is one press away. */
export async function writeNotes(page: Page, notes: string): Promise<void> {
  await page.getByRole("button", { name: "Σημειώσεις" }).click();
  await page.getByLabel("Σημειώσεις").fill(notes);
}

/** The form of a new appointment has its times; what is pressed before that is for no time. */
export const expectTime = (page: Page) => expect(page.getByRole("button", { name: /^Καταχώριση για/ })).toBeVisible();

/** What colleagues do reaches this page by no news: it is as old as it was when it was opened. */
export const withoutNews = (page: Page) => page.route("**/events?desk=*", (route) => route.abort());

/** Her session has ended, and she follows the page's advice: in another window. The government's own session may still stand. */
export async function signInBeside(page: Page, userid: string): Promise<void> {
  const [beside] = await Promise.all([
    page.context().waitForEvent("page"),
    page
      .getByRole("link", { name: /νέο παράθυρο/ })
      .first()
      .click(),
  ]);
  const choice = beside.locator(`input[name=userid][value=${userid}]`);
  const done = beside.getByText("Μπορείτε να κλείσετε αυτό το παράθυρο");
  await expect(choice.or(done).first()).toBeVisible();
  if (await choice.isVisible()) {
    await choice.check();
    await beside.locator("button[name=approve]").click();
  }
  await expect(done).toBeVisible();
  await beside.close();
  // A browser without windows does not turn to the one that is left by itself.
  await page.bringToFront();
}

/** Counts every key she presses, letters of typed text included. */
export function countingKeyboard(page: Page) {
  let keys = 0;
  return {
    keys: () => keys,
    press: async (key: string) => {
      keys += key.split("+").length;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
  };
}
