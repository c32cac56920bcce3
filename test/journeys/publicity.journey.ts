import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { openPlan } from "./person.ts";
import { pressArmed } from "./press-armed.ts";
import { chooseAct, queue } from "./queues-page.ts";

/** Public and hidden queues, on a platform on which the ministry has opened booking to citizens. */
const OFFICE = "9904";
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
});
test.afterAll(() => own.close());

const said = (page: Page, text: string) => page.getByRole("status").getByText(text);

/** Citizens' own booking is to come: one that a clerk has entered becomes theirs. */
async function anOnlineVisit(): Promise<{ readonly id: string }> {
  const date = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 3 }).toString();
  const body = {
    date,
    time: "10:00",
    queue: 2,
    service: "copy-certification",
    lastName: "Διαδικτύου",
    firstName: "Ελένη",
  };
  const clerk = await signInByHttp(own.url, "ilias");
  const reply = await clerk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  await own.sql.query("update appointment set channel = 'online' where id = $1", [reply.body.id]);
  return reply.body;
}

test("by keyboard: a queue is shown to citizens, hidden with a place for whoever booked there, and shown again", async ({
  page,
}) => {
  await openPlan(page, "rea", own.url);
  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).press("Enter");
  for (const name of ["Ουρά 2", "Ουρά 3"]) {
    await expect(queue(page, name).getByText("κρυφή")).toBeVisible();
    await chooseAct(page, name, "Να γίνει δημόσια");
    await expect(said(page, `Οι πολίτες βλέπουν πλέον: ${name}`)).toBeVisible();
    await expect(queue(page, name).getByText("δημόσια", { exact: true })).toBeVisible();
  }
  await atEveryWidth(page, "public queues");
  const { id } = await anOnlineVisit();
  await page.route("**/proposals", (route) => route.abort());
  await chooseAct(page, "Ουρά 2", "Απόκρυψη από τους πολίτες");
  const dialog = page.getByRole("dialog", { name: "Απόκρυψη από τους πολίτες: Ουρά 2" });
  await expect(dialog.getByRole("alert")).toContainText("Δεν άλλαξε τίποτα.");
  await atEveryWidth(page, "no proposal for want of a connection");
  await page.unroute("**/proposals");
  await dialog.getByRole("button", { name: "Δοκιμάστε ξανά" }).press("Enter");
  await expect(dialog.getByRole("radio", { name: /^Να μείνουν/ })).toBeChecked();
  await expect(dialog.getByRole("row", { name: /ΔΙΑΔΙΚΤΥΟΥ/ })).toContainText("Δεν χρειάζεται, μένει");
  await dialog.getByRole("radio", { name: /^Να μεταφερθούν/ }).check();
  await expect(dialog.getByRole("row", { name: /ΔΙΑΔΙΚΤΥΟΥ/ })).toContainText("Ουρά 3");
  await atEveryWidth(page, "hiding");
  await pressArmed(dialog.getByRole("button", { name: "Απόκρυψη και 1 ραντεβού όπως παραπάνω" }));
  await expect(said(page, "Κρυφή πλέον από τους πολίτες: Ουρά 2")).toBeVisible();
  const queueOf = async () => (await own.sql.query("select queue from appointment where id = $1", [id])).rows[0].queue;
  await expect(queue(page, "Ουρά 2").getByText("κρυφή")).toBeVisible();
  expect(await queueOf()).toBe(3);
  await page.keyboard.press("Control+z");
  await expect(queue(page, "Ουρά 2").getByText("δημόσια", { exact: true })).toBeVisible();
  expect(await queueOf()).toBe(2);
});
