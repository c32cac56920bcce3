import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { manualOf, type Task } from "../../src/help/manual.ts";
import { dayWithRoom } from "../desk.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { fileOf, readManual } from "../manual/files.ts";
import { play } from "../manual/player.ts";
import { ROOT } from "../structure/source-files.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";
import { openFromNow } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";

/** A person who never saw the program does these tasks by the manual alone. */
const manual = await readManual("el");
const PEOPLE = { operator: "ilias", administrator: "rea", ministry: "athina" } as const;

let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
  own.plants(...VISITS_BY_HAND);
});
test.afterAll(() => own.close());
test.beforeEach(async () => {
  await own.sql.query("update appointment set status = 'cancelled' where live");
  await own.sql.query("delete from exception; delete from closure");
});

const taskOf = (name: string): Task => manual.find((task) => task.name === name) as Task;

/** Whom the manual speaks of */
const PERSON = { lastName: "Παπαδοπούλου", firstName: "Ελένη", phone: "6944123456", service: "copy-certification" };

/** In the running slot */
async function somebody(): Promise<void> {
  const running = await openFromNow(own.sql, own.code);
  await done(own.clerk, `${own.api}/appointments`, { ...running, queue: 1, channel: "in-person", ...PERSON });
}

/** Not today: of the running slot the program says after a minute that it is late. */
async function somebodyLater(): Promise<void> {
  const tomorrow = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 });
  const { date, times } = await dayWithRoom(own.clerk, own.code, tomorrow);
  await done(own.clerk, `${own.api}/appointments`, { date, time: times[0]?.time, queue: null, ...PERSON });
}

/** In the week that is over, beside what the night has counted of it */
async function somebodyInVain(): Promise<void> {
  const monday = "(date_trunc('week', now() at time zone 'Europe/Athens'))::date - 7";
  await own.sql.query(
    `insert into in_vain_days values (${monday}, 9, 1) on conflict (monday) do update set counted = in_vain_days.counted + 9`,
  );
  await own.sql.query(
    `insert into in_vain_week (monday, service, visits, paper, elsewhere, needless) values (${monday}, 'health-card', 60, 3, 0, 0)
     on conflict (monday, service) do update set visits = in_vain_week.visits + 60`,
  );
  await own.sql.query(
    `insert into in_vain_office (office_id, monday, is_used) select id, ${monday}, true from office where id > 0
     on conflict (office_id, monday) do update set is_used = true`,
  );
}

const statuses = async () =>
  (await own.sql.query("select status from appointment where last_name = 'Παπαδοπούλου' order by created_at")).rows.map(
    ({ status }) => status,
  );

interface Played {
  readonly name: string;
  readonly before?: () => Promise<unknown>;
  /** What is so at the end, beyond what the manual says that one sees */
  readonly after?: (page: Page) => Promise<unknown>;
}

const TASKS: readonly Played[] = [
  { name: "book-by-phone", after: async () => expect((await statuses()).at(-1)).toBe("booked") },
  { name: "walk-in", before: () => openFromNow(own.sql, own.code) },
  { name: "arrival", before: somebody, after: async () => expect((await statuses()).at(-1)).toBe("served") },
  { name: "change", before: somebody },
  { name: "move", before: somebody },
  { name: "cancel", before: somebody, after: async () => expect((await statuses()).at(-1)).toBe("cancelled") },
  { name: "find", before: somebodyLater },
  { name: "the-day", before: somebody },
  { name: "print-day", before: somebody },
  { name: "add-queue" },
  { name: "absence" },
  { name: "office-settings" },
  { name: "letters-note" },
  { name: "close-all" },
  { name: "holidays" },
  { name: "services" },
  { name: "in-vain", before: somebodyInVain },
];

