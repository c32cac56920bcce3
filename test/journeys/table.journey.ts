import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";
import { openPlan } from "./person.ts";
import { queue } from "./queues-page.ts";

const OFFICE = "9904";
let own: OwnPlatform;
let desk: Desk;
let tomorrow: string;

test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  desk = await signInByHttp(own.url, "rea");
  tomorrow = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();
  await book({ lastName: "Ωρίων", firstName: "Ήλιος", time: "09:00", queue: 1, phone: "6944123456", channel: "phone" });
  await book({ lastName: "Άγγελος", firstName: "Φωτεινός", time: "09:10", queue: 2, channel: "email" });
  const business = { party: "business", business: { name: "Ανθέμιο Ε.Ε." } };
  await book({ lastName: "Ζαφείρη", firstName: "Ειρήνη", time: "10:00", queue: 1, email: "z@example.gr", ...business });
  const { id, version } = await book({ lastName: "Θάλασσα", firstName: "Γαλήνη", time: "11:00", queue: 3 });
  await desk.ask("POST", `/api/offices/${OFFICE}/appointments/${id}/cancellation`, {
    body: {},
    version,
    key: randomUUID(),
  });
});
test.afterAll(() => own.close());

async function book(wish: object): Promise<Appointment> {
  const body = { date: tomorrow, service: "copy-certification", ...wish };
  const reply = await desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  expect(reply.status).toBe(201);
  return reply.body;
}

const address = (search = "", date = tomorrow) => `${own.url}/offices/${OFFICE}/days/${date}${search}`;
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

async function openTable(page: Page, search = "", date = tomorrow): Promise<void> {
  await openPlan(page, "ilias", address(`?view=table${search}`, date));
  await expect(page.getByRole("link", { name: "Πίνακας" })).toHaveAttribute("aria-current");
}

test("the whole table by keyboard: switch, rows, menu, details, form, and back where she was", {
  tag: "@proof",
}, async ({ page }) => {
  await openTable(page);
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
  await expect(focused(page)).toHaveAccessibleName(/^Άλλες ενέργειες: Ανθέμιο/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu", { name: /Ανθέμιο/ })).toBeVisible();
  await expectAccessible(page, "menu");
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveAccessibleName(/Μεταφορά σε άλλη ώρα/);
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveAccessibleName(/^Άλλες ενέργειες: Ανθέμιο/);
  await page.keyboard.press("ArrowUp");

  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Ραντεβού στις 09:10/ })).toBeVisible();
  await expect(rowOf(page, /ΑΓΓΕΛΟΣ/).getByRole("link")).toHaveAttribute("aria-current");
  await expectAccessible(page, "details beside the table");
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

test("the menu key opens the row's menu; its history opens with the story of the appointment", async ({ page }) => {
  await openTable(page);
  await names(page).first().getByRole("link").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Ιστορικό αλλαγών" }).press("Enter");
  await expect(focused(page)).toHaveText("Ιστορικό αλλαγών");
  await expect(page.getByRole("listitem").filter({ hasText: "Καταχώριση" })).toBeVisible();
});

