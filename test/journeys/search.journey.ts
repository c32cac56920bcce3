import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { formatReference } from "../../src/kit/dates.ts";
import { type Desk, dayWithRoom, signIn as signInByHttp } from "../desk.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth, expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { chooseService, openPlan, writeNotes } from "./person.ts";

const SEARCHES = "**/appointment-searches";

const field = (page: Page) => page.getByRole("searchbox", { name: "Εύρεση προσώπου" });
const people = (page: Page) => page.getByRole("listbox", { name: "Πρόσωπα" });
const person = (page: Page, name: string) => people(page).getByRole("option", { name });
const title = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

/** A visit on a day of its own, that has room. */
async function aVisit(desk: Desk, office: string, weeks: number, who: object): Promise<Appointment> {
  const { date, times } = await dayWithRoom(desk, office, Temporal.Now.plainDateISO("Europe/Athens").add({ weeks }));
  const request = { date, time: times[2]?.time, queue: null, service: "copy-certification", ...who };
  return (await desk.ask("POST", `/api/offices/${office}/appointments`, { body: request, key: randomUUID() })).body;
}

async function seek(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Slash");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(text);
}

test("she finds a person by surname, first name, greeklish, first and last digits and reference", {
  tag: "@proof",
}, async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const who = { lastName: "Μυλοπετροπούλου", firstName: "Καλλιόπη", phone: "6900077123" };
  const { reference } = await aVisit(desk, "9904", 2, who);
  await openPlan(page, "ilias");
  for (const text of [
    "μυλοπετρ",
    "ΚΑΛΛΙΟΠ",
    "kalliopi mylopetro",
    "690 007 712",
    "77 123",
    formatReference(reference),
  ]) {
    await seek(page, text);
    await expect(person(page, "ΜΥΛΟΠΕΤΡΟΠΟΥΛΟΥ Καλλιόπη"), text).toHaveCount(1);
    await expect(people(page).locator("mark").first(), text).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(people(page)).toHaveCount(0);
  }
});

test("written apart, with a short name or by its ΑΦΜ: what answered stands out", { tag: "@proof" }, async ({
  page,
  baseURL,
}) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const business = { name: "Έκπτωση 70% Ε.Ε.", afm: "094259216" };
  const who = { lastName: "Χατζηκαστανίδης", firstName: "Ιωάννης", party: "business", business };
  await aVisit(desk, "9904", 2, who);
  await openPlan(page, "ilias");
  for (const [text, found] of [
    ["χατζη καστανιδης γιαννης", "ΧΑΤΖΗΚΑΣΤΑΝΙΔΗΣ"],
    ["ΑΦΜ 094259216", "094259216"],
    ["70%", "70"],
  ] as const) {
    await seek(page, text);
    await expect(person(page, "ΧΑΤΖΗΚΑΣΤΑΝΙΔΗΣ Ιωάννης"), text).toHaveCount(1);
    await expect(people(page).locator("mark").filter({ hasText: found }), text).toBeVisible();
    await page.keyboard.press("Escape");
  }
});

