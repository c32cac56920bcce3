import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";

/** A citizen asks who has seen these data: the head finds out, and prints the answer. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
});
test.afterAll(() => own.close());

const TOMORROW = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();

test("by keyboard: from the person's name to every look at the person, and the answer on paper", {
  tag: "@proof",
}, async ({ browser }) => {
  const booked = await done(own.clerk, `${own.api}/appointments`, {
    date: TOMORROW,
    time: "11:30",
    queue: 2,
    lastName: "Σταυράκης",
    firstName: "Ηλίας",
    service: "copy-certification",
    phone: "6944700233",
  });
  await own.clerk.ask("GET", `${own.api}/days/${TOMORROW}`, {});
  await own.clerk.ask("POST", `${own.api}/appointment-searches`, { body: { text: "σταυρ" }, key: randomUUID() });
  const page = await own.openAs(browser, "rea", "settings");
  await page.getByRole("link", { name: "Ποιος είδε τι" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Ποιος είδε τι/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Καταχώριση" })).toBeVisible();
  await atEachOfThreeWidths(page, "the audit of a day");

  await page.getByRole("link", { name: "Ανά πρόσωπο" }).press("Enter");
  await expect(page.getByText("Διαλέξτε πρώτα πρόσωπο.")).toBeVisible();
  await page.getByRole("textbox", { name: "Όνομα, τηλέφωνο ή κωδικός" }).press("Enter");
  await expect(page.getByText("Γράψτε όνομα, τηλέφωνο ή κωδικό ραντεβού.", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Δεν βρέθηκε κανείς/)).toHaveCount(0);
  await page.getByRole("textbox", { name: "Όνομα, τηλέφωνο ή κωδικός" }).fill("κανένας τέτοιος");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Δεν βρέθηκε κανείς/)).toBeVisible();
  await page.getByRole("textbox", { name: "Όνομα, τηλέφωνο ή κωδικός" }).fill("stavrakis");
  await page.keyboard.press("Enter");
  await atEachOfThreeWidths(page, "people found for the audit");
  await page.getByRole("button", { name: /^Το ραντεβού του προσώπου, ΣΤΑΥΡΑΚΗΣ Ηλίας/ }).press("Enter");
  await expect(page.getByText("Για: ΣΤΑΥΡΑΚΗΣ Ηλίας")).toBeVisible();
  await expect(page.getByRole("button", { name: "Άλλη επιλογή" })).toBeFocused();
  for (const act of ["Καταχώριση", "Προβολή ημέρας"])
    await expect(page.getByRole("rowheader", { name: act, exact: true })).toBeVisible();
  await expect(page.getByText(/^Σφραγισμένο έως/)).toBeVisible();
  expect(page.url()).not.toMatch(/%CE|stavrakis/i);
  await atEachOfThreeWidths(page, "the audit of a person");

  const answer = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Έγγραφο για τον πολίτη" }).press("Enter");
  const paper = await answer;
  await expect(paper.getByRole("heading", { name: "Τα στοιχεία σας και ποιος τα είδε" })).toBeVisible();
  await expect(paper.getByText("ΣΤΑΥΡΑΚΗΣ Ηλίας").first()).toBeVisible();
  await atEachOfThreeWidths(paper, "the answer for a citizen");
  await paper.close();

  // From the appointment itself the way leads to what was done with it alone.
  await page.goto(`${own.url}/offices/${own.code}/days/${TOMORROW}?panel=${booked.id}`);
  await page.getByText("Ιστορικό αλλαγών", { exact: true }).click();
  await page.getByRole("link", { name: "Ποιος είδε αυτό το ραντεβού" }).click();
  await expect(page.getByText("Για το ραντεβού που διαλέξατε")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Έγγραφο για τον πολίτη" })).toBeVisible();

  await page.goto(`${own.url}/offices/${own.code}/audit?from=2026-99-99&kind=xyz&employee=x`);
  await expect(page.getByRole("rowheader").first()).toBeVisible();
});

test("a clerk finds no way there, and a typed address leads nowhere", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias", "settings");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ποιος είδε τι" })).toHaveCount(0);
  await page.goto(`${own.url}/offices/${own.code}/audit`);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Ποιος είδε τι/);
  await expect(page.getByRole("rowheader")).toHaveCount(0);
});
