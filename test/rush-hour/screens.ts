import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, expect, type Page } from "@playwright/test";
import { type Sighting, type WatchedScreen, watchedPage } from "./watch-screen.ts";

/** Displays and phones that are open in the rush, and what each has shown. */

export interface Display extends WatchedScreen {
  readonly name: string;
}

/** Somebody's phone. */
export interface Phone {
  readonly name: string;
  readonly visit: string;
  readonly seen: readonly Sighting[];
  /** Null: it follows by itself */
  readonly reload: Page | null;
}

export async function openDisplay(browser: Browser, name: string, address: string, hurry: number): Promise<Display> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "el-GR" });
  const { page, seen } = await watchedPage(context, hurry);
  await page.goto(address);
  return { name, page, seen };
}

/** @param isScripted else it is loaded again and again by hand */
export async function openPhone(
  browser: Browser,
  name: string,
  { visit, address, isScripted }: { readonly visit: string; readonly address: string; readonly isScripted: boolean },
): Promise<Phone & { close(): Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    locale: "el-GR",
    javaScriptEnabled: isScripted,
  });
  const { page, seen } = isScripted ? await watchedPage(context, 1) : { page: await context.newPage(), seen: [] };
  // At a process that is being started again there is nothing for a moment: whoever holds the phone tries again.
  await expect(() => page.goto(address)).toPass({ timeout: 30_000 });
  return { name, visit, seen, reload: isScripted ? null : page, close: () => context.close() };
}

/** Whether somebody reads on it, who presses «Ανανέωση» where it does not follow by itself, that a counter calls them. */
export async function readsCall({ seen, reload }: Phone, counter: number): Promise<boolean> {
  if (!reload) return seen.findLast(({ kind }) => kind === "place")?.words[0] === `called ${counter}`;
  // Where nobody answered there is no page of ours with a link: they load it again by the browser.
  const again = reload.getByRole("link", { name: "Ανανέωση" });
  if ((await again.count()) > 0) await again.click({ timeout: 5_000 });
  else await reload.reload({ timeout: 5_000 });
  return (await reload.locator(".place__counter").textContent({ timeout: 5_000 })) === String(counter);
}

export async function until(isSo: () => Promise<boolean>, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await sleep(50))
    if (await isSo().catch(() => false)) return true;
  return false;
}
