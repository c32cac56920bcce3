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
