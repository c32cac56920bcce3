import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectAccessible, signIn } from "./person.ts";

/** The head of an office rules, and sees what a change does before it happens. */
const OFFICE = "9904";
let own: OwnPlatform;
let colleague: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  await openDayAndNight(own.sql, OFFICE);
  colleague = await signInByHttp(own.url, "ilias");
});
test.afterAll(() => own.close());

const WIDTHS = [320, 1280];
const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();

async function atEveryWidth(page: Page, state: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page, `${state} at ${width} px`);
  }
}

interface Person {
  readonly date: string;
  readonly time: string;
  readonly lastName: string;
  readonly queue?: number;
  readonly phone?: string;
  readonly email?: string;
}

async function book({ queue = 2, ...person }: Person): Promise<{ readonly id: string }> {
  const body = { queue, firstName: "Ελένη", service: "copy-certification", channel: "phone", ...person };
  const reply = await colleague.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body;
}

const now = async (id: string) =>
  (await colleague.ask("GET", `/api/offices/${OFFICE}/appointments/${id}`)).body as { time: string; queue: number };

async function openHead(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ locale: "el-GR" })).newPage();
  await signIn(page, "rea", `${own.url}/`);
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  return page;
}

/** Three of an hour in queue 2, for whom queues 1 and 3 have room. */
async function threeAt(date: string) {
  return [
    await book({ date, time: "10:00", lastName: "Ανείδωτη" }),
    await book({ date, time: "10:30", lastName: "Τηλεφωνίδου", phone: "6944123456" }),
    await book({ date, time: "11:00", lastName: "Γραμματίδου", email: "grammatidou@example.gr" }),
  ] as const;
}

/** What stands in the way of the same time elsewhere */
async function fillOthers(date: string, times: readonly string[]): Promise<void> {
  for (const time of times) for (const queue of [1, 3]) await book({ date, time, queue, lastName: "Άλλου" });
}

const submit = (page: Page, name: RegExp | string) => page.getByRole("button", { name });
const impact = (page: Page) => page.getByRole("table", { name: "Προτεινόμενες μεταφορές" });

test("absence in one act from the plan, by keyboard: seen, decided, done, and taken back", async ({ browser }) => {
  const page = await openHead(browser);
  const date = inDays(3);
  const [unseen, phoned, written] = await threeAt(date);
  await fillOthers(date, ["10:30", "11:00"]);
  await page.goto(`${own.url}/offices/${OFFICE}/days/${date}`);
  await expect(page.getByRole("link", { name: /^Απουσία… Ουρά \d$/ })).toHaveCount(3);
  await atEveryWidth(page, "plan with absence");
  await page.getByRole("link", { name: "Απουσία… Ουρά 2" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Επηρεάζονται 3 ραντεβού" })).toBeVisible();
  await expect(impact(page).getByRole("row")).toHaveCount(4);
  await page.setViewportSize({ width: 1440, height: 900 });
  await atEveryWidth(page, "absence");
  await page.setViewportSize({ width: 320, height: 900 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(impact(page).getByRole("row", { name: /ΑΝΕΙΔΩΤΗ/ })).toContainText("Δεν χρειάζεται, ίδια ώρα");
  await expect(impact(page).getByRole("row", { name: /ΑΝΕΙΔΩΤΗ/ })).toContainText("Χωρίς στοιχεία επικοινωνίας");
  await expect(impact(page).getByRole("row", { name: /ΤΗΛΕΦΩΝΙΔΟΥ/ })).toContainText("Λίστα κλήσεων");
  await expect(impact(page).getByRole("row", { name: /ΓΡΑΜΜΑΤΙΔΟΥ/ })).toContainText("E-mail, αυτόματα");
  await page.getByRole("radio", { name: "Όλη την ημέρα" }).focus();
  await page.keyboard.press("Enter");
  await expect(submit(page, "Εξαίρεση και μεταφορά 3 ραντεβού")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Η εξαίρεση προστέθηκε και μεταφέρθηκαν 3 ραντεβού.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/days/${date}`));
  expect(await now(unseen.id)).toMatchObject({ time: "10:00", queue: 1 });
  for (const { id } of [phoned, written]) expect((await now(id)).queue).not.toBe(2);
  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκε. Όλα είναι όπως πριν.")).toBeVisible();
  for (const { id } of [unseen, phoned, written]) expect((await now(id)).queue).toBe(2);
});
