import { expect } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { expectApiAgrees, expectHistoryAgrees, expectViewAgrees } from "./agreement.ts";
import { act, bookAll, giveGate, type Ledger, moveSomewhere } from "./busy-day.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { openPlan } from "./person.ts";

const OFFICE = "9904";
const COUNT = 120;
let own: OwnPlatform;

test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
});
test.afterAll(() => own.close());

test("a busy day: what the plan, the API, the SQL view and the history say is the same", {
  tag: ["@commit", "@proof"],
}, async ({ page }) => {
  // The office has one clerk; the directory sends her a second, who had no gate until now.
  await giveGate(own.platform, "petros", OFFICE);
  const [head, first, second] = await Promise.all(["rea", "ilias", "petros"].map((id) => signInByHttp(own.url, id)));
  const desks = [head, first, second] as [Desk, Desk, Desk];
  const today = await todayOf(head as Desk);
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();

  const ledger = await bookAll(desks, OFFICE, tomorrow, COUNT);
  expect(ledger.size).toBe(COUNT);
  await workThrough(desks, ledger, BEFORE);
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  await letTheDayCome(ledger, yesterday);
  await workThrough(desks, ledger, AT_THE_COUNTER);

  await expectApiAgrees(head as Desk, OFFICE, yesterday, ledger);
  await expectViewAgrees(own.sql, OFFICE, ledger);
  await expectHistoryAgrees(head as Desk, OFFICE, ledger);

  await openPlan(page, "ilias", `${own.url}/offices/${OFFICE}/days/${yesterday}`);
  const live = [...ledger.values()].filter(({ status }) => status !== "cancelled");
  const cards = page.locator("[data-appointment]");
  await expect(cards).toHaveCount(live.length);
  const shown = await cards.evaluateAll((links) => links.map((link) => link.getAttribute("data-appointment")));
  expect(new Set(shown)).toEqual(new Set(live.map(({ id }) => id)));
  for (const { id, time } of live) await expect(page.locator(`[data-appointment="${id}"]`)).toContainText(time);
});

const todayOf = async (desk: Desk): Promise<string> =>
  (await desk.ask("GET", `/api/offices/${OFFICE}/days/2026-11-24`)).body.now.date;

/** What becomes of every sixteenth appointment, counted from 0; the others stay booked. */
type Fates = Readonly<Record<number, readonly string[]>>;
const BEFORE: Fates = { 0: ["move"], 1: ["cancellation", "undo"], 8: ["move"], 9: ["cancellation"] };
const AT_THE_COUNTER: Fates = {
  3: ["arrival", "service-start", "completion"],
  5: ["no-show", "undo"],
  11: ["arrival", "service-start", "completion", "undo"],
  13: ["no-show"],
};

/** The acts at the counter wait for their day: it was yesterday, whatever the hour is. */
async function letTheDayCome(ledger: Ledger, date: string): Promise<void> {
  await own.sql.query(
    `update appointment set starts_at = (starts_at at time zone 'Europe/Athens' - interval '2 days') at time zone 'Europe/Athens',
       ends_at = (ends_at at time zone 'Europe/Athens' - interval '2 days') at time zone 'Europe/Athens'
     from office where office.id = office_id and code = $1`,
    [OFFICE],
  );
  for (const [id, appointment] of ledger) ledger.set(id, { ...appointment, date });
}

/** All three desks in turn. */
async function workThrough(desks: readonly Desk[], ledger: Ledger, fates: Fates): Promise<void> {
  for (const [index, id] of [...ledger.keys()].entries()) {
    const desk = desks[index % desks.length] as Desk;
    for (const what of fates[index % 16] ?? []) {
      if (what === "move") await moveSomewhere(desk, ledger, id);
      else await act(desk, ledger, id, what);
    }
  }
}
