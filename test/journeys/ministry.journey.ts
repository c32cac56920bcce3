import { expect, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth, inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** The ministry's pages: on a platform of its own, for what is ruled there holds for everybody. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND, "audit-gap");
});
test.afterAll(() => own.close());
test.afterEach(async () => {
  await own.sql.query("delete from closure");
});

/** A Wednesday far enough away that nothing is booked there. */
const DAY = "2030-03-20";

async function open(page: Page, section: string): Promise<void> {
  await signIn(page, "athina", own.url);
  await expect(page.getByRole("heading", { name: "Ρυθμίσεις για όλα τα ΚΕΠ" })).toBeVisible();
  await page.getByRole("navigation", { name: "Τι ρυθμίζετε" }).getByRole("link", { name: section }).click();
}

const dialog = (page: Page) => page.getByRole("dialog");
/** Its consequence has been on the screen for long enough: only then the act can be done. */
const isArmed = (page: Page) => expect(dialog(page).getByRole("button").last()).toBeEnabled();
const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });

async function fillClosure(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Νέο κλείσιμο" }).click();
  await dialog(page).getByLabel("Από ημέρα").fill(DAY);
  await dialog(page).getByRole("textbox", { name: "Αιτιολογία" }).fill(reason);
}

test("by keyboard: a closure is seen before it is made, reaches all offices, and is taken back", {
  tag: "@proof",
}, async ({ page }) => {
  await open(page, "Κλεισίματα");
  await expect(page.getByRole("heading", { name: "Κανένα κλείσιμο" })).toBeVisible();
  await atEveryWidth(page, "no closure");
  await page.getByRole("button", { name: "Νέο κλείσιμο" }).press("Enter");
  await dialog(page).getByLabel("Από ημέρα").fill(DAY);
  const reason = dialog(page).getByRole("textbox", { name: "Αιτιολογία" });
  await reason.press("Enter");
  await expect(dialog(page).getByText("Συμπληρώστε το πεδίο.")).toBeVisible();
  await expect(reason).toBeFocused();
  await atEveryWidth(page, "a closure's fault");
  await page.keyboard.type("Βουλευτικές εκλογές");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText(/^Κλείνουν 4\sΚΕΠ\. Νέα ραντεβού σταματούν αμέσως/)).toBeVisible();
  await expect(dialog(page).getByText("Δεν υπάρχει κανένα ραντεβού τότε.")).toBeVisible();
  await atEveryWidth(page, "a closure's preview");
  await expect(reason).toBeFocused();
  await isArmed(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ορίστηκε το κλείσιμο: Βουλευτικές εκλογές")).toBeVisible();
  await expect(row(page, /Τετάρτη 20 Μαρτίου 2030/)).toContainText("Έφτασε σε 4 ΚΕΠ");
  await atEveryWidth(page, "closures");

  const clerk = await signInByHttp(own.url, "aris");
  const day = (await clerk.ask("GET", `/api/offices/9901/days/${DAY}`)).body;
  expect(day.queues[0].closed[0]).toMatchObject({ kind: "closure", reason: "Βουλευτικές εκλογές" });
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Αναιρέθηκε", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Κανένα κλείσιμο" })).toBeVisible();
});

test("it says how far it has come while an office keeps it waiting", async ({ page }) => {
  await open(page, "Κλεισίματα");
  const lock = "(select id from office where code = '9903'), 0";
  await own.sql.query(`select pg_advisory_lock_shared(${lock})`);
  await fillClosure(page, "Απογραφή");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Κλείσιμο 4 ΚΕΠ" }).click();
  await expect(row(page, /Απογραφή/)).toContainText("3 από 4 ΚΕΠ");
  await expect(row(page, /Απογραφή/).getByRole("progressbar")).toBeVisible();
  await atEveryWidth(page, "a closure on its way");
  await own.sql.query(`select pg_advisory_unlock_shared(${lock})`);
  await expect(row(page, /Απογραφή/)).toContainText("Έφτασε σε 4 ΚΕΠ");
});

