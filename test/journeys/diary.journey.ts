import { expect, type Page } from "@playwright/test";
import { writeXlsx } from "hucre/xlsx";
import { RULES_BY_HAND } from "../doctor.ts";
import { atEveryWidth, expectAccessible } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";

/** The head of an office that just joined brings in what stood in the paper diary. */

let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
});
test.beforeEach(() => setUsual("minimum-income"));
test.afterAll(() => own.close());

/** Which service the office's head said to be usual; null: nobody has said it yet. */
const setUsual = (service: string | null) =>
  own.sql.query("update office set usual_service = $1 where code = '9904'", [service]);

const tomorrow = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 });
const written = `${tomorrow.day}/${tomorrow.month}/${tomorrow.year}`;
const nameOfDay = (date: Temporal.PlainDate): string => date.toLocaleString("el", { weekday: "long" });
const CELLS = [
  "Ραντεβού του ΚΕΠ\t\t\t\t",
  "ΗΜΕΡΟΜΗΝΙΑ\tΩΡΑ\tΟΝΟΜΑΤΕΠΩΝΥΜΟ\tΤΗΛΕΦΩΝΟ\tΠΑΡΑΤΗΡΗΣΕΙΣ",
  `${written}\t9:30\tΚΑΣΤΑΝΑ Ροδάνθη\t694 412 3456\tθα φέρει αντίγραφο`,
  "\t9.40\tΜελισσάς Φοίβος\t\t",
  "\t9.50\t\t\t",
  "\tπρωί\tΝεράτζη Δέσποινα\t\t",
  "\t10.00\tΑΗΔΟΝΗΣ\t-\t",
  ...[1, 2, 3, 4].map((n) => `${written}\t11:00\tΔοκιμής Ηλίας${"Α".repeat(n)}\t\t`),
].join("\n");
const counts = (page: Page) => page.getByRole("status").filter({ hasText: "γραμμές:" });
const cells = (page: Page) => page.getByLabel("Κελιά του ημερολογίου");
const save = (page: Page, count: number) => page.getByRole("button", { name: `Καταχώριση ${count} ραντεβού` });

