import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { forgetFigures } from "../forget-figures.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { nightIsOver, type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { openPlan, signIn } from "./person.ts";

/** «Πώς πήγε»: what the head reads of weeks that are over. */
let own: OwnPlatform;
test.beforeEach(async () => {
  own = await openOwnPlatform();
});
test.afterEach(() => own.close());

/** Of each weekday of the three weeks that ended last, as a night would have counted them. */
async function countWeeks(complete: number): Promise<void> {
  const { sql } = own;
  await nightIsOver(sql);
  await forgetFigures(sql, "measures");
  const dates = `from office cross join generate_series(date_trunc('week', now() at time zone 'Europe/Athens') - interval '21 days',
    date_trunc('week', now() at time zone 'Europe/Athens') - interval '1 day', '1 day') as day
    where code = '9901' and extract(isodow from day) < 6`;
  await sql.query(`insert into day_measure (office_id, date, measure, class, half_hours)
    select id, day::date, measure, class, half_hours::json from (values
      ('punctuality', 'appointment', '{"18": {"-3": 10}}'), ('early-presence', 'appointment', '{"18": {"3": 10}}'),
      ('wait', 'appointment', '{"18": {"4": 7, "17": 3}}'), ('service', 'appointment', '{"18": {"9": 9}}'),
      ('wait', 'walk-in', '{"20": {"22": 2}}'), ('turned-away', 'walk-in', '{"27": {"0": 1}}'),
      ('came', 'phone', '{"18": {"3": 10}}'), ('no-show', 'phone', '{"18": {"9": 2}}'),
      ('crowd', 'all', '{"18": {"3": 30}, "20": {"5": 12, "6": 3}}')) as counted (measure, class, half_hours) cross join (select id, day ${dates}) as days`);
  await sql.query(
    `insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved, not_started, not_completed, at_once)
     select id, day::date, 12, $1::integer, 0, 0, 1, 12 - $1::integer, 0, 0 ${dates}`,
    [complete],
  );
  await sql.query(`insert into day_capacity (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
    select id, day::date, 800, 240, 400, 6, 3, 2 ${dates}`);
  await sql.query(`insert into day_service (office_id, date, service, minutes)
    select id, day::date, 'copy-certification', '{"19": 9}' ${dates}`);
  await sql.query(`insert into day_access (office_id, date, third_free_days) select id, day::date, 2 ${dates}`);
}

