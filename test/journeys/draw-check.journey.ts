import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page } from "@playwright/test";
import fc from "fast-check";
import type { DrawRecord } from "../../src/draws/rule/draw-record.ts";
import { findWish } from "../../src/draws/rule/find-wish.ts";
import { withoutWishes } from "../../src/draws/rule/without-wishes.ts";
import { drawn, type Market, market } from "../random-draws.ts";
import { inEverySetting } from "./accessible.ts";
import { test } from "./journey.ts";

/** Whoever trusts nobody takes the published file, and recomputes the draw in their own browser. */

const folder = mkdtempSync(join(tmpdir(), "visits-draw-"));
let record: DrawRecord;
test.beforeAll(async () => {
  const [before] = fc.sample(
    market.filter(({ wishes, whims }) => wishes.length > 25 && whims.length > 5),
    { numRuns: 1, seed: 45 },
  );
  record = await drawn(before as Market);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (content: unknown, name = "klirosi.json") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

const choose = (page: Page, content: unknown, name?: string) =>
  page.getByLabel("Το αρχείο της κλήρωσης").setInputFiles(fileOf(content, name));

const points = (page: Page) => page.locator("#points").getByRole("listitem");
const signs = (page: Page) => points(page).locator("[aria-hidden]").allTextContents();
const soundly = async (page: Page) => {
  await expect(page.getByText("Βγαίνει το ίδιο, και στα 5 σημεία")).toBeVisible();
  expect(await signs(page)).toEqual(["✓", "✓", "✓", "✓", "✓"]);
};

async function look(page: Page, number: string): Promise<void> {
  await page.getByLabel("Ο αριθμός της επιθυμίας σας").fill(number);
  await page.getByRole("button", { name: "Εύρεση" }).click();
}

test("a true draw comes out the same, each of its numbers is found, and nothing leaves the device", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto("/draws/verify");
  await expect(page.getByText("πρέπει να τρέχει JavaScript")).toBeHidden();
  await inEverySetting(page, "nothing chosen yet");
  await choose(page, record, "klirosi-7.json");
  await soundly(page);
  await expect(page.getByRole("heading", { name: `Κλήρωση ${record.draw}` })).toBeVisible();
  await expect(page.getByText(`Επιθυμίες: ${record.wishes.length}.`)).toBeVisible();
  await inEverySetting(page, "comes out the same");

  for (const number of record.order) {
    const wish = await findWish(record, number);
    await page.getByLabel("Ο αριθμός της επιθυμίας σας").fill(`Κ ${number}`);
    await page.keyboard.press("Enter");
    const found = page.locator("#found");
    await expect(found).toContainText(
      `${number}: ${wish?.fate === "drawn" || wish?.fate === "gave-back" ? "κληρώθηκε" : "δεν έχει θέση"}`,
    );
    await expect(found).toContainText(`Στη σειρά ${wish?.place} από ${record.order.length}.`);
    await expect(found).toContainText(`Αποτύπωμα ${wish?.fingerprint}:`);
  }
  await inEverySetting(page, "the own number");
  await look(page, "Κ 12");
  await expect(page.getByText(`Κ 12: δεν υπάρχει στην κλήρωση ${record.draw}.`)).toBeVisible();
  await look(page, "  ");
  await expect(page.getByText("Γράψτε τα ψηφία του αριθμού")).toBeVisible();
  await expect(page.getByLabel("Ο αριθμός της επιθυμίας σας")).toBeFocused();
  await inEverySetting(page, "no number");
  // The page, its sheets and its program, which is the worker's too
  expect(asked.filter((one) => !/^GET \/(draws\/verify|draws-verify-\w+\.js|book-\w+\.css)$/.test(one))).toEqual([]);
  expect(
    await page.evaluate(() =>
      fetch("/healthz").then(
        () => "sent",
        () => "not sent",
      ),
    ),
  ).toBe("not sent");
});

const swapped = <Of>([first, second, ...rest]: readonly Of[]): Of[] => [second as Of, first as Of, ...rest];
const OTHER = "ab".repeat(32);

const CHANGES: readonly [string, (of: DrawRecord) => Partial<DrawRecord>, string, string][] = [
  ["another secret", () => ({ secret: OTHER }), "✗✓✗✓✓", "Το μυστικό δεν είναι αυτό που σφραγίστηκε"],
  ["another seal of the secret", () => ({ secretSeal: OTHER }), "✗✓✓✓✓", "Δεν βγαίνει το ίδιο: 1 από τα 5"],
  ["a wish taken out", ({ wishes }) => ({ wishes: wishes.slice(1) }), "✓✗✓✗–", "Ο κατάλογος δεν είναι αυτός"],
  ["another end of the audit", () => ({ auditHead: OTHER }), "✓✓✗✓✓", "Ο σπόρος δεν βγαίνει από αυτά"],
  ["another seed", () => ({ seed: OTHER }), "✓✓✗✗–", "Οι θέσεις δεν ελέγχθηκαν, γιατί εξαρτώνται από τη σειρά"],
  ["two of the order exchanged", ({ order }) => ({ order: swapped(order) }), "✓✓✓✗–", "Πρώτη διαφορά, στη γραμμή 1:"],
  ["a number twice", ({ wishes }) => ({ wishes: [...wishes, ...wishes.slice(0, 1)] }), "✓✗✓✗–", "Η σειρά δεν βγαίνει"],
  [
    "a place that went to another",
    ({ allotments }) => ({ allotments: swapped(allotments) }),
    "✓✓✓✓✗",
    "Οι θέσεις δεν δόθηκαν",
  ],
  ["a place that went on to nobody", ({ passed }) => ({ passed: passed.slice(1) }), "✓✓✓✓✗", "Οι θέσεις δεν δόθηκαν"],
  [
    "a place that was lost, and no word of it",
    ({ events }) => ({ events: events.filter(({ what }) => what !== "lost") }),
    "✓✓✓✓✗",
    "Οι θέσεις δεν δόθηκαν",
  ],
  [
    "somebody who gave back twice",
    ({ events }) => ({ events: [...events, ...events] }),
    "✓✓✓✓✗",
    "κάποιος έδωσε πίσω θέση που δεν είχε",
  ],
];

test("each change is found at its point, with the first difference and what to do", async ({ page }) => {
  await page.goto("/draws/verify");
  for (const [what, change, expected, said] of CHANGES) {
    await choose(page, { ...record, ...change(record) }, `${what}.json`);
    await expect(page.getByText("Δεν βγαίνει το ίδιο:"), what).toBeVisible();
    expect((await signs(page)).join(""), what).toBe(expected);
    await expect(page.getByText(said).first(), what).toBeVisible();
    await expect(page.getByRole("heading", { name: "Τι κάνετε" }), what).toBeVisible();
  }
  await choose(page, { ...record, order: swapped(record.order) });
  const [first = "", second = ""] = record.order;
  await expect(page.getByRole("row", { name: `${second} ${first}` })).toBeVisible();
  await inEverySetting(page, "another order");
  await choose(page, { ...record, allotments: swapped(record.allotments) });
  await expect(page.getByRole("row", { name: /ΚΕΠ 990\d, 2026-12-0\d, μέρος της ημέρας \d, θέση \d/ })).toBeVisible();
  await inEverySetting(page, "another place");
  await choose(page, record);
  await soundly(page);
  await expect(page.getByRole("heading", { name: "Τι κάνετε" })).toBeHidden();
});

test("where too few wished, four points are checked, the fifth is said to be the auditor's, and each finds their number", async ({
  page,
}) => {
  const withheld = await withoutWishes(record);
  await page.goto("/draws/verify");
  await choose(page, withheld);
  await expect(page.getByText("Βγαίνει το ίδιο, και στα 4 σημεία")).toBeVisible();
  expect((await signs(page)).join("")).toBe("✓✓✓✓–");
  await expect(points(page).last()).toContainText("είναι κάτω από 200. Τις ελέγχει ο ελεγκτής του υπουργείου");
  await expect(
    page.getByText(`Επιθυμίες: ${withheld.hashes.length}. Έχουν θέση: ${withheld.held.length}.`),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "Τι κάνετε" })).toBeHidden();
  for (const number of withheld.order) {
    const wish = await findWish(withheld, number);
    await look(page, `Κ ${number}`);
    await expect(page.locator("#found")).toContainText(
      `${number}: ${withheld.held.includes(number) ? "κληρώθηκε" : "δεν έχει θέση"}`,
    );
    await expect(page.locator("#found")).toContainText(`Αποτύπωμα ${wish?.fingerprint}:`);
  }
  await inEverySetting(page, "without its wishes");
  await choose(page, { ...withheld, hashes: withheld.hashes.slice(1) });
  await expect(page.getByText("Δεν βγαίνει το ίδιο: 2 από τα 5")).toBeVisible();
  expect((await signs(page)).join("")).toBe("✓✗✓✗–");
});

