import { type Browser, expect } from "@playwright/test";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth } from "./accessible.ts";
import { field, inDays, LAST_DATE, nobody, openAsHead, storedIn, submit } from "./exception-form.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { signInBeside } from "./person.ts";

/** The form of an exception from its beginning to its end, and beside the session that ends. */
const OFFICE = "9904";
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

const FORM = `/offices/${OFFICE}/exceptions/new`;

const openHead = (browser: Browser, path: string) => openAsHead(browser, `${own.url}${path}`);

const stored = () => storedIn(own.sql, OFFICE);

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
