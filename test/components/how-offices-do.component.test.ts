import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

/** «Πώς πάνε τα ΚΕΠ»: what the ministry reads of weeks that are over. */
const PAGE = "/ministry/how-offices-do";
const openOffices = async (address = PAGE): Promise<Page> => {
  const page = await open("twelve offices of which one is far out", address);
  await expect(page.getByRole("heading", { name: /Πώς πάνε τα ΚΕΠ$/ })).toBeVisible();
  return page;
};

const outside = (page: Page) => page.getByRole("region", { name: "Έξω από τα όρια, με αλφαβητική σειρά" });
const row = (page: Page, words: RegExp) => page.getByRole("row").filter({ hasText: words });
const weeks = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Πόσες κλειστές εβδομάδες" }).getByRole("link", { name, exact: true });

test("the ministry sees by keyboard who records, who is out of bounds, a region and one of its offices", async () => {
  const page = await open("twelve offices of which one is far out", "/ministry");
  await page.getByRole("link", { name: "Πώς πάνε τα ΚΕΠ" }).press("Enter");
  await expect(page.getByText(/τα 12 μετρούν στις συγκρίσεις/)).toBeVisible();
  await expect(outside(page).getByRole("row")).toHaveCount(2);
  await expect(row(page, /ΚΕΠ Σύγκρισης 5.*66 %.*▼ κάτω από τα όρια.*528 από 800.*84 %/)).toBeVisible();
  await expect(page.getByRole("img", { name: /11 από τα 12 είναι μέσα στα όρια.*ΚΕΠ Σύγκρισης 5/ })).toBeVisible();
  await expect(row(page, /^Κρήτης\s*10/)).toBeVisible();
  await page.expectAccessible("how the offices do");

  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  await expect(row(page, /ΚΕΠ χωρίς όνομα, 11.*82.*656.*800.*μέσα στα όρια/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("table", { name: /ανά εβδομάδα/ })).toContainText("δεν καταγράφηκε");
  await page.expectAccessible("how the offices do, as tables");
  await page.getByRole("link", { name: "Δεν προσήλθαν" }).press("Enter");
  await expect(page.getByText("Κανένα ΚΕΠ της ομάδας δεν είναι έξω από τα όρια.").first()).toBeVisible();

  await page.getByRole("link", { name: "Κρήτης", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { name: "Τα ΚΕΠ της περιφέρειας Κρήτης" })).toBeVisible();
  await page.expectAccessible("the offices of a region");
  await page.getByRole("link", { name: "ΚΕΠ Σύγκρισης 5" }).press("Enter");
  await expect(page.getByRole("heading", { name: "ΚΕΠ Σύγκρισης 5" })).toBeVisible();
  await expect(page.getByText("528 από 800")).toBeVisible();
  await page.expectAccessible("an office, as its head sees it");
});

test("the regions stand as tiles beside their table; where nothing is free, or nobody looked, it says so", async () => {
  const page = await openOffices();
  const tiles = page.getByRole("region", { name: /Οι περιφέρειες/ });
  await expect(tiles.getByRole("link", { name: "Κρήτης 1 ημέρα" })).toBeVisible();
  await tiles.getByRole("link", { name: "Ηπείρου ▲ πάνω από 9 εβδομάδες" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Τα ΚΕΠ της περιφέρειας Ηπείρου" })).toBeVisible();
  await expect(page.getByRole("link", { name: "ΚΕΠ Σύγκρισης 12" })).toBeVisible();
});

test("how many closed weeks is chosen and kept in the address, the file and the offices; a wrong address says so", async () => {
  const page = await openOffices();
  await expect(weeks(page, "8 εβδομάδες")).toHaveAttribute("aria-current", "page");
  await expect(outside(page)).toContainText("528 από 800");
  await weeks(page, "4 εβδομάδες").press("Enter");
  expect(page.address()).toMatch(/weeks=4/);
  // Eight days are too few.
  await expect(page.getByRole("heading", { name: "Κανένα ΚΕΠ δεν μετρά ακόμη" })).toBeVisible();
  await page.reload();
  await expect(weeks(page, "4 εβδομάδες")).toHaveAttribute("aria-current", "page");
  await page.goto(`${PAGE}?weeks=6`);
  await expect(outside(page)).toContainText("396 από 600");
  await expect(page.getByRole("link", { name: "Όλα τα ΚΕΠ (CSV)" })).toHaveAttribute("href", /weeks=6$/);
  await outside(page).getByRole("link", { name: "ΚΕΠ Σύγκρισης 5" }).press("Enter");
  await expect(page.getByText("396 από 600")).toBeVisible();
  await expect(weeks(page, "6 εβδομάδες")).toHaveAttribute("aria-current", "page");
  for (const wrong of ["27", "3", "οκτώ", "-8", "8.5"]) {
    await page.goto(`${PAGE}?weeks=${encodeURIComponent(wrong)}`);
    await expect(page.getByText(`Η διεύθυνση ζητά «${wrong}» εβδομάδες. Γίνονται από 4 έως 26`)).toBeVisible();
    await expect(outside(page)).toContainText("528 από 800");
  }
  await page.expectAccessible("a number of weeks that there is not");
});

test("where nothing was counted it says so and what to do; elsewhere it is nobody's; a lost connection is told", async () => {
  const page = await open("an office of the ministry", PAGE);
  await expect(page.getByRole("heading", { name: "Κανένα ΚΕΠ δεν μετρά ακόμη" })).toBeVisible();
  await expect(page.getByText("Δεν καταγράφηκε ακόμη καμία εβδομάδα")).toBeVisible();
  await page.expectAccessible("nothing was counted");
  await page.goto(`${PAGE}?region=${encodeURIComponent("Πουθενά")}`);
  await expect(page.getByRole("heading", { name: "Δεν υπάρχει ΚΕΠ σε περιφέρεια με αυτό το όνομα" })).toBeVisible();
  page.server.answer(/how-offices-do/, "unheard");
  await page.goto(`${PAGE}?weeks=5`);
  await expect(page.getByRole("alert").filter({ hasText: "Δεν υπάρχει σύνδεση" })).toBeVisible();
});

test("a head has no such page", async () => {
  const page = await open("an office of its head", PAGE);
  await expect(page.getByRole("heading", { name: "Σελίδα του Υπουργείου" })).toBeVisible();
});
