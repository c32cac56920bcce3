import { expect, type Locator } from "@playwright/test";

/** By keyboard, once what it does was on the screen for long enough: earlier it does nothing. */
export async function pressArmed(button: Locator): Promise<void> {
  await button.focus();
  await expect(button).toBeEnabled();
  await button.press("Enter");
}
