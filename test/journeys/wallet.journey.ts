import { expect } from "@playwright/test";
import { nextToken } from "../../src/public-booking/form/renewed-key.ts";
import { qrCode } from "../../src/public-booking/frame/qr.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { chooseTime, chooseWallet, openWallet, pageWithoutScript, show } from "./wallet-steps.ts";

/** A citizen is shown by a European wallet who they are: on one device and on two, without a script. */
test("on one device, without a script: refused, then agreed; what was shown is looked at, and the visit stands at once", {
  tag: "@proof",
}, async ({ browser, baseURL }) => {
  const page = await pageWithoutScript(browser, baseURL);
  await chooseTime(page, 1);
  await chooseWallet(page);
  await page.getByRole("button", { name: "Σε αυτή τη συσκευή" }).click();
  await page.getByRole("link", { name: "Το ενέκρινα, έλεγχος τώρα" }).click();
  await page.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).click();
  await show(page, "menelaos", false);
  await expect(page.getByRole("alert")).toContainText("Το πορτοφόλι δεν μας έδειξε τίποτα.");
  await expect(page).toHaveTitle(/^Σφάλμα: Με ευρωπαϊκό πορτοφόλι ταυτότητας/);
  await openWallet(page);
  await show(page, "menelaos");
  await expect(page.getByText("Το πορτοφόλι απάντησε και η υπογραφή του ελέγχθηκε.")).toBeVisible();
  await expect(page.getByText("Θαλασσινός", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Κλείνω το ραντεβού" }).click();
  await expect(page.getByText("Γράψτε το e-mail").first()).toBeVisible();
  await page.getByLabel(/^E-mail|^Το e-mail/).fill("menelaos@example.gr");
  await page.getByRole("button", { name: "Κλείνω το ραντεβού" }).click();
  await expect(page).toHaveURL(/\/book\/done$/);
});

test("on two devices: the form goes on at the telephone, and the computer has it no more", async ({
  browser,
  shared,
  baseURL,
}) => {
  const computer = await pageWithoutScript(browser, baseURL);
  await chooseTime(computer, 2);
  await chooseWallet(computer);
  await computer.getByRole("button", { name: "Σε άλλη συσκευή, με QR" }).click();
  const drawing = computer.getByRole("img", { name: "QR που ανοίγει αυτή τη φόρμα στην άλλη συσκευή" });
  const cookies = await computer.context().cookies();
  const key = cookies.find(({ name }) => name === "__Host-booking")?.value as string;
  const { rows } = await shared.sql.query("select key from online_secret");
  const address = `${baseURL}/book/wallet/move/${nextToken(rows[0].key, key, "move")}`;
  const expected = qrCode(address, "").markup;
  expect(expected, "the drawing leads to where the telephone goes").toContain(
    await drawing.locator("path").last().getAttribute("d"),
  );
  const telephone = await (await browser.newContext({ baseURL, viewport: { width: 320, height: 700 } })).newPage();
  await telephone.goto(address);
  await atEveryWidth(telephone, "the form at the telephone");
  await telephone.getByRole("button", { name: "Συνέχεια εδώ" }).click();
  await telephone.getByRole("button", { name: "Σε αυτή τη συσκευή" }).click();
  await telephone.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).click();
  await show(telephone, "polyxeni");
  await expect(telephone.getByText("Το πορτοφόλι απάντησε και η υπογραφή του ελέγχθηκε.")).toBeVisible();
  await computer.reload();
  await expect(computer.getByText("Συνεχίζεται εκεί όπου πατήθηκε «Συνέχεια εδώ»")).toBeVisible();
  await computer.goto("/book/who");
  await expect(computer.getByRole("heading", { name: "Ξεκινήστε από την αρχή" })).toBeVisible();
  await telephone.goto(address);
  await atEveryWidth(telephone, "a drawing that is over");
  await expect(telephone.getByRole("heading", { name: "Αυτή η φόρμα δεν είναι πια εδώ" })).toBeVisible();
});

test("by keyboard, with a script; whoever it is not begins anew, and nothing typed is lost", async ({ page }) => {
  await chooseTime(page, 3);
  await chooseWallet(page);
  await atEveryWidth(page, "before the wallet");
  const steps = await page.locator(".stepno .bar").boundingBox();
  expect(steps?.width, "six marks and no more of the line").toBeLessThan(160);
  await page.getByRole("button", { name: "Σε άλλη συσκευή, με QR" }).press("Enter");
  await expect(page.getByRole("img", { name: "QR που ανοίγει αυτή τη φόρμα στην άλλη συσκευή" })).toBeVisible();
  await atEveryWidth(page, "the drawing for another device");
  await page.goBack();
  await page.getByRole("button", { name: "Σε αυτή τη συσκευή" }).press("Enter");
  await atEveryWidth(page, "waiting for the wallet");
  await page.getByRole("link", { name: "Άνοιγμα του πορτοφολιού" }).press("Enter");
  await page.locator("input[name=holder][value=anna]").press("Space");
  await page.locator("button[name=approve]").press("Enter");
  const again = page.getByRole("link", { name: "Έλεγχος ξανά" });
  await expect(async () => {
    if (await again.isVisible()) await again.press("Enter");
    expect(await again.isVisible()).toBe(false);
  }).toPass();
  await expect(page.getByText("Nowiczek", { exact: true })).toBeVisible();
  await atEveryWidth(page, "what the wallet showed");
  await page.getByRole("button", { name: "Δεν είμαι εγώ" }).press("Enter");
  await expect(page.getByLabel("Επώνυμο").first()).toHaveValue("Τυπωμένου");
});

for (const [prefix, title, day] of [
  ["/en", "With a European identity wallet"],
  ["/sq", "Me portofol evropian identiteti"],
  ["/uk", "Через європейський гаманець ідентичності"],
  ["/ar", "بالمحفظة الأوروبية للهوية"],
  ["/ur", "یورپی شناختی والٹ سے"],
].map(([prefix = "", title], index) => [prefix, title, 4 + index] as const)) {
  test(`${prefix}: the same, and back in the same language`, async ({ browser, shared, baseURL }) => {
    await shared.sql.query("update counter_language set is_on = true");
    const page = await (await browser.newContext({ baseURL })).newPage();
    await chooseTime(page, day, prefix);
    await page.goto(`${prefix}/book/wallet`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.locator("button.button--go").click();
    await page.locator("a.button--go").click();
    await page.locator("button[name=deny]").click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", prefix.slice(1));
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await atEveryWidth(page, `${prefix}: refused in the wallet`);
  });
}