test("the head finds it in the menu: figures with what they are of, pictures that say what they show, and a definition behind each, by keyboard", {
  tag: "@proof",
}, async ({ page }) => {
  await countWeeks(11);
  await openPlan(page, "nefeli", own.platform.url);
  await page.getByRole("link", { name: "Πώς πήγε" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Πώς πήγε");
  const figures = page.locator(".went__figures");
  await expect(figures).toContainText(/Στην ώρα τους\s*70\s%/);
  await expect(figures).toContainText("105 από 150");
  await expect(figures).toContainText("4′ στους μισούς· 9 στους 10 ως 17′, από 150");
  await expect(figures).toContainText("50 %");
  const definition = figures.locator("summary", { hasText: "Στην ώρα τους" });
  await definition.press("Enter");
  await expect(page.getByText("ξεκίνησαν το πολύ 10′ μετά")).toBeVisible();
  await expect(page.getByRole("table", { name: /ανά μισάωρο/ })).toContainText("9:00");
  await expect(page.getByRole("row", { name: /8 έως 14 ημέρες 100 % 30 από 30/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /19′ περισσότερο/ })).toContainText("▲");
  await expect(
    page.getByRole("img", { name: "Πληρότητα ανά εβδομάδα: 3 από 3 εβδομάδες έφτασαν το 80 %." }),
  ).toBeVisible();
  await atEachOfThreeWidths(page, "how it went");
});

test("without seats it says where to enter them; with them it says on which days they were not enough", async ({
  page,
}) => {
  await countWeeks(11);
  const address = `${own.platform.url}/offices/9901/how-it-went`;
  await signIn(page, "nefeli", address);
  const crowd = page.getByRole("region", { name: "Περισσότεροι μαζί, ανά ημέρα" });
  await expect(crowd.getByRole("img", { name: /^Το πολύ 6\s?άτομα/ })).toBeVisible();
  await expect(crowd.locator("circle")).toHaveCount(15);
  await crowd.getByRole("link", { name: "Πείτε το στο «Το ΚΕΠ μου»" }).press("Enter");
  await page.getByRole("textbox", { name: "Καθίσματα για όσους περιμένουν" }).fill("4");
  await page.getByRole("button", { name: "Αποθήκευση" }).press("Enter");
  await expect(page.getByText(/Αποθηκεύτηκ/)).toBeVisible();
  await page.goto(address);
  await expect(
    crowd.getByRole("img", { name: /^15\s?από τις 15\s?ημέρες πάνω από τα 4\s?καθίσματα, 15′ τη διάμεση ημέρα/ }),
  ).toBeVisible();
  await expect(crowd.locator(".chart__point--out"), "another shape, not only another colour").toHaveCount(15);
  await expect(crowd.locator("circle")).toHaveCount(0);
});

test("minutes far from the catalogue are proposed with one press, and nothing is saved by it", async ({ page }) => {
  await countWeeks(11);
  await signIn(page, "nefeli", `${own.platform.url}/offices/9901/how-it-went`);
  await page.getByRole("link", { name: "Διόρθωση διαρκειών" }).press("Enter");
  await expect(page.getByText(/Συμπληρώθηκε 1\s?διάρκεια από το «Πώς πήγε»/)).toBeVisible();
  await expect(page).toHaveURL(/settings\?tab=services$/);
  const minutes = page.locator('input[name="services.copy-certification.minutes"]');
  await expect(minutes).toHaveValue("19");
  const ownMinutes = () =>
    own.sql.query(
      "select minutes from office_service join office on id = office_id where code = '9901' and service = 'copy-certification'",
    );
  expect((await ownMinutes()).rows).not.toContainEqual({ minutes: 19 });
  await page.getByRole("button", { name: "Αποθήκευση" }).press("Enter");
  await expect(page.getByText(/Αποθηκεύτηκ/)).toBeVisible();
  expect((await ownMinutes()).rows).toContainEqual({ minutes: 19 });
});

test("it is printed: figures without names, and nothing of what is pressed", async ({ page }) => {
  await countWeeks(11);
  await signIn(page, "nefeli", `${own.platform.url}/offices/9901/how-it-went`);
  await expect(page.getByRole("img").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: /Πώς πήγε/ })).toBeVisible();
  await expect(page.getByText("Αυτή η σελίδα δεν εκτυπώνεται")).toBeHidden();
  await expect(page.getByRole("button", { name: /CSV/ })).toBeHidden();
  await expect(page.getByText("Νεφέλη")).toBeHidden();
  await page.goto(`${own.platform.url}/offices/9901/settings`);
  await expect(page.getByText("Αυτή η σελίδα δεν εκτυπώνεται"), "other pages are not").toBeVisible();
});

