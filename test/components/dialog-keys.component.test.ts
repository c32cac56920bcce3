import { expect, test, vi } from "vitest";
import { open, type Page } from "./page/page.ts";

/** Whatever does something on the day or in its panel. */
const KEYS = [..."nxak[]tvfqpsocdlymeuwb?/"].concat(
  "Delete F1 F2 Alt+1 Alt+2 Control+Enter Control+z Control+p".split(" "),
);

const pressing = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true }).click();

/** Once it is there it takes the focus. */
async function openCalendar(page: Page): Promise<void> {
  await pressing("Ημερολόγιο")(page);
  await expect(page.getByRole("grid").locator(":focus")).toBeVisible();
}

/** Somebody has come, which Ctrl+Z would take back, and the panel of somebody else is open. */
async function openPanel(): Promise<Page> {
  const page = await open("two who may come now", "/offices/9904/days/2026-11-24");
  const card = (name: RegExp) => page.locator("[data-appointment]").filter({ hasText: name });
  await card(/ΠΡΩΤΗ/).focus();
  await page.keyboard.press("p");
  await expect(page.getByText("Προσήλθε: ΠΡΩΤΗ Άννα")).toBeVisible();
  await card(/ΔΕΥΤΕΡΗ/).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Ακύρωση ραντεβού…" })).toBeVisible();
  return page;
}

/** Questions over the page: how each is reached from that panel, and what has the focus in it. */
test.each([
  { name: /^Ακύρωση του ραντεβού/, back: "Όχι, να μείνει", ask: pressing("Ακύρωση ραντεβού…"), own: null },
  // That key is its own: it saves.
  { name: /^Χωρίς ραντεβού/, back: "Πίσω", ask: (page: Page) => page.keyboard.press("a"), own: "Control+Enter" },
  { name: /^Συντομεύσεις/, back: "Επιστροφή", ask: (page: Page) => page.keyboard.press("?"), own: null },
  { name: "Επιλογή ημέρας", back: "Επιστροφή", ask: openCalendar, own: null },
])("behind a question no key of the page acts: $name", async ({ name, back, ask, own }) => {
  const page = await openPanel();
  await ask(page);
  const dialog = page.getByRole("dialog", { name });
  const safe = dialog.getByRole("button", { name: back });
  await page.letPass(500);
  await safe.focus();
  const before = [page.address(), page.server.written.length];
  const opened = vi.spyOn(window, "open");
  for (const key of KEYS.filter((one) => one !== own)) {
    await page.keyboard.press(key);
    await expect(safe, key).toBeFocused();
  }
  // Nor where the focus has been lost.
  (document.activeElement as HTMLElement).blur();
  for (const key of ["Control+z", "n", "Control+p"]) await page.keyboard.press(key);
  await page.letPass(500);
  await expect(page.locator("dialog[open]")).toHaveCount(1);
  expect([page.address(), page.server.written.length]).toEqual(before);
  expect(opened).not.toHaveBeenCalled();
});
