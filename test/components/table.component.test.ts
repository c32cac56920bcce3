import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

const openTable = async (search = "", date = "2026-11-25"): Promise<Page> => {
  const page = await open("four appointments", `/offices/9904/days/${date}?view=table${search}`);
  await expect(page.getByRole("link", { name: "Πίνακας" })).toHaveAttribute("aria-current");
  return page;
};

const table = (page: Page) => page.getByRole("table");
const names = (page: Page) => table(page).getByRole("rowheader");
const rowOf = (page: Page, name: RegExp) => page.getByRole("row").filter({ hasText: name });
const focused = (page: Page) => page.locator(":focus");
const count = (page: Page, words: string) =>
  expect(
    page
      .getByRole("status")
      .filter({ hasText: /^\d.*ραντεβού$/ })
      .first(),
  ).toHaveText(words);

test("the whole table by keyboard: switch, rows, menu, details, form, and back where she was", async () => {
  const page = await openTable();
  await page.getByRole("link", { name: "Πλάνο ημέρας" }).focus();
  await page.keyboard.press("v");
  await expect(page.getByRole("region", { name: "Πλάνο ημέρας" })).toBeVisible();
  await page.locator("[data-appointment]").first().focus();
  await page.keyboard.press("v");
  await expect(table(page)).toBeVisible();
  await expect(focused(page)).toHaveText(/ΩΡΙΩΝ Ήλιος/);

  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveText(/ΑΓΓΕΛΟΣ Φωτεινός/);
  await page.keyboard.press("End");
  await expect(focused(page)).toHaveText(/ΘΑΛΑΣΣΑ Γαλήνη.*Ακυρώθηκε/);
  await page.keyboard.press("ArrowUp");
  await expect(focused(page)).toHaveText(/Ανθέμιο Ε.Ε. εκπρ. ΖΑΦΕΙΡΗ Ειρήνη/);

  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveName(/^Άλλες ενέργειες: Ανθέμιο/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu", { name: /Ανθέμιο/ })).toBeVisible();
  await page.expectAccessible("menu");
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveName(/Μεταφορά σε άλλη ώρα/);
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveName(/^Άλλες ενέργειες: Ανθέμιο/);
  await page.keyboard.press("ArrowUp");

  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Ραντεβού στις 09:10/ })).toBeVisible();
  await expect(rowOf(page, /ΑΓΓΕΛΟΣ/).getByRole("link")).toHaveAttribute("aria-current");
  await page.expectAccessible("details beside the table");
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveText(/ΑΓΓΕΛΟΣ/);

  await page.keyboard.press("e");
  await expect(page.getByLabel("Επώνυμο", { exact: true })).toHaveValue("Άγγελος");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveText(/ΑΓΓΕΛΟΣ/);
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
  await expect(table(page)).toBeVisible();
});

test("the menu key opens the row's menu; its history opens with the story of the appointment", async () => {
  const page = await openTable();
  await names(page).first().getByRole("link").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Ιστορικό αλλαγών" }).press("Enter");
  await expect(focused(page)).toHaveText("Ιστορικό αλλαγών");
  await expect(page.getByRole("listitem").filter({ hasText: "Καταχώριση" })).toBeVisible();
});

test("she sorts by the heads, in the order of the Greek alphabet, and the address keeps it", async () => {
  const page = await openTable();
  await expect(names(page)).toHaveText([/ΩΡΙΩΝ/, /ΑΓΓΕΛΟΣ/, /Ανθέμιο/, /ΘΑΛΑΣΣΑ/]);
  const head = page.getByRole("columnheader", { name: "Επώνυμο και όνομα" });
  await head.getByRole("button").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(names(page)).toHaveText([/ΑΓΓΕΛΟΣ/, /Ανθέμιο/, /ΘΑΛΑΣΣΑ/, /ΩΡΙΩΝ/]);
  await head.getByRole("button").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await page.reload();
  await expect(names(page)).toHaveText([/ΩΡΙΩΝ/, /ΘΑΛΑΣΣΑ/, /Ανθέμιο/, /ΑΓΓΕΛΟΣ/]);
});

test("filters by keyboard: boxes, chips, counts, kept from day to day; one for nothing shows the way on", async () => {
  const page = await openTable();
  await count(page, "4 ραντεβού");
  await page.getByRole("button", { name: "Κατάσταση Όλες" }).press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.expectAccessible("filter open");
  await count(page, "3 από 4 ραντεβού");
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveName("Κατάσταση Αναμένεται");

  await page.getByRole("button", { name: "Ουρά Όλες" }).press("Enter");
  await page.getByRole("checkbox", { name: /^Ουρά 3/ }).press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Κανένα ραντεβού με αυτά τα φίλτρα" })).toBeVisible();
  await page.expectAccessible("a filter for nothing");
  await page.getByRole("button", { name: /^Ουρά: 3/ }).press("Enter");
  await count(page, "3 από 4 ραντεβού");

  await page.keyboard.press("]");
  await expect(page.getByText("Κανένα ραντεβού").first()).toBeVisible();
  await page.keyboard.press("[");
  await expect(page.getByRole("button", { name: /^Κατάσταση: Αναμένεται/ })).toBeVisible();
  await page.getByRole("button", { name: "Καθαρισμός φίλτρων" }).press("Enter");
  await count(page, "4 ραντεβού");
});