for (const { name, before, after } of TASKS)
  test(`by the manual alone: ${taskOf(name).title}`, async ({ browser }) => {
    await before?.();
    const context = await browser.newContext({ locale: "el-GR" });
    const page = await context.newPage();
    await signIn(page, PEOPLE[taskOf(name).role], own.url);
    await play(taskOf(name), { context });
    await after?.(page);
    await context.close();
  });

test("what the manual names wrongly is not found, and the file and the line are said", async ({ browser }) => {
  const text = await readFile(`${ROOT}${fileOf("el", "walk-in")}`, "utf8");
  const [planted] = manualOf({ "walk-in.md": text.replace("**Χωρίς ραντεβού**", "**Με ραντεβού**") });
  const context = await browser.newContext({ locale: "el-GR" });
  await signIn(await context.newPage(), "ilias", own.url);
  await expect(play(planted as Task, { context, patience: 3_000 })).rejects.toThrow(
    /docs\/manual\/el\/walk-in\.md:13: .*Με ραντεβού/,
  );
  await context.close();
});

test("the help opens at the page one stands on, finds what is typed, and leads back", async ({ browser }) => {
  const page = await own.openAs(browser, "rea", "queues");
  await expect(page.getByRole("heading", { name: "Διαχείριση ουρών εξυπηρέτησης" })).toBeVisible();
  await page.keyboard.press("F1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(taskOf("add-queue").title);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText("Ανοίξατε τη βοήθεια από: Ουρές εξυπηρέτησης.")).toBeVisible();
  await atEachOfThreeWidths(page, "a task");
  const contents = page.getByRole("navigation", { name: "Περιεχόμενα" });
  await contents.getByLabel("Αναζήτηση στη βοήθεια").fill("ακυρ");
  await contents.getByRole("link", { name: taskOf("cancel").title }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(taskOf("cancel").title);
  await contents.getByLabel("Αναζήτηση στη βοήθεια").fill("ξυλόφωνο");
  await expect(contents.getByRole("status")).toContainText("Κανένα θέμα με αυτές τις λέξεις.");
  await atEachOfThreeWidths(page, "nothing found");
  await page.getByRole("link", { name: "Επιστροφή εκεί" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Διαχείριση ουρών εξυπηρέτησης" })).toBeVisible();
});

test("at a booking the help is of the booking, and what was typed waits", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias");
  await page.keyboard.press("n");
  await expectTime(page);
  await page.getByLabel("Επώνυμο").fill("Κρατημένη");
  await page.keyboard.press("F1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(taskOf("book-by-phone").title);
  await page.getByRole("link", { name: "Επιστροφή εκεί" }).click();
  await page.getByRole("button", { name: /^Συνέχεια: ΚΡΑΤΗΜΕΝΗ/ }).click();
  await expect(page.getByLabel("Επώνυμο")).toHaveValue("Κρατημένη");
});

test("the whole manual is one page that is printed; an unknown topic says so; the ministry has its own", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ locale: "el-GR" })).newPage();
  await signIn(page, "athina", own.url);
  await page.getByRole("link", { name: "Βοήθεια" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(taskOf("joining-of-all").title);
  await page.getByRole("link", { name: "Όλο για εκτύπωση ή PDF" }).click();
  for (const { title } of manual)
    await expect(page.getByRole("heading", { level: 3, name: title, exact: true })).toBeVisible();
  await atEachOfThreeWidths(page, "the whole manual");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: "Εγχειρίδιο διεπαφής χρήσης" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Κύρια πλοήγηση" })).toBeHidden();
  await expect(page.getByText("Αυτή η σελίδα δεν εκτυπώνεται")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.goto(`${own.url}/help/nobody-wrote-this`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Αυτό το θέμα δεν υπάρχει");
  await atEachOfThreeWidths(page, "an unknown topic");
  await page
    .getByRole("radio", { name: "English" })
    .or(page.getByRole("button", { name: "English" }))
    .first()
    .click();
  await page.getByRole("link", { name: "To the start of the help" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Closing all offices, or those of a region");
});