test("she sorts by the heads, in the order of the Greek alphabet, and the address keeps it", async ({ page }) => {
  await openTable(page);
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

test("filters by keyboard: boxes, chips, counts, kept from day to day; one for nothing shows the way on", async ({
  page,
}) => {
  await openTable(page);
  await count(page, "4 ραντεβού");
  await page.getByRole("button", { name: "Κατάσταση Όλες" }).press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expectAccessible(page, "filter open");
  await count(page, "3 από 4 ραντεβού");
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveAccessibleName("Κατάσταση Αναμένεται");

  await page.getByRole("button", { name: "Ουρά Όλες" }).press("Enter");
  await page.getByRole("checkbox", { name: /^Ουρά 3/ }).press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Κανένα ραντεβού με αυτά τα φίλτρα" })).toBeVisible();
  await expectAccessible(page, "a filter for nothing");
  await page.getByRole("button", { name: /^Ουρά: 3/ }).press("Enter");
  await count(page, "3 από 4 ραντεβού");

  await page.keyboard.press("]");
  await expect(page.getByText("Κανένα ραντεβού", { exact: false }).first()).toBeVisible();
  await page.keyboard.press("[");
  await expect(page.getByRole("button", { name: /^Κατάσταση: Αναμένεται/ })).toBeVisible();
  await page.getByRole("button", { name: "Καθαρισμός φίλτρων" }).press("Enter");
  await count(page, "4 ραντεβού");
});

test("on the plan the queue filter leaves the other queues out", async ({ page }) => {
  await openTable(page, "&queues=[2]&statuses=[%22served%22]");
  await page.keyboard.press("v");
  await expect(page.getByRole("heading", { name: "Ουρά 2" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ουρά 1" })).toBeHidden();
  await expect(page.getByText("Στο πλάνο ισχύει μόνο το φίλτρο της ουράς")).toBeVisible();
  await expectAccessible(page, "filtered plan");
});

test("nonsense in the address is left out, and said", async ({ page }) => {
  await openTable(page, "&statuses=booked,lost&sort=afm&queues=-1");
  await expect(page.getByText("Η διεύθυνση είχε φίλτρα ή ταξινόμηση που δεν υπάρχουν")).toBeVisible();
  await count(page, "3 από 4 ραντεβού");
  expect(page.url()).not.toMatch(/lost|afm|queues|sort/);
  await expectAccessible(page, "address with nonsense");
  await page.getByRole("button", { name: "Καθαρισμός φίλτρων" }).press("Enter");
  await expect(page.getByText("Η διεύθυνση είχε φίλτρα")).toBeHidden();
});

test("every row says who, how to reach them and what became of it", async ({ page }) => {
  await openTable(page);
  await expect(rowOf(page, /ΩΡΙΩΝ/)).toHaveText(
    /09:00.*ΩΡΙΩΝ Ήλιος.*Ουρά 1.*Αναμένεται.*694\s412\s3456.*Όχι.*Τηλέφωνο/,
  );
  await expect(rowOf(page, /Ανθέμιο/)).toHaveText(/εκπρ. ΖΑΦΕΙΡΗ Ειρήνη.*Δεν δόθηκε.*Ναι/);
  await expect(rowOf(page, /ΘΑΛΑΣΣΑ/)).toHaveText(/Ακυρώθηκε \d\d\/\d\d, \d\d:\d\d/);
  await expectAccessible(page, "cancelled row");
});

test("the next act in one press; who leaves the filter leaves the focus to the next one", async ({ page }) => {
  const running = await openFromNow(own.sql, OFFICE);
  const person = { ...running, channel: "in-person" };
  await book({ ...person, queue: 1, lastName: "Πρώτη", firstName: "Άννα" });
  await book({ ...person, queue: 2, lastName: "Δεύτερη", firstName: "Εύα" });
  await openTable(page, "&statuses=booked", running.date);
  await names(page).first().getByRole("link").focus();
  await page.keyboard.press("p");
  await expect(rowOf(page, /ΠΡΩΤΗ/)).toBeHidden();
  await expect(focused(page)).toHaveText(/ΔΕΥΤΕΡΗ/);
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveAccessibleName(/^Προσήλθε: ΔΕΥΤΕΡΗ/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Κανένα ραντεβού με αυτά τα φίλτρα" })).toBeVisible();
  await expect(focused(page)).toHaveAccessibleName(/^Ουρά/);
});

test("on a narrow screen the rows are cards", async ({ page }) => {
  await openTable(page);
  await expect(rowOf(page, /ΩΡΙΩΝ/)).toBeVisible();
  for (const width of [768, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page, `cards at ${width} px`);
  }
  await page.getByRole("button", { name: /^Υπηρεσία Όλες/ }).click();
  await expectAccessible(page, "filter at 320 px");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Άλλες ενέργειες: ΩΡΙΩΝ/ }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page, "menu at 320 px");
  await page.keyboard.press("Escape");
  await page.goto(address("?view=table&statuses=served"));
  await expect(page.getByRole("heading", { name: "Κανένα ραντεβού με αυτά τα φίλτρα" })).toBeVisible();
  await expectAccessible(page, "a filter for nothing at 320 px");
});

test("paper gets a sentence and nobody's name", async ({ page }) => {
  await openTable(page);
  await expect(rowOf(page, /ΩΡΙΩΝ/)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Αυτή η σελίδα δεν εκτυπώνεται")).toBeVisible();
  await expect(page.getByText(/ΩΡΙΩΝ|694/).filter({ visible: true })).toHaveCount(0);
});

test("so it is on every page, whatever is open over it, and on any that comes", async ({ page }) => {
  const expectOnlySentence = async (person: RegExp) => {
    await expect(page.getByText(person).first()).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("Αυτή η σελίδα δεν εκτυπώνεται")).toBeVisible();
    const sentence = /^\s*Αυτή η σελίδα δεν εκτυπώνεται\s+Τυπώνεται μόνο ο κατάλογος[^\n]*\s*$/;
    await expect(page.locator("body")).toHaveText(sentence, { useInnerText: true });
    await page.emulateMedia({ media: "screen" });
  };
  await openPlan(page, "rea", address());
  const closing = `queue=1&date=${tomorrow}&from=09:00&to=12:00`;
  await page.goto(`${own.url}/offices/${OFFICE}/exceptions/new?${closing}`);
  await expect(page.getByRole("heading", { name: /^Επηρεάζονται/ })).toBeVisible();
  await expectOnlySentence(/ΩΡΙΩΝ/);

  await page.goto(`${own.url}/offices/${OFFICE}/queues`);
  await queue(page, "Ουρά 2").getByRole("switch").click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: /^Επηρεάζ/ })).toBeVisible();
  await expectOnlySentence(/ΑΓΓΕΛΟΣ/);

  await page.goto(`${own.url}/offices/${OFFICE}/diary`);
  await page.getByLabel("Κελιά του ημερολογίου").fill("1/12/2027;9:30;Μελισσά Ζωή");
  await page.keyboard.press("Control+Enter");
  await expectOnlySentence(/ΜΕΛΙΣΣΑ/);

  // A page and a dialog of tomorrow's release, whose makers did not think of paper.
  await page.evaluate(() => {
    for (const parent of [document.body, document.querySelector("#app") as Element]) {
      const added = document.createElement("section");
      added.style.display = "grid";
      added.innerHTML = "<h1>Νέα σελίδα</h1><p>ΝΕΡΑΤΖΗ Δέσποινα</p>";
      parent.append(added);
    }
  });
  await expectOnlySentence(/ΝΕΡΑΤΖΗ/);
});
