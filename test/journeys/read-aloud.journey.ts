import type { Page } from "@playwright/test";
import { test } from "./journey.ts";
import { chooseService, expectTime, openPlan, openTuesday, signIn } from "./person.ts";
import { expectApartAloud } from "./without-styles.ts";

/** What a screen reader says of staff's pages: words and numbers that stand apart on the screen are said apart. */
async function expectPagesApart(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await page.locator("h1").first().waitFor();
    await page.locator("[aria-busy=true], [role=status]:text-is('Φόρτωση…')").first().waitFor({ state: "detached" });
    await expectApartAloud(page, address);
  }
}

test("the plan, an appointment and a new one", async ({ page }) => {
  await openPlan(page, "nefeli");
  await expectApartAloud(page, "today's plan");
  await openTuesday(page);
  await expectApartAloud(page, "the plan");
  await page.keyboard.press("n");
  await chooseService(page);
  await expectTime(page);
  await expectApartAloud(page, "a new one");
  await page.keyboard.type("Ηχηρόπουλος");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Στέργιος");
  await page.keyboard.press("Control+Enter");
  await page.locator(".card", { hasText: "ΗΧΗΡΟΠΟΥΛΟΣ" }).getByRole("link").click();
  await page.locator(".panel .facts").waitFor();
  await expectApartAloud(page, "an appointment");
});

test("the pages of an office", async ({ page }) => {
  await signIn(page, "nefeli");
  const office = "/offices/9901";
  const parts = ["settings", "queues", "diary", "exceptions/new", "work-list", "mails", "audit", "onboarding"];
  await expectPagesApart(page, [...parts.map((part) => `${office}/${part}`), "/my-settings", "/help"]);
});

test("the pages of the ministry", async ({ page }) => {
  await signIn(page, "athina", "/ministry");
  const parts = ["closures", "holidays", "services", "translations", "services/words", "public-booking", "history"];
  await expectPagesApart(page, ["/ministry", ...parts.map((part) => `/ministry/${part}`)]);
});
