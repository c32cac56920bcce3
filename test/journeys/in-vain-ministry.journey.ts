import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { forgetFigures } from "../forget-figures.ts";
import { anItem } from "../items-to-bring.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { nightIsOver, type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** «Ήρθαν άδικα»: where our own words failed, service by service, and what a change of them did. */
const CHANGED = "vehicle-transfer";
const UNCHANGED = "health-card";
const FEW = "minimum-income";
const WEEKS = 16;
/** Of the sixteen, counted from the first: a Monday */
const CHANGE_WEEK = 8;

let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  await nightIsOver(own.sql);
  await changeWords();
});
test.afterAll(() => own.close());
test.beforeEach(() => forgetFigures(own.sql, "in-vain"));

/** @param week from 0; the last one ended on Sunday */
async function mondayOf(week: number): Promise<string> {
  const { rows } = await own.sql.query(
    "select (date_trunc('week', now() at time zone 'Europe/Athens') - make_interval(weeks => $1))::date::text as monday",
    [WEEKS - week],
  );
  return rows[0].monday;
}

const countWeek = (monday: string, service: string, counts: readonly number[]) =>
  own.sql.query(
    "insert into in_vain_week (monday, service, visits, paper, elsewhere, needless) values ($1, $2, $3, $4, $5, $6)",
    [monday, service, ...counts],
  );

/** Of a hundred visits a week, nine in vain before the change and four since; in its week nobody came. */
async function countWeeks(): Promise<void> {
  for (let week = 0; week < WEEKS; week++) {
    const monday = await mondayOf(week);
    await own.sql.query("insert into in_vain_days values ($1, 9, 1)", [monday]);
    if (week === CHANGE_WEEK) continue;
    const isBefore = week < CHANGE_WEEK;
    await countWeek(monday, CHANGED, isBefore ? [100, 7, 1, 1] : [100, 2, 1, 1]);
    await own.sql.query("insert into in_vain_line values ($1, $2, $3, $4)", [
      monday,
      CHANGED,
      isBefore ? "τέλη κυκλοφορίας" : "άδεια κυκλοφορίας",
      isBefore ? 7 : 1,
    ]);
  }
  await countWeek(await mondayOf(WEEKS - 1), UNCHANGED, [1500, 0, 80, 20]);
  await countWeek(await mondayOf(WEEKS - 1), FEW, [49, 9, 0, 0]);
  // Still running: not shown.
  await countWeek(await mondayOf(WEEKS), FEW, [400, 300, 0, 0]);
  await own.sql.query("insert into in_vain_days values ($1, 9, 9)", [await mondayOf(WEEKS)]);
}

/** In the last week, in so many of all offices. */
const used = async (offices: number) =>
  own.sql.query(
    `insert into in_vain_office (office_id, monday, is_used)
     select id, $1, row_number() over (order by id) <= $2 from office where id > 0`,
    [await mondayOf(WEEKS - 1), offices],
  );

/** On the Tuesday of its week, with the minutes beside the words. */
async function changeWords(): Promise<void> {
  const [before, after] = [
    { minutes: 20, toBring: [anItem("ταυτότητα"), anItem("τα δικαιολογητικά του οχήματος")] },
    { minutes: 30, toBring: [anItem("ταυτότητα"), anItem("άδεια κυκλοφορίας")] },
  ];
  await own.sql.query(
    `insert into audit_entry (office_id, id, at, employee_id, act, details)
     select 0, gen_random_uuid(), ($1::date + 1 + time '10:00') at time zone 'Europe/Athens', max(id), 'service-changed', $2 from employee`,
    [await mondayOf(CHANGE_WEEK), { id: CHANGED, before, after }],
  );
}

const address = (search = "") => `${own.url}/ministry/services/in-vain${search}`;
const nameOf = async (code: string): Promise<string> =>
  (await own.sql.query("select name from service where code = $1", [code])).rows[0].name;

