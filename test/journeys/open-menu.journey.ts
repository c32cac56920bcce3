import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { openPlan } from "./person.ts";

/** A menu stands open while a colleague acts on whose menu it is. */
const OFFICE = "9904";
let own: OwnPlatform;
let colleague: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  colleague = await signInByHttp(own.url, "rea");
});
test.afterAll(() => own.close());

const tomorrow = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();
const choices = (page: Page) => page.getByRole("menuitem");

async function act(method: string, path: string, body: object, version?: number): Promise<Appointment> {
  const options = { key: randomUUID(), body, ...(version && { version }) };
  const reply = await colleague.ask(method, `/api/offices/${OFFICE}/appointments${path}`, options);
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  return reply.body;
}

async function openMenuOf(page: Page, lastName: string, time: string): Promise<Appointment> {
  const wish = { date: tomorrow, time, queue: 1, lastName, firstName: "Ελένη", service: "copy-certification" };
  const booked = await act("POST", "", wish);
  await openPlan(page, "ilias", `${own.url}/offices/${OFFICE}/days/${tomorrow}?view=table`);
  await expect(page.getByText(/^Ζωντανή ενημέρωση, \d\d:\d\d$/)).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`^Άλλες ενέργειες: ${lastName.toUpperCase()}`) }).press("Enter");
  await expect(choices(page).first()).toBeFocused();
  return booked;
}

test("what can't be chosen any more stays in its place, greyed, and does nothing; what can be now is put below", async ({
  page,
}) => {
  const { id, version } = await openMenuOf(page, "Ωρων", "09:00");
  const words = await choices(page).allTextContents();
  await act("POST", `/${id}/cancellation`, {}, version);
  const edit = choices(page).first();
  await expect(edit).toHaveAttribute("aria-disabled", "true");
  await expect(choices(page)).toHaveCount(words.length + 1);
  expect((await choices(page).allTextContents()).slice(0, words.length)).toEqual(words);
  await expectAccessible(page, "a menu of which some can't be chosen any more");
  const address = page.url();
  // Meant for the choice that is greyed: it is for no other one.
  await page.keyboard.press("Enter");
  await edit.click({ force: true });
  await page.keyboard.press("e");
  await expect(edit).toBeVisible();
  expect(page.url()).toBe(address);
  await page.keyboard.press("ArrowDown");
  await expect(choices(page).filter({ hasText: "Ιστορικό" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(choices(page)).toHaveCount(0);
});

test("where its label comes to name somebody else it is another menu, with the focus on its first choice", async ({
  page,
}) => {
  const { id, version } = await openMenuOf(page, "Μερων", "10:00");
  const before = page.getByRole("menu", { name: /ΜΕΡΩΝ/ });
  await page.keyboard.press("ArrowDown");
  await expect(before).toBeVisible();
  await act("PATCH", `/${id}`, { lastName: "Αλλων" }, version);
  await expect(page.getByRole("menu", { name: /ΑΛΛΩΝ/ })).toBeVisible();
  await expect(before).toHaveCount(0);
  await expect(choices(page).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(choices(page)).toHaveCount(0);
});
