import { randomUUID } from "node:crypto";
import { type Browser, expect } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { field, inDays, LAST_DATE, nobody, openAsHead, storedIn, submit } from "./exception-form.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { signInBeside } from "./person.ts";

/** The form of an exception: every kind of it, and whatever may go wrong while it is filled in. */
const OFFICE = "9904";
let own: OwnPlatform;
let colleague: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  colleague = await signInByHttp(own.url, "ilias");
});
test.beforeEach(() =>
  own.sql.query("delete from exception where office_id = (select id from office where code = '9904')"),
);
test.afterAll(() => own.close());

const FORM = `/offices/${OFFICE}/exceptions/new`;

const openHead = (browser: Browser, path: string) => openAsHead(browser, `${own.url}${path}`);

async function book(date: string, time: string, lastName: string): Promise<string> {
  const body = { queue: 2, date, time, lastName, firstName: "Ελένη", service: "copy-certification", channel: "phone" };
  const reply = await colleague.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body.id;
}

const stored = () => storedIn(own.sql, OFFICE);

test("from now to the end of the day, in two presses from the plan", { tag: "@proof" }, async ({ browser }) => {
  const page = await openHead(browser, `/offices/${OFFICE}/days/${inDays(0)}`);
  await page.getByRole("link", { name: "Απουσία… Ουρά 2" }).click();
  await expect(page.getByRole("radio", { name: /^Από τώρα έως το τέλος \(\d\d:\d\d–24:00\)$/ })).toBeChecked();
  await expect(nobody(page)).toBeVisible();
  await atEveryWidth(page, "the rest of the day");
  await submit(page).click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  const [rest, ...others] = await stored();
  expect(others).toEqual([]);
  expect(rest).toMatchObject({ queue: 2, last: `${inDays(1)} 00:00`, reason: "Απουσία υπαλλήλου" });
  expect(rest?.first.slice(0, 10)).toBe(inDays(0));
});

test("the whole office for three days, then one day less, then not at all", { tag: ["@commit", "@proof"] }, async ({
  browser,
}) => {
  const [first, last, earlier] = [inDays(10), inDays(12), inDays(11)];
  const page = await openHead(browser, FORM);
  await field(page, "Ουρά").selectOption("Όλο το ΚΕΠ");
  await field(page, "Ημερομηνία").fill(first);
  await field(page, LAST_DATE).fill(last);
  await field(page, "Αιτιολογία").selectOption("Τοπική αργία");
  await expect(nobody(page)).toBeVisible();
  await submit(page).click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  expect(await stored()).toMatchObject([
    { queue: null, first: `${first} 00:00`, last: `${inDays(13)} 00:00`, reason: "Τοπική αργία" },
  ]);
  await page.goto(`${own.url}/offices/${OFFICE}/queues`);
  const row = page.getByRole("row").filter({ hasText: "Τοπική αργία" });
  await row.getByRole("link", { name: /^Αλλαγή/ }).click();
  await expect(field(page, "Ουρά")).toHaveValue("office");
  await field(page, LAST_DATE).fill(earlier);
  await submit(page, "Αποθήκευση εξαίρεσης").click();
  await expect(page.getByText("Η εξαίρεση άλλαξε.")).toBeVisible();
  expect(await stored()).toMatchObject([{ queue: null, last: `${last} 00:00` }]);
  await page.goto(`${own.url}/offices/${OFFICE}/queues`);
  await row.getByRole("button", { name: /^Αφαίρεση/ }).click();
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  expect(await stored()).toEqual([]);
});

