import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";

/** The service is chosen first, by a digit or by people's words; at 1366 × 768 nothing of the form is out of sight. */
let own: OwnPlatform;
const day = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 }).toString();
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  await own.sql.query("update office set usual_service = null");
  const desk = await signInByHttp(own.url, "ilias");
  const booked = [
    "signature-certification",
    "signature-certification",
    "signature-certification",
    "copy-certification",
    "copy-certification",
    "vehicle-transfer",
  ];
  for (const [index, service] of booked.entries()) {
    const body = {
      date: day,
      time: `${10 + index}:00`,
      queue: 2,
      service,
      lastName: "Παπαδοπούλου",
      firstName: "Ελένη",
    };
    const reply = await desk.ask("POST", "/api/offices/9904/appointments", { body, key: randomUUID() });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  }
});
test.afterAll(() => own.close());
test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, "rea", `${own.url}/offices/9904/days/${day}`);
  await expect(page.locator(".plan .column").first()).toBeVisible();
});

const services = (page: Page) => page.getByRole("group", { name: "Υπηρεσία" });
const chosen = (page: Page) => services(page).getByRole("radio", { checked: true });
const surname = (page: Page) => page.locator("[name=lastName]");
const search = (page: Page) => page.getByRole("combobox", { name: /^Αναζήτηση υπηρεσίας/ });

