import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { announceRules, type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";

/** Two desks of one office side by side, and a colleague who acts at a third. */
let own: OwnPlatform;
let colleague: Desk;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  await own.sql.query("update queue set slot_minutes = $1 from office where office.id = office_id and code = '9904'", [
    SLOT_MINUTES,
  ]);
  colleague = await signInByHttp(own.url, "ilias");
});
test.afterAll(() => own.close());

const SLOT_MINUTES = 30;
const today = Temporal.Now.plainDateISO("Europe/Athens");
const tomorrow = today.add({ days: 1 }).toString();
/** Asked for again only every minute while it is live: what is there sooner came by itself. How soon: bench/desks.ts. */
const BY_ITSELF = { timeout: 30_000 };

async function openDesk(context: BrowserContext, userid: string, date = tomorrow): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, userid, `${own.url}/offices/9904/days/${date}`);
  await expect(page.getByText(/^Ζωντανή ενημέρωση, \d\d:\d\d$/)).toBeVisible();
  return page;
}

async function act(method: string, path: string, body?: object, version?: number) {
  const options = { key: randomUUID(), ...(body && { body }), ...(version && { version }) };
  const reply = await colleague.ask(method, `/api/offices/9904/appointments${path}`, options);
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  return reply.body;
}

const book = (lastName: string, time: string, date = tomorrow) =>
  act("POST", "", {
    date,
    time,
    queue: 2,
    lastName,
    firstName: "Ελένη",
    service: "copy-certification",
    channel: "in-person",
  });

const card = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const free = (page: Page, time: string) => page.getByRole("button", { name: new RegExp(`^${time} ελεύθερη.*Ουρά 2`) });

async function twoDesks(browser: Browser): Promise<{ rea: Page; ilias: Page; close(): Promise<unknown> }> {
  const contexts = [
    await browser.newContext({ locale: "el-GR" }),
    await browser.newContext({ locale: "el-GR" }),
  ] as const;
  const [rea, ilias] = [await openDesk(contexts[0], "rea"), await openDesk(contexts[1], "ilias")];
  return { rea, ilias, close: () => Promise.all(contexts.map((context) => context.close())) };
}

test("the place that one desk fills in is marked on the other, and offered there to nobody", async ({ browser }) => {
  const { rea, ilias, close } = await twoDesks(browser);
  await free(rea, "10:00").click();
  await expect(free(ilias, "10:00")).toHaveText(/Συμπληρώνει: Ρέα/, BY_ITSELF);
  await expect(free(ilias, "10:00")).toBeDisabled();
  await free(ilias, "10:00").click({ force: true });
  await expect(ilias.getByRole("heading", { name: "Νέο ραντεβού" })).toHaveCount(0);
  await expect(rea.getByText(/Συμπληρώνει:/)).toHaveCount(0);
  await expectAccessible(ilias, "a place that a colleague is filling in");
  // She thinks of another time, and then gives up.
  await free(rea, "11:00").click();
  await expect(free(ilias, "11:00")).toHaveText(/Συμπληρώνει: Ρέα/, BY_ITSELF);
  await expect(free(ilias, "10:00")).not.toHaveText(/Συμπληρώνει/);
  await rea.keyboard.press("Escape");
  await expect(ilias.getByText(/Συμπληρώνει:/)).toHaveCount(0, BY_ITSELF);
  await close();
});

