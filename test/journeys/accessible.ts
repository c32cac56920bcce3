import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const OVERFLOW_ALONE: readonly string[] = [];

/** `npm run trust` asks axe for everything at every width. */
const asksAllAtEveryWidth = process.env.AXE === "every-width";

/** axe finds nothing, and nothing sticks out at the side. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await expectNothingFound(page, state, STANDARDS);
}

const accessibleAt =
  (...widths: readonly number[]) =>
  async (page: Page, state: string): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectNothingFound(page, `${state} at ${width} px`, rulesAt(width, widths));
    }
  };

function rulesAt(width: number, widths: readonly number[]): readonly string[] {
  return asksAllAtEveryWidth || width === widths.at(-1) ? STANDARDS : OVERFLOW_ALONE;
}

/** A phone's width, which is also a desk's enlarged four times, and a desk's: axe is asked at the last of them */
export const atEveryWidth = accessibleAt(320, 1280);
/** And a tablet's between them */
export const atEachOfThreeWidths = accessibleAt(320, 768, 1280);

async function expectNothingFound(page: Page, state: string, rules: readonly string[]): Promise<void> {
  // A page that is still on its way has no heading.
  await expect(page.locator("h1"), state).not.toHaveCount(0);
  await settled(page);
  expect(await violations(page, rules), state).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${state}: sticks out by so many pixels`).toBeLessThanOrEqual(0);
}

/** The page has answered to its width; nothing is pale on the way in, or while newer figures are awaited. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    );
  });
}

async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  if (rules.length === 0) return [];
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    },
    [...rules],
  );
}
