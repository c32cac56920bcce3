import { expect, type Page } from "@playwright/test";

/** In a browser that shows text alone, or reads it aloud, no word or number of one element runs into that of the next. */
export async function expectWordsApart(page: Page, state: string): Promise<void> {
  await withStyles(page, false);
  const joints = await page.evaluate(jointsIn);
  await withStyles(page, true);
  const glued = joints.filter(([before, after]) => /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after));
  expect(
    glued.map(([before, after]) => `${before.slice(-20)}|${after.slice(0, 20)}`),
    `${state}, without styles`,
  ).toEqual([]);
}

/** What stands before and behind each place in a line where an element begins or ends. In the page. */
function jointsIn(): [string, string][] {
  const isInLine = (node: ChildNode | null): node is ChildNode =>
    node instanceof Text || (node instanceof Element && getComputedStyle(node).display === "inline");
  const textOf = (node: ChildNode) => node.textContent ?? "";
  return [...document.querySelectorAll("body *")].filter(isInLine).flatMap((element) => {
    const { previousSibling: before, nextSibling: after } = element;
    const joints: [string, string][] = [];
    if (before instanceof Text) joints.push([textOf(before), textOf(element)]);
    // A box to tick stands between the words.
    if (isInLine(after) && !(after instanceof Element && after.querySelector("input")))
      joints.push([textOf(element), textOf(after)]);
    return joints;
  });
}

const withStyles = (page: Page, areOn: boolean) =>
  page.evaluate((on) => {
    for (const sheet of document.styleSheets) sheet.disabled = !on;
  }, areOn);
