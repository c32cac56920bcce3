import { expect, type Page } from "@playwright/test";
import { dayWithRoom, signIn as signInByHttp } from "../desk.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { openPlan, openTuesday } from "./person.ts";

const nextFree = (page: Page) => page.getByRole("link", { name: /^Νέο ραντεβού: .*Ουρά \d$/ });
const days = (page: Page) => page.getByRole("table", { name: /Ελεύθερες θέσεις ανά ημέρα/ }).getByRole("button");
const firstTime = (page: Page) => page.getByRole("radio", { name: /Ουρά \d/ }).first();
const newAppointment = (page: Page) => page.getByRole("heading", { name: "Νέο ραντεβού" });

/** A day as the cells name it: Πέμπτη 26 Νοεμβρίου */
function named(date: Temporal.PlainDate): string {
  const format = new Intl.DateTimeFormat("el-GR", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const parts = format.formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  return `${part("weekday")} ${part("day")} ${part("month")}`;
}

const mondayAfter = (weeks: number) => {
  const today = Temporal.Now.plainDateISO("Europe/Athens");
  return today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });
};

async function openWeeks(page: Page, userid: string): Promise<void> {
  await openPlan(page, userid);
  await page.keyboard.press("w");
  await expect(nextFree(page).first()).toBeFocused();
}

test("«πότε έχετε χώρο;»: two keys to the form on the next free time, with its service", async ({ page }) => {
  await openWeeks(page, "ilias");
  await page.getByLabel("Υπηρεσία").selectOption({ index: 3 });
  const service = await page.getByLabel("Υπηρεσία").inputValue();
  await expect(page).toHaveURL(new RegExp(`service=${service}`));
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const [, time] = /, (\d\d:\d\d), Ουρά/.exec((await nextFree(page).first().textContent()) ?? "") ?? [];
  await nextFree(page).first().focus();
  await page.keyboard.press("Enter");
  await expect(newAppointment(page)).toBeVisible();
  await expect(page.getByLabel("Επώνυμο")).toBeFocused();
  await expect(page.locator("input[name=service]:checked")).toHaveValue(service);
  await expect(firstTime(page)).toBeChecked();
  await expect(firstTime(page)).toHaveAccessibleName(new RegExp(`^${time}`));
  await page.keyboard.type("Εβδομαδίτη");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Άννα");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  await page.keyboard.press("w");
  await expect(nextFree(page).first()).toBeFocused();
  await page.keyboard.press("b");
  await expect(newAppointment(page)).toBeVisible();
});

test("she moves about the weeks with the arrows and books a time of a day far ahead", async ({ page }) => {
  await openWeeks(page, "ilias");
  const today = Temporal.Now.plainDateISO("Europe/Athens");
  const day = (date: Temporal.PlainDate) => page.getByRole("button", { name: new RegExp(`^${named(date)}[,:]`) });
  await page.keyboard.press("t");
  await expect(day(today)).toBeFocused();
  await expect(day(today)).toHaveAccessibleName(/, σήμερα: /);
  await page.keyboard.press("ArrowDown");
  await expect(day(today.add({ days: 7 }))).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect(day(mondayAfter(1))).toBeFocused();
  await page.keyboard.press("PageDown");
  const far = mondayAfter(5);
  await expect(day(far)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const wednesday = far.add({ days: 2 });
  await expect(day(wednesday)).toBeFocused();
  await expect(day(wednesday)).toHaveAccessibleName(/Ουρά 1: \d+ από \d+|αργία|κλειστά/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/offices/9904/days/${wednesday}`));
  await page.goBack();
  const withRoom = days(page).filter({ hasText: "ελεύθερες" }).last();
  const date = await withRoom.getAttribute("data-day");
  await withRoom.click();
  const times = page.getByRole("region", { name: /^Ελεύθερες ώρες: / });
  await expect(times.getByText(/^«Έχουμε χώρο τη/)).toBeVisible();
  await page.keyboard.press("Tab");
  const time = await page.evaluate(() => document.activeElement?.textContent);
  expect(time).toMatch(/^\d\d:\d\d$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/days/${date}.*panel=new`));
  await expect(firstTime(page)).toBeChecked();
  await expect(firstTime(page)).toHaveAccessibleName(new RegExp(`^${time}.*${date?.slice(8)}/${date?.slice(5, 7)}`));
  await expect(page.getByText(/δεν είναι ελεύθερη/)).toBeHidden();
});