/** Names of which a word, and telephones of which a part, stands on two lines. */
const partedWords = (page: Page) =>
  page.locator(".diary__name, .diary__phone").evaluateAll((cells) => {
    const isParted = (text: Node, from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    const textsIn = (node: Node): Node[] => (node.nodeType === 3 ? [node] : [...node.childNodes].flatMap(textsIn));
    return cells.flatMap((cell) => {
      const whole = cell.classList.contains("diary__phone") ? /.+/gu : /[^\s-]+/gu;
      return textsIn(cell).flatMap((text) =>
        [...(text.textContent ?? "").matchAll(whole)]
          .filter(({ 0: word, index }) => isParted(text, index, index + word.length))
          .map(([word]) => word),
      );
    });
  });

test("a new office guesses no service: its forms ask, and the error leads to the field", async ({ page }) => {
  await setUsual(null);
  await signIn(page, "rea", `${own.url}/offices/9904/days/${tomorrow}`);
  await expect(page.locator(".plan .column").first()).toBeVisible();
  await page.keyboard.press("n");
  const service = page.getByRole("combobox", { name: "Αναζήτηση υπηρεσίας" });
  await expect(service).toBeFocused();
  await expect(page.getByText("Διαλέξτε υπηρεσία για να φανούν οι ώρες.")).toBeVisible();
  await page.getByLabel("Επώνυμο").fill("Ζάβρας");
  await page.getByLabel("Όνομα", { exact: true }).fill("Ρήγας");
  await page.keyboard.press("Control+Enter");
  await expect(service).toBeFocused();
  await expect(page.getByText("Επιλέξτε υπηρεσία", { exact: true })).toBeVisible();
  await atEveryWidth(page, "no service chosen");
  await service.pressSequentially("ελάχιστο");
  await service.press("Enter");
  await expect(page.getByRole("radio", { name: "Ελάχ. εισόδημα" })).toBeChecked();
  await expectTime(page);
  await page.keyboard.press("Escape");

  await page.goto(`${own.url}/offices/9904/weeks/${tomorrow}`);
  await expect(page.getByRole("heading", { name: "Διαλέξτε υπηρεσία" })).toBeVisible();
  await atEveryWidth(page, "weeks of no service");
  await page.getByLabel("Υπηρεσία").selectOption("copy-certification");
  await expect(page.getByRole("heading", { name: "Διαλέξτε υπηρεσία" })).toHaveCount(0);
});

test("two days side by side: what nobody read is marked where it stands, no service is guessed, and all of it by keyboard at 320 px", async ({
  page,
}) => {
  await setUsual(null);
  const [first, second] = [3, 4].map((days) => tomorrow.add({ days }));
  const dated = (day: Temporal.PlainDate | undefined) =>
    day?.toLocaleString("el", { day: "numeric", month: "numeric", year: "numeric" });
  const head = "Ώρα\tΟνοματεπώνυμο\tΤηλ";
  const text = [
    `${dated(first)}\t\t\t\t${dated(second)}`,
    `${head}\t\t${head}`,
    "8:00\tΖάβρας Ρήγας\t694 412 3401\t\t8:00\tΚρινάς Άλκης, γνήσιο\t694 412 3402",
    "8:30\tΒρανά Ζωή\t\tβλ. πίσω\t8:30\tΜυρτιά Εύα\t",
    "9:00\tΑφοι Παππά ΟΕ\t\t\t9:00\t\t",
  ].join("\n");
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, "rea", `${own.url}/offices/9904/diary`);
  await cells(page).fill(text);
  await page.keyboard.press("Control+Enter");
  await expect(counts(page)).toContainText(/5\sγραμμές: 1 χωρά, 4 θέλουν προσοχή\. 1\sκελί δεν διαβάστηκε/);
  await expect(page.getByText("2 μπλοκ στηλών: A–D, E–G.")).toBeVisible();
  await expect(page.getByText("(καμία)")).toHaveCount(0);
  await expect(page.getByRole("cell", { name: /βλ\. πίσω 1 \(δεν διαβάστηκε\)/ })).toBeVisible();
  await atEveryWidth(page, "two days side by side, with a cell that nobody read");

  await page.setViewportSize({ width: 320, height: 700 });
  const usual = page.getByLabel("Ποια υπηρεσία είναι η συνηθισμένη εδώ;");
  await expect(usual).toHaveValue("");
  await usual.press("ArrowDown");
  await expect(counts(page)).toContainText(/5\sγραμμές: 4 χωρούν, 1 θέλει προσοχή/);
  await page.getByRole("radio", { name: "Σημείωση" }).focus();
  await page.keyboard.press("Space");
  await expect(counts(page)).not.toContainText("δεν διαβάστηκε");
  await expect(page.locator(".diary__name", { hasText: "ΒΡΑΝΑ" })).toContainText("βλ. πίσω");

  // Who comes for the business is not in the diary.
  await page.getByRole("button", { name: "Διόρθωση της γραμμής 5" }).press("Enter");
  await expect(page.getByLabel("Επώνυμο")).toBeFocused();
  await page.keyboard.type("Παππάς");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Μηνάς");
  await page.keyboard.press("Enter");
  await expect(counts(page)).toContainText(/5\sγραμμές: 5 χωρούν\./);
  await expectAccessible(page, "all of two blocks fits");
  await save(page, 5).press("Enter");
  await expect(page.getByRole("heading", { name: "Καταχωρίστηκαν 5 ραντεβού" })).toBeFocused();
  const { rows } = await own.sql.query(
    "select service, count(*)::int from appointment where last_name in ('Ζάβρας', 'Κρινάς', 'Βρανά', 'Μυρτιά', 'Παππάς') and live group by service order by service",
  );
  expect(rows).toEqual([
    { service: "minimum-income", count: 4 },
    { service: "signature-certification", count: 1 },
  ]);
  const remembered = await own.sql.query("select usual_service from office where code = '9904'");
  expect(remembered.rows).toEqual([{ usual_service: "minimum-income" }]);
});

