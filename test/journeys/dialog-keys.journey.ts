import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** Whatever does something on the day or in its panel. */
const KEYS = [..."nxak[]tvfqpsocdlymeuwb?/"].concat(
  "Delete F1 F2 Alt+1 Alt+2 Control+Enter Control+z Control+p".split(" "),
);

/** Questions over the page: how each is reached from the panel of somebody who has come, and what has the focus in it. */
const QUESTIONS = [
  { name: /^Ακύρωση του ραντεβού/, back: "Όχι, να μείνει", open: pressing("Ακύρωση ραντεβού…") },
  // That key is its own: it saves.
  { name: /^Χωρίς ραντεβού/, back: "Πίσω", open: (page: Page) => page.keyboard.press("a"), own: "Control+Enter" },
  { name: /^Συντομεύσεις/, back: "Επιστροφή", open: (page: Page) => page.keyboard.press("?") },
  { name: "Επιλογή ημέρας", back: "Επιστροφή", open: openCalendar },
];

function pressing(name: string) {
  return (page: Page) => page.getByRole("button", { name, exact: true }).click();
}

/** Once it is there it takes the focus. */
async function openCalendar(page: Page): Promise<void> {
  await pressing("Ημερολόγιο")(page);
  await expect(page.getByRole("grid").locator(":focus")).toBeVisible();
}

let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
});
test.afterAll(() => own.close());

/** Somebody has come, which Ctrl+Z would take back, and the panel of somebody else is open. */
async function openPanel(page: Page): Promise<void> {
  await own.sql.query("update appointment set status = 'cancelled' where live");
  const running = await openFromNow(own.sql, "9904");
  const desk = await signInByHttp(own.url, "ilias");
  const book = async (lastName: string, queue: number): Promise<Locator> => {
    const person = { lastName, firstName: "Άννα", service: "copy-certification", phone: "6944123456" };
    const body = { ...running, queue, channel: "in-person", ...person };
    const booked = await desk.ask("POST", "/api/offices/9904/appointments", { body, key: randomUUID() });
    return page.locator(`[data-appointment="${booked.body.id}"]`);
  };
  const [present, other] = [await book("Παρούσα", 1), await book("Επόμενη", 2)];
  await signIn(page, "ilias", own.url);
  await present.focus();
  await page.keyboard.press("p");
  await expect(page.getByText("Προσήλθε: ΠΑΡΟΥΣΑ Άννα")).toBeVisible();
  await other.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Ακύρωση ραντεβού…" })).toBeVisible();
}

for (const { name, back, open, own } of QUESTIONS) {
  test(`behind a question no key of the page acts: ${name}`, async ({ page, context }) => {
    await openPanel(page);
    await open(page);
    const dialog = page.getByRole("dialog", { name });
    await dialog.getByRole("button", { name: back }).focus();
    const address = page.url();
    const written: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && written.push(request.url()));
    for (const key of KEYS.filter((one) => one !== own)) {
      await page.keyboard.press(key);
      await expect(dialog.getByRole("button", { name: back }), key).toBeFocused();
      expect([page.url(), await page.locator("dialog[open]").count(), context.pages().length], key).toEqual([
        address,
        1,
        1,
      ]);
    }
    expect(written).toEqual([]);
    // Nor where the focus has been lost.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    for (const key of ["Control+z", "n", "Control+p"]) await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    expect([page.url(), written, context.pages().length]).toEqual([address, [], 1]);
  });
}
