import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { pressArmed, pressTooEarly } from "./press-armed.ts";
import { chooseAct, openQueuesPage, queue } from "./queues-page.ts";

/** What shorter hours do to the visits of several days: read before it is done. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
});
test.afterAll(() => own.close());

const today = Temporal.Now.plainDateISO("Europe/Athens");
/** The Monday after next, and the Tuesday and the Monday that follow. */
const days = [8, 9, 15].map((ahead) => today.add({ days: ahead + 7 - today.dayOfWeek }));

/** Somebody comes to a queue of the office at each of these moments. */
async function booked(
  queue: number,
  moments: readonly { readonly date: Temporal.PlainDate; readonly time: string }[],
): Promise<void> {
  const clerk = await signInByHttp(own.url, "ilias");
  const person = { lastName: "Μετακινούμενος", firstName: "Άρης", service: "copy-certification", phone: "6944123456" };
  for (const { date, time } of moments) {
    const body = { ...person, channel: "phone", queue, date: String(date), time };
    const reply = await clerk.ask("POST", "/api/offices/9904/appointments", { body, key: randomUUID() });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  }
}

const inWords = (date: Temporal.PlainDate) =>
  date.toLocaleString("el-GR", { weekday: "long", day: "numeric", month: "long" }).replace(",", "");

test("the days stand in words over their people, the hours are compared, and the button says since when", async ({
  page,
}) => {
  const moments = days.map((date, index) => ({ date, time: `13:${index}0` }));
  await booked(2, moments);
  await openQueuesPage(page, "rea", own.url);
  const asks = queue(page, "Ουρά 2").getByRole("button", { name: "Ωράριο, Ουρά 2" });
  await asks.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Λήξη, Δευτέρα, διάστημα 1" }).fill("12:00");
  await dialog.getByLabel("Όπως").selectOption("Δευτέρα");
  await dialog.getByLabel("Σε").selectOption("Δευτέρα έως Παρασκευή");
  await dialog.getByRole("button", { name: "Αντιγραφή" }).click();
  await dialog.getByRole("radio", { name: "Από μία ημέρα και πέρα" }).check();
  await dialog.getByLabel("Από", { exact: true }).fill(String(today.add({ days: 1 })));
  const since = `από ${/^Σ/.test(inWords(today.add({ days: 1 }))) ? "το" : "τη"}`;
  const save = dialog.getByRole("button", { name: /^Αποθήκευση ωραρίου από / });
  await expect(save).toHaveText(new RegExp(`${since}ν? ${inWords(today.add({ days: 1 }))}$`));
  await pressTooEarly(page, /^Νέο ωράριο από τ.* και 3\sραντεβού/, () => save.click());
  await expect(page.getByText("Άλλαξε το ωράριο: Ουρά 2")).toHaveCount(0);
  await expect(dialog.getByRole("heading", { name: "Επηρεάζονται 3 ραντεβού" })).toBeFocused();
  await expect(dialog.getByText(/^Δευτέρα – Παρασκευή$/)).toBeVisible();
  await expect(dialog.getByText(/^Τώρα 00:00–24:00$/)).toBeVisible();
  await expect(dialog.getByText(/^Νέο 00:00–12:00$/)).toBeVisible();
  for (const date of days)
    await expect(dialog.getByRole("rowheader", { name: `${inWords(date)} 1 ραντεβού` })).toBeVisible();
  await atEveryWidth(page, "what shorter hours do");
  await pressArmed(dialog.getByRole("button", { name: /^Νέο ωράριο από τ.* και 3\sραντεβού όπως παραπάνω$/ }));
  await expect(page.getByRole("status").getByText("Άλλαξε το ωράριο: Ουρά 2")).toBeVisible();
  await expect(asks.or(page.getByRole("heading", { level: 1 })).and(page.locator(":focus"))).toBeVisible();
});