test("on the plan the queue filter leaves the other queues out", async () => {
  const page = await openTable("&queues=[2]&statuses=[%22served%22]");
  await page.keyboard.press("v");
  await expect(page.getByRole("heading", { name: "Ουρά 2" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ουρά 1" })).toBeHidden();
  await expect(page.getByText("Στο πλάνο ισχύει μόνο το φίλτρο της ουράς")).toBeVisible();
  await page.expectAccessible("filtered plan");
});

test("nonsense in the address is left out, and said", async () => {
  const page = await openTable("&statuses=booked,lost&sort=afm&queues=-1");
  await expect(page.getByText("Η διεύθυνση είχε φίλτρα ή ταξινόμηση που δεν υπάρχουν")).toBeVisible();
  await count(page, "3 από 4 ραντεβού");
  expect(page.address()).not.toMatch(/lost|afm|queues|sort/);
  await page.expectAccessible("address with nonsense");
  await page.getByRole("button", { name: "Καθαρισμός φίλτρων" }).press("Enter");
  await expect(page.getByText("Η διεύθυνση είχε φίλτρα")).toBeHidden();
});

test("every row says who, how to reach them and what became of it", async () => {
  const page = await openTable();
  await expect(rowOf(page, /ΩΡΙΩΝ/)).toHaveText(
    /09:00.*ΩΡΙΩΝ Ήλιος.*Ουρά 1.*Αναμένεται.*694\s412\s3456.*Όχι.*Τηλέφωνο/,
  );
  await expect(rowOf(page, /Ανθέμιο/)).toHaveText(/εκπρ. ΖΑΦΕΙΡΗ Ειρήνη.*Δεν δόθηκε.*Ναι/);
  await expect(rowOf(page, /ΘΑΛΑΣΣΑ/)).toHaveText(/Ακυρώθηκε 24\/11, 10:42/);
  await page.expectAccessible("cancelled row");
});

test("the next act in one press; who leaves the filter leaves the focus to the next one", async () => {
  const page = await open("two who may come now", "/offices/9904/days/2026-11-24?view=table&statuses=booked");
  await names(page).first().getByRole("link").focus();
  await page.keyboard.press("p");
  await expect(rowOf(page, /ΠΡΩΤΗ/)).toBeHidden();
  await expect(focused(page)).toHaveText(/ΔΕΥΤΕΡΗ/);
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveName(/^Προσήλθε: ΔΕΥΤΕΡΗ/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Κανένα ραντεβού με αυτά τα φίλτρα" })).toBeVisible();
  await expect(focused(page)).toHaveName(/^Ουρά/);
});

test("a menu stands open while a colleague acts: what can't be chosen any more stays in its place, greyed, and does nothing; what can be now is put below", async () => {
  const { page, choices, visit } = await openFirstMenu();
  const words = choices.texts();
  await page.server.elsewhere("POST", `${APPOINTMENTS}/${visit.id}/cancellation`, {}, visit.version);
  await heardOf(page, visit.id);
  const edit = choices.first();
  await expect(edit).toHaveAttribute("aria-disabled", "true");
  await expect(choices).toHaveCount(words.length + 1);
  expect(choices.texts().slice(0, words.length)).toEqual(words);
  await page.expectAccessible("a menu of which some can't be chosen any more");
  const address = page.address();
  // Meant for the choice that is greyed: it is for no other one.
  await page.keyboard.press("Enter");
  await edit.click();
  await page.keyboard.press("e");
  await expect(edit).toBeVisible();
  expect(page.address()).toBe(address);
  await page.keyboard.press("ArrowDown");
  await expect(choices.filter({ hasText: "Ιστορικό" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(choices).toHaveCount(0);
});

test("where its label comes to name somebody else it is another menu, with the focus on its first choice", async () => {
  const { page, choices, visit } = await openFirstMenu();
  const before = page.getByRole("menu", { name: /ΩΡΙΩΝ/ });
  await page.keyboard.press("ArrowDown");
  await expect(before).toBeVisible();
  await page.server.elsewhere("PATCH", `${APPOINTMENTS}/${visit.id}`, { lastName: "Αλλων" }, visit.version);
  await heardOf(page, visit.id);
  await expect(page.getByRole("menu", { name: /ΑΛΛΩΝ/ })).toBeVisible();
  await expect(before).toHaveCount(0);
  await expect(choices.first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(choices).toHaveCount(0);
});

const APPOINTMENTS = "/api/offices/9904/appointments";

async function openFirstMenu() {
  const page = await openTable();
  const choices = page.getByRole("menuitem");
  await page.getByRole("button", { name: /^Άλλες ενέργειες: ΩΡΙΩΝ/ }).press("Enter");
  await expect(choices.first()).toBeFocused();
  const day = await page.server.elsewhere("GET", "/api/offices/9904/days/2026-11-25");
  const [visit] = (day as { appointments: { id: string; version: number }[] }).appointments;
  return { page, choices, visit: visit as { id: string; version: number } };
}

const heardOf = (page: Page, appointment: string) =>
  page.hear("change", { dates: ["2026-11-25"], appointment, by: null });