test("pasted cells are shown as they would be booked, put right one after the other, and booked at once, by keyboard", async ({
  page,
}) => {
  await signIn(page, "rea", `${own.url}/offices/9904/settings`);
  await page.getByRole("link", { name: "Μεταφορά χάρτινου ημερολογίου" }).click();
  await cells(page).fill(CELLS);
  await page.keyboard.press("Control+Enter");
  await expect(counts(page)).toContainText("8 γραμμές: 5 χωρούν, 1 δεν χωρά, 2 θέλουν προσοχή.");
  await expect(page.getByRole("heading", { name: "8 γραμμές" })).toBeFocused();
  await atEveryWidth(page, "the preview");
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await partedWords(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });

  await page.getByRole("button", { name: "Διόρθωση της γραμμής 6" }).press("Enter");
  await expect(page.getByLabel("Ώρα")).toBeFocused();
  await expectAccessible(page, "a correction at 320 px");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.keyboard.type("10.20");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Όνομα", { exact: true })).toBeFocused();
  await page.keyboard.type("Θωμάς");
  await page.keyboard.press("Enter");
  const nearest = page.getByRole("form").getByRole("button", { name: /^Η γραμμή 11 στις/ });
  await expect(nearest.first()).toBeFocused();
  await expectAccessible(page, "a collision");
  await page.keyboard.press("Enter");
  await expect(counts(page)).toContainText("8 γραμμές: 8 χωρούν.");
  await expect(page.getByRole("heading", { name: "8 γραμμές" })).toBeFocused();

  const before = await liveCount();
  await save(page, 8).press("Enter");
  await expect(page.getByRole("heading", { name: "Καταχωρίστηκαν 8 ραντεβού" })).toBeFocused();
  await expectAccessible(page, "brought in");
  await page.getByRole("link", { name: /Στο πλάνο/ }).press("Enter");
  await expect(page.getByRole("link", { name: /ΚΑΣΤΑΝΑ Ροδάνθη/ })).toBeVisible();
  expect((await liveCount()) - before).toBe(8);
});

test("what is no diary says so and loses nothing; a thousand bad rows are said in a line", async ({ page }) => {
  await signIn(page, "rea", `${own.url}/offices/9904/diary`);
  await expect(cells(page)).toBeVisible();
  await expectAccessible(page, "the empty diary");
  await page.getByRole("button", { name: "Προεπισκόπηση" }).click();
  await expect(page.getByText("Επικολλήστε πρώτα τα κελιά ή επιλέξτε αρχείο.")).toBeVisible();
  await cells(page).fill("κρατημένο");
  const file = { name: "ημερολόγιο.csv", mimeType: "text/csv", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]) };
  const choice = page.getByLabel("Επιλογή αρχείου…");
  await choice.setInputFiles(file);
  await expect(page.getByText(/Αυτό δεν είναι ούτε Excel ούτε CSV/)).toBeVisible();
  await choice.setInputFiles({ ...file, buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2]) });
  await expect(page.getByText(/Το αρχείο Excel είναι χαλασμένο/)).toBeVisible();
  await expect(cells(page)).toHaveValue("κρατημένο");
  await expectAccessible(page, "no diary");
  await page.getByRole("button", { name: "Καθαρισμός" }).click();
  await page.getByRole("button", { name: "Αναίρεση: Καθαρισμός" }).click();
  await expect(cells(page)).toHaveValue("κρατημένο");

  await choice.setInputFiles({ ...file, buffer: Buffer.from("32/13/2026;αργά;???\n".repeat(1000)) });
  await expect(page.getByText(/1000\sγραμμές: Η ημερομηνία δεν διαβάζεται/)).toBeVisible();
  await expect(page.getByText("Καμία γραμμή δεν μπορεί να καταχωριστεί ακόμη.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Καταχώριση/ })).toHaveCount(0);
});

test("what stays on paper is said; the network may fail and the page be left, and nothing is lost or done twice", async ({
  page,
}) => {
  await signIn(page, "rea", `${own.url}/offices/9904/diary`);
  // «Καστανά Αθηνά» and so on, as old Greek programs write it.
  const mixed = `${written};12:00;Καστανά Αθηνά\n${written};13:00;Καστανά Ζωή\n${written};πρωί;Καστανάς Ηλίας`;
  await page
    .getByLabel("Επιλογή αρχείου…")
    .setInputFiles({ name: "παλιό.csv", mimeType: "text/csv", buffer: inOldGreek(mixed) });
  await save(page, 2).click();
  await expect(page.getByText("ή δηλώστε ότι μένουν στο χαρτί")).toBeVisible();
  await page.getByLabel(/1\sγραμμή που δεν χωρά/).check();
  await page.context().setOffline(true);
  await save(page, 2).click();
  await expect(page.getByText(/Δεν ήρθε απάντηση/)).toBeVisible();
  await expectAccessible(page, "no answer");
  await page.context().setOffline(false);

  await page.getByRole("link", { name: "Το ΚΕΠ μου" }).first().click();
  await page.getByRole("link", { name: "Μεταφορά χάρτινου ημερολογίου" }).click();
  await expect(counts(page)).toContainText("3 γραμμές: 2 χωρούν, 1 θέλει προσοχή.");
  await page.getByLabel(/1\sγραμμή που δεν χωρά/).check();
  await save(page, 2).click();
  await expect(page.getByRole("heading", { name: "Καταχωρίστηκαν 2 ραντεβού" })).toBeVisible();
  await expect(page.getByText(`${written} | πρωί | Καστανάς Ηλίας`)).toBeVisible();
  await expectAccessible(page, "brought in, with a row left");

  const [sheet] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Εκτύπωση της γραμμής που μένει στο χαρτί" }).press("Enter"),
  ]);
  await expect(sheet.getByRole("heading", { name: "Μένουν στο χάρτινο ημερολόγιο" })).toBeVisible();
  await expect(sheet.getByRole("row").last()).toContainText(`${written} | πρωί | Καστανάς Ηλίας`);
  await atEveryWidth(sheet, "what stays on paper");
});

