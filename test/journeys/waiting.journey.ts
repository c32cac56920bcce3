import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Desk } from "../desk.ts";
import { atEachOfThreeWidths, atEveryWidth, expectAccessible } from "./accessible.ts";
import { bar, type CounterDay, openCounterDay, SERVICE } from "./counter-day.ts";
import { test } from "./journey.ts";
import { openPlan, signIn, withoutNews } from "./person.ts";

let own: CounterDay;
let desk: Desk;
let date: string;

test.beforeAll(async () => {
  own = await openCounterDay();
  desk = own.desk;
});
test.afterAll(() => own.close());
test.beforeEach(async () => {
  date = await own.emptyDay();
});

const path = (rest: string) => own.path(rest);
const tickets = () => own.tickets();
const walkIn = async () =>
  (await desk.ask("POST", path("walk-ins"), { body: { service: SERVICE }, key: randomUUID() })).body;
const statuses = async () => (await tickets()).map(({ status }: { status: string }) => status);

/** Somebody in each place that begins before a number would be due. */
async function fillUp(): Promise<void> {
  while ((await walkIn()).ticket === null);
  await own.sql.query("update ticket set status = 'withdrawn'");
}

test("without an appointment and without a name: three keys, and they are here", { tag: "@proof" }, async ({
  page,
}) => {
  await signIn(page, "ilias", own.url);
  await expect(bar(page)).toContainText("Κανείς δεν περιμένει");
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Υπηρεσία" }).getByRole("radio", { checked: true })).toBeFocused();
  await atEveryWidth(page, "a walk-in without a name");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Προσήλθε χωρίς όνομα: /)).toBeVisible();
  await expect(bar(page)).toContainText("1 άτομο");
  await expect(page.getByRole("button", { name: "Αναίρεση: Προσήλθε" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Αναίρεση: Καταχώριση" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(bar(page)).toContainText("0 άτομα");
});

test("an office that is full: a number, called, served by one key, the next one too, and taken back as one", {
  tag: ["@commit", "@proof"],
}, async ({ page }) => {
  await fillUp();
  await own.sql.query("update appointment set status = 'served' where live");
  await signIn(page, "ilias", own.url);
  await expect(bar(page)).toContainText("Κανείς δεν περιμένει");
  for (const number of ["Α 00", "Α 00"]) {
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await expect(
      page.getByText(new RegExp(`^Αριθμός ${number.replace(" ", "\\s")}\\d: πείτε τον στον πολίτη`)).last(),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Αναίρεση: Αριθμός" }).last()).toBeVisible();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await expect(bar(page)).toContainText(/2\sάτομα,\sέως\s[01]′/);
  await atEachOfThreeWidths(page, "two numbers");
  await page.setViewportSize({ width: 1366, height: 768 });
  const [first] = await tickets();
  await bar(page)
    .getByRole("button", { name: /περιμένει/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: /^Κλήση: / }).click();
  await expect.poll(async () => (await tickets())[0].calledAt).not.toBeNull();
  await expect(page.getByRole("button", { name: "Αναίρεση: Κλήση στη θυρίδα" })).toBeVisible();
  await page.keyboard.press("k");
  await expect.poll(statuses).toEqual(["in-service", "arrived"]);
  await expect(page.getByText(/^Εξυπηρετείται: Α/)).toBeVisible();
  // It asks whether who has just begun was served.
  const soon = page.getByRole("dialog", { name: /^Μόλις άρχισε: Α/ });
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(soon).toBeVisible({ timeout: 300 });
  }).toPass();
  expect(await statuses()).toEqual(["in-service", "arrived"]);
  await atEachOfThreeWidths(page, "was who has just begun served?");
  await page.setViewportSize({ width: 1366, height: 768 });
  await soon.getByRole("menuitem", { name: "Ναι, εξυπηρετήθηκε" }).click();
  await expect.poll(statuses).toEqual(["served", "in-service"]);
  await expect(page.getByText(/^Εξυπηρετείται: Α.*\. Ολοκληρώθηκε: Α/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Αναίρεση: Επόμενος" }).last()).toBeVisible();
  // Step by step.
  await page.keyboard.press("Control+z");
  await expect.poll(statuses).toEqual(["in-service", "arrived"]);
  await expect(page.getByText("Αναιρέθηκε: «Επόμενος»")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(statuses).toEqual(["arrived", "arrived"]);
  expect((await tickets())[0].id).toBe(first.id);
});

/** Two who are here for one counter, and one of them is served. */
async function twoAtOneCounter(): Promise<{ readonly served: string; readonly second: string }> {
  const [{ appointment: served }, { appointment: second }] = [await walkIn(), await walkIn()];
  const hour = Temporal.Now.zonedDateTimeISO("Europe/Athens").hour < 12 ? "1 hour" : "-1 hour";
  await own.sql.query(
    `update appointment set queue = $2, starts_at = starts_at + $3::interval, ends_at = ends_at + $3::interval,
       last_name = 'Ρεματίδης', first_name = 'Κωνσταντίνος' where id = $1`,
    [second.id, served.queue, hour],
  );
  await own.sql.query("update appointment set last_name = 'Αμπελάκη', first_name = 'Φωτεινή' where id = $1", [
    served.id,
  ]);
  const started = await desk.ask("POST", path(`appointments/${served.id}/service-start`));
  expect(started.status).toBe(200);
  return { served: served.id, second: second.id };
}
const statusesOf = async (ids: readonly string[]) => {
  const { appointments } = (await desk.ask("GET", path(`days/${date}`))).body;
  return ids.map((id) => appointments.find((one: { id: string }) => one.id === id).status);
};

test("«Έναρξη» where somebody is served asks whose visit goes on, at the card and by its key, and is taken back as one", async ({
  page,
}) => {
  const { served, second } = await twoAtOneCounter();
  const now = () => statusesOf([served, second]);
  await openPlan(page, "ilias", own.url);
  const lever = page.getByRole("button", { name: /^Έναρξη: ΡΕΜΑΤΙΔΗΣ/ });
  const question = page.getByRole("dialog", { name: /εξυπηρετείται τώρα ΑΜΠΕΛΑΚΗ/ });
  await lever.click();
  await expect(question).toBeVisible();
  await atEachOfThreeWidths(page, "whose visit goes on");
  await page.setViewportSize({ width: 1366, height: 768 });
  await question.getByRole("menuitem", { name: "Πίσω" }).click();
  await expect(question).toBeHidden();
  expect(await now()).toEqual(["in-service", "arrived"]);

  await page.locator(`a[data-appointment="${second}"]`).focus();
  await page.keyboard.press("s");
  await expect(question.getByRole("menuitem", { name: /^Ολοκλήρωση: ΑΜΠΕΛΑΚΗ.*Έναρξη: ΡΕΜΑΤΙΔΗΣ/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(now).toEqual(["served", "in-service"]);
  await page.keyboard.press("Control+z");
  await expect.poll(now).toEqual(["in-service", "arrived"]);
  await expect(lever).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ολοκλήρωση: ΑΜΠΕΛΑΚΗ/ })).toBeVisible();

  await page.locator(`a[data-appointment="${second}"]`).focus();
  await page.keyboard.press("s");
  await question.getByRole("menuitem", { name: "Έναρξη, και οι δύο μαζί" }).click();
  await expect.poll(now).toEqual(["in-service", "in-service"]);
  await expect(page.getByText(/^Εξυπηρετείται: ΡΕΜΑΤΙΔΗΣ .*Μαζί με: ΑΜΠΕΛΑΚΗ/)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(now).toEqual(["in-service", "arrived"]);
});

test("a desk that has not heard yet who is served is asked with the picture as it is by now", async ({ page }) => {
  await withoutNews(page);
  const { served, second } = await twoAtOneCounter();
  await desk.ask("POST", path(`appointments/${served}/undo`), { version: 3 });
  await openPlan(page, "ilias", own.url);
  await expect(page.getByRole("button", { name: /^Έναρξη: ΑΜΠΕΛΑΚΗ/ })).toBeVisible();
  expect((await desk.ask("POST", path(`appointments/${served}/service-start`))).status).toBe(200);
  await page.getByRole("button", { name: /^Έναρξη: ΡΕΜΑΤΙΔΗΣ/ }).click();
  const question = page.getByRole("dialog", { name: /εξυπηρετείται τώρα ΑΜΠΕΛΑΚΗ/ });
  await question.getByRole("menuitem", { name: /^Ολοκλήρωση: / }).click();
  await expect.poll(() => statusesOf([served, second])).toEqual(["served", "in-service"]);
});

test("who went away has left, who could not be helped was turned away, and both are rows of the table", async ({
  page,
}) => {
  await fillUp();
  await walkIn();
  await signIn(page, "ilias", own.url);
  await bar(page)
    .getByRole("button", { name: /περιμένει/ })
    .click();
  await page.getByRole("menuitem", { name: "Έφυγε" }).click();
  await expect.poll(statuses).toEqual(["left"]);
  await page.keyboard.press("a");
  await page.getByRole("radio", { name: "Δεν μπορεί να εξυπηρετηθεί σήμερα" }).check();
  await page.getByRole("button", { name: "Καταχώριση", exact: true }).click();
  await expect(page.getByText("Σημειώθηκε: δεν δόθηκε αριθμός")).toBeVisible();
  await expect.poll(statuses).toEqual(["left", "turned-away"]);
  await page.keyboard.press("v");
  // By another order than the time nothing is folded away.
  await page.getByRole("columnheader", { name: "Κατάσταση" }).getByRole("button").click();
  await expect(page.getByRole("row", { name: /χωρίς θέση .*Έφυγε/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Χωρίς αριθμό.*Δεν εξυπηρετήθηκε/ })).toBeVisible();
  await atEveryWidth(page, "numbers in the table");
  await page.getByRole("button", { name: /^Α\s\d+\s?Έφυγε/ }).click();
  await page.getByRole("menuitem", { name: "Αναίρεση τελευταίας ενέργειας" }).click();
  await expect.poll(statuses).toEqual(["arrived", "turned-away"]);
});

test("numbers obey the table's filters and its order, and are shown where nothing else is", async ({ page }) => {
  await fillUp();
  for (let count = 0; count < 2; count++) expect((await walkIn()).ticket).not.toBeNull();
  const [first] = await tickets();
  expect((await desk.ask("POST", path(`tickets/${first.id}/departure`), { version: 1 })).status).toBe(200);
  await signIn(page, "ilias", `${own.url}/offices/${own.office}/days/${date}?view=table&sort=status`);
  const rows = page.locator("tr:has([data-ticket])");
  await expect(rows).toHaveCount(2);
  await expect(rows.first(), "who waits stands before who has left").toContainText("Περιμένει");
  await page.keyboard.press("f");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("checkbox", { name: /^Έφυγε/ }).check();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("Έφυγε");
  await expect(page.getByRole("status").filter({ hasText: /1 από 2\sαριθμούς/ })).toBeAttached();
  await page.keyboard.press("Escape");
  await atEveryWidth(page, "numbers that a filter left");
  await page.setViewportSize({ width: 1366, height: 768 });

  await own.sql.query("update appointment set status = 'expired' where live");
  await own.sql.query(
    `delete from queue_hours using office where office.id = office_id and code = $1
       and weekday = extract(isodow from $2::date)`,
    [own.office, date],
  );
  await page.goto(`${own.url}/offices/${own.office}/days/${date}`);
  await expect(page.getByText("Καμία ουρά δεν εξυπηρετεί αυτή την ημέρα.")).toBeVisible();
  await expect(bar(page).getByRole("button", { name: /περιμένει/ })).toHaveCount(1);
  await atEveryWidth(page, "a closed day with numbers");
  await page.getByRole("link", { name: "Δείτε στον πίνακα" }).click();
  // By the time, who has left is folded away after a minute.
  await expect(rows.filter({ hasText: "Περιμένει" })).toHaveCount(1);
  await atEveryWidth(page, "a closed day's numbers in the table");
});

test("who has arrived for an appointment is called, and leaves", async ({ page }) => {
  const { appointment } = await walkIn();
  await openPlan(page, "ilias", own.url);
  await page.locator(`[data-appointment="${appointment.id}"]`).click();
  await page.getByRole("button", { name: "Κλήση στη θυρίδα" }).click();
  await expect(page.getByText(/^Κλήθηκε στη θυρίδα: /)).toBeVisible();
  await page.getByRole("region", { name: "Ενέργειες" }).getByRole("button", { name: "Έφυγε" }).click();
  await expect(page.getByText(/^Έφυγε χωρίς να εξυπηρετηθεί: /)).toBeVisible();
  await expect(page.getByText(/Έφυγε στις/)).toBeVisible();
  await atEveryWidth(page, "somebody who left");
});

test("on a phone eight rows of the table stand whole on the first screen, below who is next", async ({ page }) => {
  await own.sql.query("update appointment set status = 'expired' where status = 'cancelled'");
  await own.sql.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name,
       channel, created_at)
     select office.id, gen_random_uuid(), 1 + at % 3, begun.day + at * interval '10 minutes',
       begun.day + (at + 1) * interval '10 minutes', case when at % 4 = 0 then 'arrived' else 'booked' end, now(),
       'copy-certification', (array['Αμπελάκη', 'Ρεματίδης', 'Καρυδά', 'Παπαδόπουλος'])[1 + at % 4], 'Κωνσταντίνος', 'phone', now()
     from office, generate_series(0, 11) as at,
       lateral (select $2::date::timestamp at time zone 'Europe/Athens' as day) as begun where code = $1`,
    [own.office, date],
  );
  // As much more as the line of the trial takes, which no real office has.
  await page.setViewportSize({ width: 390, height: 844 + 38 });
  await signIn(page, "ilias", `${own.url}/offices/${own.office}/days/${date}?view=table`);
  await expect(page.locator("tbody tr[data-row]")).toHaveCount(12);
  const whole = await page.evaluate(() => {
    const foot = (document.querySelector(".day-acts") as Element).getBoundingClientRect().top;
    const rows = [...document.querySelectorAll("tbody tr[data-row]")].map((row) => row.getBoundingClientRect());
    return rows.filter(({ top, bottom }) => top >= 0 && bottom <= foot).length;
  });
  expect(whole).toBeGreaterThanOrEqual(8);
  await expect(bar(page).getByRole("button", { name: "Επόμενος" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Πλάνο ημέρας" })).toBeVisible();
  await expectAccessible(page, "the table's first screen on a phone");
  await page.getByRole("button", { name: /^Όλη η σειρά 3/ }).click();
  await expect(page.getByLabel("Η θυρίδα μου")).toBeVisible();
  await expectAccessible(page, "all of the bar on a phone");
});

test("a second press is of the same finger: for a second «Επόμενος» is deaf, and within twenty it asks first", async ({
  page,
}) => {
  for (let count = 0; count < 2; count++) await own.issue();
  await page.clock.install();
  await openPlan(page, "ilias", own.url);
  await expect(bar(page)).toContainText("2 άτομα");
  const line = bar(page).getByRole("table");
  const soon = page.getByRole("dialog", { name: /^Μόλις άρχισε: Α/ });
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.keyboard.press("k");
  await expect.poll(statuses).toEqual(["in-service", "arrived"]);
  await expect(bar(page)).toContainText("1 άτομο");
  await page.clock.runFor(900);
  await page.keyboard.press("k");
  // Once the key after it was heard, it was heard too.
  await page.keyboard.press("g");
  await expect(line).toBeVisible();
  await expect(soon).toBeHidden();
  await page.clock.runFor(15_000);
  await page.keyboard.press("k");
  await expect(soon).toBeVisible();
  expect(await statuses()).toEqual(["in-service", "arrived"]);
  await page.keyboard.press("Escape");
  await page.clock.runFor(5_000);
  await page.keyboard.press("k");
  await expect.poll(statuses).toEqual(["served", "in-service"]);
});

test("whatever waits, the bar is one row: numbers that don't fit whole are in the line alone, beside the panel too", async ({
  page,
}) => {
  for (let count = 0; count < 12; count++) await own.issue();
  await page.setViewportSize({ width: 1366, height: 768 });
  await openPlan(page, "ilias", own.url);
  await expect(bar(page)).toContainText("12 άτομα");
  const expectOneRow = async (what: string) => {
    const { height, cut, out } = await bar(page).evaluate((section) => {
      const list = (section.querySelector("ul") as Element).getBoundingClientRect();
      const whole = [...section.querySelectorAll("li")]
        .map((item) => item.getBoundingClientRect())
        .filter(({ top }) => top < list.bottom - 1);
      const words = section.querySelector(".waiting__then p") as Element;
      const ends = [...section.children].map((part) => part.getBoundingClientRect().right);
      const out = Math.max(...ends) - section.getBoundingClientRect().right;
      return {
        out: Math.max(out, words.scrollHeight - words.clientHeight),
        height: section.clientHeight,
        cut: whole.filter(({ right }) => right > list.right + 0.5).length,
      };
    });
    expect(height, what).toBeLessThanOrEqual(70);
    expect(out, `${what}: its parts`).toBeLessThanOrEqual(1);
    expect(cut, `${what}: numbers that stick out`).toBe(0);
  };
  await expectOneRow("the bar");
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
  await expectOneRow("the bar beside the panel");
});

test("on a tablet the line stands above the tabs of the queues", async ({ page }) => {
  for (let count = 0; count < 3; count++) await own.issue();
  await page.setViewportSize({ width: 768, height: 1024 });
  await openPlan(page, "ilias", own.url);
  await expect(bar(page)).toContainText("3 άτομα");
  await page.keyboard.press("g");
  const rule = bar(page).getByText("Κάθε θυρίδα καλεί όποιον είναι εδώ");
  await expect(rule).toBeInViewport();
  const isOnTop = await rule.evaluate((caption) => {
    const { left, top, width, height } = caption.getBoundingClientRect();
    return caption.contains(document.elementFromPoint(left + width / 4, top + height / 2));
  });
  expect(isOnTop).toBe(true);
});