test("the calendar of what closes counts appointments, the queue's own or all", async ({ browser }) => {
  const date = inDays(20);
  await book(date, "10:00", "Μετρημένη");
  const page = await openHead(browser, FORM);
  await field(page, "Ουρά").selectOption("2");
  await field(page, "Ημερομηνία").fill(date);
  await page.getByRole("button", { name: "Επιλογή από το ημερολόγιο" }).first().click();
  const calendar = page.getByRole("dialog");
  const chosen = calendar.getByRole("gridcell", { selected: true }).getByRole("button");
  await expect(chosen).toHaveAccessibleName(/, 1\sραντεβού$/);
  await expect(calendar.getByText("Μικρός αριθμός: ραντεβού, Ουρά 2")).toBeVisible();
  await atEveryWidth(page, "the calendar with its appointments");
  await page.keyboard.press("PageDown");
  await expect(calendar.getByRole("button", { name: /, κανένα ραντεβού$/ }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await field(page, "Τι αλλάζει").selectOption("Επιπλέον ώρες");
  await page.getByRole("button", { name: "Επιλογή από το ημερολόγιο" }).first().click();
  await expect(calendar.getByRole("grid")).toBeVisible();
  await expect(calendar.getByText(/^Μικρός αριθμός/)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(field(page, "Αιτιολογία")).toHaveValue("demand");
  // No field is said to be marked before one is.
  const save = page.getByRole("button", { name: /^Προσθήκη εξαίρεσης/ });
  await expect(save).toHaveAccessibleDescription(/^Συμπληρώστε ημέρα και ώρες/);
  await save.click({ force: true });
  await expect(field(page, "Από")).toHaveAttribute("aria-invalid", "true");
  await expect(save).toHaveAccessibleDescription(/^Διορθώστε τα πεδία που σημειώνονται/);
});

test("every week the same; one of them removed, then the rest", async ({ browser }) => {
  const page = await openHead(browser, `${FORM}?queue=3&date=${inDays(7)}&from=12:00&to=13:00`);
  await page.getByLabel("Κάθε εβδομάδα, ίδια ημέρα").check();
  await field(page, "Έως και τις").fill(inDays(28));
  await field(page, "Αιτιολογία").selectOption("Υπηρεσιακή συνάντηση");
  await expect(nobody(page)).toBeVisible();
  await submit(page).click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  const all = await stored();
  expect(all.map(({ first }) => first)).toEqual([7, 14, 21, 28].map((days) => `${inDays(days)} 12:00`));
  expect(all.every(({ series }) => series)).toBe(true);
  await page.goto(`${own.url}${FORM}`);
  const rows = page.getByRole("row").filter({ hasText: "12:00–13:00" });
  await expect(rows).toHaveCount(4);
  await rows
    .nth(1)
    .getByRole("button", { name: /^Αφαίρεση:/ })
    .click();
  await expect(rows).toHaveCount(3);
  await rows
    .first()
    .getByRole("button", { name: /^Αφαίρεση σειράς/ })
    .click();
  await expect(rows).toHaveCount(0);
  expect(await stored()).toEqual([]);
});

test("extra hours only where the queue does not serve already", async ({ browser }) => {
  const date = inDays(15);
  const page = await openHead(browser, `${FORM}?queue=2&date=${date}&from=17:00&to=18:00`);
  await field(page, "Τι αλλάζει").selectOption("Επιπλέον ώρες");
  await expect(field(page, "Από")).toHaveAccessibleDescription(
    "Σε αυτές τις ώρες υπάρχει ήδη ωράριο. Γράψτε τις επιπλέον.",
  );
  await atEveryWidth(page, "extra hours refused");
  await expect(submit(page)).toBeDisabled();
  await own.sql.query(
    `update queue_hours set closes_minute = 900 from office
     where office.id = office_id and code = $1 and queue = 2 and weekday = extract(isodow from $2::date)`,
    [OFFICE, date],
  );
  await field(page, "Έως").fill("19:00");
  await expect(nobody(page)).toBeVisible();
  await submit(page).click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  expect(await stored()).toMatchObject([{ queue: 2, kind: "extra", first: `${date} 17:00`, last: `${date} 19:00` }]);
});

const WRONG = [
  ["inverted", "from=13:00&to=12:00", "Έως", "Η λήξη είναι πριν από την έναρξη. Διορθώστε μία από τις δύο."],
  [
    "in the past",
    `date=${inDays(-1)}`,
    "Ημερομηνία",
    "Η εξαίρεση αυτή θα είχε ήδη τελειώσει. Επιλέξτε επόμενη ώρα ή ημέρα.",
  ],
] as const;
for (const [state, search, name, sentence] of WRONG)
  test(`what is wrong is said at its field, and nothing is changed: ${state}`, async ({ browser }) => {
    const page = await openHead(browser, `${FORM}?queue=2&${search}`);
    await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(`^${sentence}`));
    await atEveryWidth(page, state);
    await expect(submit(page)).toBeDisabled();
    await submit(page).click({ force: true });
    expect(await stored()).toEqual([]);
  });

test("ten years by a slip of the finger, on end or every week, are refused at the field", async ({ browser }) => {
  const page = await openHead(browser, `${FORM}?queue=2&date=${inDays(3)}`);
  const tooLong = /^Έως 366\sημέρες\./;
  await field(page, LAST_DATE).fill(inDays(3653));
  await expect(field(page, LAST_DATE)).toHaveAccessibleDescription(tooLong);
  await atEveryWidth(page, "ten years");
  await field(page, LAST_DATE).fill(inDays(3));
  await page.getByLabel("Κάθε εβδομάδα, ίδια ημέρα").check();
  await field(page, "Έως και τις").fill(inDays(3653));
  await expect(field(page, "Έως και τις")).toHaveAccessibleDescription(tooLong);
  await expect(submit(page)).toBeDisabled();
  expect(await stored()).toEqual([]);
});

test("a date may be blank while it is typed; one that is none is said on the way out", async ({ browser }) => {
  const page = await openHead(browser, `${FORM}?queue=2&date=2030-11-30`);
  const date = field(page, "Ημερομηνία");
  await date.fill("");
  await expect(date).toHaveValue("");
  await expect(date).not.toHaveAccessibleDescription(/Επιλέξτε/);
  await field(page, "Αιτιολογία").focus();
  await expect(date).toHaveAccessibleDescription(/^Επιλέξτε ημερομηνία/);
  await expect(submit(page)).toBeDisabled();
  await expect(nobody(page)).toHaveCount(0);
  await atEveryWidth(page, "no date");
  await date.fill("31 Φεβ 2031");
  await expect(date).not.toHaveAccessibleDescription(/Δεν διαβάζεται/);
  await field(page, "Αιτιολογία").focus();
  await expect(date).toHaveAccessibleDescription(/^Δεν διαβάζεται ως ημερομηνία/);
  await date.fill("2031-12-31");
  await expect(field(page, LAST_DATE)).toHaveValue("31/12/2031");
  await expect(nobody(page)).toBeVisible();
  await submit(page).click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  expect(await stored()).toMatchObject([{ first: "2031-12-31 00:00", last: "2032-01-01 00:00" }]);
});

test("left with something typed, it is found again, and begun anew at a press", async ({ browser }) => {
  const page = await openHead(browser, FORM);
  const queues = page.getByRole("heading", { name: "Διαχείριση ουρών εξυπηρέτησης" });
  // The form has a link to itself of the same name as that of the queues' page.
  const goToQueues = async () => {
    await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
    await expect(queues).toBeVisible();
  };
  await field(page, "Αιτιολογία").selectOption("Άλλο");
  await page.getByLabel(/^Ποια αιτιολογία/).fill("Βλάβη στο δίκτυο");
  await goToQueues();
  await page.getByRole("link", { name: "Νέα εξαίρεση" }).click();
  await expect(page.getByText("Αυτά είχατε γράψει πριν φύγετε.", { exact: false })).toBeVisible();
  await expect(page.getByLabel(/^Ποια αιτιολογία/)).toHaveValue("Βλάβη στο δίκτυο");
  await atEveryWidth(page, "found again");
  // Another queue's form is another one.
  await goToQueues();
  await page.getByRole("link", { name: "Εξαίρεση, Ουρά 3" }).click();
  await expect(field(page, "Αιτιολογία")).toHaveValue("absence");
  await page.goBack();
  await expect(queues).toBeVisible();
  await page.getByRole("link", { name: "Νέα εξαίρεση" }).click();
  await page.getByRole("button", { name: "Από την αρχή" }).click();
  await expect(field(page, "Αιτιολογία")).toHaveValue("absence");
  await expect(field(page, "Ουρά")).toBeFocused();
  await goToQueues();
  await page.getByRole("link", { name: "Νέα εξαίρεση" }).click();
  await expect(field(page, "Αιτιολογία")).toHaveValue("absence");
  await expect(page.getByText("Αυτά είχατε γράψει πριν φύγετε.", { exact: false })).toHaveCount(0);
});

test("the connection is cut at the press: what she typed and decided stays, and pressing again does it once", async ({
  browser,
}) => {
  const date = inDays(9);
  const stays = await book(date, "10:00", "Παραμένουσα");
  const moves = await book(date, "10:30", "Μετακινούμενη");
  const page = await openHead(browser, `${FORM}?queue=2&date=${date}&from=10:00&to=12:00`);
  const place = page.getByRole("combobox", { name: "Νέα ώρα για ΠΑΡΑΜΕΝΟΥΣΑ Ελένη" });
  await place.selectOption({ label: "Να μείνει στη θέση του" });
  await field(page, "Αιτιολογία").selectOption("Εκπαίδευση");
  const press = submit(page, "Εξαίρεση και μεταφορά 1 ραντεβού");
  await expect(press).toBeEnabled();
  await expect(place).toHaveValue("keep");
  const keys: (string | undefined)[] = [];
  // The request arrives, the answer does not.
  await page.route("**/exceptions", async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    await route.fetch();
    await route.abort("connectionreset");
  });
  await press.click();
  await expect(page.getByText("Δεν ήρθε απάντηση.", { exact: false })).toBeVisible();
  await expect(place).toHaveValue("keep");
  await expect(field(page, "Αιτιολογία")).toHaveValue("training");
  await atEveryWidth(page, "connection cut");
  await page.unroute("**/exceptions");
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/exceptions"))
      keys.push(request.headers()["idempotency-key"]);
  });
  await press.click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε και μεταφέρθηκε 1 ραντεβού.")).toBeVisible();
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
  expect(await stored()).toMatchObject([{ queue: 2, reason: "Εκπαίδευση" }]);
  const now = async (id: string) => (await colleague.ask("GET", `/api/offices/${OFFICE}/appointments/${id}`)).body;
  expect(await now(stays)).toMatchObject({ queue: 2, time: "10:00" });
  expect((await now(moves)).queue).not.toBe(2);
  // Nothing is left over of it in the form.
  await page.goto(`${own.url}${FORM}?queue=2&date=${date}&from=10:00&to=12:00`);
  await expect(field(page, "Αιτιολογία")).toHaveValue("absence");
});