test("appointments that stand there are counted; what is typed stays, whatever is looked at meanwhile", async ({
  page,
}) => {
  const clerk = await signInByHttp(own.url, "aris");
  const wish = { date: DAY, time: "10:00", queue: 1, lastName: "Δοκιμή", firstName: "Άννα", service: "signature" };
  const { services } = (await clerk.ask("GET", "/api/offices/9901/services")).body;
  const body = { ...wish, service: services[0].code };
  expect((await clerk.ask("POST", "/api/offices/9901/appointments", { body, key: "ministry-1" })).status).toBe(201);
  await open(page, "Κλεισίματα");
  await fillClosure(page, "Απεργία");
  const { rows } = await own.sql.query("select region from office where code = '9901'");
  const region = dialog(page).getByRole("combobox");
  await region.selectOption(rows[0].region);
  await dialog(page).getByRole("button", { name: "Επιλογή από το ημερολόγιο" }).first().press("Enter");
  const calendar = page.getByRole("dialog", { name: "Επιλογή ημέρας" });
  await expect(calendar.getByRole("button", { name: /20 Μαρτίου 2030.*1\sραντεβού/ })).toBeVisible();
  await atEveryWidth(page, "a region's appointments in the calendar");
  await page.keyboard.press("Escape");
  await expect(calendar).toBeHidden();
  await region.selectOption("");
  await page.keyboard.press("Escape");
  // On a desk that others share nothing stays of it.
  expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain("Απεργία");
  await page.getByRole("link", { name: "Αργίες" }).click();
  await page.getByRole("link", { name: "Κλεισίματα" }).click();
  await page.getByRole("button", { name: "Νέο κλείσιμο" }).click();
  await expect(dialog(page).getByRole("textbox", { name: "Αιτιολογία" })).toHaveValue("Απεργία");
  await dialog(page).getByRole("button", { name: "Δείτε ποιους επηρεάζει" }).click();
  await expect(dialog(page).getByText(/^Υπάρχει 1\sραντεβού, σε 1\sΚΕΠ\./)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Κλείσιμο 4 ΚΕΠ" }).click();
  await expect(row(page, /Απεργία/)).toContainText("1 ραντεβού σε 1 ΚΕΠ");
  await page.getByRole("button", { name: "Αφαίρεση: Απεργία" }).click();
  await expect(dialog(page).getByRole("button", { name: "Όχι, να μείνει" })).toBeFocused();
  await expect(dialog(page).getByText(/^Ανοίγουν ξανά 4\sΚΕΠ/)).toBeVisible();
  await expect(dialog(page).getByText(/^Υπάρχει 1\sραντεβού τότε, σε 1\sΚΕΠ\. Μένει στη θέση του/)).toBeVisible();
  await atEveryWidth(page, "removal");
  await dialog(page).getByRole("button", { name: "Ναι, να αφαιρεθεί" }).click();
  await expect(page.getByText("Αφαιρέθηκε το κλείσιμο: Απεργία")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Κανένα κλείσιμο" })).toBeVisible();
});

test("the first page says how far away a free time is, and how far the offices have settled a closure", async ({
  page,
}) => {
  const clerk = await signInByHttp(own.url, "aris");
  const { services } = (await clerk.ask("GET", "/api/offices/9901/services")).body;
  const person = { lastName: "Τυχαία", firstName: "Άννα", service: services[0].code, queue: 1, date: DAY };
  const book = (time: string, phone: string | null) =>
    clerk.ask("POST", "/api/offices/9901/appointments", {
      body: { ...person, time, ...(phone && { phone }) },
      key: `settling-${time}`,
    });
  expect([(await book("12:00", null)).status, (await book("12:30", "6944123456")).status]).toEqual([201, 201]);
  await open(page, "Κλεισίματα");
  await fillClosure(page, "Απεργία");
  await dialog(page).getByRole("button", { name: "Δείτε ποιους επηρεάζει" }).click();
  await isArmed(page);
  await dialog(page).getByRole("button", { name: "Κλείσιμο 4 ΚΕΠ" }).click();
  await expect(row(page, /Απεργία/)).toContainText("Έφτασε σε 4 ΚΕΠ");
  await page.getByRole("link", { name: "Αρχική" }).click();
  const free = page.getByRole("term").filter({ hasText: "Πρώτη ελεύθερη ώρα" }).locator("..");
  await expect(free).toContainText(/(Σήμερα|\d+ ημέρ(α|ες))\s*στα μισά ΚΕΠ\. .*Όπως ήταν σήμερα στις\s\d\d:\d\d\./);
  const closure = page.getByRole("listitem").filter({ hasText: "Απεργία" });
  await expect(closure).toContainText(/0% τακτοποιήθηκαν: 0 από [23]\sραντεβού\./);
  await expect(closure).toContainText(/[12]\s(άτομο|άτομα) δεν έχ(ει|ουν) τηλέφωνο ούτε e-mail\. 1\sΚΕΠ δεν άρχισε\./);
  await expect(closure.getByRole("img", { name: /^Τακτοποιήθηκαν 0 από/ })).toBeVisible();
  await inEverySetting(page, "the ministry's first page");
});

test("one that is running is changed twice, and goes on from where it began", async ({ page }) => {
  const { rows } = await own.sql.query<{ began: string; thursday: string; friday: string }>(
    `insert into closure (id, region, starts_at, ends_at, reason, created_at)
     values (gen_random_uuid(), null, date_trunc('minute', now()) - interval '1 hour',
       ((now() at time zone 'Europe/Athens')::date + 9) at time zone 'Europe/Athens', 'Καύσωνας', now() - interval '1 hour')
     returning to_char(starts_at at time zone 'Europe/Athens', 'DD/MM/YYYY, HH24:MI') as began,
       ((now() at time zone 'Europe/Athens')::date + 2)::text as thursday,
       ((now() at time zone 'Europe/Athens')::date + 3)::text as friday`,
  );
  const { thursday, friday, ...first } = rows[0] as (typeof rows)[0];
  // From the beginning of a day no time is said.
  const began = first.began.replace(/, 00:00$/, "");
  await open(page, "Κλεισίματα");
  for (const last of [thursday, friday]) {
    await page.getByRole("button", { name: "Αλλαγή: Καύσωνας" }).click();
    await expect(dialog(page).getByText(/^Ισχύει ήδη: ό,τι πέρασε μένει όπως ήταν/)).toBeVisible();
    await dialog(page).getByLabel("Έως και ημέρα").fill(last);
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByText(/^Κλείνουν 4\sΚΕΠ/)).toBeVisible();
    await atEveryWidth(page, "a running closure's change");
    await isArmed(page);
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toHaveCount(0);
    await expect(row(page, /Καύσωνας/)).toContainText(last.split("-").reverse().join("/"));
  }
  await expect(row(page, /Καύσωνας/)).toHaveCount(1);
  await expect(row(page, /Καύσωνας/)).toContainText(began);
  await expect(row(page, /Καύσωνας/)).toContainText("Ισχύει τώρα");
});

test("1 May 2032 falls on Holy Saturday: it is moved, and taken back", async ({ page }) => {
  await open(page, "Αργίες");
  await page.goto(`${own.url}/ministry/holidays?year=2032`);
  await expect(page.getByText(/^Πρωτομαγιά: πέφτει Σάββατο 1 Μαΐου 2032/)).toBeVisible();
  await atEveryWidth(page, "holidays");
  await page.getByRole("button", { name: "Μετακίνηση: Πρωτομαγιά" }).click();
  await dialog(page).getByLabel("Ημερομηνία").fill("2032-05-03");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByLabel("Ημερομηνία")).toHaveAccessibleDescription(
    "Εκείνη την ημέρα είναι ήδη αργία (Δευτέρα του Πάσχα). Επιλέξτε άλλη ημερομηνία. Δευτέρα 3 Μαΐου 2032",
  );
  await expect(dialog(page).getByLabel("Ημερομηνία")).toBeFocused();
  await expect(dialog(page).getByText(/^Ισχύει σε/)).toHaveCount(0);
  await atEveryWidth(page, "a date that is taken");
  await dialog(page).getByLabel("Ημερομηνία").fill("2032-05-04");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText(/^Ισχύει σε 4\sΚΕΠ/)).toBeVisible();
  await expect(dialog(page).getByText("Πότε: Τρίτη 4 Μαΐου 2032.", { exact: true })).toBeVisible();
  await atEveryWidth(page, "a holiday's preview");
  await dialog(page).getByRole("button", { name: "Προσθήκη αργίας" }).click();
  await expect(row(page, /Τρίτη 4 Μαΐου 2032/)).toContainText("Μετακινήθηκε από 01/05/2032");
  await expect(page.getByRole("heading", { name: "Αργίες που λείπουν" })).toBeHidden();
  await page.getByRole("button", { name: "Αναίρεση" }).click();
  await expect(row(page, /Τρίτη 4 Μαΐου 2032/)).toBeHidden();
  await page.getByRole("link", { name: /Επόμενο έτος/ }).click();
  await expect(page.getByRole("heading", { name: "Αργίες του 2033" })).toBeVisible();
});

