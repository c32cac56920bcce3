import { expect } from "@playwright/test";
import { atEachOfThreeWidths } from "./accessible.ts";
import { bar, type CounterDay, openCounterDay } from "./counter-day.ts";
import { test } from "./journey.ts";
import { openPlan } from "./person.ts";

/** A dozen wait in an office where a screen shows who is called. */
let own: CounterDay;

test.beforeAll(async () => {
  own = await openCounterDay();
  await own.sql.query(
    `insert into entrance_screen (office_id, id, name, token_hash, created_at, created_by, kind)
     select office.id, gen_random_uuid(), 'Αίθουσα αναμονής', sha256('display'), now(), min(employee.id), 'display'
     from office, employee where code = $1 group by office.id`,
    [own.office],
  );
});
test.afterAll(() => own.close());
test.beforeEach(async () => {
  await own.emptyDay();
  for (let count = 0; count < 12; count++) await own.issue();
});

const states = async (): Promise<string[]> =>
  (await own.tickets())
    .filter(({ status, calledAt }: { status: string; calledAt: string | null }) => status !== "arrived" || calledAt)
    .map(({ status }: { status: string }) => status);

test("by keys: called, here, served; the plan keeps its place whatever waits", { tag: ["@commit", "@proof"] }, async ({
  page,
}) => {
  // As much more as the line of the trial takes, which no real office has.
  await page.setViewportSize({ width: 1366, height: 768 + 21 });
  await openPlan(page, "ilias", own.url);
  await expect(bar(page)).toContainText("12 άτομα");
  await page.keyboard.press("k");
  await expect(page.getByText(/^Καλείται: Α/)).toBeVisible();
  await expect(bar(page)).toContainText(/Καλείτε, \d\d:\d\d/);
  expect(await states()).toEqual(["arrived"]);
  const plan = await page.locator(".plan-frame").evaluate((frame) => frame.getBoundingClientRect().height);
  expect(plan / 768, "of the window").toBeGreaterThanOrEqual(0.6);
  await atEachOfThreeWidths(page, "somebody is called");
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(bar(page).getByRole("button", { name: /^Ξανά/ })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("s");
  await expect.poll(states).toEqual(["in-service"]);
  await expect(page.getByText(/^Εξυπηρετείται: Α/)).toBeVisible();
});

test("a screen reader hears a call at once, and how many wait politely, once a minute", async ({ page }) => {
  await page.clock.install();
  await openPlan(page, "ilias", own.url);
  await expect(bar(page)).toContainText("12 άτομα");
  const said = page.getByRole("status");
  await own.issue();
  await expect(said.filter({ hasText: "Περιμένουν 13 άτομα." })).toBeAttached();
  await page.keyboard.press("k");
  await expect(said.filter({ hasText: "Καλείται: Α" })).toBeAttached();
  await own.issue();
  await own.issue();
  await expect(bar(page)).toContainText("15 άτομα");
  await page.clock.fastForward(20_000);
  await expect(said.filter({ hasText: /^\s*Περιμένουν/ })).toHaveCount(0);
  await page.clock.fastForward(40_000);
  await expect(said.filter({ hasText: "Περιμένουν 15 άτομα." })).toBeAttached();
});

test("who is not there is called again and then has left, as one press; who comes after all is first again", async ({
  page,
}) => {
  await openPlan(page, "ilias", own.url);
  await expect(bar(page)).toContainText("12 άτομα");
  await page.keyboard.press("k");
  await expect(bar(page)).toContainText("Καλείτε");
  await own.sql.query(
    "update ticket set called_at = called_at - interval '3 minutes', issued_at = issued_at - interval '9 minutes', status_at = status_at - interval '9 minutes' where called_at is not null",
  );
  await own.sql.query("update line_call set at = at - interval '3 minutes'");
  await page.reload();
  await expect(async () => {
    await page.keyboard.press("c");
    await expect(bar(page)).toContainText("Δεν φάνηκε μετά από δύο κλήσεις", { timeout: 500 });
  }).toPass();
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(page.getByText(/^Καλείται: Α.*Έφυγε: Α/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect.poll(states).toEqual(["left", "arrived"]);
  await page.keyboard.press("Control+z");
  await expect.poll(states).toEqual(["arrived"]);
});

test("another than the next: the line says why each stands there, and a reason is asked", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openPlan(page, "ilias", own.url);
  await expect(bar(page)).toContainText("12 άτομα");
  await page.keyboard.press("g");
  const line = bar(page).getByRole("table");
  await expect(line).toContainText("Κάθε θυρίδα καλεί όποιον είναι εδώ");
  await expect(line.getByRole("row")).toHaveCount(13);
  await expect(line.getByRole("row").nth(1)).toContainText(/αριθμός \d\d:\d\d, και\s15′/);
  await atEachOfThreeWidths(page, "the whole line");
  await page.setViewportSize({ width: 1366, height: 768 });
  await line
    .getByRole("row")
    .nth(6)
    .getByRole("button", { name: /^Κλήση: / })
    .press("Enter");
  const why = page.getByRole("dialog", { name: /^Άλλος, με αιτία: Α/ });
  await expect(why).toBeVisible();
  await atEachOfThreeWidths(page, "why another");
  await page.setViewportSize({ width: 1366, height: 768 });
  await why.getByRole("menuitem", { name: "Συνέχεια υπόθεσης που άρχισε σήμερα" }).press("Enter");
  await expect(page.getByText(/^Καλείται: Α/)).toBeVisible();
  const { rows } = await own.sql.query("select details from audit_entry where act = 'served-out-of-turn'");
  expect(rows).toEqual([{ details: expect.objectContaining({ reason: "continuation", passed: 5 }) }]);
});
