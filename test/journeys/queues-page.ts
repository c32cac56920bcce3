import { expect, type Page } from "@playwright/test";
import { signIn } from "./person.ts";

/** «Διαχείριση ουρών εξυπηρέτησης», as a journey finds it. */

export const queue = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

export async function openQueuesPage(page: Page, userid: string, home: string): Promise<void> {
  await signIn(page, userid, home);
  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
  await expect(page.getByRole("heading", { name: "Διαχείριση ουρών εξυπηρέτησης" })).toBeVisible();
  await expect(queue(page, "Ουρά 1")).toBeVisible();
}

/** One of a queue's rarer acts, by keyboard. Its menu closes when the page scrolls, as it may do for the focus: then once more. */
export async function chooseAct(page: Page, name: string, act: string): Promise<void> {
  // The list may be new while the dialog before is still waiting for its answer.
  await expect(page.getByRole("dialog")).toBeHidden();
  const item = page.getByRole("menuitem", { name: act });
  await expect(async () => {
    await queue(page, name)
      .getByRole("button", { name: `Άλλες ενέργειες, ${name}` })
      .press("Enter", { timeout: 2_000 });
    await expect(item).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await item.press("Enter");
}
