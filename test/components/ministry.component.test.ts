import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

/** What the ministry's forms say before anything is ruled for all offices */

async function openAt(section: string): Promise<Page> {
  const page = await open("the ministry", `/ministry/${section}`);
  await expect(page.getByRole("navigation", { name: "Τι ρυθμίζετε" })).toBeVisible();
  return page;
}

const dialog = (page: Page) => page.getByRole("dialog");
const row = (page: Page, text: string | RegExp) => page.getByRole("row").filter({ hasText: text });
const reason = (page: Page) => dialog(page).getByRole("textbox", { name: "Αιτιολογία" });
const until = (page: Page) => dialog(page).getByLabel("Έως και ημέρα");
const press = (page: Page, name: string) => page.getByRole("button", { name }).press("Enter");
const answer = (page: Page, name: string) => dialog(page).getByRole("button", { name }).click();

test("a date is what was typed, said in words, or chosen from the calendar; a wrong one is said at the field", async () => {
  const page = await openAt("closures");
  await press(page, "Νέο κλείσιμο");
  const from = dialog(page).getByLabel("Από ημέρα");
  await from.focus();
  await page.keyboard.type("16122030");
  await expect(from).toHaveDescription("Δευτέρα 16 Δεκεμβρίου 2030");
  await page.keyboard.press("Tab");
  await expect(from).toHaveValue("16/12/2030");
  await dialog(page).getByLabel("Από ώρα").fill("930");
  await dialog(page).getByLabel("Από ώρα").press("Tab");
  await expect(dialog(page).getByLabel("Από ώρα")).toHaveValue("09:30");
  await dialog(page).getByRole("button", { name: "Επιλογή από το ημερολόγιο" }).first().press("Enter");
  const calendar = page.getByRole("dialog", { name: "Επιλογή ημέρας" });
  await page.expectAccessible("the calendar of a field");
  await calendar.getByRole("button", { name: /17 Δεκεμβρίου 2030/ }).press("Enter");
  await expect(calendar).toBeHidden();
  await expect(from).toHaveValue("17/12/2030");
  await expect(dialog(page).getByText("Τρίτη 17 Δεκεμβρίου 2030")).toBeVisible();

  await reason(page).press("Enter");
  await expect(dialog(page).getByText("Συμπληρώστε το πεδίο.")).toBeVisible();
  await expect(reason(page)).toBeFocused();
  await page.keyboard.type("Δοκιμή");
  for (const [last, fault] of [
    ["20/03/2040", /^Έως 92\sημέρες κάθε φορά/],
    ["16/12/2030", /^Το «έως» είναι πριν από το «από»/],
  ] as const) {
    await until(page).fill(last);
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByText(fault)).toBeVisible();
    await expect(until(page)).toBeFocused();
  }
  expect(page.server.written.filter((asked) => asked.endsWith("/closures"))).toEqual([]);
});

test("what opens again is seen before a holiday goes; an answer that was lost is asked for again", async () => {
  const page = await openAt("holidays?year=2030");
  const yes = dialog(page).getByRole("button", { name: "Ναι, να αφαιρεθεί" });
  const { promise: isLost, reject: lose } = Promise.withResolvers<void>();
  page.server.answer(/removal-preview/, isLost);
  await press(page, "Αφαίρεση: 25η Μαρτίου");
  await expect(dialog(page).getByRole("button", { name: "Υπολογίζεται…" })).toBeDisabled();
  lose(new TypeError("connection reset"));
  await expect(dialog(page).getByRole("alert")).toHaveText(
    "Δεν υπάρχει σύνδεση με την πλατφόρμα. Δοκιμάστε ξανά σε λίγο.",
  );
  await expect(yes).toHaveCount(0);
  page.server.answerAgain();
  await answer(page, "Δείτε ποιους επηρεάζει");
  await expect(dialog(page).getByText(/^Ανοίγουν ξανά 3\sΚΕΠ/)).toBeVisible();
  await expect(dialog(page).getByText("Πότε: Δευτέρα 25 Μαρτίου 2030.", { exact: true })).toBeVisible();
  await expect(dialog(page).getByText("Δεν υπάρχει κανένα ραντεβού τότε.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Αφαίρεση: 25η Μαρτίου" })).toBeFocused();
  await expect(dialog(page)).toHaveCount(0);

  const closure = { region: null, from: "2030-03-25", to: "2030-03-25", reason: "Απογραφή" };
  await page.server.elsewhere("POST", "/api/ministry/closures", closure);
  await press(page, "Αφαίρεση: 25η Μαρτίου");
  await expect(dialog(page).getByText(/^Δεν ανοίγει κανένα ΚΕΠ/)).toBeVisible();
  await page.expectAccessible("a removal that opens nothing");
  await expect(yes).toBeEnabled();
  await yes.press("Enter");
  await expect(page.getByText("Αφαιρέθηκε η αργία: 25η Μαρτίου")).toBeVisible();
  await page.getByRole("button", { name: "Αναίρεση" }).click();
  await expect(row(page, /Δευτέρα 25 Μαρτίου 2030/)).toBeVisible();
});

test("who is not of the ministry is told so", async () => {
  const page = await open("an office of its head", "/ministry/closures");
  await expect(page.getByRole("heading", { name: "Σελίδα του Υπουργείου" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Υπουργείο" })).toHaveCount(0);
  await page.expectAccessible("not of the ministry");
});
