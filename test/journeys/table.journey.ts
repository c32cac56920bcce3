import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
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
const rowOf = (page: Page, name: RegExp) => page.getByRole("row").filter({ hasText: name });
async function openTable(page: Page, search = "", date = tomorrow): Promise<void> {
  await openPlan(page, "ilias", address(`?view=table${search}`, date));
  await expect(page.getByRole("link", { name: "Πίνακας" })).toHaveAttribute("aria-current");
}

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
