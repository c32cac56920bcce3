import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

/** What a clerk at the counter does with keys and presses on the plan of today */
const openCounter = async (scene = "at the counter"): Promise<Page> => {
  const page = await open(scene, "/offices/9904/days/2026-11-24");
  await expect(page.getByRole("button", { name: /Χωρίς ραντεβού/ })).toBeVisible();
  return page;
};

const focused = (page: Page) => page.locator(":focus");
const card = (page: Page, name: RegExp) => page.locator("[data-appointment]").filter({ hasText: name });
const queue = (page: Page, number: number) => page.getByRole("radio", { name: new RegExp(`Ουρά ${number}`) }).first();
const submit = (page: Page) => page.getByRole("button", { name: /^Καταχώριση και προσέλευση, τώρα στις/ });

/** «Χωρίς ραντεβού» with a name: the service is chosen, then the panel. */
async function walkInWithName(page: Page): Promise<void> {
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "Χωρίς ραντεβού" });
  await expect(dialog.getByRole("group", { name: "Υπηρεσία" }).locator(":checked")).toBeFocused();
  await dialog.getByRole("radio", { name: /^Με όνομα/ }).click();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
}

test("one key each on the focused card, back again too, and a key that can't act says why", async () => {
  const page = await openCounter();
  const first = card(page, /ΠΡΩΤΗ/);
  await first.focus();
  await page.keyboard.press("o");
  await expect(page.getByText("Πρώτα «Προσήλθε» (P).")).toBeVisible();
  await page.keyboard.press("d");
  await expect(page.getByText(/«Δεν προσήλθε»: γίνεται από τις/)).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("Η τελευταία ενέργεια είναι η καταχώριση.")).toBeVisible();
  expect(page.server.written.filter((asked) => asked.includes("appointments"))).toEqual([]);
  await page.expectAccessible("why not");
  for (const [key, words] of [
    ["p", "Προσήλθε"],
    ["s", "Εξυπηρετείται"],
    ["o", "Εξυπηρετήθηκε"],
    ["u", "Εξυπηρετείται"],
    ["u", "Προσήλθε"],
    ["u", "Αναμένεται"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(first).toContainText(words);
    await expect(first).toBeFocused();
    await page.letPass(500);
  }
});

test("in the open panel too, unless she is typing", async () => {
  const page = await openCounter();
  await card(page, /ΠΡΩΤΗ/).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Ραντεβού στις 10:40" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ακύρωση ραντεβού…" })).toBeVisible();
  await page.letPass(500);
  await expect(page.locator(".panel")).toBeFocused();
  await page.keyboard.press("p");
  await expect(page.getByText(/Προσήλθε στις/)).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "Ακύρωση ραντεβού…" })).toBeVisible();
  const { length } = page.server.written;
  await page.keyboard.press("e");
  await page.getByLabel("Επώνυμο").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("psodux");
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Πρώτηpsodux");
  expect(page.server.written.slice(length).filter((asked) => /appointments\/.*\//.test(asked))).toEqual([]);
});