test("what is no draw's file is refused, with what to do; nothing of the one before is left", async ({ page }) => {
  await page.goto("/draws/verify");
  const refused: readonly [unknown, string][] = [
    ["κλήρωση", "x.json δεν είναι αρχείο κλήρωσης (JSON), ή έφτασε κομμένο. Κατεβάστε το ξανά"],
    [JSON.stringify(record).slice(0, -30), "ή έφτασε κομμένο"],
    [{ ...record, rule: "2.0" }, "με άλλον κανόνα"],
    [{ ...record, names: ["<b>Ρέα</b>"] }, "το σημείο names δεν είναι όπως σε αρχείο κλήρωσης"],
    [{ ...record, "<img src=x onerror=alert(1)>": 1 }, "το σημείο <img src=x onerror=alert(1)> δεν είναι"],
    [[], "x.json δεν είναι αρχείο κλήρωσης. Επιλέξτε"],
  ];
  for (const [content, said] of refused) {
    await choose(page, record);
    await soundly(page);
    await choose(page, content, "x.json");
    await expect(page.getByRole("alert").first()).toContainText(said);
    await expect(page.getByText("Βγαίνει το ίδιο")).toBeHidden();
    await expect(page.getByLabel("Ο αριθμός της επιθυμίας σας")).toBeHidden();
  }
  await inEverySetting(page, "refused");
  const large = join(folder, "large.json");
  await writeFile(large, " ".repeat(50_000_001));
  await page.getByLabel("Το αρχείο της κλήρωσης").setInputFiles(large);
  await expect(page.getByRole("alert").first()).toContainText("large.json είναι πολύ μεγάλο");
});

