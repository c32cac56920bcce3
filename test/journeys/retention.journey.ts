import { expect } from "@playwright/test";
import { dayWithRoom } from "../desk.ts";
import { VISITS_BY_HAND } from "../doctor.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { done, type OwnOffice, openOwnOffice } from "./own-office.ts";
import { moveBack } from "./own-platform.ts";
import { pressArmed } from "./press-armed.ts";

/** How long it is known whose an appointment was: the ministry chooses, the head sees, nobody acts on what is anonymous. */
let own: OwnOffice;
test.beforeAll(async () => {
  own = await openOwnOffice();
  own.plants(...VISITS_BY_HAND);
});
test.afterAll(() => own.close());

const DAYS_AGO = 20;

/** A visit that was served twenty days ago. */
async function aPastVisit(): Promise<{ readonly id: string; readonly date: string }> {
  const today = Temporal.Now.plainDateISO("Europe/Athens");
  const { date, times } = await dayWithRoom(own.clerk, own.code, today.add({ days: 1 }));
  const wish = { queue: null, service: "copy-certification", lastName: "Παλαιολόγου", firstName: "Δοκιμή" };
  const { id } = await done(own.clerk, `${own.api}/appointments`, { ...wish, date, time: times[0]?.time });
  const past = today.subtract({ days: DAYS_AGO });
  await moveBack(own.sql, id, past.until(date).days);
  await own.sql.query("update appointment set status = 'served' where id = $1", [id]);
  return { id, date: past.toString() };
}

test("a head sees the days that are left, the ministry shortens them knowingly, and then nobody is known", async ({
  browser,
}) => {
  const visit = await aPastVisit();
  const head = await own.openAs(browser, "rea", `days/${visit.date}?panel=${visit.id}`);
  await expect(head.getByText("Γίνεται ανώνυμο σε 40 ημέρες.")).toBeVisible();
  await atEachOfThreeWidths(head, "an appointment with the days that are left");
  await head.goto(`${own.url}/offices/${own.code}/settings?tab=staff`);
  const kept = head.getByRole("region", { name: "Τι φυλάσσεται έως πότε" });
  await expect(kept).toContainText("60 ημέρες μετά την επίσκεψη");
  await atEachOfThreeWidths(head, "what is kept until when");

  const athina = await own.openAs(browser, "athina", "../../ministry/retention");
  await athina.getByRole("button", { name: "Αλλαγή των ημερών" }).press("Enter");
  const dialog = athina.getByRole("dialog", { name: "Αλλαγή των ημερών" });
  const days = dialog.getByRole("textbox", { name: "Ημέρες μετά την επίσκεψη" });
  const check = dialog.getByRole("button", { name: "Δείτε ποιους επηρεάζει" });
  await days.fill("3");
  await check.press("Enter");
  await expect(dialog).toContainText("Γράψτε αριθμό από 7 έως 365.");
  await atEachOfThreeWidths(athina, "a period that is too short");
  await days.fill("10");
  await check.press("Enter");
  await expect(dialog).toContainText("Αυτό δεν αναιρείται.");
  await atEachOfThreeWidths(athina, "what a shorter period makes anonymous");
  await pressArmed(dialog.getByRole("button", { name: "Να γίνουν ανώνυμα οριστικά" }));
  await expect(athina.getByText("Αποθηκεύτηκε: 10 ημέρες μετά την επίσκεψη.")).toBeVisible();
  await atEachOfThreeWidths(athina, "the ministry's period");
  await athina.getByRole("link", { name: "Ιστορικό" }).press("Enter");
  await expect(athina.getByRole("row", { name: /Αλλαγή στη διατήρηση στοιχείων/ })).toContainText(
    "60 ημέρες, τώρα 10 ημέρες",
  );

  await own.sql.query("select set_config('visits.office', id::text, false) from office where code = $1", [own.code]);
  await own.sql.query("select anonymize_due(current_office(), now(), 1000)");
  const clerk = await own.openAs(browser, "ilias", `days/${visit.date}?panel=${visit.id}`);
  await expect(clerk.getByText(/^Ανώνυμο από τις/)).toBeVisible();
  await expect(clerk.getByRole("region", { name: "Ενέργειες" }).getByRole("button")).toHaveCount(0);
  await expect(clerk.getByText("Παλαιολόγου")).toHaveCount(0);
  await atEachOfThreeWidths(clerk, "an anonymous appointment");
});
