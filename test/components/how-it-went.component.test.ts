import { parse } from "csv-parse/sync";
import { expect, test, vi } from "vitest";
import { open, type Page } from "./page/page.ts";

/** «Πώς πήγε»: what the head reads of weeks that are over. */
const openWeeks = async (scene = "an office whose weeks are counted", address = "/offices/9904/how-it-went") => {
  const page = await open(scene, address);
  await expect(page.getByRole("heading", { name: /Πώς πήγε$/ })).toBeVisible();
  return page;
};

const HALF = "an office whose weeks are half recorded";
const crowd = (page: Page) => page.getByRole("region", { name: "Περισσότεροι μαζί, ανά ημέρα" });
const row = (page: Page, words: RegExp) => page.getByRole("row").filter({ hasText: words });

test("the head finds it in the menu: figures with what they are of, pictures that say what they show, and a definition behind each", async () => {
  const page = await open("an office whose weeks are counted", "/offices/9904/settings");
  await page.getByRole("link", { name: "Πώς πήγε" }).press("Enter");
  await expect(page.getByRole("heading", { name: /Πώς πήγε/ })).toBeVisible();
  const figures = page.locator(".went__figures");
  await expect(figures).toContainText(/Στην ώρα τους\s*70\s%/);
  await expect(figures).toContainText("105 από 150");
  await expect(figures).toContainText("4′ στους μισούς· 9 στους 10 ως 17′, από 150");
  await expect(figures).toContainText("50 %");
  await figures.locator("summary").filter({ hasText: "Στην ώρα τους" }).click();
  await expect(page.getByText("ξεκίνησαν το πολύ 10′ μετά")).toBeVisible();
  await expect(page.getByRole("table", { name: /ανά μισάωρο/ })).toContainText("9:00");
  await expect(row(page, /8 έως 14 ημέρες.*100 %.*30 από 30/)).toBeVisible();
  await expect(row(page, /19′.*περισσότερο/)).toContainText("▲");
  const weeks = "Πληρότητα ανά εβδομάδα: 3 από 3 εβδομάδες έφτασαν το 80 %.";
  await expect(page.getByRole("img", { name: weeks })).toBeVisible();
  await page.expectAccessible("how it went");
});

test("without seats it says where to enter them; with them it says on which days they were not enough", async () => {
  const page = await openWeeks();
  await expect(crowd(page).getByRole("img", { name: /^Το πολύ 6\s?άτομα/ })).toBeVisible();
  await expect(crowd(page).locator("circle")).toHaveCount(15);
  await crowd(page).getByRole("link", { name: "Πείτε το στο «Το ΚΕΠ μου»" }).press("Enter");
  await page.getByRole("textbox", { name: "Καθίσματα για όσους περιμένουν" }).fill("4");
  await page.getByRole("button", { name: /^Αποθήκευση/ }).press("Enter");
  await expect(page.getByText(/^Αποθηκεύτηκε/)).toBeVisible();
  await page.goto("/offices/9904/how-it-went");
  const tooFew = /^15\s?από τις 15\s?ημέρες πάνω από τα 4\s?καθίσματα, 15′ τη διάμεση ημέρα/;
  await expect(crowd(page).getByRole("img", { name: tooFew })).toBeVisible();
  // Another shape, not only another colour
  await expect(crowd(page).locator(".chart__point--out")).toHaveCount(15);
  await expect(crowd(page).locator("circle")).toHaveCount(0);
});

test("minutes far from the catalogue are proposed with one press, and nothing is saved by it", async () => {
  const page = await openWeeks();
  await page.getByRole("link", { name: "Διόρθωση διαρκειών" }).press("Enter");
  await expect(page.getByText(/Συμπληρώθηκε 1\s?διάρκεια από το «Πώς πήγε»/).first()).toBeVisible();
  expect(page.address()).toMatch(/settings\?tab=services$/);
  await expect(page.locator('input[name="services.signature.minutes"]')).toHaveValue("19");
  expect(page.server.written).toEqual([]);
  await page.getByRole("button", { name: /^Αποθήκευση/ }).press("Enter");
  await expect(page.getByText(/^Αποθηκεύτηκε/)).toBeVisible();
  const { services } = (await page.server.elsewhere("GET", "/api/offices/9904")) as { services: object[] };
  expect(services[0]).toMatchObject({ code: "signature", minutes: 19 });
});

test("the same as tables, which the address keeps, and as a file that another program reads", async () => {
  const page = await openWeeks();
  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  await page.reload();
  await expect(page.getByRole("link", { name: "Πίνακες" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("link", { name: "Εικόνα" })).not.toHaveAttribute("aria-current");
  await expect(row(page, /^8 έως 14 ημέρες\s*100\s*30\s*30$/)).toBeVisible();
  await expect(row(page, /^9:00\s*3\s*3\s*3\s*3\s*3$/)).toBeVisible();
  await expect(row(page, /Αναμονή όσων άργησαν.*λεπτά.*δεν καταγράφηκε/)).toBeVisible();
  await expect(page.getByRole("img")).toHaveCount(0);
  await page.expectAccessible("how it went, as tables");

  const files: Blob[] = [];
  Object.assign(URL, { createObjectURL: (file: Blob) => `#${files.push(file)}`, revokeObjectURL() {} });
  const name = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    expect(this.download).toMatch(/^9904-[\d-]+\.csv$/);
  });
  await page.getByRole("button", { name: "CSV με όλους τους πίνακες" }).press("Enter");
  expect(name).toHaveBeenCalledOnce();
  const lines: string[][] = parse((await files[0]?.text()) as string, { bom: true, delimiter: ";" });
  const cellOf = (row: string, column: string) => lines.find(([, name, of]) => name === row && of === column)?.[3];
  expect(cellOf("8 έως 14 ημέρες", "Ποσοστό %")).toBe("100");
  expect(cellOf("9:00", "Παρ")).toBe("3");
  expect(cellOf("Αναμονή όσων άργησαν", "9 στους 10 ως"), "not recorded, and not zero").toBe("");
});

test("too little recorded: a hint that says so and what to press; no crowd that there was not, and nothing that would be one person's", async () => {
  const page = await openWeeks(HALF);
  await expect(page.getByText("οι αριθμοί είναι ενδεικτικοί")).toBeVisible();
  await expect(page.getByRole("table", { name: /ανά μισάωρο/ })).toHaveCount(0);
  await expect(page.locator(".chart__withheld").first()).toContainText("Δεν δείχνεται κάτω από 80 %");
  await expect(row(page, /Δεν πατήθηκε «Έναρξη».*75.*«Επόμενος» \(K\)/)).toBeVisible();
  await expect(crowd(page)).toContainText("πλήθος που δεν υπήρξε");
  const services = page.getByRole("region", { name: "Πόσο διαρκούν εδώ" });
  await expect(services).toContainText("Δεν δείχνεται με λιγότερες από τρεις θυρίδες");
  await page.expectAccessible("how it went, a hint");
  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  // Said as a table is asked for too
  await expect(services).toContainText("Δεν δείχνεται");
});

test("a clerk has no such link, and is told whose figures they are", async () => {
  const page = await open("an office of a clerk", "/offices/9904/settings");
  await expect(page.getByRole("heading", { name: "Το ΚΕΠ μου" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Πώς πήγε" })).toHaveCount(0);
  await page.goto("/offices/9904/how-it-went");
  await expect(page.getByRole("heading", { name: "Τους αριθμούς βλέπει ο Διαχειριστής Καταστήματος" })).toBeVisible();
});