async function csvOf(page: Page, at: number): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV με όλους τους πίνακες" }).nth(at).press("Enter"),
  ]);
  return parse(await readFile(await file.path()), { bom: true, delimiter: ";", columns: true });
}

test("by keyboard from the catalogue to a service, what its change did, and to the form of its words", async ({
  page,
}) => {
  await countWeeks();
  const name = await nameOf(CHANGED);
  await signIn(page, "athina", `${own.url}/ministry/services`);
  await page.getByRole("link", { name: "Ήρθαν άδικα" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Ήρθαν άδικα" })).toBeVisible();
  await expect(page.getByText("Ημέρες ΚΕΠ που μέτρησαν: 72.")).toBeVisible();
  // Of the last eight weeks one is that of the change.
  const change = new RegExp(`^${name} 700 28 4 14 7 7 Η φράση άλλαξε στις \\d\\d/\\d\\d: δείτε πριν και μετά$`);
  await expect(page.getByRole("row", { name: change })).toBeVisible();
  await expect(page.getByRole("row", { name: / 1.500 100 6,7 0 80 20 Γίνεται αλλού; Να λέει πού$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: "Οι 2 υπηρεσίες 2.200 128 5,8 14 87 27" })).toBeVisible();
  await expect(page.getByText(/πατήθηκε έστω μία φορά/)).toBeHidden();
  await expect(page.getByRole("row", { name: /Μία ακόμη, κάτω από 50 επισκέψεις 49 9/ })).toBeVisible();
  await expect(page.getByText(await nameOf(FEW))).toBeHidden();
  await atEachOfThreeWidths(page, "visits in vain");

  await page.getByRole("link", { name, exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const words = page.getByRole("region", { name, exact: true });
  await expect(words.getByRole("deletion")).toHaveText(
    /^αφαιρέθηκε:\s+τα δικαιολογητικά του οχήματος\s+\(τέλος αλλαγής\)$/,
  );
  await expect(words.getByRole("insertion")).toHaveText(/^προστέθηκε:\s+άδεια κυκλοφορίας\s+\(τέλος αλλαγής\)$/);
  await expect(words).toContainText("Άλλη αλλαγή της υπηρεσίας εκείνη την εβδομάδα: Διάρκεια (λεπτά)");
  const finding = /Πριν: 9 στις 100: 72 από 800\..*Μετά: 4 στις 100: 28 από 700\..*Λιγότερα κατά 5 στις 100/;
  await expect(page.getByRole("img", { name: finding })).toBeVisible();
  const papers = page.getByRole("region", { name: "Ποιο χαρτί έλειπε" });
  await expect(papers.getByRole("row", { name: "τέλη κυκλοφορίας 56 0" })).toBeVisible();
  await expect(papers.getByRole("row", { name: "κάτι που δεν λέμε 0 7" })).toBeVisible();
  await expect(papers).toContainText("Κάτι λείπει ακόμη από τη φράση: 7 φορές");
  await expect(papers).toContainText("άλλη υπηρεσία 1 και 1, δεν χρειαζόταν επίσκεψη 1 και 1.");
  await atEachOfThreeWidths(page, "a service in vain");

  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  const weeks = page.getByRole("region", { name: "Εβδομάδα με εβδομάδα" });
  await expect(weeks.getByRole("row")).toHaveCount(1 + WEEKS - 1);
  await page.reload();
  await expect(weeks.getByRole("row").nth(1)).toContainText(/100\s*9\s*9$/);
  await atEachOfThreeWidths(page, "a service in vain, as tables");

  await page.getByRole("link", { name: "Αλλαγή της φράσης" }).press("Enter");
  const form = page.getByRole("dialog");
  await expect(form.getByLabel("Ονομασία", { exact: true })).toHaveValue(name);
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("in how many offices the key is used is said by their number; in none it is no zero", async ({ page }) => {
  await countWeeks();
  await used(1);
  await signIn(page, "athina", address());
  await expect(page.getByText(/ΚΕΠ που μέτρησαν, το «Ήρθε άδικα» πατήθηκε .* σε λιγότερα από 5\./)).toContainText(
    "αυτό δεν είναι μηδέν",
  );
  expect(await csvOf(page, 0)).toContainEqual(
    expect.objectContaining({ Πίνακας: "Ορισμοί", Γραμμή: "ΚΕΠ όπου πατήθηκε το «Ήρθε άδικα»", Τιμή: "<5" }),
  );
  await own.sql.query("update in_vain_office set is_used = true");
  await page.reload();
  await expect(page.getByText(/πατήθηκε έστω μία φορά σε \d+\./)).not.toContainText("Στα άλλα");
  await own.sql.query("truncate in_vain_line, in_vain_week, in_vain_office");
  await countWeek(await mondayOf(WEEKS - 1), UNCHANGED, [1500, 0, 0, 0]);
  await used(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Δεν καταγράφεται ακόμη πόσοι ήρθαν άδικα" })).toBeVisible();
  await expect(page.getByRole("table")).toBeHidden();
  await atEachOfThreeWidths(page, "no office notes visits in vain");
});

test("both files are read by another program", async ({ page }) => {
  await countWeeks();
  await signIn(page, "athina", address(`?service=${CHANGED}`));
  await expect(page.getByRole("img", { name: /^Πριν/ })).toBeVisible();
  const services = await csvOf(page, 0);
  expect(services).toContainEqual({
    Πίνακας: "Ανά υπηρεσία, οι πιο συχνές πρώτα",
    Γραμμή: await nameOf(CHANGED),
    Στήλη: "Άδικα",
    Τιμή: "28",
  });
  const service = await csvOf(page, 1);
  expect(service.filter(({ Στήλη, Τιμή }) => Στήλη === "Στις 100" && Τιμή === "4")).toHaveLength(7);
  expect(service).toContainEqual({
    Πίνακας: "Ποιο χαρτί έλειπε",
    Γραμμή: "τέλη κυκλοφορίας",
    Στήλη: "Πριν",
    Τιμή: "56",
  });
});

test("of few visits nothing is said, of an unchanged service its words; what is not there says so", async ({
  page,
}) => {
  await countWeeks();
  await signIn(page, "athina", address(`?service=${FEW}`));
  await expect(page.getByText("Λιγότερες από 50 επισκέψεις σε αυτές τις εβδομάδες")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ποιο χαρτί έλειπε" })).toBeHidden();
  await atEachOfThreeWidths(page, "a service of few visits");
  await page.goto(address(`?service=${UNCHANGED}`));
  await expect(page.getByText("Το «Να έχετε μαζί σας» δεν άλλαξε σε αυτές τις εβδομάδες.")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Όλες οι εβδομάδες: 6,7 στις 100: 100 από 1.500\./ })).toBeVisible();
  await page.goto(address("?service=nothing"));
  await expect(page.getByRole("alert").filter({ hasText: "Δεν βρέθηκε η υπηρεσία" })).toBeVisible();
  await page.goto(`${own.url}/ministry/services?service=nothing`);
  await expect(page.getByRole("link", { name: "Ήρθαν άδικα" })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("where nothing was counted it says when to look again; a lost connection is told", async ({ page }) => {
  await signIn(page, "athina", address());
  await expect(page.getByRole("heading", { name: "Δεν έχει μετρηθεί τίποτα ακόμη" })).toBeVisible();
  await expect(page.getByText("Δείτε ξανά τη Δευτέρα.")).toBeVisible();
  await atEachOfThreeWidths(page, "nothing in vain was counted");
  await page.route("**/api/ministry/in-vain*", (route) => route.abort());
  await page.goto(address());
  await expect(page.getByRole("alert").filter({ hasText: "Δεν υπάρχει σύνδεση" })).toBeVisible();
});

test("a head has no page of visits in vain", async ({ page }) => {
  await signIn(page, "nefeli", address());
  await expect(page.getByRole("heading", { name: "Σελίδα του Υπουργείου" })).toBeVisible();
});
