import { expect } from "vitest";
import type { Words } from "./page/locator.ts";
import type { Page } from "./page/page.ts";

/** What a head does at the form of an exception. */
export const field = (page: Page, name: Words) => page.getByLabel(name, { exact: true });
export const LAST_DATE = /^Έως και/;
export const submit = (page: Page, name: Words = /^(Προσθήκη εξαίρεσης|Εξαίρεση και μεταφορά)/) =>
  page.getByRole("button", { name });
export const nobody = (page: Page) => page.getByRole("heading", { name: "Δεν επηρεάζεται κανένα ραντεβού" });
export const rowsOf = (page: Page, words: string) => page.getByRole("row").filter({ hasText: words });

/** Of the office, those that are not over */
export async function stored({ server }: Page) {
  const { exceptions } = (await server.elsewhere("GET", "/api/offices/9904/queues")) as { exceptions: unknown };
  return exceptions as { id: string; version: number; queue: number | null; from: string; to: string }[];
}

/** Once what it does was on the screen for long enough */
export async function press(page: Page, name?: Words): Promise<void> {
  await expect(submit(page, name)).toBeEnabled();
  await submit(page, name).press("Enter");
}
