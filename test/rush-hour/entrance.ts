import { expect, type Page } from "@playwright/test";

/** The screen at the entrance, as people press it one after the other. */
export interface Entrance {
  /** @returns the key of the place of whoever pressed */
  take(): Promise<string>;
  /** By the code on the letter, as a scanner reads it */
  arrive(reference: string): Promise<string>;
}

export async function openEntrance(page: Page, address: string): Promise<Entrance> {
  await page.goto(address);
  const first = page.getByRole("link", { name: "Δεν έχω ραντεβού" });
  const number = page.locator(".knumber");
  const leave = async () => {
    await expect(number).toBeVisible();
    const cookies = await page.context().cookies();
    const key = cookies.find(({ name }) => name === "__Host-place")?.value ?? "";
    await page.getByRole("link", { name: "Τέλος" }).click();
    await expect(first).toBeVisible();
    return key;
  };
  return {
    take: async () => {
      await first.click();
      await page.getByRole("button", { name: "Πιστοποιητικά" }).click();
      return leave();
    },
    arrive: async (reference) => {
      // Held to the reader once more where the page was not ready for it.
      await expect(async () => {
        await page.keyboard.type(reference);
        await page.keyboard.press("Enter");
        await expect(number).toBeVisible({ timeout: 3_000 });
      }).toPass();
      return leave();
    },
  };
}
