import { expect, type Page } from "@playwright/test";
import { RULES_BY_HAND } from "../doctor.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { openPlan, openTuesday } from "./person.ts";

/** What a clerk's keys do while the page is still at work, and while the platform is renewed beneath it. */

const lastName = (page: Page) => page.getByLabel("Επώνυμο");

for (const delay of [0, 20, 60]) {
  test(`letters that follow N every ${delay} ms are the surname, and none of them acts`, async ({ page }) => {
    await openPlan(page, "ilias");
    const tuesday = await openTuesday(page);
    await page.keyboard.press("n");
    // Each is a key of its own too: without appointment, today, weeks.
    await page.keyboard.type("xatw", { delay });
    await expect(lastName(page)).toHaveValue("xatw");
    await expect(lastName(page)).toBeFocused();
    await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
    expect(page.url()).toContain(tuesday);
  });
}

const holdForm = (page: Page) => holdPart(page, "appointment-panel");

/** The code of the part stays on its way until it is sent. */
async function holdPart(page: Page, name: string): Promise<() => void> {
  let send = () => {};
  const isSent = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await isSent;
    await route.continue();
  });
  await page.reload();
  return send;
}

test("letters wait for a form whose code is still on its way", async ({ page }) => {
  await openPlan(page, "ilias");
  await openTuesday(page);
  const send = await holdForm(page);
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.type("xatzi");
  send();
  await expect(lastName(page)).toHaveValue("xatzi");
  await page.keyboard.type("s");
  await expect(lastName(page)).toHaveValue("xatzis");
});

test("whoever goes on with Tab before the form is there finds each in its field, and goes on in the last", async ({
  page,
}) => {
  await openPlan(page, "ilias");
  await openTuesday(page);
  const send = await holdForm(page);
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.type("Λάμπρου");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ελένη");
  await page.keyboard.press("Tab");
  await page.keyboard.type("694412");
  send();
  const phone = page.getByLabel(/^Τηλέφωνο/).first();
  await expect(phone).toHaveValue("694412");
  await expect(phone).toBeFocused();
  await expect(lastName(page)).toHaveValue("Λάμπρου");
  await expect(page.getByLabel("Όνομα", { exact: true })).toHaveValue("Ελένη");
});

/** Whatever the office's own are: two services have digits, and none is chosen before. @returns the second one's code */
async function haveTwoUsual(page: Page): Promise<() => string> {
  let second = "";
  await page.route(/\/api\/offices\/\w+$/, async (route) => {
    const response = await route.fetch();
    const office = await response.json();
    const [first, other] = office.services.slice(3);
    second = other.code;
    await route.fulfill({ response, json: { ...office, usualService: null, usualServices: [first.code, second] } });
  });
  return () => second;
}

test("a digit and letters wait for the dialog without a name, and none of them acts on the page", async ({ page }) => {
  await openPlan(page, "ilias");
  const second = await haveTwoUsual(page);
  const send = await holdPart(page, "unnamed-dialog");
  await expect(page.getByRole("button", { name: "Χωρίς ραντεβού" })).toBeVisible();
  const address = page.url();
  await page.keyboard.press("a");
  await page.keyboard.type("2w");
  const dialog = page.getByRole("dialog", { name: "Χωρίς ραντεβού" });
  await expect(dialog.getByRole("status")).toBeVisible();
  send();
  await expect(dialog.getByRole("combobox")).toHaveValue("w");
  await expect(dialog.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog.locator(`input[value="${second()}"]`)).toBeChecked();
  await dialog.getByRole("button", { name: "Πίσω" }).click();
  await expect(dialog).toHaveCount(0);
  expect(page.url()).toBe(address);
});

test("three keys that are faster than the dialog without a name do what they do in it", async ({ page }) => {
  await openPlan(page, "ilias");
  const second = await haveTwoUsual(page);
  const send = await holdPart(page, "unnamed-dialog");
  await expect(page.getByRole("button", { name: "Χωρίς ραντεβού" })).toBeVisible();
  await page.keyboard.press("a");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  const asked = page.waitForRequest("**/walk-ins");
  await page.route("**/walk-ins", (route) => route.abort("internetdisconnected"));
  send();
  expect((await asked).postDataJSON().service).toBe(second());
});

