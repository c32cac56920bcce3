import { expect, test } from "vitest";
import { field, LAST_DATE, nobody, press, rowsOf, stored, submit } from "./exception-form.ts";
import { open, type Page } from "./page/page.ts";

/** The form of an exception: what may be wrong in it, and what it says of the people who are booked */
const openForm = (search = "") => open("exceptions", `/offices/9904/exceptions/new${search}`);
const acts = (page: Page) => page.server.written.filter((asked) => /exceptions$/.test(asked));

test("from now to the end of the day, in two presses from the plan", async () => {
  const page = await open("exceptions", "/offices/9904/days/2026-11-24");
  await page.getByRole("link", { name: "Απουσία… Ουρά 1" }).click();
  await expect(page.getByRole("radio", { name: "Από τώρα έως το τέλος (10:42–15:00)" })).toBeChecked();
  await expect(nobody(page)).toBeVisible();
  await page.expectAccessible("the rest of the day");
  await press(page);
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
});

test("the calendar of what closes counts appointments, the queue's own or all; no field is marked before one is", async () => {
  const page = await openForm();
  await field(page, "Ουρά").selectOption("2");
  await field(page, "Ημερομηνία").fill("2026-12-03");
  const openCalendar = () => page.getByRole("button", { name: "Επιλογή από το ημερολόγιο" }).first().click();
  await openCalendar();
  const calendar = page.getByRole("dialog");
  await expect(calendar.locator("[aria-selected=true] [role=button]")).toHaveName(/, 2\sραντεβού$/);
  await expect(calendar.getByText("Μικρός αριθμός: ραντεβού, Ουρά 2")).toBeVisible();
  await page.expectAccessible("the calendar with its appointments");
  await page.keyboard.press("PageDown");
  await expect(calendar.getByRole("button", { name: /, κανένα ραντεβού$/ }).first()).toBeVisible();
  await calendar.getByRole("button", { name: "Επιστροφή" }).click();
  await field(page, "Τι αλλάζει").selectOption("Επιπλέον ώρες");
  await openCalendar();
  await expect(calendar.getByRole("grid")).toBeVisible();
  await expect(calendar.getByText(/^Μικρός αριθμός/)).toHaveCount(0);
  await calendar.getByRole("button", { name: "Επιστροφή" }).click();
  await expect(field(page, "Αιτιολογία")).toHaveValue("demand");
  await expect(submit(page)).toHaveDescription(/^Συμπληρώστε ημέρα και ώρες/);
  await submit(page).click();
  await expect(field(page, "Από")).toHaveAttribute("aria-invalid", "true");
  await expect(submit(page)).toHaveDescription(/^Διορθώστε τα πεδία που σημειώνονται/);
});

test("every week the same; one of them removed, then the rest", async () => {
  const page = await openForm("?queue=3&date=2026-12-02&from=12:00&to=13:00");
  await page.getByLabel("Κάθε εβδομάδα, ίδια ημέρα").click();
  await field(page, "Έως και τις").fill("2026-12-23");
  await field(page, "Αιτιολογία").selectOption("Εκπαίδευση");
  await expect(nobody(page)).toBeVisible();
  await press(page);
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  await page.goto("/offices/9904/exceptions/new");
  const rows = rowsOf(page, "Εκπαίδευση");
  await expect(rows).toHaveCount(4);
  await rows
    .nth(1)
    .getByRole("button", { name: /^Αφαίρεση:/ })
    .click();
  await expect(rows).toHaveCount(3);
  await rows
    .first()
    .getByRole("button", { name: /^Αφαίρεση σειράς/ })
    .click();
  await expect(rows).toHaveCount(0);
});

test.each([
  ["inverted", "from=13:00&to=12:00", "Έως", /^Η λήξη είναι πριν από την έναρξη\. Διορθώστε μία από τις δύο\./],
  ["in the past", "date=2026-11-23", "Ημερομηνία", /^Η εξαίρεση αυτή θα είχε ήδη τελειώσει\. Επιλέξτε επόμενη ώρα/],
  ["ten years", "date=2026-11-27&to-date=2036-11-27", LAST_DATE, /^Έως 366\sημέρες\./],
  ["within the hours", "date=2026-12-03&from=11:00&to=13:00", "Από", /^Σε αυτές τις ώρες υπάρχει ήδη ωράριο\./],
] as const)("what is wrong is said at its field, and nothing is sent: %s", async (state, search, name, sentence) => {
  const page = await openForm(`?queue=1&${search}`);
  if (state === "ten years") await field(page, LAST_DATE).fill("2036-11-27");
  if (state === "within the hours") await field(page, "Τι αλλάζει").selectOption("Επιπλέον ώρες");
  await expect(field(page, name)).toHaveDescription(sentence);
  await page.expectAccessible(state);
  await expect(submit(page)).toBeDisabled();
  await submit(page).click();
  expect(acts(page)).toEqual([]);
});

