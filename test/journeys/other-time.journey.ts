import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectTime, signIn, withoutNews } from "./person.ts";

/** «Άλλη ημέρα ή ώρα»: the weeks, by keyboard and typed, with whatever may be typed wrongly. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  // Closed today and on Sundays, and in the morning of all other days open; the second Thursday ahead is a holiday.
  await own.sql.query(`
    delete from queue_hours using office where office.id = office_id and code = '9904' and weekday = 7;
    update queue_hours set opens_minute = 480, closes_minute = 780 from office where office.id = office_id and code = '9904';
    insert into holiday (date, name, name_en) values ('${holiday}', 'Ημέρα δοκιμής', 'Trial day');
    insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at)
    select id, gen_random_uuid(), 'closed', '${today}'::timestamp at time zone 'Europe/Athens',
      '${today.add({ days: 1 })}'::timestamp at time zone 'Europe/Athens', 'Εργασίες', now()
    from office where code = '9904'
  `);
});
test.afterAll(() => own.close());

const today = Temporal.Now.plainDateISO("Europe/Athens");
const monday = today.add({ days: 8 - today.dayOfWeek });
const holiday = monday.add({ days: 10 });

const words = (date: Temporal.PlainDate) =>
  date.toLocaleString("el-GR", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");
const day = (page: Page, date: Temporal.PlainDate) =>
  page.getByRole("button", { name: new RegExp(`^${words(date)}, `) });
const dateField = (page: Page) => page.getByLabel("Ημέρα", { exact: true });
const digits = (date: Temporal.PlainDate) => date.toString().split("-").reverse().join("/");
const save = (page: Page) => page.getByRole("button", { name: /^Καταχώριση για/ });

/** Of the weeks: words on more lines than these, and numbers that stick out of their day. */
const brokenWords = (page: Page, lines: number) =>
  page.locator(".day-grid__face").evaluateAll((faces, most) => {
    const linesOf = (words: Element) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    return faces
      .filter((face) => {
        const words = face.querySelector(".day-grid__words");
        return face.scrollWidth > face.clientWidth || (words !== null && linesOf(words) > most);
      })
      .map((face) => face.textContent);
  }, lines);

/** By how much less room for its words a day has than another, whatever its border: today's, the chosen one's. */
const lessRoom = (page: Page) =>
  page.locator(".day-grid__face").evaluateAll((faces) => {
    const widths = faces.map((face) => face.getBoundingClientRect().width);
    return Math.max(...widths) - Math.min(...widths);
  });

async function openOther(page: Page): Promise<void> {
  await signIn(page, "rea", `${own.url}/offices/9904/days/${monday}?panel=new`);
  await expectTime(page);
  await page.getByRole("button", { name: "Άλλη ημέρα ή ώρα" }).click();
  await expect(day(page, monday)).toHaveAccessibleName(/ελεύθερες ώρες$/);
}

test("it starts on the day in view; the arrows lead from day to day, and the times follow", async ({ page }) => {
  await openOther(page);
  await expect(dateField(page)).toHaveValue(digits(monday));
  await expect(day(page, monday)).toHaveAttribute("aria-pressed", "true");
  await expect(day(page, holiday)).toHaveAccessibleName(`${words(holiday)}, αργία: Ημέρα δοκιμής`);
  await expect(day(page, monday.add({ days: 6 }))).toHaveAccessibleName(/κλειστά/);
  await expect(day(page, today)).toHaveAccessibleName(/κλειστά/);
  await expect(day(page, today)).toHaveAttribute("aria-current", "date");
  await expect(page.getByRole("group", { name: /^Πρωί \d+\sελεύθερες$/ })).toBeVisible();
  await expect(page.getByRole("group", { name: /^Μεσημέρι \d+\sελεύθερες$/ })).toBeVisible();
  await expect(page.getByRole("group", { name: /^Απόγευμα/ })).toHaveCount(0);
  await atEveryWidth(page, "the weeks of another time");
  for (const [width, lines] of [
    [320, 2],
    [390, 2],
    [1366, 1],
  ] as const) {
    await page.setViewportSize({ width, height: 768 });
    expect(await brokenWords(page, lines), `${width} px: a day's words are broken, or its numbers too wide`).toEqual(
      [],
    );
    for (const forcedColors of ["none", "active"] as const) {
      await page.emulateMedia({ forcedColors });
      expect(
        await lessRoom(page),
        `${width} px, forced colours ${forcedColors}: a day's border takes room`,
      ).toBeLessThan(0.5);
    }
    await page.emulateMedia({ forcedColors: null });
  }

  // The calendar beside the field counts what the weeks count.
  const free = /\d+\sελεύθερες ώρες/.exec((await day(page, monday).textContent()) ?? "")?.[0] ?? "";
  await page.getByRole("button", { name: "Επιλογή από το ημερολόγιο" }).click();
  const calendar = page.getByRole("dialog");
  await expect(calendar.getByRole("gridcell", { selected: true }).getByRole("button")).toHaveAccessibleName(
    new RegExp(`, ${free}$`),
  );
  await expect(calendar.getByText("Μικρός αριθμός: ελεύθερες ώρες")).toBeVisible();
  await atEveryWidth(page, "the calendar with its free times");
  await page.keyboard.press("Escape");

  await day(page, monday).focus();
  await page.keyboard.press("ArrowDown");
  await expect(day(page, monday.add({ days: 7 }))).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(day(page, monday.add({ days: 8 }))).toHaveAttribute("aria-pressed", "true");
  await expect(save(page)).toHaveText(new RegExp(digits(monday.add({ days: 8 })).slice(0, 5)));
  await page.keyboard.press("End");
  await expect(page.getByText(/^Κυριακή .*: κλειστά\./)).toBeVisible();
  await expect(save(page)).toHaveCount(0);
  await page.getByRole("button", { name: /^Επόμενη ελεύθερη: τη Δευτέρα/ }).click();
  await expect(day(page, monday.add({ days: 14 }))).toHaveAttribute("aria-pressed", "true");
  await expect(day(page, monday.add({ days: 14 }))).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(day(page, monday.add({ days: 42 }))).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("radio", { name: "12:00" }).check({ timeout: 10_000 });
  await expect(save(page)).toHaveText(/12:00/);
});

