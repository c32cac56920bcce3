import { expect, type Page } from "@playwright/test";
import { atEachOfThreeWidths, expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";

/** What a clerk prints: the day, by keyboard alone or without a script; a slip; and what is no day is refused in words. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
});
test.afterAll(() => own.close());

const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();

const book = (date: string, time: string, person: object): Promise<{ readonly id: string }> =>
  done(own.clerk, `${own.api}/appointments`, {
    date,
    time,
    queue: 2,
    firstName: "Ελένη",
    service: "copy-certification",
    channel: "phone",
    ...person,
  });

const sheetOf = (date: string) => `${own.url}${own.api}/day-sheets/${date}`;

/** The page that an act opens beside this one. */
async function beside(page: Page, act: () => Promise<unknown>): Promise<Page> {
  const [opened] = await Promise.all([page.context().waitForEvent("page"), act()]);
  await opened.waitForLoadState();
  return opened;
}

const prints = async (act: string) =>
  (await own.sql.query("select details from audit_entry where act = $1 order by at", [act])).rows.map(
    ({ details }) => details,
  );

test("by keyboard: Ctrl+P in the plan opens the sheet of the day, for paper and for the screen", {
  tag: "@proof",
}, async ({ browser }) => {
  const date = inDays(30);
  await book(date, "10:00", { lastName: "Φυλλίδου", phone: "6944123456" });
  await book(date, "10:20", { lastName: "Χαρτίδης", queue: 1 });
  const page = await own.openAs(browser, "ilias", `days/${date}`);
  await expect(page.getByText("ΦΥΛΛΙΔΟΥ")).toBeVisible();
  const sheet = await beside(page, () => page.keyboard.press("Control+p"));
  await expect(sheet.getByRole("row", { name: /10:00.*ΦΥΛΛΙΔΟΥ Ελένη/ })).toBeVisible();
  await expect(sheet.getByText("694", { exact: false })).toHaveCount(0);
  await expect(sheet.getByRole("button", { name: "Εκτύπωση" })).toBeVisible();
  await atEachOfThreeWidths(sheet, "the sheet");
  await sheet.emulateMedia({ media: "print" });
  await expectAccessible(sheet, "the sheet on paper");
  await expect(sheet.getByRole("navigation")).toHaveCount(0);
  await expect(sheet.getByText("να καταστραφεί μετά το πέρας της ημέρας", { exact: false })).toBeVisible();
  await sheet.emulateMedia({ media: "screen" });

  await sheet.getByRole("link", { name: "Με κρυμμένα ψηφία" }).press("Enter");
  await expect(sheet.getByRole("cell", { name: "69• ••• ••56" })).toBeVisible();
  await sheet.getByRole("link", { name: "Κατά ουρά" }).press("Enter");
  await expect(sheet.getByRole("row", { name: /^Ουρά 2.*1\sραντεβού$/ })).toBeVisible();
  await expect(sheet.getByRole("cell", { name: "69• ••• ••56" })).toBeVisible();
  await atEachOfThreeWidths(sheet, "with telephones, by queue");
  expect((await prints("day-printed")).filter((print) => print.date === date)).toMatchObject([
    { order: "time", phones: "none", rows: 2, number: 1 },
    { order: "time", phones: "masked", number: 2 },
    { order: "queue", phones: "masked", number: 3 },
  ]);
  await sheet.getByRole("link", { name: "Στο πλάνο της ημέρας" }).press("Enter");
  await expect(sheet.getByText("ΦΥΛΛΙΔΟΥ")).toBeVisible();
});

test("without a connection nothing is opened, and it is said what to do", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias");
  await expect(page.getByRole("link", { name: "Εκτύπωση ημέρας" })).toBeVisible();
  await page.context().setOffline(true);
  await page.keyboard.press("Control+p");
  await expect(page.getByText("Χωρίς σύνδεση δεν τυπώνεται φύλλο.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Εκτύπωση ημέρας" }).click();
  await expect(page.getByText("Χωρίς σύνδεση δεν τυπώνεται φύλλο.", { exact: false })).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
  await page.context().setOffline(false);
});

test("the button prints what is shown: one queue where only that is", async ({ browser }) => {
  const date = inDays(31);
  await book(date, "10:00", { lastName: "Φυλλίδου" });
  await book(date, "10:20", { lastName: "Χαρτίδης", queue: 1 });
  const page = await own.openAs(browser, "ilias", `days/${date}?view=table&queues=2&sort=queue`);
  await expect(page.getByText("ΦΥΛΛΙΔΟΥ")).toBeVisible();
  const sheet = await beside(page, () => page.getByRole("link", { name: "Εκτύπωση ημέρας" }).press("Enter"));
  await expect(sheet.getByRole("row", { name: /ΦΥΛΛΙΔΟΥ/ })).toBeVisible();
  await expect(sheet.getByRole("row", { name: /ΧΑΡΤΙΔΗΣ/ })).toHaveCount(0);
  expect((await prints("day-printed")).at(-1)).toMatchObject({ date, order: "queue", queue: 2, rows: 1 });
});

