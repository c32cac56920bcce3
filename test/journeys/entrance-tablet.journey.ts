import { type Browser, expect, type Page } from "@playwright/test";
import { hashOfToken, newToken } from "../../src/platform/token.ts";
import { atEveryWidth, expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";

/** The screen at the entrance as a thing that hangs there all day, and is nobody's own. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const field = (page: Page) => page.getByLabel("Κωδικός ραντεβού, 9 ψηφία");
const digitsOf = async (page: Page) => (await field(page).inputValue()).replaceAll(/\D/g, "");
const key = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const unknown = (page: Page) => page.getByText("Ο κωδικός δεν αναγνωρίστηκε.");

async function refuse(page: Page): Promise<void> {
  await page.keyboard.type("000000000");
  await page.keyboard.press("Enter");
  await expect(unknown(page)).toBeVisible();
  expect(await digitsOf(page)).toBe("000000000");
}

test("after a code that was not recognised the next press or scan is another code, of nine digits at most", async ({
  browser,
}) => {
  const page = await tablet(browser);
  await refuse(page);
  for (const digit of "1234567890") await key(page, digit).click();
  expect(await digitsOf(page)).toBe("123456789");
  await page.getByRole("button", { name: "ΟΚ, ήρθα" }).click();
  await expect(page.getByText("Ελέγξτε τα ψηφία")).toBeVisible();
  // Wherever a finger left the caret
  await field(page).click();
  await page.keyboard.press("End");
  await page.keyboard.type("9876543210");
  expect(await digitsOf(page)).toBe("987654321");
  await refuseAgain(page);
  await key(page, "Σβήσιμο τελευταίου ψηφίου").click();
  expect(await digitsOf(page)).toBe("98765432");
});

test("the nine digits, the fault and every key are on a tablet at once, whichever way it is turned", async ({
  browser,
}) => {
  await own.sql.query("update counter_language set is_on = true");
  const page = await tablet(browser);
  const sizes = [
    [1024, 768],
    [768, 1024],
    [1280, 800],
  ] as const;
  for (const state of ["asked", "refused"]) {
    if (state === "refused") await refuse(page);
    else await page.keyboard.type("888888888");
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      expect
        .soft(await hiddenPart(page), `${state}, ${width} × ${height}`)
        .toEqual({ ofField: 0, ofPage: 0, ofWords: [] });
    }
    await field(page).fill("");
  }
});

/** By how many pixels the digits stick out of their field, and the page out of its screen; and words that are broken. */
const hiddenPart = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector("#code") as HTMLInputElement;
    const { scrollHeight, clientHeight } = document.documentElement;
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const ofWords = [];
    while (nodes.nextNode()) {
      const text = nodes.currentNode.textContent ?? "";
      for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(nodes.currentNode, index);
        range.setEnd(nodes.currentNode, index + word.length);
        if (range.getClientRects().length > 1) ofWords.push(word);
      }
    }
    return { ofField: field.scrollWidth - field.clientWidth, ofPage: scrollHeight - clientHeight, ofWords };
  });

test("without a network a press is answered by the page itself, which keeps the digits and says when it works again", async ({
  browser,
}) => {
  const page = await tablet(browser);
  const lost = page.getByRole("alert").filter({ hasText: "Δεν υπάρχει σύνδεση. Ρωτήστε στη θυρίδα." });
  await page.keyboard.type("000000000");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "ΟΚ, ήρθα" }).click();
  await expect(lost).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(lost).toBeVisible();
  expect(await digitsOf(page)).toBe("000000000");
  await expectAccessible(page, "the entrance without a network");
  await page.context().setOffline(false);
  await expect(lost).toHaveCount(0);
  await page.getByRole("button", { name: "ΟΚ, ήρθα" }).click();
  await expect(unknown(page)).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Welcome." })).toBeVisible();
});

test("whoever walks away leaves the Greek start behind; a screen that was removed comes back by itself", async ({
  browser,
}) => {
  const page = await tablet(browser);
  await page.clock.install();
  await page.getByRole("link", { name: "English" }).click();
  await page.getByLabel("Code of the appointment").fill("123");
  await page.clock.runFor(61_000);
  await expect(page.getByRole("heading", { name: "Καλώς ήρθατε." })).toBeVisible();
  expect([new URL(page.url()).pathname, await digitsOf(page)]).toEqual(["/entrance", ""]);
  await own.sql.query("update entrance_screen set token_hash = token_hash || '0'::bytea");
  await page.getByRole("button", { name: "ΟΚ, ήρθα" }).click();
  await expect(page.getByRole("heading", { name: "Η οθόνη δεν χρησιμοποιείται" })).toBeVisible();
  await atEveryWidth(page, "a removed screen");
  await own.sql.query("update entrance_screen set token_hash = substring(token_hash for 32)");
  await page.clock.runFor(61_000);
  await expect(field(page)).toBeFocused();
});

async function refuseAgain(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await expect(unknown(page)).toBeVisible();
}

async function tablet(browser: Browser): Promise<Page> {
  const token = newToken();
  await own.sql.query(
    `insert into entrance_screen (office_id, id, name, token_hash, created_at, created_by)
     select office.id, gen_random_uuid(), $1, $2, now(), (select min(id) from employee) from office where code = '9904'`,
    ["Είσοδος", hashOfToken(token)],
  );
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`${own.url}/entrance/${token}`);
  await expect(field(page)).toBeFocused();
  return page;
}