test("ten years every week are refused too; a date may be blank while it is typed, and one that is none is said", async () => {
  const page = await openForm("?queue=1&date=2030-11-30");
  await page.getByLabel("Κάθε εβδομάδα, ίδια ημέρα").click();
  await field(page, "Έως και τις").fill("2040-11-30");
  await expect(field(page, "Έως και τις")).toHaveDescription(/^Έως 366\sημέρες\./);
  await page.getByLabel("Κάθε εβδομάδα, ίδια ημέρα").click();
  const date = field(page, "Ημερομηνία");
  await date.fill("");
  await expect(date).not.toHaveDescription(/Επιλέξτε/);
  await field(page, "Αιτιολογία").focus();
  await expect(date).toHaveDescription(/^Επιλέξτε ημερομηνία/);
  await expect(submit(page)).toBeDisabled();
  await expect(nobody(page)).toHaveCount(0);
  await date.fill("31 Φεβ 2031");
  await expect(date).not.toHaveDescription(/Δεν διαβάζεται/);
  await field(page, "Αιτιολογία").focus();
  await expect(date).toHaveDescription(/^Δεν διαβάζεται ως ημερομηνία/);
  await page.expectAccessible("no date");
  await date.fill("2031-12-31");
  await expect(field(page, LAST_DATE)).toHaveValue("31/12/2031");
  await expect(nobody(page)).toBeVisible();
  await press(page);
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
});

test("left with something typed, it is found again, and begun anew at a press", async () => {
  const page = await openForm();
  const goToQueues = async () => {
    await page.getByRole("link", { name: "Ουρές εξυπηρέτησης" }).click();
    await expect(page.getByRole("heading", { name: "Διαχείριση ουρών εξυπηρέτησης" })).toBeVisible();
  };
  const openNew = () => page.getByRole("link", { name: "Νέα εξαίρεση" }).click();
  await field(page, "Αιτιολογία").selectOption("Άλλο");
  await page.getByLabel(/^Ποια αιτιολογία/).fill("Βλάβη στο δίκτυο");
  await goToQueues();
  await openNew();
  await expect(page.getByText(/Αυτά είχατε γράψει πριν φύγετε\./)).toBeVisible();
  await expect(page.getByLabel(/^Ποια αιτιολογία/)).toHaveValue("Βλάβη στο δίκτυο");
  await page.expectAccessible("found again");
  // Another queue's form is another one.
  await goToQueues();
  await page.getByRole("link", { name: "Εξαίρεση, Ουρά 3" }).click();
  await expect(field(page, "Αιτιολογία")).toHaveValue("absence");
  await goToQueues();
  await openNew();
  await page.getByRole("button", { name: "Από την αρχή" }).click();
  await expect(field(page, "Αιτιολογία")).toHaveValue("absence");
  await expect(field(page, "Ουρά")).toBeFocused();
  await goToQueues();
  await openNew();
  await expect(page.getByText(/Αυτά είχατε γράψει πριν φύγετε\./)).toHaveCount(0);
});

test("there is no line at the press: what she typed and decided stays, and pressing again does it", async () => {
  const search = "?queue=2&date=2026-12-03&from=10:00&to=12:00";
  const page = await openForm(search);
  const place = page.getByRole("combobox", { name: "Νέα ώρα για ΠΑΡΑΜΕΝΟΥΣΑ Ελένη" });
  await place.selectOption("Να μείνει στη θέση του");
  await field(page, "Αιτιολογία").selectOption("Εκπαίδευση");
  page.server.answer(/^POST .*\/exceptions$/, "unheard");
  await press(page, "Εξαίρεση και μεταφορά 1 ραντεβού");
  await expect(page.getByText(/Δεν ήρθε απάντηση\./).first()).toBeVisible();
  await expect(place).toHaveValue("keep");
  await expect(field(page, "Αιτιολογία")).toHaveValue("training");
  await page.expectAccessible("no answer");
  page.server.answerAgain();
  await press(page, "Εξαίρεση και μεταφορά 1 ραντεβού");
  await expect(page.getByText("Η εξαίρεση προστέθηκε και μεταφέρθηκε 1 ραντεβού.")).toBeVisible();
  expect((await stored(page)).filter(({ queue }) => queue === 2)).toHaveLength(2);
  // Nothing is left over of it in the form.
  await page.goto(`/offices/9904/exceptions/new${search}`);
  await expect(field(page, "Αιτιολογία")).toHaveValue("absence");
});