test("a file may be dropped anywhere, and the page is there in every language", async ({ page }) => {
  await page.goto("/en/draws/verify");
  const files = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "draw.json"));
    return data;
  }, JSON.stringify(record));
  await page.locator("h1").dispatchEvent("drop", { dataTransfer: files });
  await expect(page.getByText("It comes out the same, at all 5 points")).toBeVisible();
  await expect(page).toHaveURL(/\/en\/draws\/verify$/);
  expect(
    await page.getByLabel("The file of the draw").evaluate((input: HTMLInputElement) => input.files?.[0]?.name),
  ).toBe("draw.json");
});

test("saved, and opened without any network, it does the same", async ({ page, context }) => {
  await page.goto("/draws/verify");
  const assets = await page.evaluate(() =>
    [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map(
      (each) => each.getAttribute("src") ?? each.getAttribute("href") ?? "",
    ),
  );
  expect(assets).toHaveLength(2);
  let saved = await page.content();
  for (const [at, asset] of assets.entries()) {
    const name = `${at}${asset.slice(asset.lastIndexOf("."))}`;
    await writeFile(join(folder, name), await (await page.request.get(asset)).body());
    saved = saved.replace(asset, name);
  }
  await writeFile(join(folder, "saved.html"), saved);
  await context.setOffline(true);
  await page.goto(pathToFileURL(join(folder, "saved.html")).href);
  await choose(page, record);
  await soundly(page);
  await look(page, record.order[0] ?? "");
  await expect(page.locator("#found")).toContainText("Στη σειρά 1 από");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("it says the command, and where the rule is written, in two requests and fifteen kilobytes", async ({
    page,
  }) => {
    const sizes: number[] = [];
    page.on("response", async (response) => sizes.push((await response.request().sizes()).responseBodySize));
    await page.goto("/draws/verify");
    await expect(page.getByText("Αλλιώς γίνεται με την εντολή πιο κάτω.")).toBeVisible();
    await expect(page.getByText("visits draw verify")).toBeVisible();
    await expect(page.getByText("docs/draws.md")).toBeVisible();
    await expect(page.getByLabel("Το αρχείο της κλήρωσης")).toBeHidden();
    await page.waitForLoadState("networkidle");
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThanOrEqual(15 * 1024);
  });
});
