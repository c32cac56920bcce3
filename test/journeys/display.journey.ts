import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { expectAccessible } from "./accessible.ts";
import { aCable } from "./cable.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** Two screens of an office that show whom its counters call, as they hang there all day. */
let own: OwnPlatform;
let clerk: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  await own.sql.query(
    `with added as (
       insert into queue (office_id, number, name, is_active, slot_minutes)
       select id, number, 'Ουρά ' || number, true, 10 from office, generate_series(4, 5) as number where code = '9904'
       returning office_id, number)
     insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select office_id, number, weekday, 0, 1440 from added, generate_series(1, 7) as weekday`,
  );
  await own.sql.query("update queue set arrow = 'right' from office where id = office_id and code = '9904'");
  clerk = await signInByHttp(own.url, "ilias");
});
test.afterAll(() => own.close());

/** With room for a machine that is busy; how soon a call comes is measured in src/entrance/display/display.test.ts. */
const SOON = { timeout: 20_000 };

async function ask(path: string, body: object) {
  const reply = await clerk.ask("POST", `/api/offices/9904/${path}`, { key: randomUUID(), body });
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  return reply.body;
}
const give = () => ask("tickets", { service: "signature-certification" });
/** Ends whatever the counter has, as the clerk sees it */
const call = (queue: number) => ask(`queues/${queue}/next`, { ends: [] });

async function screen(browser: Browser, address: string, [width, height] = [1920, 1080]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: "el-GR" });
  const page = await context.newPage();
  await page.goto(address);
  expect(new URL(page.url()).pathname).toBe("/display");
  return page;
}

const large = (page: Page) => page.getByRole("group", { name: "Τελευταία κλήση" });
const numberIn = (page: Page) => large(page).locator("[data-number]");
const row = (page: Page, number: string) => page.getByRole("row").filter({ hasText: number });

test("the head makes displays; calls at one moment are on both, one after the other; a kill and a removal leave no number", async ({
  page,
  browser,
}) => {
  const addresses = await twoDisplays(page);
  const [tv, upright] = [
    await screen(browser, addresses[0] as string),
    await screen(browser, addresses[1] as string, [1080, 1920]),
  ];
  const screens = [tv, upright];
  for (const one of screens) {
    await expect(one.getByRole("heading", { name: "Καλώς ήρθατε" })).toBeVisible(SOON);
    await expect(one.getByText("Η σειρά είναι μία.")).toBeVisible();
    await expectAccessible(one, "a display on which nobody is called");
  }
  await Promise.all([give(), give(), give()]);
  // One right after the other: which of several at the very same moment is the latest, nobody can say.
  for (const counter of [1, 2, 3]) await call(counter);
  for (const one of screens) {
    for (const number of ["001", "002", "003"])
      await expect(one.getByText(`Α\u00a0${number}`).first()).toBeVisible(SOON);
    // The first of them is the large one; the others stand below until it is their turn.
    await expect(numberIn(one)).toHaveText("Α\u00a0003", SOON);
    await expect(row(one, "Α\u00a0003")).toHaveCount(0);
    await expect(row(one, "Α\u00a0001")).toHaveCount(1);
    await expect(one.locator("#call")).toHaveText(/^Α\s003, θυρίδα [123], δεξιά$/);
    await expectAccessible(one, "a display with calls");
    await expectReadable(one);
  }

  await own.platform.kill("SIGKILL");
  for (const one of screens) {
    await expect(one.getByRole("heading", { name: "Χωρίς σύνδεση" })).toBeVisible(SOON);
    await expectNoNumber(one);
    await expectAccessible(one, "a display without its server");
    await expectReadable(one);
  }
  await own.restart();
  for (const one of screens) {
    await expect(numberIn(one)).toHaveText("Α\u00a0003", SOON);
    await expect(one.locator("time")).toHaveText(/^\d\d:\d\d$/);
  }

  await page.reload();
  await page.getByRole("button", { name: "Κατάργηση: Αναμονή 1" }).press("Enter");
  await expect(tv.getByRole("heading", { name: "Η οθόνη δεν χρησιμοποιείται" })).toBeVisible(SOON);
  await expectNoNumber(tv);
  await expectAccessible(tv, "a display that was removed");
  await give();
  await call(4);
  await expect(numberIn(upright)).toHaveText("Α\u00a0004", SOON);
});

test("without a network it says so as well, and all comes back by itself; sound needs one press", async ({
  page,
  browser,
}) => {
  const [address] = await twoDisplays(page);
  const cable = await aCable(own.platform.port);
  const tv = await screen(browser, cable.url + new URL(address as string).pathname);
  await give();
  const { called } = await call(5);
  const number = called.ticket.number.replace(/^./, "$&\u00a0");
  await expect(numberIn(tv)).toHaveText(number, { timeout: 60_000 });
  await expect(tv.getByRole("button", { name: "Χωρίς ήχο. Πατήστε για ήχο" })).toBeVisible();
  await tv.mouse.click(600, 600);
  await expect(tv.getByRole("button", { name: "Χωρίς ήχο" })).toBeHidden();
  cable.pull();
  await expect(tv.getByRole("heading", { name: "Χωρίς σύνδεση" })).toBeVisible(SOON);
  await expectNoNumber(tv);
  cable.plugIn();
  await expect(numberIn(tv)).toHaveText(number, SOON);
  cable.close();
});

async function twoDisplays(page: Page): Promise<string[]> {
  await signIn(page, "rea", `${own.url}/offices/9904/settings?tab=entrance`);
  const addresses = [];
  for (const name of ["Αναμονή 1", "Αναμονή 2"]) {
    await page.getByRole("button", { name: "Νέα οθόνη" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Στην αναμονή").check();
    await dialog.getByLabel("Πού είναι").fill(name);
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(`Η οθόνη «${name}» είναι έτοιμη`)).toBeVisible();
    addresses.push((await dialog.locator(".settings__address").textContent()) ?? "");
    await dialog.getByRole("button", { name: "Εντάξει" }).press("Enter");
  }
  return addresses;
}

async function expectNoNumber(page: Page): Promise<void> {
  expect(await page.locator("body").textContent()).not.toMatch(/[ΑΒΕΚ]\s?\d{3}|\d\d:\d\d/);
}

/** From six metres: 56 px of 1080 lines at least; and nothing is cut off. */
async function expectReadable(page: Page): Promise<void> {
  const { small, out } = await page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest(".dhidden, noscript") &&
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    const isOut = (element: HTMLElement) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
    };
    const sizeOf = (element: HTMLElement) => Number.parseFloat(getComputedStyle(element).fontSize);
    return {
      small: texts.filter((element) => sizeOf(element) < 56).map((element) => element.textContent),
      out: texts.filter(isOut).map((element) => element.textContent),
    };
  });
  expect([small, out]).toEqual([[], []]);
}
