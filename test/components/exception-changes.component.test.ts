import { expect, test } from "vitest";
import { field, LAST_DATE, nobody, press, rowsOf, stored, submit } from "./exception-form.ts";
import { open } from "./page/page.ts";

/** Exceptions that run already, series, and extra hours of the whole office, by keyboard */
const API = "/api/offices/9904";
const SAVE = "Αποθήκευση εξαίρεσης";
const openForm = (search = "") => open("exceptions", `/offices/9904/exceptions/new${search}`);
const openQueues = () => open("exceptions", "/offices/9904/queues");

test("a running absence made one day shorter by keyboard; what is past of it can't be changed", async () => {
  const page = await openQueues();
  await page.getByRole("link", { name: /^Αλλαγή: Ουρά 2/ }).press("Enter");
  await expect(page.getByText(/Έχει ήδη αρχίσει. Αλλάξτε πότε τελειώνει/)).toBeVisible();
  await field(page, "Ημερομηνία").fill("2026-11-24");
  await expect(field(page, "Ημερομηνία")).toHaveDescription(/^Έχει ήδη αρχίσει, και ό,τι πέρασε δεν αλλάζει\./);
  await expect(submit(page, SAVE)).toBeDisabled();
  await page.expectAccessible("the past can't be changed");
  await field(page, "Ημερομηνία").fill("2026-11-23");
  await field(page, LAST_DATE).fill("2026-11-25");
  await expect(nobody(page)).toBeVisible();
  await expect(submit(page, SAVE)).toBeEnabled();
  await field(page, LAST_DATE).press("Enter");
  await expect(submit(page, SAVE)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Η εξαίρεση άλλαξε.")).toBeVisible();
  expect((await stored(page))[0]).toMatchObject({ queue: 2, to: "2026-11-26T00:00:00+02:00" });
});

test("a running absence ends now, and comes back whole when that is taken back", async () => {
  const page = await openQueues();
  await page.getByRole("button", { name: /^Λήξη τώρα: Ουρά 2/ }).press("Enter");
  await expect(page.getByText("Η εξαίρεση έληξε τώρα. Ό,τι πέρασε μένει όπως ήταν.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Λήξη τώρα: Ουρά 2/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Αναίρεση" }).first().click();
  await expect(page.getByText("Αναιρέθηκε. Όλα είναι όπως πριν.")).toBeVisible();
  expect((await stored(page))[0]).toMatchObject({ queue: 2, to: "2026-11-27T00:00:00+02:00" });
});

test("another head was first: the change is shown before it is overwritten, typing stays", async () => {
  const page = await openQueues();
  await page.getByRole("link", { name: /^Αλλαγή: Ουρά 2/ }).click();
  await field(page, LAST_DATE).fill("2026-11-25");
  const [running] = await stored(page);
  const changed = { queue: 2, kind: "closed", date: "2026-11-23", lastDate: "2026-11-26", reason: "Απεργία" };
  await page.server.elsewhere("PATCH", `${API}/exceptions/${running?.id}`, changed, running?.version);
  await press(page, SAVE);
  const notice = page.getByRole("region", { name: "Άλλαξε στο μεταξύ." });
  await expect(notice).toBeFocused();
  await expect(notice).toContainText("Αιτιολογία: ήταν «Απουσία υπαλλήλου», τώρα είναι «Απεργία».");
  await expect(field(page, "Αιτιολογία")).toHaveValue("strike");
  await page.expectAccessible("overtaken by another head");
  await press(page, SAVE);
  await expect(page.getByText("Η εξαίρεση άλλαξε.")).toBeVisible();
});

test("a series changed from one of it on by keyboard, and then removed as a whole", async () => {
  const page = await openForm();
  const rows = rowsOf(page, "μέρος σειράς");
  await expect(rows).toHaveCount(5);
  await rows
    .nth(2)
    .getByRole("link", { name: /^Αλλαγή/ })
    .press("Enter");
  await expect(page.getByRole("radio", { name: "Μόνο αυτή" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Αυτή και οι 2 επόμενες" })).toBeChecked();
  await field(page, "Έως").fill("14:00");
  await expect(submit(page, SAVE)).toBeEnabled();
  await page.expectAccessible("this and those after it");
  await press(page, SAVE);
  await expect(page.getByText("Άλλαξαν αυτή και οι επόμενες της σειράς.")).toBeVisible();
  await page.goto("/offices/9904/exceptions/new");
  await expect(rows.filter({ hasText: "12:00–14:00" })).toHaveCount(3);
  await rows
    .nth(3)
    .getByRole("button", { name: /^Αφαίρεση σειράς/ })
    .press("Enter");
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
  await expect(rows).toHaveCount(0);
});

test("extra hours of the whole office, explained, and removed with a proposal for whom they bring", async () => {
  const page = await openForm("?date=2026-12-10&from=17:00&to=19:00");
  await field(page, "Τι αλλάζει").selectOption("Επιπλέον ώρες");
  await field(page, "Ουρά").selectOption("Όλο το ΚΕΠ");
  await expect(field(page, "Ουρά")).toHaveDescription(/^Εξυπηρετούν επιπλέον όλες οι ουρές/);
  await field(page, "Αιτιολογία").selectOption("Άλλο");
  await page.getByLabel(/^Ποια αιτιολογία/).fill("Απογευματινή λειτουργία");
  await expect(nobody(page)).toBeVisible();
  await press(page);
  await expect(page.getByText("Η εξαίρεση προστέθηκε.")).toBeVisible();
  const visit = { date: "2026-12-10", time: "17:30", lastName: "Όψιμη", firstName: "Ελένη", service: "signature" };
  for (const queue of [2, 3]) await page.server.elsewhere("POST", `${API}/appointments`, { ...visit, queue });
  await page.goto("/offices/9904/why/2026-12-10?service=signature");
  await expect(page.getByText("15:00–17:00")).toHaveCount(3);
  await expect(page.getByText("Έχει δοθεί")).toHaveCount(2);
  await page.expectAccessible("the extra hours explained");
  await page.goto("/offices/9904/queues");
  await expect(rowsOf(page, "Απογευματινή λειτουργία")).toContainText("Όλο το ΚΕΠ");
  await page.getByRole("button", { name: /^Αφαίρεση: Όλο το ΚΕΠ/ }).press("Enter");
  await expect(page.getByRole("dialog").getByRole("heading", { name: "Επηρεάζονται 2 ραντεβού" })).toBeVisible();
  await press(page, "Αφαίρεση και μεταφορά 2 ραντεβού");
  await expect(page.getByText("Η εξαίρεση αφαιρέθηκε.")).toBeVisible();
});