test("a service takes longer: seen first, then so in every office that follows the catalogue", async ({ page }) => {
  await open(page, "Κατάλογος υπηρεσιών");
  await page.getByLabel("Αναζήτηση υπηρεσίας").fill("υπογραφης");
  await expect(page.getByText("1 υπηρεσία", { exact: true })).toBeVisible();
  await atEveryWidth(page, "catalogue");
  await page.getByRole("button", { name: /^Αλλαγή: Γνήσιο υπογραφής/ }).click();
  await dialog(page).getByLabel("Διάρκεια (λεπτά)").fill("900");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText(/ακολουθούν [34]\sΚΕΠ/)).toBeVisible();
  await atEveryWidth(page, "a service's preview");
  await isArmed(page);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("Γράψτε αριθμό από 5 έως 240.")).toBeVisible();
  await dialog(page).getByLabel("Διάρκεια (λεπτά)").fill("25");
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: "Αποθήκευση υπηρεσίας" }).click();
  await expect(page.getByText(/^Άλλαξε η υπηρεσία/)).toBeVisible();
  await expect(row(page, /Γνήσιο υπογραφής/)).toContainText("25′");
  await page.getByRole("button", { name: "Αναίρεση" }).click();
  await expect(row(page, /Γνήσιο υπογραφής/)).not.toContainText("25′");
});

