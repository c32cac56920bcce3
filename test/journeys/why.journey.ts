import { type Browser, expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";

/** «Γιατί δεν υπάρχει ώρα;»: on a platform of its own, where every reason that a time may have can be brought about. */
let own: OwnOffice;
const SERVICE = "copy-certification";
const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();
const [ORDINARY, HOLIDAY, CLOSED] = [inDays(14), inDays(15), inDays(16)] as [string, string, string];

test.beforeAll(async () => {
  own = await openOwnOffice();
  await own.sql.query(
    `update queue_hours set opens_minute = 480, closes_minute = case queue when 2 then 780 else 840 end
     from office where office.id = office_id and code = $1`,
    [own.code],
  );
  await own.sql.query(
    "insert into office_service (office_id, service, minutes) select id, $2, 40 from office where code = $1",
    [own.code, SERVICE],
  );
  await own.sql.query("insert into holiday (date, name, name_en) values ($1, 'Γιορτή', 'Feast')", [HOLIDAY]);
  await done(own.ministry, "/api/ministry/closures", { region: null, from: CLOSED, to: CLOSED, reason: "Εκλογές" });
  const training = { queue: 2, kind: "closed", date: ORDINARY, from: "10:00", to: "12:05", reason: "Εκπαίδευση" };
  await done(own.head, `${own.api}/exceptions`, training);
  const citizen = { lastName: "Ανείδωτη", firstName: "Ελένη", service: SERVICE, channel: "phone" };
  await done(own.clerk, `${own.api}/appointments`, { ...citizen, queue: 1, date: ORDINARY, time: "09:00" });
  await own.sql.query(
    "update queue set is_active = false from office where office.id = office_id and code = $1 and number = 3",
    [own.code],
  );
});
test.afterAll(() => own.close());

const title = (page: Page) => page.getByRole("heading", { level: 1, name: /Γιατί δεν υπάρχει ώρα;/ });
const parts = (page: Page, queue: string) =>
  page.getByRole("region", { name: queue, exact: true }).getByRole("listitem");

async function openWhy(browser: Browser, date: string): Promise<Page> {
  const page = await own.openAs(browser, "ilias", `why/${date}?service=${SERVICE}`);
  await expect(title(page)).toBeVisible();
  return page;
}

/** The parts of a queue's day in order, each with its words and, where it has one, the link to the form */
const expectParts = (page: Page, queue: string, said: readonly string[]) =>
  expect(parts(page, queue)).toHaveText(said.map((words) => new RegExp(`^${words}$`)));

const FREE = "Ελεύθερη ώρα\\s*Νέο ραντεβού";
const TOO_SHORT = "Δεν χωρά επίσκεψη\\s40′";

test("every part of the day says why: hours, exception, taken, too short, inactive queue", async ({ browser }) => {
  const page = await openWhy(browser, ORDINARY);
  await expectParts(page, "Ουρά 1", [
    `08:00–08:30\\s*${FREE}`,
    `08:30–09:00\\s*${TOO_SHORT}`,
    "09:00–09:40\\s*Έχει δοθεί",
    `09:40–13:30\\s*${FREE}`,
    `13:30–14:00\\s*${TOO_SHORT}`,
  ]);
  await expectParts(page, "Ουρά 2", [
    `08:00–09:30\\s*${FREE}`,
    `09:30–10:00\\s*${TOO_SHORT}`,
    "10:00–12:05\\s*Εξαίρεση: Εκπαίδευση",
    `12:05–12:30\\s*${FREE}`,
    `12:30–13:00\\s*${TOO_SHORT}`,
    "13:00–14:00\\s*Εκτός ωραρίου",
  ]);
  await expectParts(page, "Ουρά 3", ["08:00–14:00\\s*Η ουρά είναι ανενεργή"]);
  await atEveryWidth(page, "the reasons of a day");
});

test("so do a holiday and a closure of the ministry, in their words", async ({ browser }) => {
  const page = await openWhy(browser, HOLIDAY);
  await expectParts(page, "Ουρά 1", ["08:00–14:00\\s*Αργία: Γιορτή"]);
  await atEveryWidth(page, "the reason of a holiday");
  await page.keyboard.press("]");
  await expectParts(page, "Ουρά 1", ["08:00–14:00\\s*Κλειστά με απόφαση του Υπουργείου: Εκλογές"]);
  await atEveryWidth(page, "the reason of a closure");
});

test("from the weeks by keyboard; a free part leads to its first time in that queue", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias");
  await page.keyboard.press("w");
  await page.getByRole("link", { name: "Γιατί δεν υπάρχει ώρα;" }).press("Enter");
  await expect(title(page)).toBeVisible();
  await page.goto(`${own.url}/offices/${own.code}/why/${ORDINARY}`);
  await page.getByLabel("Υπηρεσία").selectOption(SERVICE);
  // The exception ends at 12:05, and visits begin every ten minutes.
  await page.getByRole("link", { name: /^Νέο ραντεβού: .*, 12:10, Ουρά 2$/ }).press("Enter");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
  await expect(page.locator("input[name=service]:checked")).toHaveValue(SERVICE);
  const [, month, day] = ORDINARY.split("-");
  const wished = page.getByRole("radio", { name: new RegExp(`^12:10.*${day}/${month}.*Ουρά 2`) });
  await expect(wished).toBeChecked();
  await expect(page.getByText(/δεν είναι ελεύθερη/)).toBeHidden();
  await atEveryWidth(page, "the form on a free part");
});