test("keys that are pressed while the dialog is ready and not shown yet are for it too", async ({ page }) => {
  await openPlan(page, "ilias");
  const second = await haveTwoUsual(page);
  const send = await holdPart(page, "unnamed-dialog");
  await expect(page.getByRole("button", { name: "Χωρίς ραντεβού" })).toBeVisible();
  const asked = page.waitForRequest("**/walk-ins");
  await page.route("**/walk-ins", (route) => route.abort("internetdisconnected"));
  // What stands in its place is left there for a third of a second, lest it flicker: so a busy machine may show the dialog
  // before they are pressed, which does the same with them.
  const isHere = page.waitForEvent("requestfinished", (request) => request.url().includes("unnamed-dialog"));
  await page.keyboard.press("a");
  send();
  await isHere;
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  expect((await asked).postDataJSON().service).toBe(second());
});

test.describe("where today is open, whatever day it is,", () => {
  let own: OwnPlatform;
  test.beforeAll(async () => {
    own = await openOwnPlatform();
    own.plants(...RULES_BY_HAND);
    await openDayAndNight(own.sql, "9904");
  });
  test.afterAll(() => own.close());

  test("a code that is typed before its dialog is there stands in it", async ({ page }) => {
    await openPlan(page, "ilias", own.url);
    const send = await holdPart(page, "scan-dialog");
    await expect(page.getByRole("button", { name: /^Περισσότερα/ })).toBeVisible();
    await page.keyboard.press("q");
    await page.keyboard.type("123456");
    send();
    await expect(page.getByRole("dialog").getByRole("textbox")).toHaveValue("123456");
    await page.keyboard.type("7");
    await expect(page.getByRole("dialog").getByRole("textbox")).toHaveValue("1234567");
  });

  test("keys that are pressed before a menu is drawn do nothing beneath it, and Esc puts it away", async ({ page }) => {
    await openPlan(page, "ilias", own.url);
    const send = await holdPart(page, "open-menu");
    const more = page.getByRole("button", { name: /^Περισσότερα/ });
    const address = page.url();
    await more.click();
    await page.keyboard.press("]");
    await page.keyboard.press("Escape");
    await expect(more).toHaveAttribute("aria-expanded", "false");
    await more.click();
    await page.keyboard.press("n");
    expect(page.url()).toBe(address);
    send();
    await expect(page.getByRole("menuitem").first()).toBeFocused();
  });

  test("what an open menu did not offer when it was opened is put below, and moves nothing in it", async ({ page }) => {
    let answer = () => {};
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/sheet-offer", async (route) => {
      await isAnswered;
      await route.continue();
    });
    await openPlan(page, "ilias", own.url);
    const more = page.getByRole("button", { name: /^Περισσότερα/ });
    await more.click();
    const choices = page.getByRole("menuitem");
    await expect(choices.first()).toBeFocused();
    const words = await choices.allTextContents();
    answer();
    await expect(page.locator(".day-menu__offer")).toBeVisible();
    await expect(choices.filter({ hasText: "Εκτύπωση φύλλου, σήμερα" })).toBeVisible();
    expect((await choices.allTextContents()).slice(0, words.length)).toEqual(words);
    await expect(choices.first()).toBeFocused();
    await page.keyboard.press("Escape");
    await more.click();
    await expect(choices.first()).toHaveText(/^Εκτύπωση/);
    await expect(choices.first()).toBeFocused();
  });

  test("once the day shows, what opens over it is there without a network too, and so are its words", async ({
    page,
    context,
  }) => {
    await openPlan(page, "ilias", own.url);
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await page.getByRole("button", { name: /^Περισσότερα/ }).click();
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await expect(page.getByRole("dialog", { name: "Χωρίς ραντεβού" }).getByRole("radio").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect(lastName(page)).toBeVisible();
    await expect(page.locator("#app")).not.toContainText(/\b(panel|field|mails|search|plan|shell|waiting)\.[a-z]/);
    await context.setOffline(false);
  });
});

const gone = { status: 404, contentType: "application/problem+json", body: "{}" };