test("every state is accessible, from a telephone's width on", async ({ page }) => {
  await openWeeks(page, "nefeli");
  await expect(page.getByRole("link", { name: "Όλα τα ΚΕΠ μου" })).toBeHidden();
  await atEachOfThreeWidths(page, "weeks");
  await page.setViewportSize({ width: 320, height: 640 });
  await days(page).filter({ hasText: "ελεύθερες" }).nth(3).click();
  await expect(page.getByRole("region", { name: /^Ελεύθερες ώρες: / })).toBeInViewport();
  await atEachOfThreeWidths(page, "a day's times");
  const christmas = Temporal.PlainDate.from({ year: mondayAfter(0).year + 1, month: 12, day: 25 });
  await page.goto(`/offices/9901/weeks/${christmas}`);
  await page.getByRole("button", { name: new RegExp(`^${named(christmas)}: αργία: Χριστούγεννα$`) }).click();
  await expect(page.getByRole("region", { name: /^Ελεύθερες ώρες: / })).toContainText("αργία: Χριστούγεννα");
  await atEachOfThreeWidths(page, "holidays");
  await page.goto(`/offices/9901/weeks/${mondayAfter(-6)}`);
  await expect(days(page).first()).toHaveAccessibleName(/πέρασε$/);
  await atEachOfThreeWidths(page, "past weeks");
  await page.goto(`/offices/0000/weeks/${christmas}`);
  await expect(page.getByText("Δεν βρέθηκε το ΚΕΠ").first()).toBeVisible();
  await page.goto("/offices/9901/weeks/tomorrow");
  await expect(page.getByText("Η σελίδα δεν βρέθηκε").first()).toBeVisible();
});

test("what can't be loaded says so and comes back", async ({ page }) => {
  await openPlan(page, "thaleia");
  const today = Temporal.Now.plainDateISO("Europe/Athens");
  for (const [calls, address, title, shown] of [
    ["**/weeks?*", `/offices/9901/weeks/${today}`, "Οι εβδομάδες δεν φορτώθηκαν", "Επόμενη ελεύθερη ώρα"],
    ["**/api/days/*", `/days/${today}`, "Τα ΚΕΠ δεν φορτώθηκαν", "ΚΕΠ Νέας Αυγής"],
  ] as const) {
    await page.route(calls, (route) => route.abort());
    await page.goto(address);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await atEachOfThreeWidths(page, title);
    await page.unroute(calls);
    await expect(page.getByRole("main").getByText(shown).first()).toBeVisible();
  }
});

test("whoever has several ΚΕΠ sees them side by side, and books in one with one key", async ({ page, baseURL }) => {
  await openPlan(page, "thaleia");
  const tuesday = await openTuesday(page);
  await page.getByRole("link", { name: "Όλα τα ΚΕΠ μου" }).click();
  await expect(page).toHaveURL(new RegExp(`/days/${tuesday}$`));
  const card = (name: string) => page.getByRole("article", { name: new RegExp(name) });
  await expect(card("ΚΕΠ Νέας Αυγής").getByRole("list", { name: /^Ουρές/ })).toContainText("Ουρά 1");
  await expect(card("ΚΕΠ Πέτρινου Γιαλού")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);
  await atEachOfThreeWidths(page, "all offices");
  await page.getByRole("link", { name: "Πρώτα με χώρο" }).click();
  await expect(page).toHaveURL(/sort=free/);
  await page.keyboard.press("]");
  await expect(page).toHaveURL(new RegExp(`/days/${Temporal.PlainDate.from(tuesday).add({ days: 1 })}\\?sort=free`));
  await page.goto("/days/2099-12-25");
  await expect(page.getByText("αργία: Χριστούγεννα").first()).toBeVisible();
  await atEachOfThreeWidths(page, "all offices on a holiday");
  const { date } = await dayWithRoom(await signInByHttp(String(baseURL), "thaleia"), "9901", mondayAfter(1));
  await page.goto(`/days/${date}`);
  const first = page.getByRole("article").first();
  const code = await first.locator("small").textContent();
  await expect(first.getByRole("link", { name: /^Νέο ραντεβού, / })).toBeVisible();
  await page.keyboard.press("1");
  await expect(page).toHaveURL(new RegExp(`/offices/${code}/days/.*panel=new`));
  await expect(newAppointment(page)).toBeVisible();
});

test("in English too", async ({ page }) => {
  await openWeeks(page, "thaleia");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByText(/^Next free time by telephone/)).toBeVisible();
  await atEachOfThreeWidths(page, "weeks in English");
  await page.getByRole("link", { name: "All my KEP" }).click();
  await expect(page.getByRole("article")).toHaveCount(2);
  await atEachOfThreeWidths(page, "all offices in English");
});