test("a day is typed as 10/12, 10122026 or by its name; a slip chooses nothing, and says what can be written", async ({
  page,
}) => {
  await openOther(page);
  const thursday = today.add({ days: (11 - today.dayOfWeek) % 7 || 7 });
  const field = dateField(page);
  for (const [typed, date] of [
    [digits(monday.add({ days: 8 })).slice(0, 5), monday.add({ days: 8 })],
    [digits(monday.add({ days: 9 })).replaceAll("/", ""), monday.add({ days: 9 })],
    ["Πέμπτη", thursday],
  ] as const) {
    await field.fill(typed);
    await field.press("Tab");
    await expect(field).toHaveValue(digits(date));
    await expect(field).toHaveAccessibleDescription(new RegExp(words(date)));
    await expect(day(page, date)).toHaveAttribute("aria-pressed", "true");
  }
  for (const slip of ["Πέμτη", "31/2"]) {
    await field.fill(slip);
    await field.press("Tab");
    await expect(field).toHaveValue(slip);
    await expect(field).toHaveAccessibleDescription(/^Δεν διαβάζεται ως ημερομηνία/);
    await expect(save(page)).toHaveCount(0);
  }
  await atEveryWidth(page, "a date that can't be read");
  await page.getByLabel("Επώνυμο").fill("Βιαστική");
  await page.getByLabel("Όνομα", { exact: true }).fill("Βέρα");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Επιλέξτε ώρα").first()).toBeVisible();
  await field.fill(digits(monday));
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
});

test("with the network cut nothing that was typed is lost, and the weeks come when it is back", async ({ page }) => {
  await openOther(page);
  await page.getByLabel("Επώνυμο").fill("Υπομονετική");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Επόμενες εβδομάδες" }).click();
  await expect(save(page)).toHaveCount(0);
  await page.context().setOffline(false);
  await day(page, monday.add({ days: 28 })).click();
  await expect(save(page)).toBeVisible();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Υπομονετική");
});

test("of any queue a colleague who is faster takes only one place: the other one is had without a word", async ({
  page,
}) => {
  await withoutNews(page);
  await openOther(page);
  await page.getByLabel("Ουρά", { exact: true }).selectOption("Οποιαδήποτε ουρά");
  await expectTime(page);
  const time = /\d\d:\d\d/.exec((await save(page).textContent()) ?? "")?.[0];
  const desk = await signInByHttp(own.url, "ilias");
  const api = "/api/offices/9904";
  const at = async () =>
    (await desk.ask("GET", `${api}/days/${monday}`)).body.appointments
      .filter((each: { time: string; status: string }) => each.time === time && each.status === "booked")
      .map(({ queue }: { queue: number }) => queue);
  const before = await at();
  const { body } = await desk.ask("GET", `${api}/availability?from=${monday}&to=${monday}&service=copy-certification`);
  const [shown] = body.days[0].times.find((each: { time: string }) => each.time === time).queues;
  const colleagues = { date: monday.toString(), time, queue: shown, service: "copy-certification", channel: "phone" };
  const person = { lastName: "Ταχύς", firstName: "Νίκος" };
  const first = await desk.ask("POST", `${api}/appointments`, {
    body: { ...colleagues, ...person },
    key: randomUUID(),
  });
  expect(first.status).toBe(201);
  await page.getByLabel("Επώνυμο").fill("Δεύτερη");
  await page.getByLabel("Όνομα").fill("Άννα");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε/)).toBeVisible();
  expect(await at()).toHaveLength(before.length + 2);
  expect(new Set(await at()).size, "each in a queue of its own").toBe(before.length + 2);
});