test("the session ends at the press: she signs in beside it, and presses again", async ({ browser }) => {
  const date = inDays(8);
  const page = await openHead(browser, `${FORM}?queue=3&date=${date}&from=09:00&to=11:00`);
  await field(page, "Αιτιολογία").selectOption("Απεργία");
  await expect(submit(page)).toBeEnabled();
  await page.context().clearCookies({ name: /session/ });
  await submit(page).click();
  await expect(page.getByRole("heading", { name: "Η σύνδεσή σας έληξε" })).toBeVisible();
  await atEveryWidth(page, "session ended");
  await signInBeside(page, "rea");
  await expect(page.getByText("Δεν έγινε, γιατί η σύνδεσή σας έληξε.", { exact: false })).toBeVisible();
  await expect(field(page, "Αιτιολογία")).toHaveValue("strike");
  await expect(field(page, "Από")).toHaveValue("09:00");
  await submit(page).click();
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  expect(await stored()).toMatchObject([{ queue: 3, first: `${date} 09:00`, reason: "Απεργία" }]);
});

test("a fault that appears as she leaves its field does not move what she presses", async ({ browser }) => {
  const page = await openHead(browser, `${FORM}?queue=2&date=${inDays(3)}&from=10:00&to=11:00`);
  await page.setViewportSize({ width: 320, height: 900 });
  const weekly = page.getByLabel("Κάθε εβδομάδα, ίδια ημέρα");
  await field(page, "Έως").fill("ύστερα");
  await weekly.scrollIntoViewIfNeeded();
  const box = await weekly.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 3);
  await page.mouse.down();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await weekly.boundingBox()).toEqual(box);
  await page.mouse.up();
  await expect(weekly).toBeChecked();
  await expect(field(page, "Έως")).toHaveAccessibleDescription("Δεν διαβάζεται ως ώρα. Γράψτε για παράδειγμα 09:30.");
});
