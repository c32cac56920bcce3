import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";

const APPOINTMENTS = "/api/offices/9904/appointments";
let own: OwnPlatform;
let desk: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  desk = await signInByHttp(own.url, "rea");
});
test.afterAll(() => own.close());

test("at the counter: arrived, in service, served, one press each, from the card on today's plan", {
  tag: ["@commit", "@proof"],
}, async ({ page }) => {
  const person = { lastName: "Παρούσα", firstName: "Άννα", service: "copy-certification", phone: "6944123456" };
  const body = { ...(await openFromNow(own.sql, "9904")), queue: 1, channel: "in-person", ...person };
  const { body: booked } = await desk.ask("POST", APPOINTMENTS, { body, key: randomUUID() });
  const status = async () => (await desk.ask("GET", `${APPOINTMENTS}/${booked.id}`)).body.status;
  await signIn(page, "ilias", own.url);
  for (const [press, after] of [
    ["Προσήλθε", "arrived"],
    ["Έναρξη", "in-service"],
    ["Ολοκλήρωση", "served"],
  ] as const) {
    await page.getByRole("button", { name: new RegExp(`^${press}: .*${booked.time}`) }).click();
    await expect.poll(status).toBe(after);
  }
  await expect(page.getByText("Εξυπηρετήθηκε: ΠΑΡΟΥΣΑ Άννα")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(status).toBe("in-service");
});

test("on a phone the plan follows a booking into its queue; the walk-in's form at every width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const tomorrow = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 });
  await signIn(page, "ilias", `${own.url}/offices/9904/days/${tomorrow}?panel=new&time=12:00&queue=3`);
  await page.getByLabel("Επώνυμο").fill("Στενή");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ζωή");
  await expectTime(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: /^Ουρά 3/, pressed: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /ΣΤΕΝΉ|ΣΤΕΝΗ/ })).toBeFocused();
  await page.keyboard.press("a");
  await page
    .getByRole("dialog")
    .getByRole("radio", { name: /^Με όνομα/ })
    .check();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await atEveryWidth(page, "walk-in");
});