test("a part of an older release is missing: what is being written stays, and the page says what to do", async ({
  page,
}) => {
  await page.route("**/assets/shortcuts-help-*.js", (route) => route.fulfill(gone));
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await lastName(page).fill("Ανοιχτή");
  await page.getByRole("button", { name: "Συντομεύσεις πληκτρολογίου" }).click();
  const dialog = page.getByRole("dialog", { name: "Συντομεύσεις πληκτρολογίου" });
  await expect(dialog.getByRole("heading", { name: "Η πλατφόρμα ανανεώθηκε" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Φόρτωση ξανά" })).toBeVisible();
  await dialog.getByRole("button", { name: "Επιστροφή" }).click();
  await expect(lastName(page)).toHaveValue("Ανοιχτή");
});

test("what an input method writes before the form is there stays in its order", async ({ page }) => {
  await openPlan(page, "ilias");
  await openTuesday(page);
  const send = await holdForm(page);
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  for (const letter of "Χατζή") await page.keyboard.insertText(letter);
  send();
  await expect(page.locator("[name=lastName]")).toHaveValue("Χατζή");
});

test("letters that still wait for their form are something written too", async ({ page }) => {
  await openPlan(page, "ilias");
  await openTuesday(page);
  const send = await holdForm(page);
  await page.route("**/assets/shortcuts-help-*.js", (route) => route.fulfill(gone));
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.type("xatzi");
  await page.getByRole("button", { name: "Συντομεύσεις πληκτρολογίου" }).click();
  await expect(page.getByRole("heading", { name: "Η πλατφόρμα ανανεώθηκε" })).toBeVisible();
  send();
  await page.getByRole("button", { name: "Επιστροφή" }).click();
  await expect(page.locator("[name=lastName]")).toHaveValue("xatzi");
});

test("where nothing is being written, the page renews itself for the list of keys", async ({ page }) => {
  // Before the page is there: what a running page asks for next may still pass by.
  await page.route("**/assets/shortcuts-help-*.js", (route) => route.fulfill(gone));
  await openPlan(page, "ilias");
  const renewed = page.waitForEvent("domcontentloaded");
  await page.keyboard.press("?");
  await renewed;
  await expect(page.getByRole("navigation", { name: "Κύρια πλοήγηση" })).toBeVisible();
  await expect(page.getByText("Η πλατφόρμα ανανεώθηκε")).toHaveCount(0);
});

test("a page that was not loaded yet says without a network that there is no connection, and comes by itself with it", async ({
  page,
}) => {
  await page.route(/\/assets\/queues-page-.*\.js|\/healthz$/, (route) => route.abort("internetdisconnected"));
  await openPlan(page, "ilias");
  await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
  await expect(page.getByRole("heading", { name: "Η σελίδα δεν φορτώθηκε" })).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(1);
  await page.unroute(/\/assets\/queues-page-.*\.js|\/healthz$/);
  await expect(page.getByRole("heading", { name: "Διαχείριση ουρών εξυπηρέτησης" })).toBeVisible();
});

test("what is missing after a release comes as soon as nothing typed would be lost", async ({ page }) => {
  await page.route("**/assets/shortcuts-help-*.js", (route) => route.fulfill(gone));
  await openPlan(page, "ilias");
  await page.keyboard.press("n");
  await lastName(page).fill("Ανοιχτή");
  await page.getByRole("button", { name: "Συντομεύσεις πληκτρολογίου" }).click();
  await expect(page.getByRole("heading", { name: "Η πλατφόρμα ανανεώθηκε" })).toBeVisible();
  let isRenewed = false;
  page.once("domcontentloaded", () => {
    isRenewed = true;
  });
  // Beneath the dialog the form is emptied, as its clerk would.
  const emptied = (field: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const isNew = async () => {
    if (!isRenewed)
      await lastName(page)
        .evaluate(emptied, undefined, { timeout: 1_000 })
        .catch(() => {});
    return isRenewed;
  };
  await expect.poll(isNew).toBe(true);
});

test("that the session ends soon is said over a dialog too, where it can be pressed", async ({ page }) => {
  await page.route("**/api/me", async (route) => {
    const response = await route.fetch();
    const me = await response.json();
    const soon = Temporal.Instant.from(me.session.now).add({ minutes: 3 }).toString();
    await route.fulfill({ response, json: { ...me, session: { ...me.session, idleUntil: soon } } });
  });
  await openPlan(page, "ilias");
  await expect(page.getByText(/^Η σύνδεσή σας λήγει σε/)).toBeVisible();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Συντομεύσεις πληκτρολογίου" });
  await expect(dialog.getByRole("alert")).toContainText("Η σύνδεσή σας λήγει σε");
  const asked = page.waitForRequest("**/api/me");
  await dialog.getByRole("button", { name: "Συνέχεια" }).click();
  await asked;
  await dialog.getByRole("button", { name: "Επιστροφή" }).click();
  await expect(page.getByText(/^Η σύνδεσή σας λήγει σε/)).toHaveCount(1);
});
