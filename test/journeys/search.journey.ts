import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, dayWithRoom, signIn as signInByHttp } from "../desk.ts";
import { atEveryWidth, expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { openPlan } from "./person.ts";

const field = (page: Page) => page.getByRole("searchbox", { name: "Εύρεση προσώπου" });
const people = (page: Page) => page.getByRole("listbox", { name: "Πρόσωπα" });
const person = (page: Page, name: string) => people(page).getByRole("option", { name });

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
  await field(page).fill("βραχ");
  await expect(person(page, "Θέκλα")).toBeVisible();
  await atEveryWidth(page, "people");
  await field(page).fill("φρφρφρκκ");
  await expect(page.getByText("Δεν βρέθηκε κανείς.").first()).toBeVisible();
  await atEveryWidth(page, "nobody");
});
