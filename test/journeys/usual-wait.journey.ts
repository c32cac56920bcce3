import { expect } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** «Πόσο περιμένετε συνήθως», on an office's page without a script; and what of it was right, for its head. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const HOURS = [8, 9, 10, 11, 12, 13, 14].map((hour) => ({ hour, from: 4 * hour - 31, to: 8 * hour - 50, visits: 60 }));
const USUAL = {
  "walk-in": { hours: [...HOURS, { hour: 15, isFew: true }], days: 38, first: "2026-10-05", last: "2026-11-27" },
  appointment: { hours: HOURS.slice(1, 4), days: 12, first: "2026-11-10", last: "2026-11-27" },
};
/** Mondays stand apart; of the other days all are told. */
const OF_MONDAYS = {
  hours: [{ hour: 9, from: 3, to: 6, visits: 44 }],
  days: 11,
  first: "2026-09-07",
  last: "2026-11-23",
};
const WEEKDAYS = { 1: { "walk-in": OF_MONDAYS }, 2: {}, 3: {}, 4: {}, 5: {}, 6: {}, 7: {} };
const SCORE = {
  month: "2026-10",
  number: { within: 40, shorter: 41, longer: 19, unknown: 5 },
  hours: { within: 400, shorter: 520, longer: 80, unknown: 30 },
};

const TODAY = "(now() at time zone 'Europe/Athens')::date";

/** As a night would have left it in an office. */
const said = (code: string, isSilent: boolean, usual: object = USUAL) =>
  own.sql.query(
    `with measured as (insert into measured_until (office_id, date) select id, ${TODAY} - 1 from office where code = $1
       on conflict (office_id) do update set date = excluded.date)
     insert into office_wait (office_id, date, usual, score, number_is_silent, number_since, usual_is_silent, usual_since)
     select id, ${TODAY} - 1, $2, $3, $4, ${TODAY} - 3, $4, ${TODAY} - 3 from office where code = $1
     on conflict (office_id) do update set usual = excluded.usual, score = excluded.score,
       number_is_silent = excluded.number_is_silent, number_since = excluded.number_since,
       usual_is_silent = excluded.usual_is_silent, usual_since = excluded.usual_since`,
    [code, JSON.stringify(usual), JSON.stringify(SCORE), isSilent],
  );

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the usual wait by hour, in a page of two requests and fifteen kilobytes", async ({ page }) => {
    await said("9901", false);
    const sizes: number[] = [];
    page.on("response", async (response) => sizes.push((await response.request().sizes()).responseBodySize));
    await page.goto(`${own.url}/book/offices/9901`);
    await expect(
      page.getByRole("table", { name: "Χωρίς ραντεβού" }).getByRole("row", { name: /^10–11 λίγη, 9′ 30′$/ }),
    ).toBeVisible();
    await expect(page.getByRole("table", { name: /^Με ραντεβού/ }).getByRole("row")).toHaveCount(4);
    await expect(page.getByText("ο πίνακας βγήκε σωστός 9 στις 10 φορές (από 1000 και πάνω)")).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThanOrEqual(15 * 1024);
  });

  test("a weekday is chosen by a link, by keyboard, and stays chosen in another language", async ({ page }) => {
    await said("9904", false, { ...USUAL, weekdays: WEEKDAYS });
    await page.goto(`${own.url}/book/offices/9904?day=2`);
    const days = page.getByRole("navigation", { name: "Ημέρα της εβδομάδας" });
    await expect(days.getByRole("link", { name: "Τρίτη" })).toHaveAttribute("aria-current", "true");
    await expect(page.getByRole("table", { name: "Χωρίς ραντεβού, όλες οι ημέρες μαζί" })).toBeVisible();
    await expect(page.getByText("Τρίτη: γι’ αυτή την ημέρα μόνη της τα στοιχεία είναι λίγα.").first()).toBeVisible();
    await days.getByRole("link", { name: "Δευτέρα" }).focus();
    await page.keyboard.press("Enter");
    const mondays = page.getByRole("table", { name: "Χωρίς ραντεβού, Δευτέρα" });
    await expect(mondays.getByRole("row", { name: /^09–10 λίγη, 3′ 6′$/ })).toBeInViewport();
    await page.getByRole("link", { name: "English" }).first().click();
    await expect(page.getByRole("table", { name: "Without an appointment, Monday" })).toBeVisible();
  });
});

test("an office that speaks, one that is silent, and one of which nothing is known, at every width", async ({
  page,
}) => {
  await said("9901", false);
  await page.goto(`${own.url}/book/offices/9901`);
  await expect(page.getByRole("table", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await atEveryWidth(page, "the usual wait");
  await said("9904", false, { ...USUAL, weekdays: WEEKDAYS });
  for (const day of [1, 2]) {
    await page.goto(`${own.url}/book/offices/9904?day=${day}`);
    await expect(page.getByRole("navigation", { name: "Ημέρα της εβδομάδας" })).toBeVisible();
    await atEveryWidth(page, `the usual wait of weekday ${day}`);
  }
  await said("9902", true);
  await page.goto(`${own.url}/book/offices/9902`);
  await expect(page.getByText("Εκτίμηση δεν δίνουμε αυτόν τον καιρό.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Χωρίς ραντεβού" })).toHaveCount(0);
  await atEveryWidth(page, "silent about waiting");
  await page.goto(`${own.url}/book/offices/9903`);
  await expect(page.getByText("Εκτίμηση δεν δίνουμε ακόμη.")).toBeVisible();
  await atEveryWidth(page, "nothing known of waiting");
});

test("the head reads since when the office is silent, and what was right by month", async ({ page }) => {
  await said("9901", true);
  // Open on a Wednesday of a closed week, whatever day it is today.
  await own.sql.query(
    `with day as (select id, date_trunc('week', ${TODAY})::date - 12 as date from office where code = '9901'),
       open as (insert into day_capacity (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
         select id, date, 800, 0, 0, null, 0, 0 from day)
     insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved, not_started, not_completed, at_once)
     select id, date, 0, 0, 0, 0, 0, 0, 0, 0 from day`,
  );
  await own.sql.query(
    `insert into day_promise (office_id, date, place, is_said, within, shorter, longer, unknown)
     select id, date_trunc('month', date_trunc('week', ${TODAY}))::date - 3, 'phone', true, 40, 41, 19, 5 from office where code = '9901'`,
  );
  await signIn(page, "nefeli", `${own.platform.url}/offices/9901/how-it-went`);
  const part = page.getByRole("region", { name: "Πόσο έπεσαν μέσα όσα λέμε για την αναμονή" });
  await expect(part.getByRole("row", { name: /8 40 41 19 5$/ })).toBeVisible();
  await expect(part.getByText(/δεν λέμε πόσο θα περιμένουν όσοι παίρνουν αριθμό/)).toBeVisible();
  await expect(part.getByText("δεν ειπώθηκε")).toBeVisible();
  await atEveryWidth(page, "what was said of waiting");
});
