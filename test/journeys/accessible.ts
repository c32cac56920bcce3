import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { withoutFocusRing } from "./focus-ring.ts";
import { expectWordsApart } from "./without-styles.ts";

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
  if (rules.length > 0) expect(await violations(page, { type: "tag", values: [...rules] }), state).toEqual([]);
  expect(await stickingOut(page), `${state}: sticks out at the side`).toEqual([]);
  const isCitizens = (await page.locator("body.citizen").count()) > 0;
  // A tablet at the door has letters of its own.
  const isPhone = page.viewportSize()?.width === 320 && (await page.locator("body.kiosk").count()) === 0;
  if (isCitizens && isPhone)
    expect(await stickingOutInLargeLetters(page), `${state}, in large letters: sticks out at the side`).toEqual([]);
  // With axe: once for each state.
  if (rules.length === 0) return;
  expect(await withoutFocusRing(page), `${state}: no focus can be seen`).toEqual([]);
  if (!isCitizens) return;
  expect(await paleInTheDark(page), `${state}, in the dark`).toEqual([]);
  await expectWordsApart(page, state);
}

async function paleInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  const pale = await violations(page, { type: "rule", values: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: null });
  await settled(page);
  return pale;
}

/** A phone's width, a tablet's and a desk's, each with the text spaced out too; and in the reader's own colours. */
export async function inEverySetting(page: Page, state: string): Promise<void> {
  await atEachOfThreeWidths(page, state);
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    await spaceOut(page);
    const out = await stickingOut(page);
    await spaceAsBefore(page);
    expect(out, `${state} at ${width} px, text spaced out: sticks out at the side`).toEqual([]);
  }
  expect(await goneInForcedColours(page), `${state}, in the reader's own colours`).toEqual([]);
}

const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return document.dir === "rtl" ? left < 0 : right > clientWidth;
    };
    const innermost = [...document.querySelectorAll("body *")].filter(
      (element) => isOut(element) && ![...element.children].some(isOut),
    );
    return [
      `by ${scrollWidth - clientWidth} px`,
      ...innermost.map(({ tagName, className }) => `${tagName}.${className}`),
    ];
  });

/** As a phone shows it whose owner has doubled the letters. */
async function stickingOutInLargeLetters(page: Page): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  await settled(page);
  const out = await stickingOut(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
  await browser.detach();
  return out;
}

/** As far as a reader may: WCAG 1.4.12 */
export const spaceOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });

const spaceAsBefore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

/** Where the reader's own colours replace ours, light on black: drawings and bars that keep a colour too dark for it. */
async function goneInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await settled(page);
  const gone = await page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour)
        .slice(0, 3)
        .map((of) => (of <= 10 ? of / 3294 : ((of / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    // Against black, which the page is.
    const isDark = (colour: string) => (luminance(colour) + 0.05) / 0.05 < 3;
    const isDrawn = (colour: string) => colour.startsWith("rgb") && (channels(colour)[3] ?? 1) > 0.3;
    const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
    const nameOf = (element: Element) =>
      [element.parentElement, element]
        .map((of) => `${of?.tagName.toLowerCase()}.${of?.getAttribute("class")}`)
        .join(" > ");
    const drawings = [...document.querySelectorAll("svg")].filter((svg) => {
      const drawn = [...svg.querySelectorAll("path, circle, rect, line, polyline, polygon, ellipse")].flatMap(
        (shape) => {
          const { fill, stroke } = getComputedStyle(shape);
          return [fill, stroke].filter(isDrawn);
        },
      );
      const ownGround = getComputedStyle(svg).forcedColorAdjust === "none";
      return drawn.length > 0 && !ownGround && drawn.every(isDark);
    });
    const bars = [...document.querySelectorAll("main *")].filter((element) => {
      const { forcedColorAdjust, backgroundColor, backgroundImage } = getComputedStyle(element);
      const isBar = forcedColorAdjust === "none" && element.textContent === "" && backgroundImage === "none";
      return (
        isBar && isDrawn(backgroundColor) && channels(backgroundColor).some((of) => of > 0) && isDark(backgroundColor)
      );
    });
    const pictures = [...document.querySelectorAll("main :is(a, button, input, select)")].filter((control) =>
      getComputedStyle(control).backgroundImage.includes("url("),
    );
    const knobs = [...document.querySelectorAll("[role=switch] *")].filter((track) => {
      const knob = getComputedStyle(track, "::after");
      return knob.content !== "none" && knob.backgroundColor === getComputedStyle(track).backgroundColor;
    });
    return [...new Set([...drawings, ...bars, ...pictures, ...knobs].filter(isShown).map(nameOf))];
  });
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  return gone;
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

async function violations(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  }, runOnly);
}
