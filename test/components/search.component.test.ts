import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

/** People who are looked for by whatever is known of them */
const SEARCHES = /appointment-searches$/;

const field = (page: Page) => page.getByRole("searchbox", { name: "Εύρεση προσώπου" });
const people = (page: Page) => page.getByRole("listbox", { name: "Πρόσωπα" });
const found = (page: Page) => people(page).getByRole("option");
const title = (page: Page, name: string | RegExp) => page.locator("h1").filter({ hasText: name });
const newFor = (page: Page) => page.getByRole("region", { name: /./ }).getByRole("button", { name: "Νέο ραντεβού" });

async function openPlan(date = "2026-11-24"): Promise<Page> {
  const page = await open("whom to find", `/offices/9904/days/${date}`);
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  return page;
}

async function seek(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Slash");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(text);
}

test("by whatever is known of them, in any spelling: what answered stands out", async () => {
  const page = await openPlan();
  for (const [text, name, mark] of [
    ["μυλοπετρ", "ΜΥΛΟΠΕΤΡΟΠΟΥΛΟΥ Καλλιόπη", "ΜΥΛΟΠΕΤΡ"],
    ["kalliopi mylopetro", "ΜΥΛΟΠΕΤΡΟΠΟΥΛΟΥ Καλλιόπη", "Καλλιόπη"],
    ["690 007 712", "ΜΥΛΟΠΕΤΡΟΠΟΥΛΟΥ Καλλιόπη", "690"],
    ["77 123", "ΜΥΛΟΠΕΤΡΟΠΟΥΛΟΥ Καλλιόπη", /7\s?123/],
    ["χατζη καστανιδης γιαννης", "ΧΑΤΖΗΚΑΣΤΑΝΙΔΗΣ Ιωάννης", "ΧΑΤΖΗΚΑΣΤΑΝΙΔΗΣ"],
    ["ΑΦΜ 094259216", "ΧΑΤΖΗΚΑΣΤΑΝΙΔΗΣ Ιωάννης", "094259216"],
    ["70%", "ΧΑΤΖΗΚΑΣΤΑΝΙΔΗΣ Ιωάννης", "70"],
  ] as const) {
    await seek(page, text);
    await expect(found(page)).toHaveCount(1);
    await expect(found(page)).toContainText(name);
    await expect(people(page).locator("mark").filter({ hasText: mark }).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(people(page)).toHaveCount(0);
  }
});

test("down and Enter that are pressed before anybody is there open the first, as soon as they are", async () => {
  const page = await openPlan();
  const { promise: isPressed, resolve: letGo } = Promise.withResolvers<void>();
  page.server.answer(SEARCHES, isPressed);
  await seek(page, "μυλοπετρ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.letPass(1_000);
  await expect(found(page)).toHaveCount(0);
  letGo();
  await expect(page.getByRole("region", { name: "Ραντεβού στις 09:00" })).toBeFocused();
  expect(page.address()).toMatch(/days\/2026-12-08\?panel=/);
});

test("Enter opens today's visit of whoever is late: its time is over, she is awaited; given up, it is found by its reference", async () => {
  const page = await openPlan();
  await seek(page, "αργοποριδ");
  await expect(found(page)).toHaveText(/Σήμερα, 09:00, άργησε \d+′/);
  await expect(page.getByText("Κανένα προσεχές")).toHaveCount(0);
  await expect(page.getByText("Σημερινό ραντεβού")).toBeVisible();
  await page.expectAccessible("somebody who is late");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const arrived = page.getByRole("button", { name: "Προσήλθε", exact: true });
  await expect(arrived).toBeVisible();
  const visit = new URLSearchParams(page.address().split("?")[1]).get("panel");
  await page.keyboard.press("d");
  await expect(arrived).toHaveCount(0);
  await page.keyboard.press("Escape");
  expect(page.address()).not.toContain("panel=");
  const { reference } = (await page.server.elsewhere("GET", `/api/offices/9904/appointments/${visit}`)) as {
    reference: string;
  };
  await seek(page, reference);
  await expect(found(page)).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Αναίρεση τελευταίας ενέργειας" })).toBeVisible();
  expect(page.address()).toContain(`panel=${visit}`);
});

test("Esc brings her back to where she was, and a letter in the list goes on in the field", async () => {
  const page = await openPlan("2026-12-08");
  const card = page.locator("[data-appointment]").first();
  await card.focus();
  await seek(page, "παπα");
  await page.keyboard.press("ArrowDown");
  await expect(found(page).first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(found(page).first()).toBeFocused();
  await page.keyboard.type("ν");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("παπαν");
  await expect(title(page, "«παπαν»")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toBeFocused();
  await expect(field(page)).toHaveValue("");
});

test("an answer that comes late does not replace a newer one", async () => {
  const page = await openPlan();
  const { promise: newerIsShown, resolve: letGo } = Promise.withResolvers<void>();
  page.server.answer(SEARCHES, newerIsShown);
  await seek(page, "παπα");
  await page.letPass(1_000);
  page.server.answerAgain();
  await page.keyboard.type("νεμου");
  await expect(title(page, "«παπανεμου»")).toBeVisible();
  letGo();
  await page.letPass(1_000);
  await expect(title(page, "«παπανεμου»")).toBeVisible();
});

test("a new appointment for somebody found has her names, telephone and e-mail; of two, the first waits as a draft", async () => {
  const page = await openPlan();
  await seek(page, "stafylopat");
  await newFor(page).click();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Σταφυλοπάτη");
  await page.keyboard.press("1");
  await expect(page.getByLabel("Όνομα", { exact: true })).toHaveValue("Μυρσίνη");
  await expect(page.getByLabel(/^Τηλέφωνο/).first()).toHaveValue(/690.007.7301/);
  await expect(page.getByLabel(/^E-mail/).first()).toHaveValue("myrsini@example.gr");
  await page.getByRole("button", { name: "Σημειώσεις" }).click();
  await page.getByLabel("Σημειώσεις").fill("φέρνει και τη μητέρα της");

  await page.getByRole("heading", { name: "Νέο ραντεβού" }).click();
  await page.getByRole("button", { name: "Νέο ραντεβού" }).first().focus();
  await seek(page, "σταφυλοπατης");
  await newFor(page).click();
  await expect(page.getByText(/^Πρόχειρο: ΣΤΑΦΥΛΟΠΑΤΗ Μυρσίνη/)).toBeVisible();
  await expect(page.getByLabel("Επώνυμο")).not.toHaveValue("Σταφυλοπάτη");
  await page.expectAccessible("a draft for somebody else");
  await page.getByRole("button", { name: /^Συνέχεια: ΣΤΑΦΥΛΟΠΑΤΗ/ }).click();
  await expect(page.getByLabel(/^Σημειώσεις/)).toHaveValue("φέρνει και τη μητέρα της");
});

test("who works at several offices finds the people of all of them, office by office", async () => {
  const page = await openPlan();
  await seek(page, "παπανεμ");
  const offices = people(page).getByRole("group");
  await expect(offices).toHaveCount(2);
  await expect(offices.nth(0)).toContainText("ΠΑΠΑΝΕΜΟΥ Άννα");
  await expect(offices.nth(1)).toContainText("ΠΑΠΑΝΕΜΟΥ Ρόδη");
  await page.expectAccessible("several offices");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Ραντεβού στις 09:00" })).toBeVisible();
  expect(page.address()).toMatch(/^\/offices\/9905\/days\/2026-12-11\?panel=/);
});

test("people, nobody, too little, too much and no connection: each says what to do next", async () => {
  const page = await openPlan();
  await seek(page, "papa");
  await expect(title(page, "πρόσωπα για «papa»")).toBeVisible();
  await expect(page.getByText("Η αναζήτηση έγινε και ως «").first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Βρέθηκαν" })).toHaveCount(1);
  for (const [text, says] of [
    ["zzzz", "Κανείς για «zzzz»"],
    ["φρφρφρκκ", "Δεν βρέθηκε κανείς. Δοκιμάστε λιγότερα γράμματα ή το τηλέφωνο."],
    ["π", "Γράψτε τουλάχιστον 2 γράμματα ή 4 ψηφία."],
    ["α".repeat(5_000), "Γράψατε 5000 χαρακτήρες."],
  ] as const) {
    await field(page).fill(text);
    await expect(page.getByText(says).first()).toBeVisible();
    await page.expectAccessible(says);
  }
  await page.getByRole("button", { name: "Καθαρισμός" }).click();
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  page.server.answer(SEARCHES, "unheard");
  await field(page).fill("παπ");
  await expect(page.getByText("Δεν υπάρχει σύνδεση. Συνεχίστε να γράφετε").first()).toBeVisible();
  await page.expectAccessible("no connection");
  page.server.answerAgain();
  await expect(title(page, "«παπ»")).toBeVisible();
});
