import { type RefObject, useEffect, useRef } from "react";
import { flushSync } from "react-dom";

/** Moves the focus by an id, or by a data attribute of the element. */

export const focusById = (id: string): void => document.getElementById(id)?.focus();

/** For an element that may only be there after the change. */
export function focusAfter(change: () => void, id: string): void {
  flushSync(change);
  focusById(id);
}

/** As a `ref`: it has the focus as soon as it is there. */
export const focusAtMount = (element: HTMLElement | null): void => element?.focus();

/** As a `ref`: it has the focus once another part of the same page is shown. @param part which one */
export function useFocusOnChange<Target extends HTMLElement>(part: string): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const shown = useRef(part);
  useEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    target.current?.focus();
  }, [part]);
  return target;
}

/** To the first control of a group. */
export const focusFirstIn = (id: string): void =>
  document.getElementById(id)?.querySelector<HTMLElement>("a[href], button, input, select, textarea")?.focus();

/** The element that shows a thing: `data-<kind>` is its id. */
export const shownAs = (kind: string, id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-${kind}="${CSS.escape(id)}"]`);

/** The focused element is gone: the browser gives the focus to nobody. */
export const isFocusLost = (): boolean => document.activeElement === document.body;
