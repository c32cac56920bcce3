import { becomes, letPass } from "./clock.ts";
import { isHidden, isRole, nameOf, spaced, textOf, withRole } from "./roles.ts";

export type Words = string | RegExp;
interface Named {
  readonly name?: Words;
  readonly exact?: boolean;
}

/** What is looked for, anew each time: as a person finds it, by its role, its name, its label or its words. */
export interface Locator {
  /** In the order of the page */
  all(): HTMLElement[];
  /** For what is said when it is not so */
  readonly words: string;
  getByRole(role: string, named?: Named): Locator;
  getByLabel(label: Words, options?: { readonly exact?: boolean }): Locator;
  getByText(text: Words, options?: { readonly exact?: boolean }): Locator;
  locator(selector: string): Locator;
  filter(by: { readonly hasText: Words }): Locator;
  first(): Locator;
  last(): Locator;
  nth(index: number): Locator;
  click(): Promise<void>;
  focus(): Promise<void>;
  /** With the focus on it: «Control+Enter» */
  press(keys: string): Promise<void>;
  /** Instead of what stands in it */
  fill(text: string): Promise<void>;
  selectOption(value: string): Promise<void>;
  texts(): string[];
}

/** What a person does with what was found */
export interface Hands {
  click(element: HTMLElement): Promise<void>;
  press(keys: string, element: HTMLElement): Promise<void>;
  fill(text: string, element: HTMLElement): Promise<void>;
  select(value: string, element: HTMLElement): Promise<void>;
}

export function locatorOf(words: string, all: () => HTMLElement[], hands: Hands): Locator {
  const within = (what: string, find: (within: HTMLElement) => HTMLElement[]) =>
    locatorOf(`${words} › ${what}`, () => [...new Set(all().flatMap(find))], hands);
  const pick = (what: string, at: number) => locatorOf(`${words} ${what}`, () => all().slice(at).slice(0, 1), hands);
  const one = async () => {
    await becomes(() => all().length > 0);
    const [found, ...more] = all();
    if (!found || more.length > 0) throw new Error(`${all().length} of ${words}\n${outline()}`);
    return found;
  };
  return {
    words,
    all,
    click: async () => hands.click(await one()),
    focus: async () => {
      (await one()).focus();
      await letPass();
    },
    press: async (keys) => hands.press(keys, await one()),
    fill: async (text) => hands.fill(text, await one()),
    selectOption: async (value) => hands.select(value, await one()),
    texts: () => all().map(textOf),
    getByRole: (role, { name, exact } = {}) => {
      if (!isRole(role)) throw new Error(`No role of those known here: ${role}`);
      const isNamed = (element: HTMLElement) => name === undefined || matches(nameOf(element), name, exact);
      return within(`${role} ${name ?? ""}`, (inside) => withRole(inside, role).filter(isNamed));
    },
    getByLabel: (label, { exact } = {}) =>
      within(`label ${label}`, (inside) =>
        [...inside.querySelectorAll<HTMLElement>(LABELLED)].filter(
          (element) => !isHidden(element) && matches(nameOf(element), label, exact),
        ),
      ),
    getByText: (text, { exact } = {}) =>
      within(`text ${text}`, (inside) => innermost(inside, (element) => matches(textOf(element), text, exact))),
    locator: (selector) => within(selector, (inside) => [...inside.querySelectorAll<HTMLElement>(selector)]),
    filter: ({ hasText }) =>
      locatorOf(`${words} with ${hasText}`, () => all().filter((element) => matches(textOf(element), hasText)), hands),
    first: () => pick("first", 0),
    last: () => pick("last", -1),
    nth: (index) => pick(`no. ${index}`, index),
  };
}

const LABELLED = "input, select, textarea, button, [role], section, dialog, nav, table, ul, ol";

/** A text is part of it, whatever its capitals, unless it is to be the whole. */
export function matches(text: string, wanted: Words, exact = false): boolean {
  if (typeof wanted !== "string") return wanted.test(text);
  return exact ? text === spaced(wanted) : text.toLowerCase().includes(spaced(wanted).toLowerCase());
}

function innermost(inside: HTMLElement, isWanted: (element: HTMLElement) => boolean): HTMLElement[] {
  if (!isWanted(inside) && !couldHold(inside)) return [];
  const found = ([...inside.children] as HTMLElement[]).flatMap((child) => innermost(child, isWanted));
  return found.length > 0 || !isWanted(inside) || isHidden(inside) ? found : [inside];
}

/** A whole text may be a part's alone. */
const couldHold = (element: HTMLElement): boolean => element.childElementCount > 0 && element.textContent !== "";

/** What stands on the page, for whoever looks for what is not found. */
export const outline = (): string => (document.body.textContent ?? "").slice(0, 3_000);
