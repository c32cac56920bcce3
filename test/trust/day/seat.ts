import type { BrowserContext, ConsoleMessage, Page } from "@playwright/test";
import type { Firefox } from "../../firefox.ts";
import { patiently } from "../../patience.ts";

/** A browser, whichever, as far as a person's hands and eyes go. */
export interface Seat {
  readonly name: string;
  /** What the page answers to an expression, as text */
  read(expression: string): Promise<string>;
  clickAt(x: number, y: number): Promise<void>;
  /** By name, with others held before it: "Control+Enter" */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Of its console, and what the page has thrown */
  readonly errors: readonly string[];
  loads(): number;
}

export function chromiumSeat(name: string, page: Page, context: BrowserContext): Seat {
  const errors: string[] = [];
  let loads = 0;
  context.on("weberror", (error) => errors.push(String(error.error())));
  page.on("console", (message: ConsoleMessage) => message.type() === "error" && errors.push(message.text()));
  page.on("load", () => loads++);
  return {
    name,
    errors,
    loads: () => loads,
    read: async (expression) => String(await page.evaluate(expression)),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (chord) => page.keyboard.press(chord),
    type: (text) => page.keyboard.type(text),
  };
}

export const firefoxSeat = (name: string, firefox: Firefox): Seat => ({
  name,
  errors: firefox.errors,
  loads: firefox.loads,
  read: firefox.read,
  clickAt: firefox.clickAt,
  type: firefox.write,
  press: (chord) => firefox.key(chord.replace("Digit", "")),
});

const LONGEST_MS = 20_000;

/** @throws Error with what the page does not come to, and what it says instead */
export async function until(seat: Seat, expression: string): Promise<void> {
  const isSo = async () => (await look(seat, `Boolean(${expression})`)) === "true";
  await eventually(isSo, `${seat.name}: ${expression}`).catch(async (error: Error) => {
    const [page, focus] = [await seat.read(PAGE), await seat.read(FOCUS)];
    throw new Error(`${error.message}\nbut the page says:\n${page}\nwith the focus on ${focus}`);
  });
}

/** Between two pages there is nothing to be seen. */
const look = (seat: Seat, expression: string): Promise<string> => seat.read(expression).catch(() => "");

const PAGE = `(location.href + "\\n" + document.body.innerText).slice(0, 2000)`;
const FOCUS = "document.activeElement?.outerHTML.slice(0, 200)";

export async function eventually(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = performance.now() + patiently(LONGEST_MS); !(await isSo()); await pause())
    if (performance.now() > end) throw new Error(`It did not come to this: ${what}`);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/**
 * With the mouse: the first in sight of these that has the words, once it stands still and nothing covers it.
 * @param unless that comes about without a press meanwhile
 */
export async function click(seat: Seat, selector: string, words = "", unless = "false"): Promise<void> {
  let place = "";
  const isInSight = async () => {
    const before = place;
    place = "";
    if ((await look(seat, unless)) === "true") return true;
    place = await look(seat, placeOf(selector, words));
    return isStill(before, place);
  };
  await eventually(isInSight, `${seat.name}: ${selector} ${words} to be pressed`).catch(async (error: Error) => {
    throw new Error(`${error.message}\nbut there is:\n${await look(seat, thereIs(selector))}`);
  });
  const [x = 0, y = 0] = place.split(" ").map(Number);
  if (place !== "") await seat.clickAt(x, y);
}

/** Firefox scrolls what is in the middle up and down by one pixel. */
function isStill(before: string, now: string): boolean {
  const [a, b] = [before, now].map((place) => place.split(" ").map(Number)) as [number[], number[]];
  return before !== "" && now !== "" && a.every((each, index) => Math.abs(each - (b[index] as number)) <= 1);
}

/** Each of these, and what a press in its middle would meet. */
const thereIs = (selector: string): string => `(() => {
  const all = [...document.querySelectorAll(${JSON.stringify(selector)})];
  const brief = (one) => one?.outerHTML.slice(0, 300);
  const met = ({ x, y, width, height }) => brief(document.elementFromPoint(x + Math.min(width / 2, 24), y + height / 2));
  return location.href + all.map((each) => "\\n" + brief(each) + JSON.stringify(each.getBoundingClientRect()) + " under " + met(each.getBoundingClientRect())).join("");
})()`;

const placeOf = (selector: string, words: string): string => `(() => {
  const all = [...document.querySelectorAll(${JSON.stringify(selector)})];
  const found = all.find((each) => each.checkVisibility() && each.textContent.includes(${JSON.stringify(words)}));
  found?.scrollIntoView({ block: "center" });
  const box = found?.getBoundingClientRect();
  const [x, y] = box ? [box.x + Math.min(box.width / 2, 24), box.y + box.height / 2] : [0, 0];
  return found?.contains(document.elementFromPoint(x, y)) ? x + " " + y : "";
})()`;