test("without a script the sheet is complete, and its choices work", async ({ browser }) => {
  const date = inDays(32);
  await book(date, "10:00", { lastName: "Φυλλίδου", phone: "6944123456" });
  const context = await browser.newContext({ locale: "el-GR", javaScriptEnabled: false });
  await context.addCookies([await cookieOf()]);
  const page = await context.newPage();
  await page.goto(sheetOf(date));
  await expect(page.getByRole("row", { name: /ΦΥΛΛΙΔΟΥ/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Εκτύπωση" })).toBeHidden();
  await page.getByRole("link", { name: "Ολόκληρα" }).click();
  await expect(page.getByRole("cell", { name: /^694\s412\s3456$/ })).toBeVisible();
  await context.close();
});

async function cookieOf() {
  const [name = "", value = ""] = own.clerk.cookie.split("=");
  return { name, value, url: own.url.replace("http:", "https:") };
}

test("today's sheet is offered until it is printed, to whoever has not put the offer away", async ({ browser }) => {
  const today = inDays(0);
  await own.sql.query("delete from printed_sheet");
  const page = await own.openAs(browser, "ilias");
  const offer = page.getByRole("button", { name: /Φύλλα για εκτύπωση$/ });
  await offer.press("Enter");
  await expect(page.getByRole("menuitem", { name: /^Εκτύπωση φύλλου, / })).toHaveText([/σήμερα$/, /./]);
  await expectAccessible(page, "the offer");
  await page.getByRole("menuitem", { name: "Απόκρυψη για σήμερα" }).press("Enter");
  await expect(offer).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Περισσότερα" })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("link", { name: "Εκτύπωση ημέρας" })).toBeVisible();
  await expect(offer).toHaveCount(0);

  const other = await own.openAs(browser, "rea");
  const offered = other.getByRole("button", { name: /Φύλλα για εκτύπωση$/ });
  await offered.press("Enter");
  const sheet = await beside(other, () =>
    other.getByRole("menuitem", { name: "Εκτύπωση φύλλου, σήμερα" }).press("Enter"),
  );
  await expect(sheet.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await prints("day-printed")).at(-1)).toMatchObject({ date: today });
  await other.reload();
  await expect(other.getByRole("link", { name: "Εκτύπωση ημέρας" })).toBeVisible();
  await expect(offered).toHaveCount(0);
});

test("a slip says when and where, without a name", async ({ browser }) => {
  const date = inDays(33);
  const { id } = await book(date, "10:00", { lastName: "Φυλλίδου" });
  const page = await own.openAs(browser, "ilias", `days/${date}?panel=${id}`);
  const slip = await beside(page, () => page.getByRole("link", { name: "Σημείωμα για τον πολίτη" }).press("Enter"));
  await expect(slip.getByRole("heading", { name: "Το ραντεβού σας" })).toBeVisible();
  await expect(slip.getByText("10:00")).toBeVisible();
  await expect(slip.getByText(/ΦΥΛΛΙΔΟΥ|Φυλλίδου/)).toHaveCount(0);
  await atEachOfThreeWidths(slip, "the slip");
  await slip.emulateMedia({ media: "print" });
  await expectAccessible(slip, "the slip on paper");
});

test("what is no day of an own office is refused in words, with the way back", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias");
  await page.goto(`${sheetOf(inDays(30))}?to=${inDays(36)}`);
  await expect(page.getByRole("heading", { name: "Δεν έγινε εκτύπωση" })).toBeVisible();
  await atEachOfThreeWidths(page, "refused");
  await page.getByRole("link", { name: "Στο πλάνο της ημέρας" }).press("Enter");
  await expect(page.getByRole("button", { name: /Νέο ραντεβού/ }).first()).toBeVisible();
  await page.goto(`${own.url}/api/offices/9901/day-sheets/${inDays(30)}`);
  await expect(page.getByText("Δεν βρέθηκε το ΚΕΠ ή δεν έχετε πρόσβαση σε αυτό.")).toBeVisible();
  expect((await prints("print-refused")).map(({ code }) => code)).toEqual(["request-malformed", "office-not-found"]);
});
