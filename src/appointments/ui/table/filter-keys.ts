import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { along, type Direction, directionOf } from "../../../kit/roving.ts";
import { FILTERS_ID } from "./row-focus.ts";

/** F opens the first filter; arrows move among its choices and over to the next one, so that few keys filter. */

export function openFirstFilter(): void {
  const [first] = filterButtons();
  if (first) openFilter(first);
}

/** Up and down among the choices, right and left to the filter beside it. */
export function onFilterKey(event: KeyboardEvent<HTMLElement>): void {
  const direction = directionOf(event);
  const button = event.currentTarget.querySelector<HTMLButtonElement>("button[aria-expanded]");
  if (!direction || !button) return;
  if (direction === "left" || direction === "right") {
    const buttons = filterButtons();
    const next = buttons[buttons.indexOf(button) + (direction === "right" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    openFilter(next);
    return;
  }
  event.preventDefault();
  if (isOpen(button)) focusChoice(event.currentTarget, direction);
  else openFilter(button);
}

const filterButtons = (): HTMLButtonElement[] => [
  ...document.querySelectorAll<HTMLButtonElement>(`#${FILTERS_ID} button[aria-expanded]`),
];

function openFilter(button: HTMLButtonElement): void {
  button.focus();
  if (!isOpen(button)) flushSync(() => button.click());
  button.parentElement?.querySelector("input")?.focus();
}

const isOpen = (button: HTMLButtonElement): boolean => button.getAttribute("aria-expanded") === "true";

function focusChoice(filter: HTMLElement, direction: Direction): void {
  const choices: Element[] = [...filter.querySelectorAll("input")];
  const to = along(direction, document.activeElement ? choices.indexOf(document.activeElement) : -1, choices.length);
  const choice = to === null ? undefined : choices[to];
  if (choice instanceof HTMLElement) choice.focus();
}
