import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { forgetFigures } from "../forget-figures.ts";
import { insertOfficeWeeks } from "../office-weeks.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { nightIsOver, type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** «Πώς πάνε τα ΚΕΠ»: what the ministry reads of weeks that are over. */
let own: OwnPlatform;
test.beforeEach(async () => {
  own = await openOwnPlatform();
});
test.afterEach(() => own.close());

/** Twelve offices of like size, one of them far out; of the four of the demo nothing is counted. */
async function countWeeks(): Promise<void> {
  const { sql } = own;
  await nightIsOver(own.sql);
  await forgetFigures(sql, "measures");
  const { rows: weeks } = await sql.query<{ monday: string }>(
    `select monday::date::text as monday from generate_series(date_trunc('week', now() at time zone 'Europe/Athens') - interval '56 days',
       date_trunc('week', now() at time zone 'Europe/Athens') - interval '7 days', '7 days') as monday`,
  );
  const { rows: offices } = await sql.query<{ id: number }>(
    `insert into office (code, name, municipality, region, is_example)
     select (7100 + n)::text, 'ΚΕΠ Σύγκρισης ' || n, 'Δήμος Σύγκρισης', 'Κρήτης', true from generate_series(1, 12) as n returning id`,
  );
  await sql.query(
    `insert into queue (office_id, number, name, is_default, is_active, slot_minutes)
     select id, 1, 'Ουρά 1', true, true, 15 from unnest($1::integer[]) as id`,
    [offices.map(({ id }) => id)],
  );
  await sql.query(
    `insert into measured_until (office_id, date) select id, (now() at time zone 'Europe/Athens')::date - 1 from office
     on conflict (office_id) do update set date = excluded.date`,
  );
  for (const [index, { id }] of offices.entries())
    await insertOfficeWeeks(sql, id, {
      mondays: weeks.map(({ monday }) => monday),
      counters: 3,
      complete: index === 4 ? 84 : 92,
      onTime: index === 4 ? 66 : 82,
      noShows: 4,
      thirdFreeDays: index % 3,
    });
}

