import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { longDate } from "../../src/kit/dates.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { expectAccessible, inEverySetting, spaceOut } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";
import { countingKeyboard, signIn } from "./person.ts";

/** What of a day can be read at a glance: at every width, beside the panel, and with a reader's own text spacing. */
let own: OwnOffice;
const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();
const DAY = inDays(9);
const SLOTS = { 1: 15, 2: 15, 3: 20, 4: 10, 5: 15 } as const;
const SURNAMES = [
  "Θυμαρίδου-Παπανέμου",
  "Αμπελάκη",
  "Χατζηπέτρου-Δημητριάδου",
  "Nowiczek",
  "Κωνσταντινοπούλου",
  "Κυπαρίσση-Γαϊτανίδου",
  "Καΐκας",
  "Παπακωνσταντίνου",
  "Müller-Şahin",
  "Τριανταφυλλάκη",
  "Σταυράκης",
];

test.beforeAll(async () => {
  own = await openOwnOffice();
  own.plants(...VISITS_BY_HAND);
  await fiveQueues();
  await fill(await signInByHttp(own.url, "ilias"));
});
test.afterAll(() => own.close());

/** As in a large office: slots of ten, fifteen and twenty minutes. Ilias serves the second. */
async function fiveQueues(): Promise<void> {
  const ofOffice = "from office where office.id = office_id and code = '9904'";
  await own.sql.query(
    `insert into queue (office_id, number, name, is_active, slot_minutes)
     select id, number, 'Ουρά ' || number, true, 15 from office, generate_series(4, 5) as number where code = '9904'`,
  );
  for (const [number, slot] of Object.entries(SLOTS))
    await own.sql.query(`update queue set slot_minutes = $1, employee_id = null ${ofOffice} and number = $2`, [
      slot,
      Number(number),
    ]);
  await own.sql.query(
    `update queue set employee_id = employee.id from office, employee
     where office.id = office_id and code = '9904' and number = 2 and last_name = 'Θεμελιώτης'`,
  );
  await own.sql.query("delete from queue_hours using office where office.id = office_id and code = '9904'");
  await own.sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select id, number, weekday, 480, 900 from office, generate_series(1, 5) as number, generate_series(1, 7) as weekday
     where code = '9904'`,
  );
}

async function fill(desk: Desk): Promise<void> {
  let index = 0;
  for (const [queue, slot] of Object.entries(SLOTS))
    for (let minute = 480; minute < 690; minute += slot) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      const lastName = SURNAMES[index++ % SURNAMES.length];
      const person = { lastName, firstName: "Αικατερίνη", service: "copy-certification", channel: "phone" };
      const body = { date: DAY, time, queue: Number(queue), ...person };
      const reply = await desk.ask("POST", `${own.api}/appointments`, { body, key: randomUUID() });
      expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    }
}

const address = (search = "", date = DAY) => `${own.url}/offices/9904/days/${date}${search}`;
const widths = [320, 390, 768, 1280, 1366, 1440, 1920];

async function openDay(page: Page, width: number, search = ""): Promise<void> {
  await page.setViewportSize({ width, height: 768 });
  await page.goto(address(search));
  await expect(page.locator(".card").first()).toBeAttached();
  await page.evaluate(() => document.fonts.ready);
}

interface Seen {
  readonly names: number;
  readonly cut: readonly string[];
  readonly minutes: number;
  /** Of the lowest free slot in sight, in px */
  readonly lowest: number;
}

/** Of the cards that are shown: whose surname is not whole; of the queues, too; and how many minutes are in sight at once. */
const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLElement>(".card:not(.is-new) .card__name")].filter(
      (name) => name.getClientRects().length > 0,
    );
    const isCut = (name: HTMLElement) => {
      const text = document.createRange();
      text.selectNodeContents(name);
      const words = text.getBoundingClientRect();
      const card = (name.closest("li") as HTMLElement).getBoundingClientRect();
      const isOut = words.left < card.left || words.right > card.right + 1 || words.bottom > card.bottom + 3;
      return isOut || name.scrollWidth > name.clientWidth + 1 || name.scrollHeight > name.clientHeight + 3;
    };
    const queues = [...document.querySelectorAll<HTMLElement>(".column__name, .queue-tabs button")].filter(
      (name) => name.getClientRects().length > 0 && name.scrollWidth > name.clientWidth,
    );
    const plan = document.querySelector<HTMLElement>(".plan") as HTMLElement;
    const body = plan.querySelector<HTMLElement>(".column__body") as HTMLElement;
    const head = plan.querySelector<HTMLElement>(".column__head") as HTMLElement;
    const perMinute = body.offsetHeight / Number(plan.style.getPropertyValue("--minutes"));
    const free = [...document.querySelectorAll<HTMLElement>(".free")].filter(
      (slot) => slot.getClientRects().length > 0,
    );
    return {
      lowest: Math.min(...free.map((slot) => slot.getBoundingClientRect().height)),
      names: names.length,
      cut: [...names.filter(isCut), ...queues].map((name) => name.textContent ?? ""),
      minutes: (plan.clientHeight - head.offsetHeight) / perMinute,
    };
  });

test("no surname is cut, whatever the width, beside the panel and with wide text spacing", async ({ page }) => {
  test.slow();
  await signIn(page, "ilias", address());
  for (const width of widths)
    for (const search of width < 1200 ? [""] : ["", "?panel=new"]) {
      await openDay(page, width, search);
      if (search) await expect(page.locator(".card.is-new")).toBeInViewport();
      const state = `${width} px ${search}`;
      const plain = await look(page);
      expect(plain.names, state).toBeGreaterThan(10);
      expect(plain.cut, state).toEqual([]);
      expect(plain.lowest, state).toBeGreaterThanOrEqual(24);
      await spaceOut(page);
      expect((await look(page)).cut, `${state} with text spacing`).toEqual([]);
    }
});

test("three hours of the day are in sight on a common office screen", async ({ page }) => {
  await signIn(page, "ilias", address());
  await openDay(page, 1366);
  expect((await look(page)).minutes).toBeGreaterThanOrEqual(180);
  await expectAccessible(page, "five queues, ten minutes among them");
});

test("at N no button of the head moves, and the chosen place is in sight, green and named new", async ({ page }) => {
  await signIn(page, "ilias", address());
  await openDay(page, 1366);
  const places = () =>
    page
      .locator(".page-head :is(a, button)")
      .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  await page.keyboard.press("n");
  const chosen = page.locator(".card.is-new");
  await expect(chosen).toBeInViewport();
  await expect(chosen).toContainText("νέο");
  expect(await places()).toEqual(before);
  await expectAccessible(page, "the plan of five queues beside the panel");
  await page.getByLabel("Επώνυμο").fill("Ακάλυπτη");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ηρώ");
  await page.keyboard.press("Control+Enter");
  const toast = page.locator(".toast", { hasText: "Καταχωρίστηκε για" });
  await expect(toast).toBeVisible();
  const [told, mine] = await Promise.all([toast.boundingBox(), page.locator(".column--mine").boundingBox()]);
  expect(told?.x, "what is said lies beside her own queue").toBeGreaterThanOrEqual((mine?.x ?? 0) + (mine?.width ?? 0));
});

test("what the search opened is in sight, however late and far to the right it stands", async ({ page }) => {
  const desk = await signInByHttp(own.url, "ilias");
  const who = { lastName: "Ξεχασμένου", firstName: "Ευρυδίκη", service: "copy-certification", channel: "phone" };
  const body = { date: DAY, time: "14:45", queue: 5, ...who };
  const { id, reference } = (await desk.ask("POST", `${own.api}/appointments`, { body, key: randomUUID() })).body;
  await signIn(page, "ilias", address());
  for (const width of [1280, 1366]) {
    await openDay(page, width);
    const card = page.locator(`[data-appointment="${id}"]`);
    await expect(card).not.toBeInViewport();
    await page.keyboard.press("Slash");
    await page.keyboard.type(reference);
    await expect(page.getByRole("option", { name: /ΞΕΧΑΣΜΕΝΟΥ/ })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`panel=${id}`));
    await expect(card).toBeInViewport({ ratio: 1 });
  }
});

test("my own queue stands first, and its heading says so", async ({ page }) => {
  await signIn(page, "ilias", address());
  await openDay(page, 1366);
  await expect(page.locator(".column h2").first()).toHaveText(/Ουρά 2.*η ουρά μου/);
  // Else the page would go on by itself once somebody else is signed in.
  await page.goto("about:blank");
  await signIn(page, "rea", address());
  await openDay(page, 1366);
  await expect(page.locator(".column h2").first()).toHaveText(/^Ουρά 1/);
});

test("another day is heard and has the focus at its heading, by key, link and Back", async ({ page }) => {
  await signIn(page, "ilias", address());
  await openDay(page, 1366);
  const heading = page.getByRole("heading", { level: 1 });
  const said = page.getByRole("status").filter({ hasText: /^Πλάνο ημέρας, / });
  await page.locator("[data-appointment]").first().focus();
  await page.keyboard.press("BracketRight");
  await expect(heading).toBeFocused();
  const day = (await heading.textContent())?.match(/\p{L}+ \d+ \p{L}+ \d{4}/u)?.[0];
  await expect(said).toHaveText(`Πλάνο ημέρας, ${day}: 0\u00a0ραντεβού`);
  await page.getByRole("link", { name: /^Προηγούμενη ημέρα/ }).click();
  await expect(heading).toBeFocused();
  await expect(said).toContainText(/: \d\d\u00a0ραντεβού/);
  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /ουρών εξυπηρέτησης/ })).toBeFocused();
  await page.goBack();
  await expect(heading).toBeFocused();
  await page.locator("[data-appointment]").first().focus();
  await page.keyboard.press("t");
  await expect(heading).toBeFocused();
  await expect(said).toContainText(`Πλάνο ημέρας, ${longDate(inDays(0), "el")}: `);
  await page.keyboard.press("v");
  await expect(page.getByRole("status").filter({ hasText: /^Πίνακας, / })).toContainText(longDate(inDays(0), "el"));
  await expect(heading).toBeFocused();
  await page.keyboard.press("v");
  await expect(said).toContainText(`Πλάνο ημέρας, ${longDate(inDays(0), "el")}: `);
  await expect(heading).toBeFocused();
  await openDay(page, 1366);
  // Whoever types in an open form goes on typing.
  await page.keyboard.press("n");
  await page.getByLabel("Επώνυμο").fill("Παπα");
  await page.getByRole("link", { name: /^Επόμενη ημέρα/ }).click();
  await page.getByLabel("Επώνυμο").focus();
  await expect(said).toHaveText(`Πλάνο ημέρας, ${day}: 0\u00a0ραντεβού`);
});

test("a filter takes a dozen keys at most", async ({ page }) => {
  await signIn(page, "ilias", address("?view=table"));
  await expect(page.getByRole("table")).toBeVisible();
  const keyboard = countingKeyboard(page);
  await keyboard.press("f");
  await keyboard.press("ArrowDown");
  await keyboard.press("Space");
  await keyboard.press("ArrowRight");
  await keyboard.press("Space");
  await keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Ουρά: 2/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Κατάσταση: Αναμένεται/ })).toBeVisible();
  expect(keyboard.keys()).toBeLessThanOrEqual(12);
  await expect(page.getByRole("button", { name: "Κατάσταση Αναμένεται" })).toBeFocused();
});

test("where the reader's own colours replace ours, the glyphs are seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await signIn(page, "ilias", address());
  await openDay(page, 1366);
  const [glyph, text] = await page.evaluate(() =>
    [".card .status-glyph", ".column h2"].map(
      (what) => getComputedStyle(document.querySelector(what) as Element).color,
    ),
  );
  expect(glyph).toBe(text);
});

test("on a phone: one line of head, rows on the first screen, and none of them under the acts", async ({ page }) => {
  await signIn(page, "ilias", address());
  for (const [width, rows] of [
    [390, 6],
    [320, 5],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(address());
    const cards = page.locator(".column.is-shown .card");
    await expect(cards.first()).toBeVisible();
    await expectAccessible(page, `the day at ${width} px`);
    const seen = await page.evaluate(() => {
      const bar = (document.querySelector(".day-acts") as Element).getBoundingClientRect().top;
      const shown = [...document.querySelectorAll(".column.is-shown .card")].map((card) =>
        card.getBoundingClientRect(),
      );
      const whole = shown.filter(({ top, bottom }) => top >= 0 && bottom <= bar).length;
      scrollTo(0, document.documentElement.scrollHeight);
      const foot = (document.querySelector(".plan-foot") as Element).getBoundingClientRect().bottom;
      return { whole, head: (document.querySelector(".top-bar") as HTMLElement).offsetHeight, isFree: foot <= bar };
    });
    expect(seen.whole, `${width} px`).toBeGreaterThanOrEqual(rows);
    expect(seen.head).toBeLessThanOrEqual(60);
    expect(seen.isFree).toBe(true);
  }
  await page.getByRole("button", { name: "Μενού" }).click();
  await expectAccessible(page, "the menu of a phone");
  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
  await expect(page.getByRole("button", { name: "Μενού" })).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("heading", { level: 1, name: /ουρών εξυπηρέτησης/ })).toBeFocused();
});

test("a closed day with people: the banner says who closed it and why, and leads to where they are settled", async ({
  page,
}) => {
  const reply = await own.ministry.ask("POST", "/api/ministry/closures", {
    body: { region: null, from: DAY, to: DAY, reason: "Πανελλαδική απεργία" },
    key: randomUUID(),
  });
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, "rea", address());
  const banner = page.locator(".closed-banner");
  const decided = inDays(0).split("-").reverse().join("/");
  await expect(banner).toContainText(`: Πανελλαδική απεργία. Ορίστηκε από το Υπουργείο για όλη τη χώρα, ${decided}.`);
  await expect(banner).toContainText(/\d+\u00a0άτομα έχουν ακόμη ραντεβού εδώ\./);
  await inEverySetting(page, "a closed day with people");
  await expect(page.getByRole("button", { name: /^Νέο ραντεβού/ })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("n");
  await expect(page.getByText("Νέα ραντεβού δεν μπαίνουν αυτή την ημέρα.").last()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toHaveCount(0);
  await banner.getByRole("link", { name: /^Προς τακτοποίηση, \d+$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /τακτοποίηση/i })).toBeFocused();
});

test("how long somebody waits or is late stands on a card whole or not at all, never in part", async ({ page }) => {
  await standToday();
  const before = clock();
  await signIn(page, "ilias", address("", inDays(0)));
  for (const width of [768, 1280, 1366, 1920])
    for (const search of width < 1200 ? [""] : ["", "?panel=new"]) {
      await page.setViewportSize({ width, height: 768 });
      await page.goto(address(search, inDays(0)));
      await expect(page.locator(".card").first()).toBeAttached();
      await page.evaluate(() => document.fonts.ready);
      expect((await look(page)).cut, `${width} px ${search}`).toEqual([]);
      const { whole, cut } = await statesShown(page);
      expect(cut, `${width} px ${search}`).toEqual([]);
      expect(whole, `${width} px ${search}`).toBeGreaterThan(5);
    }
  await expectDelays(page, before);
});

const clock = () => Temporal.Now.plainTimeISO("Europe/Athens").toString({ smallestUnit: "minute" });

/** At any hour: whatever begins between the two looks at the clock may say either. */
async function expectDelays(page: Page, before: string): Promise<void> {
  const cards = await page.locator(".card:is(.is-arrived, .is-booked)").allTextContents();
  const after = clock();
  const cameAt = Temporal.PlainTime.from(before)
    .subtract({ minutes: WAITED_MINUTES })
    .toString({ smallestUnit: "minute" });
  for (const card of cards) {
    const time = /\d\d:\d\d/.exec(card)?.[0] ?? "";
    const hasCome = card.startsWith("Προσήλθε");
    // Who was early waits from their own time.
    const waits = time <= cameAt ? /περιμένει 10\d′/ : /περιμένει \d+′/;
    if (time < before) expect(card).toMatch(hasCome ? waits : /άργησε \d+′/);
    if (time > after) expect(card).toMatch(hasCome ? /ήρθε \d\d:\d\d/ : /^(?!.*άργησε)/);
  }
}

const WAITED_MINUTES = 100;

/** The people of that day are here today: they have waited for 100 minutes, came early, are awaited, or did not come. */
async function standToday(): Promise<void> {
  const here = "office_id = (select id from office where code = '9904')";
  await own.sql.query(`update appointment set status = 'cancelled' where ${here} and not last_name = any($1)`, [
    SURNAMES,
  ]);
  await own.sql.query(
    `update appointment set starts_at = (starts_at at time zone 'Europe/Athens' - interval '9 days') at time zone 'Europe/Athens',
       ends_at = (ends_at at time zone 'Europe/Athens' - interval '9 days') at time zone 'Europe/Athens',
       status = case extract(minute from starts_at)::integer % 4 when 2 then 'no-show' when 3 then 'booked' else 'arrived' end,
       status_at = now() - interval '${WAITED_MINUTES} minutes'
     where ${here} and last_name = any($1)`,
    [SURNAMES],
  );
}

/** Of the words and minutes at the ends of cards: those in sight, and those of which only a part is. */
const statesShown = (page: Page): Promise<{ whole: number; cut: string[] }> =>
  page.evaluate(() => {
    const states = [...document.querySelectorAll<HTMLElement>(".card__state")].filter(
      (state) => state.getClientRects().length > 0,
    );
    const parts = states.flatMap((state) => {
      const seen = state.getBoundingClientRect();
      const line = (state.closest(".card__more") as HTMLElement).getBoundingClientRect();
      return [...state.querySelectorAll<HTMLElement>("span:not(.visually-hidden)")]
        .map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.top < Math.min(seen.bottom, line.bottom) - 2)
        .map(({ text, box }) => ({ text, isWhole: box.left >= seen.left - 1 && box.right <= seen.right + 1 }));
    });
    return {
      whole: parts.filter(({ isWhole }) => isWhole).length,
      cut: parts.filter(({ isWhole }) => !isWhole).map(({ text }) => text ?? ""),
    };
  });
