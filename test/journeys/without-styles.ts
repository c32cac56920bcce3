import { expect, type Page } from "@playwright/test";

/** A capital within a word, or two scripts in one: where words of two elements run into each other */
const GLUED = /\S*(?:\p{Ll}\p{Lu}|\p{Script=Latin}\p{Script=Greek}|\p{Script=Greek}\p{Script=Latin})\S*/gu;

/** In a browser that shows text alone, or reads it aloud, no word runs into the next. */
export async function expectWordsApart(page: Page, state: string): Promise<void> {
  await withStyles(page, false);
  // biome-ignore lint/performance/useDomNodeTextContent: the lines in which it is laid out are what is looked at
  const text = await page.locator("body").innerText();
  await withStyles(page, true);
  expect(text.match(GLUED) ?? [], `${state}, without styles`).toEqual([]);
}

const withStyles = (page: Page, areOn: boolean) =>
  page.evaluate((on) => {
    for (const sheet of document.styleSheets) sheet.disabled = !on;
  }, areOn);
