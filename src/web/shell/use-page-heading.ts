import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { isFocusLost } from "../../kit/focus.ts";
import { isInField, isPageAside } from "../../kit/shortcuts.ts";
import { PATIENCE } from "../../kit/use-focus-fallback.ts";

/**
 * After a change of page or day the focus goes to the heading, which says where one is: by a link, a key, or back. What is
 * being typed keeps it, and so does a clerk who is at something else by then.
 */
export function usePageHeading(): void {
  const page = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    const wasShown = before.current;
    before.current = page;
    // The first page is read from its beginning anyhow.
    if (wasShown !== undefined && page !== wasShown) return whenThere(headingOfPage);
  }, [page]);
}

const headingOfPage = (): HTMLElement | null => document.querySelector<HTMLElement>("#main h1");

/** A page whose code is still on its way has no heading yet, or leaves that of the one before for a moment. */
function whenThere(find: () => HTMLElement | null): () => void {
  const over = new AbortController();
  const stop = () => over.abort();
  for (const act of ["keydown", "pointerdown"])
    addEventListener(act, stop, { signal: over.signal, capture: true, once: true });
  // Whatever else takes the focus on the new page meanwhile keeps it, and so does a link beside it: a reader's own command
  // led there. Only the button of a menu that closes has it by the way.
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.closest("#main, a") && target !== find()) stop();
  };
  addEventListener("focusin", onFocus, { signal: over.signal, capture: true });
  const until = performance.now() + PATIENCE;
  const attempt = () => {
    if (over.signal.aborted) return;
    const heading = find();
    if (heading && heading !== document.activeElement && mayTakeFocus()) focusHeading(heading);
    if (performance.now() < until) requestAnimationFrame(attempt);
    else stop();
  };
  requestAnimationFrame(attempt);
  return stop;
}

/** Nobody types, no dialog asks, and the page has not put the focus where its work begins. */
function mayTakeFocus(): boolean {
  const { activeElement } = document;
  if (isFocusLost()) return true;
  const isOnTheWay = !activeElement?.closest("#main") || activeElement.closest(".page-head") !== null;
  return isOnTheWay && !isPageAside() && !isInField(activeElement);
}

function focusHeading(heading: HTMLElement): void {
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
