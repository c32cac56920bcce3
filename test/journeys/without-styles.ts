import { expect, type Page } from "@playwright/test";

/**
 * In a browser that shows text alone nothing runs into what comes next: no word or number of one element, no button or dash.
 * It finds what `w3m -dump` shows, by the elements that begin a line there.
 */
export const expectWordsApart = (page: Page, state: string): Promise<void> =>
  expectApart(page, `${state}, read as text alone`, { lines: LINES, silent: SILENT });

/** Nor is it read aloud as one word: of a heading, link, button, or whatever else is said by itself. */
export const expectApartAloud = (page: Page, state: string): Promise<void> =>
  expectApart(page, `${state}, read aloud`, {
    lines: `${LINES}, ${SAID_BY_ITSELF}`,
    silent: `${SILENT}, [aria-hidden=true]`,
  });

interface Reading {
  /** The elements that something begins with, and ends with */
  readonly lines: string;
  /** Those that are passed over */
  readonly silent: string;
}

/** What is newer, a section or a set of fields, begins no line in such a browser. */
const LINES =
  "p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, table, caption, tr, th, td, form, figure, figcaption, address, pre, blockquote, hr, br, input:not([type=hidden]), select";
const SILENT = "script, style, template, svg, option, textarea, [hidden]";
const SAID_BY_ITSELF =
  "a, button, label, summary, legend, section, article, header, footer, nav, aside, main, fieldset, time, [role]";

async function expectApart(page: Page, state: string, reading: Reading): Promise<void> {
  const joints = await page.evaluate(jointsIn, reading);
  const glued = joints.filter(([before, after]) =>
    RUNS_ON.some(([ends, begins]) => ends.test(before) && begins.test(after)),
  );
  const places = glued.map(([before, after]) => `${before.slice(-20)}|${after.slice(0, 20)}`);
  expect([...new Set(places)], state).toEqual([]);
}

/** A range of times or dates may be made of several elements. */
const RUNS_ON: readonly (readonly [RegExp, RegExp])[] = [
  [/[\p{L}\p{N}′.,:;·!?»)…]$/u, /^[\p{L}\p{N}(«]/u],
  [/[\p{L}.,:;·!?»)…]$/u, /^[–—·]/u],
  [/[–—·]$/u, /^\p{L}/u],
];

/** What stands before and behind each place in a line where an element begins or ends. In the page. */
function jointsIn({ lines, silent }: Reading): [string, string][] {
  /** Texts, and null where a line begins or ends */
  const piecesOf = (node: Node): (string | null)[] => {
    if (node instanceof Text) return [(node.textContent ?? "").replaceAll(/\s+/g, " ")];
    if (!(node instanceof Element) || node.matches(silent)) return [];
    const inside = [...node.childNodes].flatMap(piecesOf);
    return node.matches(lines) ? [null, ...inside, null] : inside;
  };
  const pieces = piecesOf(document.body).filter((piece) => piece !== "");
  return pieces.flatMap((after, index): [string, string][] => {
    const before = pieces[index - 1];
    return before && after ? [[before, after]] : [];
  });
}
