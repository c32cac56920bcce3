import { expect, test } from "vitest";
import { open, type Page } from "./page/page.ts";

/** What becomes of a head's forms about queues when colleagues, the network or the next click come between. */
const QUEUES = "/api/offices/9904/queues";
const openQueues = async (scene = "an office of its head"): Promise<Page> => {
  const page = await open(scene, "/offices/9904/queues");
  await expect(queue(page, "Ουρά 1")).toBeVisible();
  return page;
};

const queue = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const name = (page: Page) => page.getByLabel("Όνομα", { exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Αποθήκευση ουράς" });
const overtaken = (page: Page) => page.getByRole("region", { name: "Άλλαξε στο μεταξύ." });
const timeField = (page: Page, label: string) => page.getByRole("textbox", { name: label, exact: true });

async function chooseAct(page: Page, of: string, act: string): Promise<void> {
  await queue(page, of)
    .getByRole("button", { name: `Άλλες ενέργειες, ${of}` })
    .press("Enter");
  await page.getByRole("menuitem", { name: act }).press("Enter");
}
const edit = (page: Page, of = "Ουρά 1") => chooseAct(page, of, "Επεξεργασία");

test("two heads at once: what both changed is shown before she saves over it, what one changed elsewhere stays", async () => {
  const page = await openQueues();
  await edit(page);
  await name(page).fill("Υποδοχή");
  await page.server.elsewhere("PATCH", `${QUEUES}/1`, { name: "Πρωινή", slotMinutes: 15 }, 1);
  await save(page).click();
  await expect(page.getByText(/^Η ουρά άλλαξε στις.*Δείτε τις αλλαγές/)).toBeVisible();
  await expect(overtaken(page)).toBeFocused();
  await expect(page.getByText("Όνομα: ήταν «Ουρά 1», τώρα είναι «Πρωινή», γράψατε «Υποδοχή».")).toBeVisible();
  await expect(name(page)).toHaveValue("Υποδοχή");
  await expect(page.getByLabel("Λεπτά ανά ραντεβού")).toHaveValue("15");
  await page.expectAccessible("overtaken");
  await save(page).click();
  await expect(queue(page, "Υποδοχή").getByText("15′")).toBeVisible();
  await page.getByRole("button", { name: /^Αναίρεση/ }).click();
  await expect(queue(page, "Πρωινή").getByText("15′")).toBeVisible();

  await edit(page, "Πρωινή");
  await name(page).fill("Ουρά 1");
  await page.server.elsewhere("PATCH", `${QUEUES}/1`, { slotMinutes: 10 }, 4);
  await save(page).click();
  await expect(queue(page, "Ουρά 1").getByText("10′")).toBeVisible();
});

test("what another desk saves while the head types is shown at once; the first press leads there, the second saves", async () => {
  const page = await openQueues();
  await edit(page);
  await name(page).fill("Υποδοχή");
  await page.server.elsewhere("PATCH", `${QUEUES}/1`, { name: "Βραδινή" }, 1);
  await page.hear("rules", {});
  await expect(overtaken(page)).toContainText("ήταν «Ουρά 1», τώρα είναι «Βραδινή», γράψατε «Υποδοχή».");
  await save(page).click();
  await expect(overtaken(page)).toBeFocused();
  expect(page.server.written).toEqual([]);
  await save(page).click();
  await expect(page.getByText("Αποθηκεύτηκε: Υποδοχή")).toBeVisible();
});

test("two heads and one queue's hours: what the other changed is shown first, day by day, then mine are saved", async () => {
  const page = await openQueues();
  await queue(page, "Ουρά 1").getByRole("button", { name: "Ωράριο, Ουρά 1" }).click();
  const hours = page.getByRole("dialog", { name: "Ωράριο: Ουρά 1" });
  const end = timeField(page, "Λήξη, Τρίτη, διάστημα 1");
  await end.fill("20:30");
  const earlier = [{ opens: "07:00", closes: "15:00" }];
  const week = { from: "2026-11-24", to: null, week: { 2: earlier, 3: earlier }, decisions: [] };
  await page.server.elsewhere("PUT", `${QUEUES}/1/hours`, week, 1);
  const saveHours = hours.getByRole("button", { name: "Αποθήκευση ωραρίου" });
  await saveHours.click();
  await expect(overtaken(page)).toBeFocused();
  await expect(overtaken(page).getByText(/^Τρίτη: ήταν «08:00–.*», τώρα είναι «07:00–/)).toBeVisible();
  await expect(overtaken(page).getByText(/^Τετάρτη: ήταν «08:00–.*», τώρα είναι «07:00–/)).toBeVisible();
  await expect(end).toHaveValue("20:30");
  await page.expectAccessible("hours overtaken");
  await saveHours.click();
  await expect(page.getByText("Άλλαξε το ωράριο: Ουρά 1")).toBeVisible();
  await expect(hours).toHaveCount(0);
  await expect(
    queue(page, "Ουρά 1")
      .getByText(/Τετ 07:00–15:00/)
      .first(),
  ).toBeVisible();
});

test("two heads and one day's substitute: whom the other set is shown before it is set anew", async () => {
  const page = await openQueues();
  await chooseAct(page, "Ουρά 1", "Άλλος υπάλληλος για μία ημέρα");
  const { employees } = (await page.server.elsewhere("GET", QUEUES)) as { employees: { id: number; name: string }[] };
  const other = employees.find((each) => each.name.includes("Θεμελιώτης"))?.id;
  const wish = { date: "2026-11-25", employee: other };
  await page.server.elsewhere("POST", `${QUEUES}/1/substitution`, wish, 1);
  await page.getByRole("button", { name: "Ορισμός για την ημέρα" }).click();
  await expect(overtaken(page)).toBeFocused();
  await expect(page.getByText(/ήταν «όπως πάντα», τώρα είναι «.*Θεμελιώτης»/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a form that is left keeps what was typed, says so, and can be begun anew", async () => {
  const page = await openQueues();
  await edit(page);
  await name(page).fill("Πρωινή");
  await page.keyboard.press("Escape");
  const kept = page.getByText("Ό,τι γράψατε κρατήθηκε");
  await expect(kept).toBeVisible();
  await expect(queue(page, "Ουρά 1").getByRole("button", { name: "Άλλες ενέργειες, Ουρά 1" })).toBeFocused();
  await edit(page);
  await expect(name(page)).toHaveValue("Πρωινή");
  // Sooner than by itself
  await expect(kept).toHaveCount(0);
  await page.expectAccessible("found again");
  await page.getByRole("button", { name: "Από την αρχή" }).click();
  await expect(name(page)).toHaveValue("Ουρά 1");
  await expect(name(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await edit(page);
  await expect(name(page)).toHaveValue("Ουρά 1");
  await expect(page.getByText("Αυτά είχατε γράψει")).toHaveCount(0);
});

test("wrong hours are said at the field, stay as typed, and are found again", async () => {
  const page = await openQueues();
  const asks = queue(page, "Ουρά 2").getByRole("button", { name: "Ωράριο, Ουρά 2" });
  await asks.click();
  const opens = timeField(page, "Έναρξη, Τετάρτη, διάστημα 1");
  await opens.fill("16:00");
  const unread = timeField(page, "Λήξη, Πέμπτη, διάστημα 1");
  await unread.fill("25:00");
  await unread.press("Tab");
  await expect(unread).toHaveDescription("Η ώρα δεν διαβάζεται. Γράψτε την όπως 09:30.");
  await expect(timeField(page, "Έναρξη, Πέμπτη, διάστημα 1")).not.toHaveAttribute("aria-invalid");
  await unread.fill("δέκα");
  await page.getByRole("button", { name: "Προσθήκη διαστήματος, Παρασκευή" }).click();
  await timeField(page, "Έναρξη, Παρασκευή, διάστημα 2").fill("11:00");
  await page.getByRole("button", { name: "Αποθήκευση ωραρίου" }).click();
  await expect(page.getByText("Διορθώστε 3 πεδία για να συνεχίσετε")).toBeVisible();
  await expect(opens).toHaveDescription("Η λήξη είναι πριν από την έναρξη. Διορθώστε μία από τις δύο.");
  await expect(opens).toBeFocused();
  await expect(page.getByText(/^Το διάστημα συμπίπτει με άλλο/)).toBeVisible();
  await page.expectAccessible("wrong hours");
  const short = timeField(page, "Λήξη, Σάββατο, διάστημα 1");
  await short.fill("08:03");
  await expect(short).toHaveDescription("Το διάστημα είναι μικρότερο από ένα ραντεβού (10′). Μεγαλώστε το.");
  await page.keyboard.press("Escape");
  await expect(asks).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(opens).toHaveValue("16:00");
});

test("an operator reads only, and whom to ask", async () => {
  const page = await openQueues("an office of a clerk");
  await expect(page.getByText("Τις ουρές αλλάζει μόνο ο Διαχειριστής Καταστήματος: Ηλίας Θεμελιώτης.")).toBeVisible();
  await expect(page.locator("main button")).toHaveCount(0);
  await expect(page.getByRole("switch")).toHaveCount(0);
  await page.expectAccessible("operator");
});
