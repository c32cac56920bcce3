import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth, inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";
import { pressArmed } from "./press-armed.ts";

/** 07:50: a colleague is ill, and people are on their way. Whenever it runs, the first one comes in less than an hour. */
const OFFICE = "9904";
let own: OwnPlatform;
let desk: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  desk = await signInByHttp(own.url, "rea");
});
test.afterAll(() => own.close());

const EVERY = 30;
const NIGHT = { hour: 21, minute: 30 };

/** Half-hours of one day from soon on; late in the evening those of the next one. */
function soon(): { readonly date: string; readonly times: readonly string[] } {
  const now = Temporal.Now.zonedDateTimeISO("Europe/Athens");
  const isLate = Temporal.PlainTime.compare(now.toPlainTime(), Temporal.PlainTime.from(NIGHT)) > 0;
  const first = isLate
    ? now.add({ days: 1 }).with({ hour: 0, minute: EVERY })
    : now.round({ smallestUnit: "minute", roundingIncrement: EVERY, roundingMode: "ceil" }).add({ minutes: EVERY });
  const times = [0, 1, 2, 3].map((index) =>
    first
      .add({ minutes: index * EVERY })
      .toPlainTime()
      .toString({ smallestUnit: "minute" }),
  );
  return { date: first.toPlainDate().toString(), times };
}

async function book(
  date: string,
  time: string | undefined,
  lastName: string,
  more: object = { queue: 2 },
): Promise<string> {
  const person = { firstName: "Ελένη", service: "copy-certification", channel: "phone" };
  const body = { date, time, lastName, ...person, ...more };
  const reply = await desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body.id;
}

async function openHead(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "el-GR" })).newPage();
  await signIn(page, "rea", `${own.url}${path}`);
  return page;
}

test("who comes first is called first, beside the e-mail; nobody comes earlier, and whom nobody can call is no call", async ({
  browser,
}) => {
  const { date, times } = soon();
  const [first, second, third, fourth] = times;
  await book(date, second, "Τηλεφωνίδου", { queue: 2, phone: "6944123457" });
  await book(date, first, "Πρωινού", { queue: 2, phone: "6944123456", email: "proinou@example.gr" });
  await book(date, third, "Γραμματίδου", { queue: 2, email: "grammatidou@example.gr" });
  await book(date, fourth, "Ανείδωτη");
  for (const time of times) for (const queue of [1, 3]) await book(date, time, "Άλλου", { queue });

  const page = await openHead(browser, `/offices/${OFFICE}/exceptions/new?queue=2&date=${date}`);
  await expect(page.getByRole("heading", { name: "Επηρεάζονται 4 ραντεβού" })).toBeVisible();
  const impact = page.getByRole("table", { name: "Προτεινόμενες μεταφορές" });
  await expect(impact.getByRole("row", { name: /ΠΡΩΙΝΟΥ/ })).toContainText("Επείγει: κλήση, και e-mail");
  await expect(impact.getByRole("row", { name: /ΤΗΛΕΦΩΝΙΔΟΥ/ })).toContainText("Λίστα κλήσεων");
  await expect(impact.getByRole("row", { name: /ΓΡΑΜΜΑΤΙΔΟΥ/ })).toContainText("E-mail, αυτόματα");
  await expect(impact.getByRole("row", { name: /ΑΝΕΙΔΩΤΗ/ })).toContainText("Χωρίς στοιχεία επικοινωνίας");
  await expect(impact.getByText("Νωρίτερα:", { exact: false })).toHaveCount(0);
  await expect(page.getByText(/^2\sκλήσεις$/)).toBeVisible();
  await expect(page.getByText("χωρίς τηλέφωνο: 1", { exact: true })).toBeVisible();
  await expect(page.getByText("μπαίνουν 2 στη λίστα κλήσεων", { exact: false })).toBeVisible();
  await atEveryWidth(page, "who is near is called");

  await pressArmed(page.getByRole("button", { name: /^Εξαίρεση και μεταφορά 4\sραντεβού/ }));
  await page.getByRole("button", { name: "Λίστα κλήσεων" }).click();
  await expect(page).toHaveURL(new RegExp(`/calls/${date}`));
  await expect(page.getByRole("navigation").getByRole("link", { name: "Λίστα κλήσεων (2)" })).toBeVisible();
  const rows = page.getByRole("listitem").filter({ has: page.getByRole("group", { name: /^Κλήση προς/ }) });
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("ΠΡΩΙΝΟΥ");
  await expect(rows.nth(0)).toContainText("Επείγει: στέλνεται και e-mail");
  await expect(rows.nth(1)).toContainText("ΤΗΛΕΦΩΝΙΔΟΥ");
  await expect(rows.nth(1)).toContainText("Επείγει");
  await inEverySetting(page, "an urgent call list");

  const [sheet] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Εκτύπωση λίστας" }).click(),
  ]);
  await expect(sheet.getByRole("cell", { name: "ΠΡΩΙΝΟΥ Ελένη Επείγει" })).toBeVisible();
  await expect(sheet.getByText(/^2\sκλήσεις, χωρίς τηλέφωνο: 1$/)).toBeVisible();
  await sheet.close();

  await rows.nth(0).getByRole("radio", { name: "Συμφώνησε" }).check();
  await expect(rows.nth(0)).not.toContainText("Επείγει");
  await expect(page.getByRole("navigation").getByRole("link", { name: "Λίστα κλήσεων (1)" })).toBeVisible();
});

test("moved by hand, who is near goes on the call list, unless the clerk is speaking with them", async ({
  browser,
}) => {
  const { date, times } = soon();
  const time = Temporal.PlainTime.from(times[0] ?? "").add({ minutes: 10 });
  const id = await book(date, time.toString({ smallestUnit: "minute" }), "Χειρονακτίδου", {
    queue: 3,
    phone: "6944123458",
    email: "x@example.gr",
  });
  const page = await openHead(browser, `/offices/${OFFICE}/days/${date}?panel=${id}`);
  const listed = async () => {
    const { calls } = (await desk.ask("GET", `/api/offices/${OFFICE}/call-lists/${date}`)).body;
    return calls.filter(({ appointment }: { appointment: { id: string } }) => appointment.id === id).length;
  };
  const move = async () => {
    await page
      .getByRole("button", { name: /^Μεταφορά/ })
      .first()
      .click();
    const isCalled = page.getByRole("checkbox", { name: "Να μπει στη λίστα κλήσεων" });
    await expect(isCalled).toBeChecked();
    return isCalled;
  };
  const choose = async (digit: number) => {
    const time = page
      .getByRole("radiogroup", { name: "Νέα ώρα" })
      .getByRole("radio")
      .nth(digit - 1);
    await expect(time).toBeVisible();
    await page.keyboard.press(`Alt+${digit}`);
    await expect(time).toBeChecked();
  };
  const isCalled = await move();
  await choose(2);
  await atEveryWidth(page, "moving who is near");
  await isCalled.uncheck();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Μεταφέρθηκε για/)).toBeVisible();
  expect(await listed()).toBe(0);

  // Another queue at the same time is nothing to call about.
  const { time: known } = (await desk.ask("GET", `/api/offices/${OFFICE}/appointments/${id}`)).body;
  await page.goto(`${own.url}/offices/${OFFICE}/days/${date}?panel=${id}`);
  await move();
  const offered = page.getByRole("radiogroup", { name: "Νέα ώρα" }).locator("label");
  await expect(offered.first()).toBeVisible();
  await choose((await offered.allTextContents()).findIndex((words) => !words.includes(known)) + 1);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Μεταφέρθηκε για/)).toBeVisible();
  expect(await listed()).toBe(1);
});
