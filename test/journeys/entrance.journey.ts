import { expect, type Page } from "@playwright/test";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** Whoever has an appointment says at the entrance, or at the counter by its code, that they have come. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
});
test.afterAll(() => own.close());

const screen = (page: Page) => page.getByLabel("Κωδικός ραντεβού, 9 ψηφία");

test("the head makes a screen by keyboard; a visitor presses nine digits on it, and has come", {
  tag: "@proof",
}, async ({ page, browser }) => {
  const code = await bookedNow(1);
  await signIn(page, "rea", `${own.url}/offices/9904/settings?tab=entrance`);
  await page.getByRole("button", { name: "Νέα οθόνη" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Συμπληρώστε το πεδίο.")).toBeVisible();
  await dialog.getByLabel("Πού είναι").fill("Κεντρική είσοδος");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Η οθόνη «Κεντρική είσοδος» είναι έτοιμη")).toBeVisible();
  await atEveryWidth(page, "a screen's address");
  const address = (await dialog.locator(".settings__address").textContent()) ?? "";
  await dialog.getByRole("button", { name: "Εντάξει" }).press("Enter");
  await expect(page.getByText("δεν έχει ανοίξει ακόμη")).toBeVisible();

  const tablet = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true })).newPage();
  await tablet.goto(address);
  expect(new URL(tablet.url()).pathname).toBe("/entrance");
  await atEveryWidth(tablet, "the entrance");
  await tablet.setViewportSize({ width: 1280, height: 800 });
  for (const digit of "000000000") await tablet.getByRole("button", { name: digit, exact: true }).click();
  await tablet.getByRole("button", { name: "ΟΚ, ήρθα" }).click();
  await expect(tablet.getByRole("alert").last()).toContainText("Ο κωδικός δεν αναγνωρίστηκε.");
  await atEveryWidth(tablet, "an unknown code");
  for (let typed = 0; typed < 9; typed++) await tablet.getByRole("button", { name: "Σβήσιμο τελευταίου" }).click();
  await expect(screen(tablet)).toHaveValue("");
  // As a scanner does
  await screen(tablet).focus();
  await tablet.keyboard.type(code);
  await tablet.keyboard.press("Enter");
  await expect(tablet.getByRole("heading", { name: "Σημειώσαμε ότι ήρθατε" })).toBeVisible();
  await expect(tablet.getByText("Επίσκεψη")).toHaveCount(0);
  await atEveryWidth(tablet, "arrived");
  await tablet.getByRole("link", { name: "Τέλος" }).click();
  await expect(screen(tablet)).toHaveValue("");
  await expect.poll(async () => (await statusOf(code)) ?? "").toBe("arrived");

  await page.getByRole("button", { name: "Κατάργηση: Κεντρική είσοδος" }).press("Enter");
  await expect(page.getByText("Καταργήθηκε: Κεντρική είσοδος")).toBeVisible();
  await tablet.reload();
  await expect(tablet.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(screen(tablet)).toHaveCount(0);
});

test("at the counter: Q, the scanner, and they are here; what is wrong is said, and it can be taken back", async ({
  page,
}) => {
  const code = await bookedNow(2);
  await signIn(page, "rea", `${own.url}/offices/9904/days/${Temporal.Now.plainDateISO("Europe/Athens")}`);
  await page.getByRole("button", { name: /^Περισσότερα/ }).press("Enter");
  await expect(page.getByRole("menuitem", { name: "Σάρωση κωδικού" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("q");
  await page.keyboard.type("123456789");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Κανένα σημερινό ραντεβού του ΚΕΠ δεν έχει αυτόν τον κωδικό.")).toBeVisible();
  await atEveryWidth(page, "a code that is none of today's");
  const field = page.getByRole("dialog").getByLabel("Κωδικός ραντεβού");
  await field.fill(code);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Προσήλθε: /)).toBeVisible();
  await expect.poll(() => statusOf(code)).toBe("arrived");
  // Shown once more, it says so, and leaves the one thing that can be taken back.
  await page.keyboard.press("q");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Είχε ήδη προσέλθει: /)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(() => statusOf(code)).toBe("booked");
});

/** An appointment that runs for twenty minutes from now: its code. */
async function bookedNow(queue: number): Promise<string> {
  const { rows } = await own.sql.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, created_at)
     select id, gen_random_uuid(), $1, date_trunc('minute', now()), date_trunc('minute', now()) + interval '20 minutes',
       now(), 'signature-certification', 'Επίσκεψη', 'Δοκιμή', now()
     from office where code = '9904' returning reference`,
    [queue],
  );
  return rows[0].reference;
}

const statusOf = async (code: string): Promise<string> =>
  (await own.sql.query("select status from appointment where reference = $1", [code])).rows[0]?.status;