test("ten minutes after the hour «Δεν προσήλθε» is one key, and can be taken back", async () => {
  const page = await openCounter();
  await card(page, /ΑΦΑΝΤΗ/).focus();
  await page.keyboard.press("d");
  await expect(page.getByText("Δεν προσήλθε: ΑΦΑΝΤΗ Ζωή")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκε: ΑΦΑΝΤΗ Ζωή")).toBeVisible();
  await expect(card(page, /ΑΦΑΝΤΗ/)).toContainText("Αναμένεται");
});

test("taken back before it is answered: the act on its way, and not the one before", async () => {
  const page = await openCounter();
  await card(page, /ΠΡΩΤΗ/).focus();
  await page.keyboard.press("p");
  await expect(page.getByText("Προσήλθε: ΠΡΩΤΗ Άννα")).toBeVisible();
  const { promise, resolve } = Promise.withResolvers<void>();
  page.server.answer(/arrival$/, promise);
  await card(page, /ΔΕΥΤΕΡΗ/).focus();
  await page.keyboard.press("p");
  await page.keyboard.press("Control+z");
  resolve();
  await expect(page.getByText("Αναιρέθηκε: ΔΕΥΤΕΡΗ Εύα")).toBeVisible();
  await expect(card(page, /ΠΡΩΤΗ/)).toContainText("Προσήλθε");
  await expect(card(page, /ΔΕΥΤΕΡΗ/)).toContainText("Αναμένεται");
});

test("keys faster than their answers: each comes in its turn, and pressed twice it is done once", async () => {
  const page = await openCounter();
  const { promise, resolve } = Promise.withResolvers<void>();
  page.server.answer(new RegExp(`${card(page, /ΠΡΩΤΗ/).all()[0]?.dataset.appointment}/arrival$`), promise);
  await card(page, /ΠΡΩΤΗ/).focus();
  for (const key of ["p", "p", "s", "s"]) await page.keyboard.press(key);
  await card(page, /ΔΕΥΤΕΡΗ/).focus();
  await page.keyboard.press("p");
  await page.letPass(500);
  resolve();
  await expect(page.getByText("Προσήλθε: ΔΕΥΤΕΡΗ Εύα")).toBeVisible();
  await expect(card(page, /ΠΡΩΤΗ/)).toContainText("Εξυπηρετείται");
  const acts = page.server.written.filter((asked) => asked.includes("appointments/"));
  expect(acts.map((asked) => asked.replace(/.*\//, ""))).toEqual(["arrival", "arrival", "service-start"]);
  await expect(page.getByRole("alert").first()).toHaveText("");
});

test("arrows act from a card's button as well", async () => {
  const page = await openCounter();
  await page.getByRole("button", { name: /^Προσήλθε: .*ΠΡΩΤΗ/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[id^=cell-2-]:focus")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("[id^=cell-1-]:focus")).toBeVisible();
});

test("after a cancellation by keyboard she stands on the freed time", async () => {
  const page = await open("four appointments", "/offices/9904/days/2026-11-25");
  await card(page, /ΑΓΓΕΛΟΣ/).focus();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("button", { name: "Όχι, να μείνει" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/είναι ξανά ελεύθερη/)).toBeVisible();
  await expect(focused(page)).toHaveName(/^09:10 ελεύθερη, .*Ουρά 2/);
});

test("without an appointment: her service, two names, and she is booked and here; taken back step by step", async () => {
  const page = await openCounter("four appointments");
  const cells = page.locator("[id^=cell-2-]");
  await cells.first().focus();
  await page.keyboard.press("End");
  await expect(cells.last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(cells.first()).toBeFocused();
  await walkInWithName(page);
  await expect(page.getByRole("heading", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Αυτοπροσώπως" })).toBeChecked();
  await expect(queue(page, 2)).toBeChecked();
  // The service was chosen before, in the dialog.
  await expect(page.getByLabel("Επώνυμο")).toBeFocused();
  await page.expectAccessible("walk-in");
  await page.keyboard.type("Περαστικού");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ρόζα");
  await expect(submit(page)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε και προσήλθε, σήμερα/)).toBeVisible();
  await expect(focused(page)).toContainText(/Προσήλθε.*ΠΕΡΑΣΤΙΚ/);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκε: ΠΕΡΑΣΤΙΚΟΥ Ρόζα")).toBeVisible();
  await expect(card(page, /ΠΕΡΑΣΤΙΚ/)).toContainText("Αναμένεται");
  await page.keyboard.press("Control+z");
  await expect(card(page, /ΠΕΡΑΣΤΙΚ/)).toHaveCount(0);
});

test("the running slot that the weeks name is taken by the form they lead to", async () => {
  const page = await openCounter();
  await page.getByRole("link", { name: "Εβδομάδες" }).click();
  await page.locator(".weeks__here").getByRole("link").press("Enter");
  await expect(page.getByRole("heading", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await expect(page.getByRole("radio", { name: /^10:40/ }).first()).toBeChecked();
  await page.getByLabel("Επώνυμο").fill("Τωρινού");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Εύα");
  await expect(submit(page)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε και προσήλθε, σήμερα/)).toBeVisible();
});

test("without an appointment and without a name: the service is enough for whoever is here", async () => {
  const page = await openCounter();
  await walkInWithName(page);
  await expect(page.getByText("Όποιος είναι ήδη εδώ καταχωρίζεται και χωρίς όνομα: αρκεί η υπηρεσία.")).toBeVisible();
  await expect(submit(page)).toBeVisible();
  await page.getByRole("radio", { name: "Τηλέφωνο" }).click();
  await expect(page.getByText(/αρκεί η υπηρεσία/)).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Γράψτε το επώνυμο/)).toBeVisible();
  await page.getByRole("radio", { name: "Αυτοπροσώπως" }).click();
  await expect(submit(page)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε και προσήλθε, σήμερα/)).toBeVisible();
  await expect(focused(page)).toContainText("Χωρίς όνομα");
});

test("without an appointment and without a wish: whichever queue is soonest, on any day's plan", async () => {
  const page = await openCounter();
  await page.keyboard.press("]");
  await expect(page.getByRole("button", { name: /Χωρίς ραντεβού/ })).toHaveCount(0);
  await walkInWithName(page);
  await expect(queue(page, 3)).toBeChecked();
  await expect(page.getByRole("button", { name: /τώρα στις/ })).toBeVisible();
  await page.getByRole("radio", { name: "Τηλέφωνο" }).click();
  await expect(page.getByRole("button", { name: /^Καταχώριση για/ })).toBeVisible();
});

test("no room left today: the sentence says so and when there is, and she does not count as here", async () => {
  const page = await openCounter("an office whose day is over");
  await walkInWithName(page);
  await expect(page.getByText(/^Σήμερα δεν υπάρχει άλλη ελεύθερη ώρα .* Επόμενη: αύριο/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Καταχώριση για αύριο/ })).toBeVisible();
  await page.expectAccessible("no room today");
});

test("the list of keys has them all", async () => {
  const page = await openCounter();
  await page.keyboard.press("?");
  for (const key of ["P", "S", "O", "D", "M", "E", "Delete", "U", "A", "F2"])
    await expect(page.getByRole("dialog").getByText(key, { exact: true }).first()).toBeVisible();
  await page.expectAccessible("keys");
});
