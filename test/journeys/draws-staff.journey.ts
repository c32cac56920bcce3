import { expect, type Page } from "@playwright/test";
import { sealOfSecret } from "../../src/draws/rule/hashes.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

const SECRET = "0".repeat(64);

/** Draws as the staff have them: the ministry names a service, a head gives places, a clerk writes a wish and calls after the draw. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

const OFFICE = "9901";
const WIDE = { width: 1440, height: 900 };

const more = (page: Page) => page.getByRole("button", { name: /^Περισσότερα/ });

const runDraws = () => own.sql.query(`select pg_notify('visits', '{"kind":"job","job":"draws"}')`);

async function picture(page: Page, name: string): Promise<void> {
  const { SHOTS } = process.env;
  if (!SHOTS) return;
  await page.setViewportSize(WIDE);
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

test("from the ministry's terms to a call after the draw", async ({ browser }) => {
  test.slow();
  const pageOf = async (userid: string, address: string) => {
    const page = await (await browser.newContext({ viewport: WIDE })).newPage();
    await signIn(page, userid, `${own.url}${address}`);
    return page;
  };
  await own.sql.query("update queue set is_public = true from office where office.id = office_id and code = $1", [
    OFFICE,
  ]);

  const athina = await pageOf("athina", "/ministry/public-booking");
  await athina.getByRole("link", { name: "Κληρώσεις" }).click();
  await athina.getByRole("checkbox", { name: /με κλήρωση: Μεταβίβαση/ }).check();
  await athina.getByRole("textbox", { name: /^E-mail, έως/ }).fill("150");
  const save = athina.getByRole("button", { name: "Ισχύει από την επόμενη κλήρωση" });
  await save.click();
  await expect(athina.getByRole("textbox", { name: /^E-mail, έως/ })).toHaveAttribute("aria-invalid", "true");
  await atEachOfThreeWidths(athina, "the ministry's terms, with a fault");
  await athina.setViewportSize(WIDE);
  await athina.getByRole("textbox", { name: /^E-mail, έως/ }).fill("10");
  // Of so few places a tenth would be none.
  await athina.getByRole("textbox", { name: /^Τηλέφωνο, έως/ }).fill("50");
  await athina.getByRole("textbox", { name: /^Με προθεσμία, έως/ }).fill("20");
  await athina.getByRole("textbox", { name: /^Γιατί/ }).fill("Οι θέσεις γεμίζουν σε λίγα λεπτά");
  await save.click();
  await expect(athina.getByText("Οι ρυθμίσεις αποθηκεύτηκαν.")).toBeVisible();
  await athina.getByRole("button", { name: "Δείτε τι θα άλλαζε" }).click();
  await expect(athina.getByText(/Δεν έχει γίνει ακόμη κλήρωση/)).toBeVisible();

  // An office that gives nothing by draw has no way to wishes on its day.
  const today = Temporal.Now.plainDateISO("Europe/Athens").toString();
  const nefeli = await pageOf("nefeli", `/offices/${OFFICE}/days/${today}`);
  await more(nefeli).press("Enter");
  await expect(nefeli.getByRole("menuitem").first()).toBeFocused();
  await expect(nefeli.getByRole("menuitem", { name: "Επιθυμίες με τηλέφωνο" })).toHaveCount(0);
  await nefeli.goto(`${own.url}/offices/${OFFICE}/settings`);
  await nefeli.getByRole("link", { name: "Κληρώσεις" }).click();
  await expect(nefeli.getByText("Χρειάζεται εδώ;")).toBeVisible();
  await atEachOfThreeWidths(nefeli, "a service that may be drawn");
  await nefeli.setViewportSize(WIDE);
  await nefeli.getByRole("button", { name: "Δώστε θέσεις με κλήρωση" }).click();
  for (const day of ["Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή"])
    await nefeli.getByRole("textbox", { name: `${day}, πρωί` }).fill("2");
  await expect(nefeli.getByText("10 θέσεις την εβδομάδα")).toBeVisible();
  await atEachOfThreeWidths(nefeli, "the places of a week");
  await nefeli.setViewportSize(WIDE);
  await picture(nefeli, "86-places");
  await nefeli.getByRole("button", { name: "Αποθήκευση" }).click();
  await expect(nefeli.getByText(/Με κλήρωση από τις/)).toBeVisible();

  // The first draw has its places; it opens now.
  const { rows } = await (async () => {
    let found = await own.sql.query("select min(draw) as draw from draw_place");
    await expect
      .poll(async () => {
        found = await own.sql.query("select min(number) as draw from draw where has_places");
        return found.rows[0].draw;
      })
      .not.toBeNull();
    return found;
  })();
  const draw = rows[0].draw as number;
  await own.sql.query(
    `update draw set state = 'open', secret = $2, secret_seal = $3, sealed_at = now(), running_at = now(),
       opens_at = now() - interval '1 day', closes_at = now() + interval '1 day', need_until = now() + interval '20 hours',
       answer_until = now() + interval '4 days', release_at = now() + interval '6 days'
     where number = $1`,
    [draw, SECRET, await sealOfSecret(SECRET)],
  );
  await nefeli.reload();
  await expect(nefeli.getByText("δέχεται επιθυμίες")).toBeVisible();
  await atEachOfThreeWidths(nefeli, "an office's draw");
  await picture(nefeli, "86-head-draw");

  const aris = await pageOf("aris", `/offices/${OFFICE}/settings`);
  await expect(aris.getByRole("link", { name: "Κληρώσεις" })).toHaveCount(0);
  await expect(aris.getByRole("link", { name: "Επιθυμίες με τηλέφωνο" })).toBeVisible();

  // In the day its places are told from a citizen's form, and no act is offered with them.
  const places = await own.sql.query("select min(date)::text as date from draw_place where draw = $1", [draw]);
  const day = `${own.url}/offices/${OFFICE}/days/${places.rows[0].date}`;
  await aris.goto(day);
  const held = aris.getByRole("link", { name: /^Κρατείται, \d\d:\d\d Κλήρωση.*Μεταβίβαση/ });
  await expect(held).toHaveCount(2);
  await atEachOfThreeWidths(aris, "the places of a draw in the plan");
  await aris.setViewportSize(WIDE);
  await picture(aris, "53-draw-places");
  await held.first().press("Enter");
  const panel = aris.getByRole("region", { name: /^Ραντεβού/ });
  await expect(panel.getByText("Κρατιέται για κλήρωση")).toBeVisible();
  await expect(panel.getByText("από το διαδίκτυο")).toHaveCount(0);
  await atEachOfThreeWidths(aris, "a place of a draw");
  await aris.setViewportSize(WIDE);
  await aris.keyboard.press("Delete");
  await expect(aris.getByText("«Ακύρωση ραντεβού»: η ώρα κρατιέται για κλήρωση.")).toBeVisible();
  await aris.goto(`${day}?view=table`);
  await expect(aris.getByRole("rowheader", { name: /^Κλήρωση/ })).toHaveCount(2);
  await expect(aris.getByRole("row", { name: /Κλήρωση/ }).first()).not.toContainText("από το διαδίκτυο");
  await atEachOfThreeWidths(aris, "the places of a draw in the table");

  // From there to the wishes on a phone, by its keys.
  await aris.setViewportSize({ width: 320, height: 900 });
  await aris.goto(day);
  await more(aris).press("Enter");
  await expect(aris.getByRole("menuitem", { name: "Επιθυμίες με τηλέφωνο" })).toBeFocused();
  await aris.keyboard.press("Enter");
  await expect(aris.getByRole("heading", { level: 1, name: "Επιθυμίες με τηλέφωνο" })).toBeVisible();

  // A new appointment for the service says where else its places go, and whoever was typed comes along.
  await aris.setViewportSize(WIDE);
  await aris.goto(day);
  await expect(aris.locator(".plan .column").first()).toBeVisible();
  await aris.keyboard.press("n");
  await aris.getByRole("group", { name: "Υπηρεσία" }).press("0");
  await aris.getByRole("combobox", { name: /^Αναζήτηση υπηρεσίας/ }).fill("μεταβιβαση");
  await aris.keyboard.press("Enter");
  await expect(aris.getByText(/Υπηρεσία με κλήρωση: για .* γράφονται επιθυμίες έως/)).toBeVisible();
  await aris.locator("[name=lastName]").fill("Ροδακινιάς");
  await aris.locator("[name=phone]").fill("694 555 0172");
  await atEachOfThreeWidths(aris, "a new appointment for a service by draw");
  await aris.setViewportSize(WIDE);
  await picture(aris, "87-hint");
  await aris.getByRole("link", { name: "Επιθυμία για πολίτη" }).press("Enter");
  await expect(aris.getByRole("textbox", { name: "Επώνυμο" })).toHaveValue("Ροδακινιάς");
  await expect(aris.getByRole("textbox", { name: "Τηλέφωνο" })).toHaveValue("694 555 0172");
  await aris.goBack();
  await expect(aris.getByText(/Πρόχειρο: ΡΟΔΑΚΙΝΙΑΣ/)).toBeVisible();
  await aris.goForward();
  const submit = aris.getByRole("button", { name: `Καταχώριση στην κλήρωση ${draw}` });
  await submit.click();
  await expect(aris.getByText(/^Πατήστε τουλάχιστον μία ημέρα/)).toBeVisible();
  await atEachOfThreeWidths(aris, "a wish, with faults");
  await aris.setViewportSize(WIDE);
  await aris.getByRole("textbox", { name: "Επώνυμο" }).fill("Ροδακινιάς");
  await aris.getByRole("textbox", { name: "Όνομα" }).fill("Σταύρος");
  await aris.getByRole("textbox", { name: "Τηλέφωνο" }).fill("694 555 0172");
  const cells = aris.getByRole("button", { name: /πρωί: / });
  await cells.nth(2).click();
  await cells.nth(3).click();
  await cells.nth(0).click();
  await cells.nth(0).click();
  await expect(cells.nth(2)).toHaveAccessibleName(/1η επιλογή/);
  await expect(cells.nth(3)).toHaveAccessibleName(/2η επιλογή/);
  await expect(aris.getByText(/Θα σας καλέσουμε/)).toBeVisible();
  await picture(aris, "87-clerk-wish");
  await submit.click();
  await expect(aris.getByText(/Ο αριθμός της επιθυμίας/)).toBeVisible();
  await atEachOfThreeWidths(aris, "a wish that is written");
  await aris.setViewportSize(WIDE);

  await aris.getByRole("button", { name: "Είδα προθεσμία…" }).click();
  const deadline = await own.sql.query("select to_char(last_day, 'DD/MM/YYYY') as date from draw where number = $1", [
    draw,
  ]);
  await aris.getByRole("textbox", { name: /Η προθεσμία/ }).fill(deadline.rows[0].date);
  await aris.getByRole("dialog").getByRole("textbox", { name: "Επώνυμο" }).fill("Θυμαρίδου");
  await aris.getByRole("dialog").getByRole("textbox", { name: "Όνομα" }).fill("Ιωάννα");
  await aris.getByRole("dialog").getByRole("textbox", { name: "Τηλέφωνο" }).fill("2101234567");
  await atEachOfThreeWidths(aris, "a place for a deadline");
  await aris.setViewportSize(WIDE);
  await aris.getByRole("button", { name: "Να κλειστεί το ραντεβού" }).click();
  await expect(aris.getByText(/^Κλείστηκε: /)).toBeVisible();

  await own.sql.query(
    "update draw set closes_at = now() - interval '1 second', need_until = now() - interval '1 hour' where number = $1",
    [draw],
  );
  await expect
    .poll(
      async () => {
        await runDraws();
        return (await own.sql.query("select count(*)::int as given from draw_result where draw = $1", [draw])).rows[0]
          .given;
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  await aris.reload();
  await expect(aris.getByText("Κληρώθηκε")).toBeVisible();
  await atEachOfThreeWidths(aris, "whom to call");
  await aris.setViewportSize(WIDE);
  await picture(aris, "87-calls");
  await aris.getByRole("button", { name: "Θα έρθει", exact: true }).click();
  await expect(aris.getByText(/Σημειώθηκε: Ροδακινιάς Σταύρος θα έρθει/)).toBeVisible();

  await nefeli.reload();
  await expect(nefeli.getByRole("list", { name: "Τι έγιναν οι θέσεις σας" })).toContainText("1 «Θα έρθω»");
  await expect(nefeli.getByText(/^Κληρώθηκε .* Το αρχείο της δημοσιεύτηκε/)).toBeVisible();
  await expect(nefeli.getByRole("link", { name: `Σελίδα για το κοινό, κλήρωση ${draw}` })).toHaveAttribute(
    "href",
    `/draws/${draw}`,
  );
  await atEachOfThreeWidths(nefeli, "what became of an office's places");
  await picture(nefeli, "86-after");
  await athina.reload();
  await athina.getByRole("button", { name: "Δείτε τι θα άλλαζε" }).click();
  await expect(athina.getByText(/Πήραν θέση/)).toBeVisible();
  await expect(athina.getByText(/^Θέσεις του μεταπωλητή, κατά μέσο όρο/)).toBeVisible();
  await expect(athina.getByRole("row", { name: /Μεταβίβαση/ }).first()).toContainText(`ανά θέση, κλήρωση ${draw}`);
  await atEachOfThreeWidths(athina, "what other shares would have changed");
  await picture(athina, "85-ministry-draws");

  // What the office hangs on its board says the shares that the ministry has set.
  await nefeli.setViewportSize(WIDE);
  const sheet = nefeli.getByRole("link", { name: "Φύλλο για τον πίνακα" });
  await sheet.focus();
  await nefeli.keyboard.press("Enter");
  await expect(nefeli.getByText(/Με τηλέφωνο δίνουμε έως 50 στις 100/)).toBeVisible();
});