test("the ministry sees by keyboard who records, who is out of bounds, a region and one of its offices", {
  tag: "@proof",
}, async ({ page }) => {
  await countWeeks();
  await signIn(page, "athina", own.url);
  await page.getByRole("link", { name: "Πώς πάνε τα ΚΕΠ" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Πώς πάνε τα ΚΕΠ");
  await expect(page.getByText(/τα 12 μετρούν στις συγκρίσεις/)).toBeVisible();
  const outside = page.getByRole("region", { name: "Έξω από τα όρια, με αλφαβητική σειρά" });
  await expect(outside.getByRole("row")).toHaveCount(2);
  await expect(
    outside.getByRole("row", { name: /ΚΕΠ Σύγκρισης 5 66 % ▼ κάτω από τα όρια 528 από 800 84 %/ }),
  ).toBeVisible();
  await expect(page.getByRole("img", { name: /11 από τα 12 είναι μέσα στα όρια.*ΚΕΠ Σύγκρισης 5/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Κρήτης 12 1 2 0/ })).toBeVisible();
  await atEachOfThreeWidths(page, "how the offices do");

  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  await expect(page.getByRole("row", { name: /ΚΕΠ χωρίς όνομα, 11 82 656 800 μέσα στα όρια/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("table", { name: /ανά εβδομάδα/ })).toContainText("δεν καταγράφηκε");
  await atEachOfThreeWidths(page, "how the offices do, as tables");

  await page.getByRole("link", { name: "Δεν προσήλθαν" }).press("Enter");
  await expect(page.getByText("Κανένα ΚΕΠ της ομάδας δεν είναι έξω από τα όρια.").first()).toBeVisible();

  await page.getByRole("link", { name: "Κρήτης", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { name: "Τα ΚΕΠ της περιφέρειας Κρήτης" })).toBeVisible();
  await atEachOfThreeWidths(page, "the offices of a region");
  await page.getByRole("link", { name: "ΚΕΠ Σύγκρισης 5" }).press("Enter");
  await expect(page.getByRole("heading", { name: "ΚΕΠ Σύγκρισης 5" })).toBeVisible();
  await expect(page.getByText("528 από 800")).toBeVisible();
  await atEachOfThreeWidths(page, "an office, as its head sees it");
});

test("the regions stand as tiles beside their table: by keyboard to one of them; where nothing is free, or nobody looked, it says so", async ({
  page,
}) => {
  await countWeeks();
  await own.sql.query("update office set region = 'Ηπείρου' where code in ('7111', '7112')");
  for (const table of ["office_week", "day_access"])
    await own.sql.query(
      `update ${table} set third_free_days = null from office where id = office_id and region = 'Ηπείρου'`,
    );
  await signIn(page, "athina", `${own.url}/ministry/how-offices-do`);
  const tiles = page.getByRole("region", { name: /Οι περιφέρειες/ });
  await expect(tiles.getByRole("link", { name: "Κρήτης 1 ημέρα" })).toBeVisible();
  const later = tiles.getByRole("link", { name: "Ηπείρου ▲ πάνω από 9 εβδομάδες" });
  await expect(later, "another edge, not only another colour").toHaveCSS("border-top-style", "double");
  await expect(tiles.getByRole("link", { name: "Επινοημένη Περιφέρεια δεν καταγράφηκε" })).toBeVisible();
  const [epirus, crete] = await Promise.all(
    ["Ηπείρου", "Κρήτης"].map((name) => tiles.getByRole("link", { name: new RegExp(`^${name}`) }).boundingBox()),
  );
  expect(epirus?.y, "Epirus lies above Crete").toBeLessThan(crete?.y ?? 0);
  await page.setViewportSize({ width: 390, height: 800 });
  await atEachOfThreeWidths(page, "tiles of regions");
  await later.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Τα ΚΕΠ της περιφέρειας Ηπείρου" })).toBeVisible();
});

test("how many closed weeks is chosen by keyboard and kept in the address, the file and the offices; a wrong address says so", async ({
  page,
}) => {
  await countWeeks();
  await signIn(page, "athina", `${own.url}/ministry/how-offices-do`);
  const choice = page.getByRole("navigation", { name: "Πόσες κλειστές εβδομάδες" });
  await expect(choice.getByRole("link", { name: "8 εβδομάδες" })).toHaveAttribute("aria-current", "page");
  const outside = page.getByRole("region", { name: "Έξω από τα όρια, με αλφαβητική σειρά" });
  await expect(outside).toContainText("528 από 800");
  await choice.getByRole("link", { name: "4 εβδομάδες" }).press("Enter");
  await expect(page).toHaveURL(/weeks=4/);
  await expect(
    page.getByRole("heading", { name: "Κανένα ΚΕΠ δεν μετρά ακόμη" }),
    "eight days are too few",
  ).toBeVisible();
  await page.reload();
  await expect(choice.getByRole("link", { name: "4 εβδομάδες" })).toHaveAttribute("aria-current", "page");
  await page.goto(`${own.url}/ministry/how-offices-do?weeks=6`);
  await expect(outside).toContainText("396 από 600");
  await expect(page.getByRole("link", { name: "Όλα τα ΚΕΠ (CSV)" })).toHaveAttribute("href", /weeks=6$/);
  await outside.getByRole("link", { name: "ΚΕΠ Σύγκρισης 5" }).press("Enter");
  await expect(page.getByText("396 από 600")).toBeVisible();
  await expect(choice.getByRole("link", { name: "6 εβδομάδες", exact: true })).toHaveAttribute("aria-current", "page");
  for (const wrong of ["27", "3", "οκτώ", "-8", "8.5"]) {
    await page.goto(`${own.url}/ministry/how-offices-do?weeks=${encodeURIComponent(wrong)}`);
    await expect(page.getByText(`Η διεύθυνση ζητά «${wrong}» εβδομάδες. Γίνονται από 4 έως 26`)).toBeVisible();
    await expect(outside, "eight are shown").toContainText("528 από 800");
  }
  await atEachOfThreeWidths(page, "a number of weeks that there is not");
});

test("all offices as a file that another program reads, with what its columns mean", async ({ page }) => {
  await countWeeks();
  await signIn(page, "athina", `${own.url}/ministry/how-offices-do`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Όλα τα ΚΕΠ (CSV)" }).click(),
  ]);
  const rows = parse(await readFile(await file.path()), { bom: true, delimiter: ";", columns: true }) as Record<
    string,
    string
  >[];
  const one = rows.find((row) => row.Κωδικός === "7105");
  expect(one).toMatchObject({ Καταγραφή: "μετρά", "Ξεκίνησαν στην ώρα τους": "528", "Χωρίς ραντεβού": "" });
});

test("where nothing was counted it says so and what to do; elsewhere it is nobody's; a lost connection is told", async ({
  page,
}) => {
  await nightIsOver(own.sql);
  await forgetFigures(own.sql, "measures");
  await signIn(page, "athina", `${own.url}/ministry/how-offices-do`);
  await expect(page.getByRole("heading", { name: "Κανένα ΚΕΠ δεν μετρά ακόμη" })).toBeVisible();
  await expect(page.getByText("Δεν καταγράφηκε ακόμη καμία εβδομάδα")).toBeVisible();
  await atEachOfThreeWidths(page, "nothing was counted");
  await page.goto(`${own.url}/ministry/how-offices-do?region=${encodeURIComponent("Πουθενά")}`);
  await expect(page.getByRole("heading", { name: "Δεν υπάρχει ΚΕΠ σε περιφέρεια με αυτό το όνομα" })).toBeVisible();
  await page.route("**/api/ministry/how-offices-do*", (route) => route.abort());
  await page.goto(`${own.url}/ministry/how-offices-do`);
  await expect(page.getByRole("alert").filter({ hasText: "Δεν υπάρχει σύνδεση" })).toBeVisible();
});

test("a head has no such page", async ({ page }) => {
  await signIn(page, "nefeli", `${own.url}/ministry/how-offices-do`);
  await expect(page.getByRole("heading", { name: "Σελίδα του Υπουργείου" })).toBeVisible();
});
