import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { field, inDays, LAST_DATE, nobody, openAsHead, storedIn, submit } from "./exception-form.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { pressArmed } from "./press-armed.ts";

/** Exceptions that run already, series, and extra hours of the whole office, by keyboard. */
const OFFICE = "9904";
const FORM = `/offices/${OFFICE}/exceptions/new`;
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
});
test.beforeEach(() =>
  own.sql.query("delete from exception where office_id = (select id from office where code = '9904')"),
);
test.afterAll(() => own.close());

const openHead = (browser: Browser, path: string) => openAsHead(browser, `${own.url}${path}`);
const stored = () => storedIn(own.sql, OFFICE);

/** An absence of queue 2 that began yesterday and lasts to the day after tomorrow. */
async function openRunning(browser: Browser): Promise<Page> {
  await own.sql.query(
    `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
     select id, gen_random_uuid(), 2, 'closed', $2::date::timestamp at time zone 'Europe/Athens',
       $3::date::timestamp at time zone 'Europe/Athens', 'Απουσία υπαλλήλου', now() from office where code = $1`,
    [OFFICE, inDays(-1), inDays(3)],
  );
  return openHead(browser, `/offices/${OFFICE}/queues`);
}

test("a running absence made one day shorter by keyboard; what is past of it can't be changed", async ({ browser }) => {
  const page = await openRunning(browser);
  await page.getByRole("link", { name: /^Αλλαγή: Ουρά 2/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Έχει ήδη αρχίσει. Αλλάξτε πότε τελειώνει", { exact: false })).toBeVisible();
  await expect(nobody(page)).toBeVisible();
  await field(page, "Ημερομηνία").fill(inDays(0));
  await expect(field(page, "Ημερομηνία")).toHaveAccessibleDescription(
    /^Έχει ήδη αρχίσει, και ό,τι πέρασε δεν αλλάζει\./,
  );
  await expect(submit(page, "Αποθήκευση εξαίρεσης")).toBeDisabled();
  await atEveryWidth(page, "the past can't be changed");
  await field(page, "Ημερομηνία").fill(inDays(-1));
  await field(page, LAST_DATE).fill(inDays(1));
  await expect(nobody(page)).toBeVisible();
  await expect(submit(page, "Αποθήκευση εξαίρεσης")).toBeEnabled();
  await atEveryWidth(page, "a running absence");
  await field(page, LAST_DATE).press("Enter");
  await expect(submit(page, "Αποθήκευση εξαίρεσης")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Η εξαίρεση άλλαξε.")).toBeVisible();
  expect(await stored()).toMatchObject([{ first: `${inDays(-1)} 00:00`, last: `${inDays(2)} 00:00` }]);
});

test("a running absence ends now, and comes back whole when that is taken back", async ({ browser }) => {
  const page = await openRunning(browser);
  await page.getByRole("button", { name: /^Λήξη τώρα: Ουρά 2/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Η εξαίρεση έληξε τώρα. Ό,τι πέρασε μένει όπως ήταν.")).toBeVisible();
  const [ended] = await stored();
  expect([ended?.first, ended?.last.slice(0, 10)]).toEqual([`${inDays(-1)} 00:00`, inDays(0)]);
  await page.getByRole("button", { name: "Αναίρεση" }).click();
  await expect(page.getByText("Αναιρέθηκε. Όλα είναι όπως πριν.")).toBeVisible();
  expect(await stored()).toMatchObject([{ first: `${inDays(-1)} 00:00`, last: `${inDays(3)} 00:00` }]);
});

test("another head was first: the change is shown before it is overwritten, typing stays", async ({ browser }) => {
  const page = await openRunning(browser);
  await page.getByRole("link", { name: /^Αλλαγή: Ουρά 2/ }).click();
  await field(page, LAST_DATE).fill(inDays(1));
  await page.route("**/queues", (route) => route.abort());
  const colleague = await signInByHttp(own.url, "rea");
  const office = `/api/offices/${OFFICE}`;
  const { id, version } = (await colleague.ask("GET", `${office}/queues`)).body.exceptions[0];
  const body = { queue: 2, kind: "closed", date: inDays(-1), lastDate: inDays(2), reason: "Απεργία" };
  const reply = await colleague.ask("PATCH", `${office}/exceptions/${id}`, { body, version, key: randomUUID() });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  const save = submit(page, "Αποθήκευση εξαίρεσης");
  await expect(save).toBeEnabled();
  await save.click();
  const notice = page.getByRole("region", { name: "Άλλαξε στο μεταξύ." });
  await expect(notice).toBeFocused();
  await expect(notice).toContainText("Αιτιολογία: ήταν «Απουσία υπαλλήλου», τώρα είναι «Απεργία».");
  await expect(field(page, "Αιτιολογία")).toHaveValue("strike");
  await atEveryWidth(page, "overtaken by another head");
  await page.unroute("**/queues");
  await save.click();
  await expect(page.getByText("Η εξαίρεση άλλαξε.")).toBeVisible();
  expect(await stored()).toMatchObject([{ last: `${inDays(2)} 00:00`, reason: "Απεργία" }]);
});

test("a series changed from one of it on by keyboard, and then removed as a whole", async ({ browser }) => {
  const reply = await (await signInByHttp(own.url, "rea")).ask("POST", `/api/offices/${OFFICE}/exceptions`, {
    body: {
      queue: 3,
      kind: "closed",
      date: inDays(7),
      from: "12:00",
      to: "13:00",
      weeklyUntil: inDays(35),
      reason: "Υπηρεσιακή συνάντηση",
    },
    key: randomUUID(),
  });
  expect(reply.status).toBe(200);
  const page = await openHead(browser, FORM);
  const rows = page.getByRole("row").filter({ hasText: "μέρος σειράς" });
  await expect(rows).toHaveCount(5);
  await rows
    .nth(2)
    .getByRole("link", { name: /^Αλλαγή/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Μόνο αυτή" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Αυτή και οι 2 επόμενες" })).toBeChecked();
  await field(page, "Έως").fill("14:00");
  await expect(submit(page, "Αποθήκευση εξαίρεσης")).toBeEnabled();
  await atEveryWidth(page, "this and those after it");
  await field(page, "Έως").press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Άλλαξαν αυτή και οι επόμενες της σειράς.")).toBeVisible();
  expect((await stored()).map(({ first, last, series }) => [first.slice(0, 10), last.slice(11), series])).toEqual(
    [7, 14, 21, 28, 35].map((days) => [inDays(days), days < 21 ? "13:00" : "14:00", true]),
  );
  await page.goto(`${own.url}${FORM}`);
  await rows
    .nth(3)
    .getByRole("button", { name: /^Αφαίρεση σειράς/ })
    .press("Enter");
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  expect(await stored()).toEqual([]);
});

test("extra hours of the whole office, booked in by a clerk, explained, and removed with a proposal", async ({
  browser,
}) => {
  const date = inDays(16);
  await own.sql.query(
    `update queue_hours set opens_minute = 480, closes_minute = 900 from office
     where office.id = office_id and code = $1 and weekday = extract(isodow from $2::date)`,
    [OFFICE, date],
  );
  const page = await openHead(browser, `${FORM}?date=${date}&from=17:00&to=19:00`);
  await field(page, "Τι αλλάζει").selectOption("Επιπλέον ώρες");
  await field(page, "Ουρά").selectOption("Όλο το ΚΕΠ");
  await expect(field(page, "Ουρά")).toHaveAccessibleDescription(/^Εξυπηρετούν επιπλέον όλες οι ουρές/);
  await field(page, "Αιτιολογία").selectOption("Άλλο");
  await page.getByLabel(/^Ποια αιτιολογία/).fill("Απογευματινή λειτουργία");
  await expect(nobody(page)).toBeVisible();
  await atEveryWidth(page, "extra hours of the whole office");
  await page.getByLabel(/^Ποια αιτιολογία/).press("Enter");
  await expect(submit(page)).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  expect(await stored()).toMatchObject([{ queue: null, kind: "extra", first: `${date} 17:00`, last: `${date} 19:00` }]);
  const clerk = await signInByHttp(own.url, "ilias");
  const office = `/api/offices/${OFFICE}`;
  const booked = await Promise.all(
    [2, 3].map((queue) =>
      clerk.ask("POST", `${office}/appointments`, {
        body: {
          queue,
          date,
          time: "17:30",
          lastName: "Απογευματινού",
          firstName: "Ελένη",
          service: "copy-certification",
          channel: "phone",
        },
        key: randomUUID(),
      }),
    ),
  );
  expect(booked.map(({ status }) => status)).toEqual([201, 201]);
  await page.goto(`${own.url}/offices/${OFFICE}/queues`);
  await expect(page.getByRole("row").filter({ hasText: "Απογευματινή λειτουργία" })).toContainText("Όλο το ΚΕΠ");
  await atEveryWidth(page, "in the list of the queues");
  await page.goto(`${own.url}/offices/${OFFICE}/why/${date}?service=copy-certification`);
  await expect(page.getByText("15:00–17:00")).toHaveCount(3);
  await expect(page.getByText("17:00–17:30")).toHaveCount(2);
  await expect(page.getByText("17:00–19:00")).toHaveCount(1);
  await expect(page.getByText("Έχει δοθεί")).toHaveCount(2);
  await atEveryWidth(page, "the extra hours explained");
  await page.goto(`${own.url}/offices/${OFFICE}/queues`);
  await page.getByRole("button", { name: /^Αφαίρεση: Όλο το ΚΕΠ/ }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Αφαίρεση εξαίρεσης" });
  await expect(dialog.getByRole("heading", { name: "Επηρεάζονται 2 ραντεβού" })).toBeVisible();
  await pressArmed(dialog.getByRole("button", { name: "Αφαίρεση και μεταφορά 2 ραντεβού" }));
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  expect(await stored()).toEqual([]);
});
