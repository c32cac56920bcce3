import { type Browser, expect, type Page } from "@playwright/test";
import { hashOfToken, newToken } from "../../src/platform/token.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth, expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";

/** A number at the entrance, and the own place on the phone: pressed, read, followed, and given up. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  await own.sql.query("update office set tickets_at_entrance = true where code = '9904'");
});
test.afterAll(() => own.close());

async function tablet(browser: Browser, isScripted = true): Promise<Page> {
  const token = newToken();
  await own.sql.query(
    `insert into entrance_screen (office_id, id, name, token_hash, created_at, created_by)
     select id, gen_random_uuid(), 'Είσοδος', $1, now(), (select min(id) from employee) from office where code = '9904'`,
    [hashOfToken(token)],
  );
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    javaScriptEnabled: isScripted,
  });
  const page = await context.newPage();
  await page.goto(`${own.url}/entrance/${token}`);
  return page;
}

const number = (page: Page) => page.locator(".knumber");

async function take(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Δεν έχω ραντεβού" }).click();
  await page.getByRole("button", { name: "Πιστοποιητικά" }).dblclick();
  await expect(number(page)).toBeVisible();
  return (await number(page).textContent()) ?? "";
}

const keyOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "__Host-place")?.value ?? "";

test("pressed twice it is one number, which the phone follows without a reload until the counter calls it", {
  tag: "@proof",
}, async ({ browser }) => {
  const screen = await tablet(browser);
  await expectAccessible(screen, "the first page");
  await screen.getByRole("link", { name: "Δεν έχω ραντεβού" }).click();
  await expect(screen.getByRole("heading", { name: "Τι χρειάζεστε;" })).toBeVisible();
  await expectAccessible(screen, "the groups");
  await screen.goBack();
  const mine = await take(screen);
  expect(mine.replaceAll("\u00a0", " ")).toBe("Α 001");
  await atEveryWidth(screen, "the number");
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 780 } })).newPage();
  await phone.goto(`${own.url}/line/${await keyOf(screen)}`);
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("001");
  await atEveryWidth(phone, "the own place");
  // A counter calls, as «Επόμενος» does: every page of the office hears of it.
  const { rows } = await own.sql.query("select office_id, id from ticket where status = 'arrived'");
  await callTo(rows[0], 1);
  await expect(phone.getByRole("alert")).toContainText("Σας καλεί η θυρίδα 1");
  expect(await phone.title()).toContain("(!) Σας καλεί η θυρίδα 1");
  await expectAccessible(phone, "the own place, called");
});

test("a phone whose server was killed meanwhile hears all the same that it is called", async ({ browser }) => {
  const screen = await tablet(browser);
  await take(screen);
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(`${own.url}/line/${await keyOf(screen)}`);
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("Α");
  await own.platform.kill("SIGKILL");
  await own.restart();
  const { rows } = await own.sql.query(
    "select office_id, id from ticket where status = 'arrived' and called_at is null",
  );
  await callTo(rows[0], 2);
  await expect(phone.getByRole("alert")).toContainText("Σας καλεί η θυρίδα 2");
  await expect(phone.getByText("Δεν υπάρχει σύνδεση.")).toBeHidden();
});

test("without a script it is all there: taken, read and given up by links and buttons", async ({ browser }) => {
  const screen = await tablet(browser, false);
  await take(screen);
  const phone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const key = await keyOf(screen);
  await phone.goto(`${own.url}/line/${key}`);
  await phone.getByRole("link", { name: "Ανανέωση" }).click();
  await phone.getByRole("link", { name: "Αφήνω τον αριθμό μου" }).click();
  await phone.getByRole("button", { name: "Αφήνω τον αριθμό μου" }).click();
  await expect(phone.getByRole("heading", { name: "Δεν είστε πια στη σειρά" })).toBeVisible();
  await screen.getByRole("link", { name: "Τέλος" }).click();
  await expect(screen.getByRole("heading", { name: "Καλώς ήρθατε" })).toBeVisible();
});

async function callTo({ office_id, id }: { office_id: number; id: string }, counter: number): Promise<void> {
  await own.sql.query(
    `with called as (update ticket set queue = $3, called_at = now(), version = 2 where office_id = $1 and id = $2 returning *),
       noted as (insert into ticket_event (office_id, ticket_id, version, kind, at, changes)
         select office_id, id, 2, 'called', called_at, '{"queue": [null, 1]}' from called),
       shown as (insert into line_call (office_id, visit, version, date, letter, number, counter, at)
         select office_id, id, 2, date, letter, number, $3, called_at from called)
     select pg_notify('visits', json_build_object('kind', 'change', 'office', office_id, 'dates', json_build_array(date),
       'appointment', id, 'by', null)::text) from called`,
    [office_id, id, counter],
  );
}