test("by keyboard only to the next appointment on its day; the name stays out of address and storage", {
  tag: ["@commit", "@proof"],
}, async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const first = await aVisit(desk, "9904", 3, { lastName: "Ανεμομύλου", firstName: "Άρτεμις", phone: "6900077201" });
  await aVisit(desk, "9904", 5, { lastName: "Ανεμομύλου", firstName: "Άρτεμις", phone: "6900077201" });
  await aVisit(desk, "9904", 4, { lastName: "Ανεμομύλος", firstName: "Ζήσης" });
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await openPlan(page, "ilias");
  await seek(page, "ανεμομυλ");
  await expect(people(page).getByRole("option")).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await expect(person(page, "Άρτεμις")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(person(page, "Ζήσης")).toBeFocused();
  await expect(page.getByRole("heading", { name: "ΑΝΕΜΟΜΥΛΟΣ Ζήσης" })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("heading", { name: "Και άλλα προσεχή (1)" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/offices/9904/days/${first.date}?panel=${first.id}`);
  const panel = page.getByRole("region", { name: `Ραντεβού στις ${first.time}` });
  await expect(panel).toBeFocused();
  await expect(panel).toContainText("ΑΝΕΜΟΜΥΛΟΥ Άρτεμις");

  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  const everything = decodeURIComponent([...addresses, stored, page.url(), await page.title()].join("\n"));
  expect(everything).not.toMatch(/ανεμομυλ|ανεμομύλ/i);
});

test("down and Enter that are pressed before anybody is there open the first, as soon as they are", async ({
  page,
  baseURL,
}) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const visit = await aVisit(desk, "9904", 3, { lastName: "Βιαστικοπούλου", firstName: "Άννα" });
  await openPlan(page, "ilias");
  const { promise: isPressed, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(SEARCHES, async (route) => {
    await isPressed;
    await route.continue();
  });
  await seek(page, "βιαστικοπ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(people(page).getByRole("option")).toHaveCount(0);
  letGo();
  await expect(page).toHaveURL(`/offices/9904/days/${visit.date}?panel=${visit.id}`);
  await expect(page.getByRole("region", { name: `Ραντεβού στις ${visit.time}` })).toBeFocused();
});

test("Enter opens today's visit of whoever is late: its time is over, she is awaited", async ({ page, shared }) => {
  const desk = await signInByHttp(shared.url, "rea");
  shared.plants(...VISITS_BY_HAND);
  const visit = await aVisit(desk, "9904", 4, { lastName: "Αργοπορίδου", firstName: "Τασία" });
  const midnight = "date_trunc('day', now() at time zone 'Europe/Athens') at time zone 'Europe/Athens'";
  await shared.sql.query(
    `update appointment set starts_at = ${midnight}, ends_at = ${midnight} + interval '1 minute' where id = $1`,
    [visit.id],
  );
  await openPlan(page, "ilias");
  await seek(page, "αργοποριδ");
  const option = people(page).getByRole("option");
  await expect(option).toHaveCount(1);
  await expect(option).toContainText(/Σήμερα, 00:00, άργησε \d+′/);
  await expect(page.getByText("Κανένα προσεχές")).toHaveCount(0);
  await expect(page.getByText("Σημερινό ραντεβού")).toBeVisible();
  await atEveryWidth(page, "somebody who is late");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`panel=${visit.id}`));
  const arrived = page.getByRole("button", { name: "Προσήλθε", exact: true });
  await expect(arrived).toBeVisible();

  // Given up too soon: by the reference on the slip the visit itself is opened, where it can be taken back.
  await page.keyboard.press("d");
  await expect(arrived).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/panel=/);
  await seek(page, visit.reference);
  await expect(people(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`panel=${visit.id}`));
  await expect(page.getByRole("button", { name: "Αναίρεση τελευταίας ενέργειας" })).toBeVisible();
});

test("Esc brings her back to where she was, and a letter in the list goes on in the field", async ({
  page,
  baseURL,
}) => {
  const desk = await signInByHttp(String(baseURL), "nefeli");
  const visit = await aVisit(desk, "9901", 3, { lastName: "Κωπηλάτης", firstName: "Πέτρος" });
  await openPlan(page, "nefeli", `/offices/9901/days/${visit.date}`);
  const card = page.locator(`[data-appointment="${visit.id}"]`);
  await card.focus();
  await seek(page, "παπα");
  await page.keyboard.press("ArrowDown");
  await expect(people(page).getByRole("option").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(people(page).getByRole("option").first()).toBeFocused();
  await page.keyboard.type("ν");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("παπαν");
  await expect(title(page, "«παπαν»")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toBeFocused();
  await expect(field(page)).toHaveValue("");
});

test("an answer that comes late does not replace a newer one", async ({ page }) => {
  await openPlan(page, "nefeli");
  const { promise: newerIsShown, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(SEARCHES, async (route) => {
    if (route.request().postDataJSON().text === "παπα") await newerIsShown;
    await route.continue().catch(() => {
      // The page gave it up.
    });
  });
  const asked = page.waitForRequest((request) => request.postDataJSON()?.text === "παπα");
  await seek(page, "παπα");
  const late = await asked;
  await page.keyboard.type("νεμου");
  await expect(title(page, "«παπανεμου»")).toBeVisible();
  letGo();
  await (await late.response())?.finished();
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  await expect(title(page, "«παπανεμου»")).toBeVisible();
});

test("a new appointment for somebody found has her names, telephone and e-mail", async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  const who = { lastName: "Σταφυλοπάτη", firstName: "Μυρσίνη", phone: "6900077301", email: "myrsini@example.gr" };
  await aVisit(desk, "9904", 2, who);
  await aVisit(desk, "9904", 3, { lastName: "Σταφυλοπάτης", firstName: "Λουκάς", phone: "6900077302" });
  await openPlan(page, "ilias");
  await seek(page, "stafylopat");
  await page.getByRole("button", { name: "Νέο ραντεβού" }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Σταφυλοπάτη");
  await chooseService(page);
  await expect(page.getByLabel("Όνομα", { exact: true })).toHaveValue("Μυρσίνη");
  await expect(page.getByLabel(/^Τηλέφωνο/).first()).toHaveValue(/690.007.7301/);
  await expect(page.getByLabel(/^E-mail/).first()).toHaveValue("myrsini@example.gr");
  await writeNotes(page, "φέρνει και τη μητέρα της");

  await page.getByRole("heading", { name: "Νέο ραντεβού" }).click();
  await seek(page, "σταφυλοπατης");
  await page.getByRole("button", { name: "Νέο ραντεβού" }).filter({ visible: true }).click();
  await expect(page.getByLabel("Επώνυμο")).not.toHaveValue("Σταφυλοπάτη");
  await expect(page.getByText(/^Πρόχειρο: ΣΤΑΦΥΛΟΠΑΤΗ Μυρσίνη/)).toBeVisible();
  await expectAccessible(page, "a draft for somebody else");
  await page.getByRole("button", { name: /^Συνέχεια: ΣΤΑΦΥΛΟΠΑΤΗ/ }).click();
  await expect(page.getByLabel(/^Σημειώσεις/)).toHaveValue("φέρνει και τη μητέρα της");
});

test("who works at several offices finds the people of all of them, office by office", async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "thaleia");
  const there = await aVisit(desk, "9902", 2, { lastName: "Κοχυλοπούλου", firstName: "Ρόδη", phone: "6900077401" });
  await aVisit(desk, "9901", 2, { lastName: "Κοχυλόπουλος", firstName: "Φοίβος", phone: "6900077402" });
  await openPlan(page, "thaleia");
  await seek(page, "κοχυλοπ");
  const offices = people(page).getByRole("group");
  await expect(offices).toHaveCount(2);
  await expect(offices.nth(0)).toContainText("ΚΟΧΥΛΟΠΟΥΛΟΣ Φοίβος");
  await expect(offices.nth(1)).toContainText("ΚΟΧΥΛΟΠΟΥΛΟΥ Ρόδη");
  await expectAccessible(page, "several offices");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/offices/9902/days/${there.date}?panel=${there.id}`);
});

test("on a phone the person takes the place of the list, and gives it back", async ({ page, baseURL }) => {
  const desk = await signInByHttp(String(baseURL), "rea");
  await aVisit(desk, "9904", 2, { lastName: "Βραχονησίδου", firstName: "Θέκλα", phone: "6900077501" });
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlan(page, "ilias");
  await seek(page, "βραχονησ");
  await expect(person(page, "Θέκλα")).toBeVisible();
  await expectAccessible(page, "people at 320 px");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "ΒΡΑΧΟΝΗΣΙΔΟΥ Θέκλα" })).toBeFocused();
  await expect(people(page)).toBeHidden();
  await expectAccessible(page, "a person at 320 px");
  await page.keyboard.press("Escape");
  await expect(person(page, "Θέκλα")).toBeFocused();
  await person(page, "Θέκλα").click();
  await page.getByRole("button", { name: "Πίσω στα πρόσωπα" }).click();
  await expect(person(page, "Θέκλα")).toBeFocused();
  await page.getByRole("button", { name: "Επιστροφή" }).click();
  await expect(field(page)).toHaveValue("");
  await expect(people(page)).toHaveCount(0);
});