test("what has no group for the entrance is counted, listed alone, and given one", async ({ page }) => {
  await open(page, "Κατάλογος υπηρεσιών");
  const counted = (count: number) => page.getByText(new RegExp(`^${count}\\s(υπηρεσία|υπηρεσίες) δεν έχ`));
  await expect(counted(3)).toBeVisible();
  const only = page.getByRole("button", { name: "Μόνο αυτές" });
  await only.focus();
  await page.keyboard.press("Enter");
  await expect(only).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText(/^3\sυπηρεσίες$/)).toBeVisible();
  await atEveryWidth(page, "services without a group");
  await page.getByRole("button", { name: "Αλλαγή: Απόδοση ΑΦΜ" }).click();
  await dialog(page)
    .getByLabel(/^Στην είσοδο/)
    .selectOption("Πιστοποιητικά");
  await dialog(page).getByRole("button", { name: "Δείτε ποιους επηρεάζει" }).click();
  await dialog(page).getByRole("button", { name: "Αποθήκευση υπηρεσίας" }).click();
  await expect(counted(2)).toBeVisible();
  await only.click();
  await expect(row(page, /Απόδοση ΑΦΜ/)).toContainText("Πιστοποιητικά");
  await page.getByRole("link", { name: "Ιστορικό" }).click();
  await expect(row(page, /^Αλλαγή υπηρεσίας: Απόδοση ΑΦΜ/).first()).toContainText(
    "Στην είσοδο: Δεν έχει οριστεί, τώρα Πιστοποιητικά",
  );
});

test("the history says who changed what, from what to what, page by page", async ({ page }) => {
  await own.sql.query("delete from audit_entry where office_id = 0");
  await open(page, "Ιστορικό");
  await expect(page.getByRole("heading", { name: "Καμία αλλαγή ακόμη" })).toBeVisible();
  await atEveryWidth(page, "no history");
  await page.getByRole("link", { name: "Κατάλογος υπηρεσιών" }).click();
  await page.getByLabel("Αναζήτηση υπηρεσίας").fill("υπογραφης");
  await page.getByRole("button", { name: /^Αλλαγή: Γνήσιο υπογραφής/ }).click();
  const minutes = dialog(page).getByLabel("Διάρκεια (λεπτά)");
  const was = await minutes.inputValue();
  await minutes.fill("55");
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: "Αποθήκευση υπηρεσίας" }).click();
  await expect(page.getByText(/^Άλλαξε η υπηρεσία/)).toBeVisible();
  await page.getByRole("link", { name: "Ιστορικό" }).click();
  const changed = row(page, /^Αλλαγή υπηρεσίας: Γνήσιο υπογραφής/);
  await expect(changed).toContainText(`Διάρκεια (λεπτά): ${was}′, τώρα 55′`);
  await expect(changed).toContainText(/κεντρ[ιί]δου/iu);
  await page.getByRole("button", { name: "Αναίρεση" }).click();
  await expect(row(page, /^Αλλαγή υπηρεσίας/).first()).toContainText(`Διάρκεια (λεπτά): 55′, τώρα ${was}′`);
  await expect(page.getByRole("link", { name: "Παλαιότερες αλλαγές" })).toHaveCount(0);

  await own.sql.query(
    `insert into audit_entry (office_id, id, at, employee_id, act, details)
     select 0, gen_random_uuid(), now() - make_interval(days => n),
       (select employee_id from audit_entry where office_id = 0 limit 1),
       'holiday-removed', jsonb_build_object('before', jsonb_build_object('date', '2027-03-' || lpad(n::text, 2, '0'),
         'name', 'Αργία ' || n, 'nameEn', 'Holiday ' || n, 'closedFrom', '13:00'))
     from generate_series(1, 28) as n, generate_series(1, 2)`,
  );
  await page.reload();
  await expect(page.getByRole("row")).toHaveCount(51);
  await expect(row(page, /^Αφαίρεση αργίας: Αργία 7 /).first()).toContainText("Κλειστά: από τις 13:00");
  await atEveryWidth(page, "history");
  await page.getByRole("link", { name: "Παλαιότερες αλλαγές" }).click();
  await expect(row(page, /^Αφαίρεση αργίας: Αργία 28 /)).toHaveCount(2);
  await expect(page.getByRole("row")).toHaveCount(9);
  await expect(page.getByRole("navigation", { name: "Τι ρυθμίζετε" }).locator("[aria-current=page]")).toHaveText(
    "Ιστορικό",
  );
  await atEveryWidth(page, "older history");
  await page.getByRole("link", { name: "Οι πιο πρόσφατες" }).click();
  await expect(row(page, /^Αλλαγή υπηρεσίας/)).toHaveCount(2);
});
