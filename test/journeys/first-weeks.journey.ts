import { expect } from "@playwright/test";
import { anEmptyFolder } from "../data-folder.ts";
import { type Platform, startPlatform } from "../platform.ts";
import { test } from "./journey.ts";
import { signIn } from "./person.ts";

/** What whoever starts the program for the first time finds of weeks that are over, as `npm start` makes it. */
let platform: Platform;
let remove: () => Promise<void>;
test.beforeAll(async () => {
  const folder = await anEmptyFolder();
  remove = folder.remove;
  platform = await startPlatform({ ...folder.env, TRIAL_WEEKS: "8" });
});
test.afterAll(async () => {
  await platform.kill("SIGTERM");
  await remove();
});

test("the head finds eight closed weeks at once, and the ministry offices in all regions; citizens read how long people wait", async ({
  page,
}) => {
  expect(platform.output(), "no job met invented offices that were half made").not.toContain("could not be");
  const url = `http://localhost:${platform.port}`;
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
