import { expect, type Page } from "@playwright/test";
import { anEmptyFolder } from "../data-folder.ts";
import { type Platform, startPlatform } from "../platform.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { signIn } from "./person.ts";

/** What whoever starts the program for the first time finds of weeks that are over, as `npm start` makes it. */
let platform: Platform;
let remove: () => Promise<void>;
let url: string;
test.beforeAll(async () => {
  const folder = await anEmptyFolder();
  remove = folder.remove;
  platform = await startPlatform({ ...folder.env, TRIAL_WEEKS: "8" });
  url = `http://localhost:${platform.port}`;
});
test.afterAll(async () => {
  await platform.kill("SIGTERM");
  await remove();
});

test("the head finds eight closed weeks at once, and the ministry offices in all regions; citizens read how long people wait", async ({
  page,
}) => {
  expect(platform.output(), "no job met invented offices that were half made").not.toContain("could not be");
  await signIn(page, "nefeli", `${url}/offices/9901/how-it-went`);
  await expect(page.getByRole("img", { name: /^Πληρότητα ανά εβδομάδα: 8 από 8\s?εβδομάδες/ })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Περισσότεροι μαζί/ }).getByRole("img")).toBeVisible();
  await expect(page.getByText("δεν καταγράφηκε")).toHaveCount(0);
  await signIn(page, "athina", `${url}/ministry/how-offices-do`);
  const tiles = page.getByRole("region", { name: /Οι περιφέρειες/ }).getByRole("link");
  await expect(tiles, "thirteen, and that of the four offices").toHaveCount(14);
  await page.goto(`${url}/book/offices/9901`);
  await expect(page.getByRole("table", { name: "Χωρίς ραντεβού" })).toBeVisible();
});

async function openWeeks(page: Page): Promise<void> {
  await signIn(page, "nefeli", `${url}/offices/9901/how-it-went`);
  await expect(page.getByRole("region", { name: /^Περισσότεροι μαζί/ })).toBeVisible();
}

test("at a desk the crowd has two thirds of the width and half-hours more than the half; on a phone all stand below each other", async ({
  page,
}) => {
  await openWeeks(page);
  const box = async (name: RegExp) => {
    const found = await page.getByRole("region", { name }).boundingBox();
    return found ?? { x: 0, y: 0, width: 0 };
  };
  await page.setViewportSize({ width: 1366, height: 900 });
  const [crowd, missed] = [await box(/^Περισσότεροι μαζί/), await box(/^Δεν προσήλθαν/)];
  expect(crowd.y).toBe(missed.y);
  expect(crowd.width / missed.width).toBeGreaterThan(1.8);
  expect((await box(/^Πόσοι περιμένουν/)).width).toBeGreaterThan((await box(/^Πόσο διαρκούν/)).width);
  await page.setViewportSize({ width: 390, height: 900 });
  const [above, below] = [await box(/^Περισσότεροι μαζί/), await box(/^Δεν προσήλθαν/)];
  expect(above.width).toBe(below.width);
  expect(above.y).toBeLessThan(below.y);
  await atEachOfThreeWidths(page, "how it went");
});

test("it is printed: figures without names, and nothing of what is pressed", async ({ page }) => {
  await openWeeks(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: /Πώς πήγε/ })).toBeVisible();
  await expect(page.getByText("Αυτή η σελίδα δεν εκτυπώνεται")).toBeHidden();
  await expect(page.getByRole("button", { name: /CSV/ })).toBeHidden();
  await expect(page.getByText("Νεφέλη")).toBeHidden();
  await expect(page.locator(".heat__cell").first()).toHaveCSS("print-color-adjust", "exact");
  await page.goto(`${url}/offices/9901/settings`);
  await expect(page.getByText("Αυτή η σελίδα δεν εκτυπώνεται"), "other pages are not").toBeVisible();
});

test("the regions lie on their tiles as in the country; pictures and tables fit every screen", async ({ page }) => {
  await signIn(page, "athina", `${url}/ministry/how-offices-do`);
  const tiles = page.getByRole("region", { name: /Οι περιφέρειες/ });
  await expect(tiles.getByRole("link").first()).toBeVisible();
  const [epirus, crete] = await Promise.all(
    ["Ηπείρου", "Κρήτης"].map((name) => tiles.getByRole("link", { name: new RegExp(`^${name}`) }).boundingBox()),
  );
  expect(epirus?.y, "Epirus lies above Crete").toBeLessThan(crete?.y ?? 0);
  await atEachOfThreeWidths(page, "how the offices do");
  await page.getByRole("link", { name: "Πίνακες" }).press("Enter");
  await atEachOfThreeWidths(page, "how the offices do, as tables");
});
