import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Alternative } from "../../src/appointments/contract.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { test } from "./journey.ts";
import { expectTime, openPlan, withoutNews } from "./person.ts";

/** A free place next week, as a click on the plan chooses it. */
async function freePlace(desk: Desk): Promise<Alternative> {
  const from = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 7 });
  const { body } = await desk.ask("GET", `/api/offices/9904/availability?from=${from}&to=${from.add({ days: 14 })}`);
  const day = body.days.find(({ times }: { times: unknown[] }) => times.length > 10);
  return { date: day.date, time: day.times[5].time, queue: day.times[5].queues[0] };
}

test("a slot lost at the last moment: all that was typed stays, and the nearest free one is a key away", {
  tag: "@proof",
}, async ({ page, baseURL }) => {
  await withoutNews(page);
  await openPlan(page, "rea");
  const colleague = await signInByHttp(String(baseURL), "ilias");
  const place = await freePlace(colleague);
  await page.goto(`/offices/9904/days/${place.date}?panel=new&time=${place.time}&queue=${place.queue}`);
  await page.getByLabel("Επώνυμο").fill("Γλαρουδάκης");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ορέστης");
  await page
    .getByLabel(/^Τηλέφωνο/)
    .first()
    .fill("2310 123456");
  await expectTime(page);

  const body = { ...place, service: "copy-certification", lastName: "Ταχύς", firstName: "Πρώτος" };
  const taken = await colleague.ask("POST", "/api/offices/9904/appointments", { body, key: randomUUID() });
  expect(taken.status).toBe(201);

  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert").filter({ hasText: "μόλις δόθηκε" })).toBeVisible();
  await expect(page.getByText(/μόλις δόθηκε/)).toHaveCount(2);
  await expect(page.getByText(/^Διορθώστε/)).toHaveCount(0);
  await expect(page.getByText(/χειριστής: .*Ηλίας|χειριστής: ΗΛΙΑΣ/i)).toBeVisible();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Γλαρουδάκης");
  const nearest = page.getByRole("radiogroup", { name: "Πλησιέστερες ελεύθερες ώρες" }).getByRole("radio");
  await expect(nearest).toHaveCount(3);
  await expect(nearest.first()).toBeChecked();
  await expect(nearest.first()).toBeFocused();

  await page.keyboard.press("Alt+2");
  await expect(nearest.nth(1)).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});
