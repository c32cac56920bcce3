import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What any person does at any page. */

/** Through the stand-in of the government's sign-in, as her browser does. */
export async function signIn(page: Page, userid: string, home = "/"): Promise<void> {
  await page.goto(home);
  await page.getByRole("link", { name: "Σύνδεση με κωδικούς δημόσιας διοίκησης" }).click();
  await page.locator(`input[name=userid][value=${userid}]`).check();
  await page.locator("button[name=approve]").click();
}

/** As staff, up to today's plan. */
export async function openPlan(page: Page, userid: string, home = "/"): Promise<void> {
  await signIn(page, userid, home);
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
}

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
}

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe finds nothing, and nothing sticks out at the side. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, state).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${state}: sticks out by so many pixels`).toBeLessThanOrEqual(0);
}

const accessibleAt =
  (...widths: readonly number[]) =>
  async (page: Page, state: string): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page, `${state} at ${width} px`);
    }
  };

/** A phone's width, which is also a desk's enlarged four times, and a desk's */
export const atEveryWidth = accessibleAt(320, 1280);
/** And a tablet's between them */
export const atEachOfThreeWidths = accessibleAt(320, 768, 1280);

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