test("the same as tables, which the address keeps, and as a file that another program reads", async ({ page }) => {
  await countWeeks(11);
  await signIn(page, "nefeli", `${own.platform.url}/offices/9901/how-it-went`);
  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  await page.reload();
  await expect(page.getByRole("link", { name: "Πίνακες" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("link", { name: "Εικόνα" })).not.toHaveAttribute("aria-current");
  await expect(page.getByRole("row", { name: "8 έως 14 ημέρες 100 30 30" })).toBeVisible();
  await expect(page.getByRole("row", { name: "9:00 3 3 3 3 3" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Αναμονή όσων άργησαν λεπτά δεν καταγράφηκε/ })).toBeVisible();
  await expect(page.getByRole("img")).toHaveCount(0);
  await atEachOfThreeWidths(page, "how it went, as tables");

  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV με όλους τους πίνακες" }).press("Enter");
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^9901-[\d-]+\.csv$/);
  const lines: string[][] = parse(await readFile(await file.path(), "utf8"), { bom: true, delimiter: ";" });
  const cellOf = (row: string, column: string) => lines.find(([, name, of]) => name === row && of === column)?.[3];
  expect(cellOf("8 έως 14 ημέρες", "Ποσοστό %")).toBe("100");
  expect(cellOf("9:00", "Παρ")).toBe("3");
  expect(cellOf("Αναμονή όσων άργησαν", "9 στους 10 ως"), "not recorded, and not zero").toBe("");
});

test("too little recorded: a hint that says so, no crowd that there was not, and what to press", async ({ page }) => {
  await countWeeks(7);
  await signIn(page, "nefeli", `${own.platform.url}/offices/9901/how-it-went`);
  await expect(page.getByText("οι αριθμοί είναι ενδεικτικοί")).toBeVisible();
  await expect(page.getByRole("table", { name: /ανά μισάωρο/ })).toHaveCount(0);
  await expect(page.locator(".chart__withheld")).toHaveCount(1);
  await expect(page.locator(".chart__withheld")).toContainText("Δεν δείχνεται κάτω από 80 %");
  await expect(page.getByRole("row", { name: /Δεν πατήθηκε «Έναρξη» 75 «Επόμενος» \(K\)/ })).toBeVisible();
  await atEachOfThreeWidths(page, "how it went, a hint");
});

test("in the place of what would be one person's, or of a crowd that there was not, it is hatched and says why; in print too", async ({
  page,
}) => {
  await countWeeks(7);
  await own.sql.query("delete from day_service");
  await signIn(page, "nefeli", `${own.platform.url}/offices/9901/how-it-went`);
  const services = page.getByRole("region", { name: "Πόσο διαρκούν εδώ" });
  await expect(services).toContainText("Δεν δείχνεται με λιγότερες από τρεις θυρίδες");
  await expect(page.getByRole("region", { name: "Περισσότεροι μαζί, ανά ημέρα" })).toContainText(
    "πλήθος που δεν υπήρξε",
  );
  await atEachOfThreeWidths(page, "what is withheld");
  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  await expect(services, "said as a table is asked for too").toContainText("Δεν δείχνεται");
  await page.emulateMedia({ media: "print" });
  await expect(services.locator(".chart__withheld")).toHaveCSS("print-color-adjust", "exact");
});

test("at a desk the crowd has two thirds of the width and half-hours more than the half; on a phone all stand below each other", async ({
  page,
}) => {
  await countWeeks(11);
  await signIn(page, "nefeli", `${own.platform.url}/offices/9901/how-it-went`);
  const box = async (name: RegExp) => {
    const found = await page.getByRole("region", { name }).boundingBox();
    return found ?? { x: 0, y: 0, width: 0 };
  };
  await page.setViewportSize({ width: 1366, height: 900 });
  await expect(page.getByRole("region", { name: /^Περισσότεροι μαζί/ })).toBeVisible();
  const [crowd, missed] = [await box(/^Περισσότεροι μαζί/), await box(/^Δεν προσήλθαν/)];
  expect(crowd.y).toBe(missed.y);
  expect(crowd.width / missed.width).toBeGreaterThan(1.8);
  expect((await box(/^Πόσοι περιμένουν/)).width).toBeGreaterThan((await box(/^Πόσο διαρκούν/)).width);
  await page.setViewportSize({ width: 390, height: 900 });
  const [above, below] = [await box(/^Περισσότεροι μαζί/), await box(/^Δεν προσήλθαν/)];
  expect(above.width).toBe(below.width);
  expect(above.y).toBeLessThan(below.y);
});

test("a clerk has no such link, and is told whose figures they are", async ({ page }) => {
  await openPlan(page, "ilias", own.platform.url);
  await expect(page.getByRole("link", { name: "Πώς πήγε" })).toHaveCount(0);
  await page.goto(`${own.platform.url}/offices/9904/how-it-went`);
  await expect(page.getByRole("heading", { name: "Τους αριθμούς βλέπει ο Διαχειριστής Καταστήματος" })).toBeVisible();
});
