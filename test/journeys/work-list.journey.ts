import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";
import { pressArmed } from "./press-armed.ts";

/** The ministry closes days on which people are booked, and the head of the office settles what is left over. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
});
test.afterAll(() => own.close());
test.afterEach(async () => {
  await own.sql.query("delete from closure");
});

const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();

interface Person {
  readonly date: string;
  readonly time: string;
  readonly lastName: string;
  readonly phone?: string;
  readonly email?: string;
}

const book = (person: Person): Promise<{ readonly id: string }> =>
  done(own.clerk, `${own.api}/appointments`, {
    queue: 2,
    firstName: "Ελένη",
    service: "copy-certification",
    channel: "phone",
    ...person,
  });

const now = async (id: string) =>
  (await own.clerk.ask("GET", `${own.api}/appointments/${id}`)).body as { date: string; time: string };

const close = (from: string, to: string, reason: string) =>
  done(own.ministry, "/api/ministry/closures", { region: null, from, to, reason });

const link = (page: Page) => page.getByRole("navigation").getByRole("link", { name: /^Προς τακτοποίηση/ });
const row = (page: Page, name: RegExp) => page.getByRole("row", { name });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("by keyboard: found by its link, half of it settled, then the rest, and taken back", async ({ browser }) => {
  const [first, second] = [inDays(60), inDays(61)];
  const silent = await book({ date: first, time: "10:00", lastName: "Ανείδωτη" });
  const phoned = await book({ date: first, time: "10:30", lastName: "Τηλεφωνίδου", phone: "6944123456" });
  const written = await book({ date: second, time: "11:00", lastName: "Γραμματίδου", email: "grammatidou@example.gr" });
  const page = await own.openAs(browser, "rea");
  await expect(link(page)).toHaveCount(0);
  await close(first, second, "Βουλευτικές εκλογές");
  // It appears while she looks at another page.
  await expect(link(page)).toHaveText("Προς τακτοποίηση (3)");
  await link(page).press("Enter");
  await expect(heading(page)).toContainText("Ραντεβού προς τακτοποίηση");
  await expect(page.getByText("Κλειστά με απόφαση του Υπουργείου: Βουλευτικές εκλογές")).toHaveCount(2);
  await atEveryWidth(page, "the list");
  await page.getByRole("checkbox", { name: /ΤΗΛΕΦΩΝΙΔΟΥ/ }).press("Space");
  await page.getByRole("checkbox", { name: "Τακτοποίηση τώρα: το 1 ραντεβού της ημέρας" }).press("Space");
  await expect(row(page, /ΤΗΛΕΦΩΝΙΔΟΥ/)).toContainText("Μένει στη λίστα");
  const keep = page.getByRole("combobox", { name: /ΑΝΕΙΔΩΤΗ/ });
  await keep.selectOption({ label: "Να μείνει στη θέση του" });
  await expect(page.getByText("Όλα μαζί: τακτοποιείται 1 ραντεβού, μένει 1.")).toBeVisible();
  await atEveryWidth(page, "half of it");
  await pressArmed(page.getByRole("button", { name: "Τακτοποίηση 1 ραντεβού" }));
  await expect(page.getByText("Τακτοποιήθηκε 1 ραντεβού, μένει 1.")).toBeVisible();
  await expect(heading(page)).toBeFocused();
  await expect(link(page)).toHaveText("Προς τακτοποίηση (2)");
  expect(await now(silent.id)).toMatchObject({ date: first, time: "10:00" });

  await page.getByRole("checkbox", { name: /ΤΗΛΕΦΩΝΙΔΟΥ/ }).press("Space");
  await page.getByRole("checkbox", { name: /ΓΡΑΜΜΑΤΙΔΟΥ/ }).press("Space");
  await expect(row(page, /ΓΡΑΜΜΑΤΙΔΟΥ/)).toContainText("E-mail, αυτόματα");
  await pressArmed(page.getByRole("button", { name: "Τακτοποίηση 2 ραντεβού" }));
  await expect(
    page.getByText(
      "Τακτοποιήθηκαν 2 ραντεβού, μεταφέρονται 2 ραντεβού, προγραμματίζεται 1 e-mail, μπαίνει 1 στη λίστα κλήσεων.",
    ),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "Κανένα ραντεβού προς τακτοποίηση" })).toBeVisible();
  await expect(link(page)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Στη λίστα κλήσεων μένει 1 κλήση" })).toBeVisible();
  await atEveryWidth(page, "nothing left");
  for (const { id } of [phoned, written]) expect((await now(id)).date > second).toBe(true);

  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκε. Όλα είναι όπως πριν.")).toBeVisible();
  await expect(link(page)).toHaveText("Προς τακτοποίηση (2)");
  await expect(row(page, /ΓΡΑΜΜΑΤΙΔΟΥ/)).toBeVisible();
  expect(await now(phoned.id)).toMatchObject({ date: first, time: "10:30" });
  expect(await now(written.id)).toMatchObject({ date: second, time: "11:00" });
});

test("what changed since she looked: nothing is done, her choices stay, and what comes besides appears", async ({
  browser,
}) => {
  const [day, more] = [inDays(70), inDays(71)];
  const staying = await book({ date: day, time: "10:00", lastName: "Μένουσα", phone: "6944123456" });
  const going = await book({ date: day, time: "10:30", lastName: "Φεύγουσα", phone: "6944123457" });
  const later = await book({ date: more, time: "09:00", lastName: "Ύστερη" });
  await close(day, day, "Απογραφή");
  const page = await own.openAs(browser, "rea");
  await link(page).click();
  const place = page.getByRole("combobox", { name: /ΜΕΝΟΥΣΑ/ });
  await place.selectOption({ label: "Να μείνει στη θέση του" });

  // She looks at another page, and another closure comes while she decides.
  await page.getByRole("link", { name: "Εβδομάδες" }).click();
  await expect(page.getByText(/^Επόμενη ελεύθερη ώρα/)).toBeVisible();
  await link(page).click();
  await expect(place).toHaveValue("keep");
  await close(more, more, "Απεργία");
  await expect(row(page, /ΥΣΤΕΡΗ/)).toBeVisible();
  await expect(place).toHaveValue("keep");

  // A citizen cancels meanwhile.
  const path = `${own.api}/appointments/${going.id}/cancellation`;
  const { version } = (await own.clerk.ask("GET", `${own.api}/appointments/${going.id}`)).body;
  await done(own.clerk, path, {}, version);
  await page.getByRole("button", { name: "Τακτοποίηση 3 ραντεβού" }).click();
  await expect(page.getByText("δεν έγινε καμία αλλαγή", { exact: false })).toBeVisible();
  await expect(row(page, /ΦΕΥΓΟΥΣΑ/)).toHaveCount(0);
  await expect(place).toHaveValue("keep");
  expect((await now(later.id)).date).toBe(more);
  await atEveryWidth(page, "stale list");
  await page.getByRole("button", { name: "Τακτοποίηση 2 ραντεβού" }).click();
  await expect(page.getByText(/^Τακτοποιήθηκαν 2\sραντεβού/)).toBeVisible();
  expect(await now(staying.id)).toMatchObject({ date: day, time: "10:00" });
});

test("a day that the head has closed with people on it: the banner names them apart, and leads to the exception", async ({
  browser,
}) => {
  const date = inDays(90);
  const { id } = await book({ date, time: "10:00", lastName: "Μένουσα" });
  await done(own.head, `${own.api}/exceptions`, {
    queue: null,
    kind: "closed",
    date,
    reason: "Απολύμανση",
    decisions: [{ act: "keep", id, version: 1 }],
  });
  const page = await own.openAs(browser, "rea", `days/${date}`);
  const banner = page.locator(".closed-banner");
  await expect(banner).toContainText(": Απολύμανση. Ορίστηκε από τον Προϊστάμενο του ΚΕΠ");
  await expect(banner).toContainText(/1\u00a0άτομο μένει εδώ με απόφαση του Προϊσταμένου\./);
  await expect(banner).not.toContainText("έχει ακόμη ραντεβού");
  await atEveryWidth(page, "a day closed by its head");
  const clerk = await own.openAs(browser, "ilias", `days/${date}`);
  await expect(clerk.locator(".closed-banner")).toContainText("1\u00a0άτομο μένει εδώ");
  await expect(clerk.locator(".closed-banner").getByRole("link")).toHaveCount(0);
  await banner.getByRole("link", { name: "Αλλαγή ή αφαίρεση της εξαίρεσης" }).press("Enter");
  await page.getByRole("button", { name: /^Αφαίρεση/ }).press("Enter");
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("what can't be loaded says so; a clerk finds no way to it, and is told whose it is", async ({ browser }) => {
  const head = await own.openAs(browser, "rea");
  await head.route("**/api/**/work-list", (route) => route.abort());
  await head.goto(`${own.url}/offices/${own.code}/work-list`);
  await expect(head.getByRole("heading", { name: "Τα ραντεβού δεν φορτώθηκαν" })).toBeVisible();
  await atEveryWidth(head, "not loaded");
  await head.unroute("**/api/**/work-list");
  await head.getByRole("button", { name: "Δοκιμάστε ξανά" }).click();
  await expect(head.getByRole("heading", { name: "Κανένα ραντεβού προς τακτοποίηση" })).toBeVisible();

  const date = inDays(80);
  await book({ date, time: "10:00", lastName: "Ανείδωτη" });
  await close(date, date, "Απεργία");
  const clerk = await own.openAs(browser, "ilias", "work-list");
  const told = "Τα ραντεβού αυτά τακτοποιεί ο Διαχειριστής Καταστήματος";
  await expect(clerk.getByRole("heading", { name: told })).toBeVisible();
  await expect(link(clerk)).toHaveCount(0);
  await atEveryWidth(clerk, "not the head");
});