test("on an office's screen the heading and the foot stay in sight, in the form and over 21 people, and copying comes first", async ({
  page,
}) => {
  const moments = Array.from({ length: 21 }, (_, index) => ({
    date: days[index % 3] as Temporal.PlainDate,
    time: `${15 + Math.floor(index / 6)}:${index % 6}0`,
  }));
  await booked(3, moments);
  await page.setViewportSize({ width: 1366, height: 768 });
  await openQueuesPage(page, "rea", own.url);
  await queue(page, "Ουρά 3").getByRole("button", { name: "Ωράριο, Ουρά 3" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const inSight = async (button: RegExp) => {
    for (const part of [dialog.getByRole("heading").first(), dialog.getByRole("button", { name: button })])
      await expect(part).toBeInViewport({ ratio: 1 });
  };
  const copying = dialog.getByLabel("Όπως");
  const endOf = (day: string) => dialog.getByRole("textbox", { name: `Λήξη, ${day}, διάστημα 1` });
  const placeOf = (field: Element) => [...document.querySelectorAll("dialog :is(input, select)")].indexOf(field);
  expect(await copying.evaluate(placeOf)).toBeLessThan(await endOf("Δευτέρα").evaluate(placeOf));
  for (const end of [endOf("Κυριακή"), dialog.getByRole("radio").first()]) {
    await end.focus();
    await expect(end).toBeInViewport({ ratio: 0.9 });
    await inSight(/^Αποθήκευση ωραρίου/);
  }
  for (const day of ["Δευτέρα", "Τρίτη", "Τετάρτη"]) await endOf(day).fill("12:00");
  await dialog.getByRole("button", { name: /^Αποθήκευση ωραρίου/ }).press("Enter");
  const heading = dialog.getByRole("heading", { name: "Επηρεάζονται 21 ραντεβού" });
  await expect(heading).toBeInViewport({ ratio: 1 });
  await inSight(/^Νέο ωράριο .*21\sραντεβού/);
  await dialog
    .getByRole("combobox", { name: /^Νέα ώρα για/ })
    .last()
    .focus();
  await expect(heading).not.toBeInViewport();
  await inSight(/^Νέο ωράριο .*21\sραντεβού/);
});

test("inactive for dates on which people come: after the act the keyboard is where it was asked for", async ({
  page,
}) => {
  const date = today.add({ days: 60 });
  await booked(3, [
    { date, time: "18:00" },
    { date, time: "18:30" },
  ]);
  await openQueuesPage(page, "rea", own.url);
  await chooseAct(page, "Ουρά 3", "Ενεργή ή ανενεργή για ημερομηνίες");
  const dialog = page.getByRole("dialog");
  for (const name of ["Από", "Έως και"]) await dialog.getByLabel(name, { exact: true }).fill(String(date));
  await dialog.getByRole("button", { name: "Απενεργοποίηση για τις ημερομηνίες" }).press("Enter");
  await pressArmed(dialog.getByRole("button", { name: /^Απενεργοποίηση και 2\sραντεβού/ }));
  await expect(page.getByRole("status").getByText(/^Ουρά 3: /)).toBeVisible();
  const asks = queue(page, "Ουρά 3").getByRole("button", { name: "Άλλες ενέργειες, Ουρά 3" });
  await expect(asks.or(page.getByRole("heading", { level: 1 })).and(page.locator(":focus"))).toBeVisible();
});

test("an answer that was lost and a form that was left: the same queue is added once", async ({ page }) => {
  await openQueuesPage(page, "rea", own.url);
  const asked = page.getByRole("button", { name: "Νέα ουρά" });
  await asked.click();
  const name = await page.getByLabel("Όνομα").inputValue();
  await page.route("**/queues", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Νέα ουρά, ενεργή από σήμερα" }).click();
  await expect(page.getByText("Δεν ήρθε απάντηση.", { exact: false })).toBeVisible();
  await page.unroute("**/queues");
  await page.keyboard.press("Escape");
  await expect(queue(page, name)).toBeVisible();
  await asked.click();
  await expect(page.getByLabel("Όνομα")).toHaveValue(name);
  await page.getByRole("button", { name: "Νέα ουρά, ενεργή από σήμερα" }).click();
  await expect(page.getByRole("status").getByText(`Προστέθηκε: ${name}`)).toBeVisible();
  await expect(queue(page, name)).toHaveCount(1);
});
