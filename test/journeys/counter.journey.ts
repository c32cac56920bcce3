import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

const OFFICE = "9904";
let own: OwnPlatform;

test.beforeAll(async () => {
  own = await openOwnPlatform();
  await openDayAndNight(own.sql, OFFICE);
});
test.afterAll(() => own.close());

test("at the counter: arrived, in service, served, one press each, from the card on today's plan", async ({ page }) => {
  const desk = await signInByHttp(own.url, "rea");
  const { body: day } = await desk.ask("GET", `/api/offices/${OFFICE}/days/2026-11-24`);
  const { date, time } = day.now;
  const running = `${time.slice(0, 4)}0`;
  const body = {
    date,
    time: running,
    queue: 1,
    channel: "in-person",
    service: "copy-certification",
    lastName: "Παρούσα",
    firstName: "Άννα",
  };
  const { body: booked } = await desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  const status = async () => (await desk.ask("GET", `/api/offices/${OFFICE}/appointments/${booked.id}`)).body.status;

  await signIn(page, "ilias", own.url);
  for (const [press, after] of [
    ["Προσήλθε", "arrived"],
    ["Έναρξη", "in-service"],
    ["Ολοκλήρωση", "served"],
  ] as const) {
    await page.getByRole("button", { name: new RegExp(`^${press}: .*${running}`) }).click();
    await expect.poll(status).toBe(after);
  }
  await page.keyboard.press("Control+z");
  await expect.poll(status).toBe("in-service");
});
