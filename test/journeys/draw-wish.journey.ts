import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible, inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { show } from "./wallet-steps.ts";

/**
 * One place and two people: each writes a wish without a script, one known by TAXISnet and one by a wallet; one is drawn and comes,
 * the other waits and checks the draw.
 */
let own: OwnPlatform;
let draw: number;
test.beforeAll(async () => {
  own = await openOwnPlatform({ WALLET_ASKS_NUMBER: "true" });
  const { sql } = own;
  await sql.query("delete from public_booking");
  await sql.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now())");
  await sql.query("update queue set is_public = true from office where office.id = office_id and code = '9902'");
  // It opens in two hours, so that its secret is sealed by now and its hours are its own.
  await sql.query(
    `update draw_terms set opens_on = extract(isodow from opens), opens_time = to_char(opens, 'HH24:MI'),
       closes_on = extract(isodow from opens + interval '4 days'), closes_time = to_char(opens, 'HH24:MI')
     from (select now() at time zone 'Europe/Athens' + interval '2 hours') as hour (opens)`,
  );
  await sql.query("insert into draw_service (service, since) values ($1, now())", [SERVICE]);
  await sql.query(
    `insert into draw_office (office_id, service, queue, places, since)
     select id, $1, 1, '[{"weekday": 2, "part": 0, "count": 1}]', now() from office where code = '9902'`,
    [SERVICE],
  );
  draw = await until("select number from draw where state = 'sealed'");
  await sql.query("update draw set opens_at = now() - interval '1 minute' where number = $1", [draw]);
  await until("select number from draw where state = 'open'");
});
test.afterAll(() => own.close());

const SERVICE = "vehicle-transfer";

/** Brings the draws forward until there is such a one. @returns its number */
async function until(query: string): Promise<number> {
  let number: number | undefined;
  await expect
    .poll(
      async () => {
        await own.sql.query(`select pg_notify('visits', '{"kind":"job","job":"draws"}')`);
        number = (await own.sql.query(query)).rows[0]?.number;
        return number;
      },
      { timeout: 60_000, intervals: [500] },
    )
    .toBeDefined();
  return number as number;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

async function aPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  return context.newPage();
}

/** By the keyboard alone: to the button, and press it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).focus();
  await page.keyboard.press("Enter");
}

async function byTaxisnet(page: Page, person: string): Promise<void> {
  await press(page, "Σύνδεση με TAXISnet");
  await page.locator(`input[name=userid][value=${person}]`).check();
  await page.locator("button[name=approve]").click();
}

async function byWallet(page: Page, person: string): Promise<void> {
  await press(page, "Σύνδεση με ευρωπαϊκό πορτοφόλι");
  await page.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).click();
  await show(page, person);
}

async function wishAs(page: Page, person: string, signIn: typeof byTaxisnet): Promise<string> {
  await page.goto(`${own.url}/draws/${draw}`);
  await page.getByRole("link", { name: "Γράφω την επιθυμία μου" }).click();
  await signIn(page, person);
  await expect(heading(page, "Η επιθυμία σας για την κλήρωση")).toBeVisible();
  await page.getByLabel("E-mail").fill(`${person}@gmail.com`);
  await page.keyboard.press("Enter");
  await press(page, /^μπορώ Τρίτη/);
  const chosen = page.getByRole("button", { name: /^1 Τρίτη/ });
  await expect(chosen).toBeFocused();
  await expect(chosen).toHaveAttribute("aria-pressed", "true");
  await press(page, /^1 Τρίτη/);
  await expect(page.getByText("Πατήστε πρώτα μια ημέρα και ένα ΚΕΠ.")).toBeVisible();
  await press(page, /^μπορώ Τρίτη/);
  await expect(page.getByRole("region", { name: "Έτσι θα ψάξουμε" }).getByRole("listitem")).toHaveText([/^Τρίτη/]);
  await press(page, "Μπαίνω στην κλήρωση");
  await expect(heading(page, "Η επιθυμία σας μπήκε")).toBeVisible();
  return (await page.locator(".ticket").textContent()) ?? "";
}

test("two wishes for one place: written, drawn, taken by one, and recomputed by the other", async ({
  browser,
  page,
}) => {
  test.slow();
  const pages = [await aPhone(browser), await aPhone(browser)] as const;
  await page.goto(`${own.url}/draws/${draw}/wish`);
  await inEverySetting(page, "a wish of somebody who is not signed in");
  const numbers = [await wishAs(pages[0], "menelaos", byTaxisnet), await wishAs(pages[1], "fani", byWallet)] as const;
  await own.sql.query("update draw set closes_at = now() where number = $1", [draw]);
  await until(`select number from draw where number = ${draw} and settled_events is not null`);
  await Promise.all(pages.map((each) => each.reload()));
  const isDrawn = (await pages[0].getByRole("heading", { level: 1 }).textContent())?.startsWith("Κληρωθήκατε") ?? false;
  const [drawn, waits] = isDrawn ? pages : [pages[1], pages[0]];
  const [drawnNumber = "", waitsNumber = ""] = isDrawn ? numbers : [numbers[1], numbers[0]];

  await expect(heading(drawn, "Κληρωθήκατε. Θα έρθετε;")).toBeVisible();
  await press(drawn, "Θα έρθω");
  await expect(drawn).toHaveURL(/\/link\/[\w-]{43}\/done$/);
  await expect(heading(waits, "Η κλήρωση έγινε και οι θέσεις δεν έφτασαν ως εσάς")).toBeVisible();
  await expect(waits.getByText("Περιμένουν πριν από εσάς: 0")).toBeVisible();
  await waits.getByRole("link", { name: "Ελέγξτε την κλήρωση" }).click();
  await expect(waits.getByText(`${waitsNumber}: δεν έχει θέση`)).toBeVisible();

  // The same in the page, which fetches the file by itself.
  await page.goto(`${own.url}/draws/${draw}`);
  await inEverySetting(page, "what came out of a draw");
  await page.getByRole("link", { name: "Υπολογισμός εδώ" }).click();
  // Of so few wishes the file has none: what anybody may check of it is its order.
  await expect(page.getByText("Βγαίνει το ίδιο, και στα 4 σημεία")).toBeVisible();
  await page.getByLabel("Ο αριθμός της επιθυμίας σας").fill(drawnNumber);
  await page.getByRole("button", { name: "Εύρεση" }).click();
  await expect(page.getByText(`${drawnNumber.replaceAll(/\D/g, "")}: κληρώθηκε`)).toBeVisible();
  await expectAccessible(page, "a draw recomputed from its page");
});