test("people, nobody and too little: each says what to do next, on a phone and at a desk", async ({ page }) => {
  await openPlan(page, "nefeli");
  await seek(page, "papa");
  await expect(title(page, "πρόσωπα για «papa»")).toBeVisible();
  await expect(page.getByText("Η αναζήτηση έγινε και ως «", { exact: false })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Βρέθηκαν" })).toHaveCount(1);
  await atEveryWidth(page, "people");
  await field(page).fill("zzzz");
  await expect(title(page, "Κανείς για «zzzz»")).toBeVisible();
  await field(page).fill("φρφρφρκκ");
  await expect(page.getByText("Δεν βρέθηκε κανείς. Δοκιμάστε λιγότερα γράμματα ή το τηλέφωνο.").first()).toBeVisible();
  await atEveryWidth(page, "nobody");
  await field(page).fill("π");
  await expect(page.getByText("Γράψτε τουλάχιστον 2 γράμματα ή 4 ψηφία.").first()).toBeVisible();
  await atEveryWidth(page, "too little");
});

test("a page pasted into the field, and no connection: a sentence, and the way on", async ({ page }) => {
  await openPlan(page, "nefeli");
  await field(page).fill("α".repeat(5_000));
  await expect(page.getByText("Γράψατε 5000 χαρακτήρες.", { exact: false })).toBeVisible();
  await atEveryWidth(page, "too long");
  await page.getByRole("button", { name: "Καθαρισμός" }).click();
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await page.route(SEARCHES, (route) => route.abort());
  await field(page).fill("παπ");
  await expect(page.getByText("Δεν υπάρχει σύνδεση. Συνεχίστε να γράφετε", { exact: false }).first()).toBeVisible();
  await atEveryWidth(page, "no connection");
  await page.unroute(SEARCHES);
  await expect(title(page, "«παπ»")).toBeVisible();
});
