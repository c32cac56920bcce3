import { expect } from "vitest";
import { becomes } from "./clock.ts";
import { type Locator, matches, outline, type Words } from "./locator.ts";
import { descriptionOf, isHidden, nameOf, textOf } from "./roles.ts";

/** What a person would say of what is found, once it has become so. */
interface Said {
  toBeVisible(): Promise<void>;
  toBeHidden(): Promise<void>;
  toBeFocused(): Promise<void>;
  toBeChecked(): Promise<void>;
  toBeEnabled(): Promise<void>;
  toBeDisabled(): Promise<void>;
  toHaveCount(count: number): Promise<void>;
  /** The whole of it, of one or of each */
  toHaveText(text: Words | readonly Words[]): Promise<void>;
  toContainText(text: Words): Promise<void>;
  toHaveValue(value: Words): Promise<void>;
  toHaveName(name: Words): Promise<void>;
  toHaveDescription(words: Words): Promise<void>;
  toHaveAttribute(name: string, value?: Words): Promise<void>;
}

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends Said {}
}

const whole = (text: string, wanted: Words) => matches(text, wanted, true);
const of = (isSo: (element: HTMLElement) => boolean) => (elements: HTMLElement[]) =>
  elements.length === 1 && isSo(elements[0] as HTMLElement);
const isDisabled = (element: HTMLElement) =>
  element.matches(":disabled") || element.getAttribute("aria-disabled") === "true";
const isChecked = (element: HTMLElement) =>
  (element as HTMLInputElement).checked ?? element.getAttribute("aria-checked") === "true";

type Judged = (elements: HTMLElement[]) => boolean;
const texts =
  (wanted: readonly Words[]): Judged =>
  (elements) =>
    elements.length === wanted.length && elements.every((each, at) => whole(textOf(each), wanted[at] as Words));

const JUDGES: { readonly [Name in keyof Said]: (...wanted: Parameters<Said[Name]>) => Judged } = {
  toBeVisible: () => of((element) => !isHidden(element)),
  toBeHidden: () => (elements) => elements.every(isHidden),
  toBeFocused: () => of((element) => element === document.activeElement),
  toBeChecked: () => of(isChecked),
  toBeEnabled: () => of((element) => !isDisabled(element)),
  toBeDisabled: () => of(isDisabled),
  toHaveCount: (count) => (elements) => elements.length === count,
  toHaveText: (text) => (Array.isArray(text) ? texts(text) : of((element) => whole(textOf(element), text as Words))),
  toContainText: (text) => of((element) => matches(textOf(element), text)),
  toHaveValue: (value) => of((element) => whole((element as HTMLInputElement).value, value)),
  toHaveName: (name) => of((element) => whole(nameOf(element), name)),
  toHaveDescription: (words) => of((element) => matches(descriptionOf(element), words)),
  toHaveAttribute: (name, value = /^/) =>
    of((element) => element.hasAttribute(name) && whole(element.getAttribute(name) ?? "", value)),
};

const matcher = (name: string, judge: (...wanted: never[]) => Judged) =>
  async function (this: { isNot?: boolean }, what: Locator, ...wanted: unknown[]) {
    const isRight = () => judge(...(wanted as never[]))(what.all());
    const pass = this.isNot ? !(await becomes(() => !isRight())) : await becomes(isRight);
    const said = `${what.words} ${this.isNot ? "not " : ""}${name} ${wanted.join(" ")}`;
    const message = () => [said, ...what.all().map((element) => element.outerHTML.slice(0, 300)), outline()].join("\n");
    return { pass, message };
  };

expect.extend(Object.fromEntries(Object.entries(JUDGES).map(([name, judge]) => [name, matcher(name, judge)])) as never);