// The first: what others still fill in would be said in the form.
test("at 1366 × 768 all of the form is in sight, in «Άλλη ημέρα» the times too, and those met before wholly", async ({
  page,
}) => {
  await page.keyboard.press("n");
  await expect(services(page).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("1");
  await expectTime(page);
  const within = async (name: string, selector: string) => {
    const { bottom, foot } = await page.evaluate((what) => {
      const rect = (of: string) => (document.querySelector(of) as Element).getBoundingClientRect();
      return { bottom: rect(what).bottom, foot: rect(".panel__foot").top };
    }, selector);
    expect(bottom, name).toBeLessThanOrEqual(foot);
  };
  await within("what is seldom said", ".more__links");
  await page.keyboard.type("papad");
  await expect(page.getByRole("listbox", { name: "Έχουν ξαναέρθει στο ΚΕΠ" })).toBeVisible();
  await within("those met before", ".met-before__list");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Σημειώσεις" }).press("Enter");
  await expect(page.getByLabel("Σημειώσεις")).toBeFocused();
  await within("the note", "[name=notes]");
  await page.getByRole("button", { name: "Άλλη ημέρα ή ώρα" }).press("Enter");
  await expect(page.getByRole("radiogroup", { name: /^Ελεύθερες ώρες, / })).toBeVisible();
  await within("a time of the other day", ".day-times__time");
  const { title, segments } = await page.evaluate(() => {
    const middle = (of: string) => {
      const { top, height } = (document.querySelector(of) as Element).getBoundingClientRect();
      return Math.round(top + height / 2);
    };
    return { title: middle(".panel__head h2"), segments: middle(".panel__head .choices") };
  });
  expect(Math.abs(title - segments), "the head is one line").toBeLessThanOrEqual(3);
});

test("the usual ones stand in their order with digit and length; none is chosen, a digit chooses and goes on", async ({
  page,
}) => {
  await page.keyboard.press("n");
  const radios = services(page).getByRole("radio");
  await expect(radios.first()).toBeFocused();
  await expect(radios).toHaveCount(3);
  expect(await radios.evaluateAll((all) => all.map((each) => each.getAttribute("aria-keyshortcuts")))).toEqual([
    "1",
    "2",
    "3",
  ]);
  await expect(radios.first()).toHaveAccessibleName(/^Γνήσιο υπογραφής \d+′$/);
  await expect(services(page)).toHaveAccessibleDescription(/Ένα ψηφίο διαλέγει, το 0 δείχνει όλες/);
  await expect(chosen(page)).toHaveCount(0);
  await expect(page.getByText("Διαλέξτε υπηρεσία για να φανούν οι ώρες.")).toBeVisible();
  await atEachOfThreeWidths(page, "no service chosen yet");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press("3");
  await expect(chosen(page)).toHaveAttribute("value", "vehicle-transfer");
  await expect(surname(page)).toBeFocused();
  await expectTime(page);
  await expect(page.getByRole("radiogroup", { name: "Πρώτες ελεύθερες ώρες" })).toBeVisible();
  await page.keyboard.press("2");
  await expect(surname(page), "in a field a digit is text").toHaveValue("2");
  await expect(chosen(page)).toHaveAttribute("value", "vehicle-transfer");
  await page.keyboard.press("Alt+Digit2");
  const times = page.getByRole("radiogroup", { name: "Πρώτες ελεύθερες ώρες" }).getByRole("radio");
  await expect(times.nth(1)).toBeChecked();
  await atEachOfThreeWidths(page, "a service chosen by its digit");
});

test("nothing is booked for which no service was chosen: the form asks, and the fault is in view", async ({ page }) => {
  await page.keyboard.press("n");
  await surname(page).fill("Ασαφής");
  await page.locator("[name=firstName]").fill("Άγις");
  await page.keyboard.press("Control+Enter");
  await expect(services(page).getByRole("radio").first()).toBeFocused();
  await expect(services(page).getByText("Επιλέξτε υπηρεσία", { exact: true })).toBeInViewport();
  await expect(page.getByText(/^Καταχωρίστηκε/)).toHaveCount(0);
});

test("0 opens all of them, found by what people say, with slips and in Latin letters; Esc puts them away", async ({
  page,
}) => {
  await page.keyboard.press("n");
  await expect(services(page).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("0");
  await expect(search(page)).toBeFocused();
  await atEachOfThreeWidths(page, "all services");
  for (const typed of ["χαρτί γάμου", "χαρτι γαμυο", "xarti gamou"]) {
    await search(page).fill(typed);
    await expect(page.getByRole("option").first()).toHaveAccessibleName(/^Ληξιαρχική πράξη γάμου/);
  }
  await page.keyboard.press("Escape");
  await expect(services(page).getByRole("radio").first()).toBeFocused();
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" }), "the form stays").toBeVisible();
  await page.keyboard.press("0");
  await search(page).fill("ξξξξ");
  await expect(services(page).getByText("Καμία υπηρεσία")).toBeVisible();
  await search(page).fill("γάμου");
  await page.keyboard.press("Enter");
  await expect(chosen(page)).toHaveAccessibleName(/γάμου/);
  await expect(surname(page)).toBeFocused();
  await expectTime(page);
});

test("while no service is known, what is typed looks for one; once it is, it is the surname", async ({ page }) => {
  await page.keyboard.press("n");
  await expect(services(page).getByRole("radio").first()).toBeFocused();
  await page.keyboard.type("oxima");
  await expect(search(page)).toHaveValue("oxima");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/οχήματος/);
  await page.keyboard.press("Enter");
  await expect(surname(page)).toBeFocused();
  await chosen(page).focus();
  await page.keyboard.type("xa");
  await expect(surname(page)).toHaveValue("xa");
});

test("keys that are faster than the form: the digit is the service, the rest the person", async ({ page }) => {
  await page.keyboard.press("n");
  await page.keyboard.type("2xatzis");
  await expect(surname(page)).toHaveValue("xatzis");
  await expect(chosen(page)).toHaveAttribute("value", "copy-certification");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeHidden();
  await page.keyboard.press("n");
  await page.keyboard.type("0oxima");
  await expect(search(page)).toHaveValue("oxima");
});

test("where somebody has said which is usual, the form begins with it and says so; Enter goes on", async ({ page }) => {
  await own.sql.query("update office set usual_service = 'copy-certification' where code = '9904'");
  await page.reload();
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  await expect(chosen(page)).toBeFocused();
  await expect(chosen(page)).toHaveAttribute("value", "copy-certification");
  await expect(services(page)).toHaveAccessibleDescription(/^η συνηθισμένη του ΚΕΠ/);
  await page.keyboard.press("Enter");
  await expect(surname(page)).toBeFocused();
});

test("an appointment is changed by the same choice, where digits choose and stay", async ({ page }) => {
  await page.getByRole("link", { name: /10:00 ΠΑΠΑΔΟΠΟΥΛΟΥ/ }).click();
  await page.getByRole("button", { name: "Επεξεργασία" }).first().click();
  await expect(chosen(page)).toHaveAttribute("value", "signature-certification");
  await chosen(page).focus();
  await page.keyboard.press("3");
  await expect(chosen(page)).toHaveAttribute("value", "vehicle-transfer");
  await expect(chosen(page)).toBeFocused();
  await atEachOfThreeWidths(page, "another service of an appointment");
});

test("of one's own other window nobody speaks as of a colleague", async ({ page, context }) => {
  await page.keyboard.press("n");
  await expect(services(page).getByRole("radio").first()).toBeVisible();
  await page.keyboard.press("1");
  await expectTime(page);
  const beside = await context.newPage();
  await beside.goto(`${own.url}/offices/9904/days/${day}`);
  await expect(beside.getByText("Συμπληρώνει: εσείς, σε άλλο παράθυρο").first()).toBeVisible();
  await beside.keyboard.press("n");
  await expect(services(beside).getByRole("radio").first()).toBeVisible();
  await beside.keyboard.press("1");
  await expect(
    beside.getByText(/^Δεν προτείνεται .*: συμπληρώνεται τώρα σε άλλο παράθυρό σας\.$/).first(),
  ).toBeVisible();
  await expect(beside.locator("main")).not.toContainText(/συμπληρώνεται τώρα \(/);
});