test("cells that were merged over two times are one longer visit or two, which a person says", async ({ page }) => {
  await signIn(page, "rea", `${own.url}/offices/9904/diary`);
  const table = `<table><tr><td rowspan="3">${written}</td><td>15:00</td><td rowspan="2">Νεράτζη Δέσποινα</td></tr>
    <tr><td>15:10</td></tr><tr><td>15:20</td><td>ΑΚΥΡΩΘΗΚΕ Αηδόνης Θωμάς</td></tr></table>`;
  await cells(page).evaluate((field, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, table);
  await expect(cells(page)).toHaveValue(
    new RegExp(`^${written}\\t15:00\\tΝεράτζη Δέσποινα\\n${written}\\t15:10\\tΝεράτζη`),
  );
  await cells(page).press("Control+Enter");
  await expect(counts(page)).toContainText("3 γραμμές: 3 θέλουν προσοχή.");
  await expect(page.getByText(/Το ίδιο πρόσωπο έχει και τις 15:10/)).toBeVisible();
  await expect(page.getByText(/Γράφει «ΑΚΥΡΩΘΗΚΕ»/)).toBeVisible();
  await expectAccessible(page, "doubts");
  await page.getByRole("button", { name: "Να μείνει στο χαρτί, γραμμή 2" }).click();
  await expect(counts(page)).toContainText("1 χωρά");
  await page.getByRole("button", { name: "Η γραμμή 3 ισχύει όπως γράφτηκε" }).click();
  await expect(counts(page)).toContainText("3 γραμμές: 2 χωρούν, 1 μένει στο χαρτί.");
});

test("a weekday that contradicts its date asks once, and each column may be a day", async ({ page }) => {
  await signIn(page, "rea", `${own.url}/offices/9904/diary`);
  const wrong = nameOfDay(tomorrow.add({ days: 1 }));
  await cells(page).fill(
    `Ώρα\tΟνοματεπώνυμο\n${wrong} ${written}\t\n19:00\tΦτελιάς Άρης\n19:10\tΟξυά Ζωή\n19:20\tΓαύρος Θωμάς`,
  );
  await page.keyboard.press("Control+Enter");
  await expect(counts(page)).toContainText("3 γραμμές: 3 θέλουν προσοχή.");
  await expect(page.getByText("Περιμένει την ημέρα της γραμμής 3.")).toHaveCount(2);
  await atEveryWidth(page, "which day");
  await page.getByRole("button", { name: `Η γραμμή 3 είναι ${nameOfDay(tomorrow)}` }).click();
  await expect(counts(page)).toContainText("3 γραμμές: 3 χωρούν.");

  await page.getByRole("button", { name: "Αλλαγή αρχείου ή ρυθμίσεων" }).click();
  const heads = [0, 1].map((later) => nameOfDay(tomorrow.add({ days: later })));
  await cells(page).fill(`Ώρα\t${heads.join("\t")}\n19:30\tΦτελιάς Άρης\tΟξυά Ζωή 694 412 3456\n19:40\t\tΓαύρος Θωμάς`);
  await page.keyboard.press("Control+Enter");
  await expect(counts(page)).toContainText("3 γραμμές: 3 θέλουν προσοχή.");
  await atEveryWidth(page, "each column is a day");
  await page.getByLabel(`C1: «${heads[1]}»`).selectOption({ index: 2 });
  await expect(page.getByLabel(`B1: «${heads[0]}»`)).not.toHaveValue("");
  await expect(counts(page)).toContainText(/3\sγραμμές: [23]\sχωρούν/);
});

test("a workbook is read sheet by sheet, brought in, and taken back whole but for what was changed since", async ({
  page,
}) => {
  await signIn(page, "rea", `${own.url}/offices/9904/diary`);
  const day = new Date(`${tomorrow}T00:00:00Z`);
  const names = ["Ιτιάς Νικηφόρος", "Λεύκα Ισμήνη", "Πλάτανος Φώτης"];
  const rows = names.map((name, at) => [at === 0 ? day : null, (17 * 60 + at * 10) / 1440, name]);
  const merges = [{ startRow: 0, startCol: 0, endRow: 2, endCol: 0 }];
  const cells = new Map(rows.map((row, at) => [`${at},1`, { value: row[1] as number, style: { numFmt: "hh:mm" } }]));
  const sheets = [
    { name: "Σημειώσεις", rows: [["πόμολο, χαρτί Α4"]] },
    { name: "Ραντεβού", rows, merges, cells },
  ];
  const buffer = Buffer.from(await writeXlsx({ sheets }));
  const name = "ημερολόγιο.xlsx";
  await page.getByLabel("Επιλογή αρχείου…").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  const sheet = page.getByLabel("Φύλλο του αρχείου «ημερολόγιο.xlsx»");
  await sheet.selectOption("Ραντεβού");
  await expect(counts(page)).toContainText("3 γραμμές: 3 χωρούν.");

  const before = await liveCount();
  await save(page, 3).click();
  await page.getByRole("button", { name: "Αναίρεση: όλη η μεταφορά" }).click();
  await expect(page.getByText("Αναιρέθηκαν 3 ραντεβού.")).toBeVisible();
  await expect(counts(page)).toContainText("3 γραμμές: 3 χωρούν.");
  expect(await liveCount()).toBe(before);

  // The same diary once more is another act.
  await save(page, 3).click();
  await expect(page.getByRole("heading", { name: "Καταχωρίστηκαν 3 ραντεβού" })).toBeVisible();
  expect(await liveCount()).toBe(before + 3);
  const lefka = await own.sql.query("select id, version from appointment where last_name = 'Λεύκα' and live");
  const noted = await page.request.patch(`${own.url}/api/offices/9904/appointments/${lefka.rows[0].id}`, {
    data: { notes: "θα φέρει αντίγραφο" },
    headers: { "if-match": `"${lefka.rows[0].version}"`, "sec-fetch-site": "same-origin" },
  });
  expect(noted.status()).toBe(200);
  await page.goto(`${own.url}/offices/9904/diary`);
  await page
    .getByRole("button", { name: /^Αναίρεση: μεταφορά της/ })
    .first()
    .click();
  await expectAccessible(page, "asked before it is taken back");
  await page.getByRole("dialog").getByRole("button", { name: "Αναίρεση: όλη η μεταφορά" }).click();
  await expect(page.getByText("Αναιρέθηκαν 2 ραντεβού.")).toBeVisible();
  await expect(page.getByText("ΛΕΥΚΑ Ισμήνη")).toBeVisible();
  await atEveryWidth(page, "taken back");
  expect(await liveCount()).toBe(before + 1);
});

test("two bring the same diary in: the second sees that all of it is there already", async ({ browser }) => {
  const [first, second] = await Promise.all(
    ["rea", "ilias"].map(async (person) => {
      const page = await (await browser.newContext()).newPage();
      await signIn(page, person, `${own.url}/offices/9904/diary`);
      await cells(page).fill(`${written};14:00;Λυγαριάς Πέτρος\n${written};14:10;Λυγαριά Άννα`);
      await page.keyboard.press("Control+Enter");
      await expect(save(page, 2)).toBeVisible();
      return page;
    }),
  );
  if (!first || !second) throw new Error("two pages were opened");
  await save(first, 2).click();
  await expect(first.getByRole("heading", { name: "Καταχωρίστηκαν 2 ραντεβού" })).toBeVisible();
  await save(second, 2).click();
  await expect(second.getByText(/Στο μεταξύ άλλαξε κάτι/)).toBeVisible();
  await expect(second.getByText("Όλα υπάρχουν ήδη στο πλάνο.", { exact: false })).toBeVisible();
  await expectAccessible(second, "overtaken");
});

async function liveCount(): Promise<number> {
  const { rows } = await own.sql.query("select count(*)::int as count from appointment where live");
  return rows[0].count;
}

/** windows-1253, of the letters used here: as Unicode, but for a constant distance. */
function inOldGreek(text: string): Buffer {
  return Buffer.from(
    [...text]
      .map((letter) => (letter < "\u0370" ? letter : String.fromCharCode(letter.charCodeAt(0) - 0x2d0)))
      .join(""),
    "latin1",
  );
}