test("what one desk books is on the other by itself, and nothing there loses its place", async ({ browser }) => {
  const { rea, ilias, close } = await twoDesks(browser);
  await free(ilias, "09:30").focus();
  await free(rea, "10:00").click();
  await rea.getByLabel("Επώνυμο").fill("Γλαρουδάκη");
  await rea.getByLabel("Όνομα", { exact: true }).fill("Δάφνη");
  await expectTime(rea);
  const scrolled = await ilias.locator(".plan").evaluate((plan) => plan.scrollTop);
  await rea.keyboard.press("Control+Enter");
  await expect(card(ilias, /10:00 ΓΛΑΡΟΥΔΑΚΗ .*μόλις άλλαξε/)).toBeVisible(BY_ITSELF);
  await expect(rea.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  await expect(card(rea, /ΓΛΑΡΟΥΔΑΚΗ .*μόλις άλλαξε/)).toHaveCount(0);
  await expect(ilias.getByRole("status").filter({ hasText: "Άλλαξε 1 ραντεβού από συνάδελφο." })).toBeAttached();
  await expect(ilias.getByText(/Συμπληρώνει:/)).toHaveCount(0, BY_ITSELF);
  await expect(free(ilias, "09:30")).toBeFocused();
  expect(await ilias.locator(".plan").evaluate((plan) => plan.scrollTop)).toBe(scrolled);
  await expectAccessible(ilias, "an appointment that a colleague has just booked");
  await expect(card(ilias, /μόλις άλλαξε/)).toHaveCount(0);
  await close();
});

test("a move, a change and a cancellation elsewhere are here by themselves", { tag: ["@commit", "@proof"] }, async ({
  context,
}) => {
  const page = await openDesk(context, "rea");
  const { id } = await book("Μετακινούμενη", "12:00");
  await expect(card(page, /12:00 ΜΕΤΑΚΙΝΟΥΜΕΝΗ/)).toBeVisible(BY_ITSELF);
  await act("POST", `/${id}/move`, { date: tomorrow, time: "13:00", queue: 2 }, 1);
  await expect(card(page, /13:00 ΜΕΤΑΚΙΝΟΥΜΕΝΗ/)).toBeVisible(BY_ITSELF);
  await act("PATCH", `/${id}`, { lastName: "Μετονομασμένη" }, 2);
  await expect(card(page, /13:00 ΜΕΤΟΝΟΜΑΣΜΕΝΗ/)).toBeVisible(BY_ITSELF);
  await act("POST", `/${id}/cancellation`, {}, 3);
  await expect(free(page, "13:00")).toBeVisible(BY_ITSELF);

  const { date, time } = await openFromNow(own.sql, "9904");
  await page.goto(`${own.url}/offices/9904/days/${date}`);
  await expect(page.getByText(/^Ζωντανή ενημέρωση/)).toBeVisible();
  const walkIn = await book("Περαστική", time, date);
  await expect(card(page, /Αναμένεται.*ΠΕΡΑΣΤΙΚΗ/)).toBeVisible(BY_ITSELF);
  await act("POST", `/${walkIn.id}/arrival`);
  await expect(card(page, /Προσήλθε.*ΠΕΡΑΣΤΙΚΗ/)).toBeVisible(BY_ITSELF);
});

test("the network is cut: the page says that it is not live, and is right again as soon as it is back", async ({
  browser,
}) => {
  const { rea: page, ilias, close } = await twoDesks(browser);
  await page.context().setOffline(true);
  await expect(page.getByText(/Χωρίς ζωντανή ενημέρωση/)).toBeVisible();
  await expect(page.getByText(/Δεν υπάρχει σύνδεση από τις/)).toBeVisible();
  await expectAccessible(page, "not live");
  await book("Ανήκουστη", "14:00");
  await expect(card(ilias, /14:00 ΑΝΗΚΟΥΣΤΗ/)).toBeVisible(BY_ITSELF);
  await expect(card(page, /ΑΝΗΚΟΥΣΤΗ/)).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(page.getByText(/^Ζωντανή ενημέρωση/)).toBeVisible();
  await expect(card(page, /14:00 ΑΝΗΚΟΥΣΤΗ/)).toBeVisible(BY_ITSELF);
  await expect(page.getByText(/Δεν υπάρχει σύνδεση από τις/)).toHaveCount(0);
  await close();
});

test("on a telephone the marks are there too", async ({ context }) => {
  const page = await openDesk(context, "rea");
  await page.setViewportSize({ width: 320, height: 640 });
  const desk = randomUUID();
  const place = { date: tomorrow, time: "15:00", queue: 1, minutes: 10 };
  await colleague.ask("POST", "/api/offices/9904/fillings", { body: { desk, place } });
  await expect(page.getByRole("button", { name: /^15:00 ελεύθερη, Συμπληρώνει: Ηλίας .*Ουρά 1/ })).toBeVisible();
  await expectAccessible(page, "a place being filled in, at 320 px");
});

test("a plan left open overnight says that it is yesterday's, and what was typed goes along to today", async ({
  context,
}) => {
  const page = await openDesk(context, "rea", today.toString());
  await page.keyboard.press("n");
  await page.getByLabel("Επώνυμο").fill("Υπομονετική");
  // The night passes: from now on the server says that it is tomorrow.
  await page.route("**/days/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), now: { date: tomorrow, time: "08:05" } } });
  });
  // Late in the evening no time of today is left to book: any notice has the plan asked for again.
  await announceRules(own.sql, "9904");
  const banner = page.getByRole("status").filter({ hasText: "Βλέπετε τη χθεσινή ημέρα." });
  await expect(banner).toBeVisible();
  await expectAccessible(page, "yesterday's plan");
  await banner.getByRole("link", { name: "Στη σημερινή ημέρα" }).click();
  await expect(page).toHaveURL(new RegExp(`/days/${tomorrow}`));
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Υπομονετική");
  await expect(page.getByText("Βλέπετε τη χθεσινή ημέρα.")).toHaveCount(0);
});
