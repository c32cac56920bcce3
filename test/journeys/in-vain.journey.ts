import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { bar, type CounterDay, openCounterDay, SERVICE } from "./counter-day.ts";
import { test } from "./journey.ts";
import { signIn } from "./person.ts";

/** «Ήρθε άδικα»: one key after a visit, three answers, and nobody's name. */
let own: CounterDay;
let date: string;
test.beforeAll(async () => {
  own = await openCounterDay();
});
test.afterAll(() => own.close());
test.beforeEach(async () => {
  date = await own.emptyDay();
  await own.sql.query("delete from visit_in_vain");
});

const noted = async () => {
  const { body } = await own.desk.ask("GET", own.path(`days/${date}/in-vain`));
  return body.visits.map(({ reason, line }: { reason: string | null; line: string | null }) => [reason, line]);
};
const form = (page: Page) => page.getByRole("form", { name: /^Ήρθε άδικα ?: / });
const act = (page: Page) => bar(page).getByRole("button", { name: /^Ήρθε άδικα ?: / });

/** Somebody was served at the clerk's counter, by «Επόμενος» pressed twice as its own acts. */
async function served(page: Page): Promise<void> {
  const body = { service: SERVICE };
  const { appointment } = (await own.desk.ask("POST", own.path("walk-ins"), { body, key: randomUUID() })).body;
  const { id } = appointment;
  await own.sql.query("update appointment set queue = 1 where id = $1", [id]);
  for (const step of ["service-start", "completion"])
    await own.desk.ask("POST", own.path(`appointments/${id}/${step}`), {});
  await signIn(page, "ilias", own.url);
  await expect(act(page)).toBeVisible();
}

test("by keys: the answer, sent and taken back; nothing without a choice", { tag: ["@commit", "@proof"] }, async ({
  page,
}) => {
  await served(page);
  await page.keyboard.press("h");
  await expect(form(page).getByRole("radio", { name: "Ποιο χαρτί χρειάζεται" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("alert")).toContainText("Επιλέξτε 1, 2 ή 3");
  await page.keyboard.press("Escape");
  await expect(form(page)).toBeHidden();
  await expect(act(page)).toBeFocused();
  expect(await noted()).toEqual([]);

  await page.keyboard.press("h");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Σημειώθηκε ότι ήρθε άδικα: /)).toBeVisible();
  await expect(bar(page)).toContainText("σημειώθηκε");
  expect(await noted()).toEqual([["elsewhere", null]]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText(/^Αναιρέθηκε το «Ήρθε άδικα»: /)).toBeVisible();
  expect(await noted()).toEqual([[null, null]]);
});

test("which paper: a line of what to bring, or what it does not say; an answer that is lost leaves the form as it is", async ({
  page,
}) => {
  await served(page);
  await page.keyboard.press("h");
  await page.keyboard.press("1");
  const lines = form(page).getByRole("group", { name: "Ποιο χαρτί έλειπε" }).getByRole("radio");
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("alert")).toContainText("Επιλέξτε ποιο χαρτί έλειπε");
  await lines.first().press("Space");
  await atEveryWidth(page, "a visit in vain");
  await page.route("**/in-vain", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  await form(page).getByRole("button", { name: "Καταχώριση" }).click();
  await expect(page.getByRole("alert")).not.toHaveCount(0);
  await expect(lines.first()).toBeChecked();
  await page.unroute("**/in-vain");
  await form(page).getByRole("button", { name: "Καταχώριση" }).click();
  await expect(form(page)).toBeHidden();
  const [[reason, line]] = await noted();
  expect([reason, typeof line]).toEqual(["paper", "string"]);
});

test("on a phone it is a sheet, and from the panel the same; a new time opens the form of a booking", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await served(page);
  await act(page).click();
  await expect(form(page)).toBeInViewport();
  await form(page).getByRole("radio", { name: "Δεν χρειαζόταν επίσκεψη" }).check();
  await form(page).getByRole("button", { name: "Και νέα ώρα" }).click();
  await expect(page.getByRole("heading", { name: "Νέο ραντεβού" })).toBeVisible();
  expect(await noted()).toEqual([["needless", null]]);
});

/** Somebody with a number, served at the clerk's counter before the others. */
async function servedNumber(): Promise<RegExp> {
  const { body: ticket } = await own.issue();
  const starts = { id: ticket.id, version: ticket.version };
  await own.desk.ask("POST", own.path("queues/1/next"), { body: { ends: [], starts }, key: randomUUID() });
  const [{ version, number }] = await own.tickets();
  await own.desk.ask("POST", own.path(`tickets/${ticket.id}/completion`), { version, body: {} });
  return new RegExp(`${number.slice(0, 1)}\\s${number.slice(1)}`);
}

test("a number and a visit served earlier today: from their menus and by the key at their row, sent and taken back", async ({
  page,
}) => {
  const number = await servedNumber();
  await served(page);
  await page.goto(`${own.url}/offices/${own.office}/days/${date}?view=table&statuses=[%22served%22]`);
  const table = page.getByRole("table");
  const ofNumber = table.getByRole("button", { name: number });
  await ofNumber.click();
  await page.getByRole("menuitem", { name: "Ήρθε άδικα" }).click();
  const dialog = page.getByRole("dialog", { name: /^Ήρθε άδικα: / });
  await expect(dialog.getByRole("radio", { name: "Ποιο χαρτί χρειάζεται" })).toBeFocused();
  await atEveryWidth(page, "a number in vain, over the table");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  expect(await noted()).toEqual([["elsewhere", null]]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText(/^Αναιρέθηκε το «Ήρθε άδικα»: /)).toBeVisible();
  expect(await noted()).toEqual([[null, null]]);

  await ofNumber.focus();
  await page.keyboard.press("h");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(ofNumber, "the key is of that row, and not of the last visit").toBeFocused();

  await table.getByRole("button", { name: /^Άλλες ενέργειες: / }).click();
  await page.getByRole("menuitem", { name: "Ήρθε άδικα" }).click();
  await dialog.getByRole("radio", { name: "Δεν χρειαζόταν επίσκεψη" }).check();
  await dialog.getByRole("button", { name: "Καταχώριση" }).click();
  await expect(dialog).toBeHidden();
  expect(await noted()).toContainEqual(["needless", null]);
});

test("with the panel open the key is of its visit", async ({ page }) => {
  await served(page);
  const [{ id }] = (await own.desk.ask("GET", own.path(`days/${date}`))).body.appointments.filter(
    ({ status }: { status: string }) => status === "served",
  );
  await page.goto(`${own.url}/offices/${own.office}/days/${date}?panel=${id}`);
  const panel = page.getByRole("region", { name: /^Ραντεβού στις/ });
  for (const place of [bar(page), panel])
    await expect(place.getByRole("button", { name: /^Ήρθε άδικα/ })).toBeVisible();
  await page.keyboard.press("h");
  await expect(panel.getByRole("form", { name: /^Ήρθε άδικα ?: / })).toBeVisible();
  await expect(bar(page).getByRole("form")).toHaveCount(0);
});
