import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { PANEL_ID } from "../../appointments/ui/cell-focus.ts";
import { isFocusLost } from "../../kit/focus.ts";
import { isInField, isPageAside } from "../../kit/shortcuts.ts";
import { PATIENCE } from "../../kit/use-kept-focus.ts";

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

/** A page whose code is still on its way has no heading yet. */
function whenThere(find: () => HTMLElement | null): () => void {
  const over = new AbortController();
  const stop = () => over.abort();
  for (const act of ["keydown", "pointerdown"])
    addEventListener(act, stop, { signal: over.signal, capture: true, once: true });
  const until = performance.now() + PATIENCE;
  const attempt = () => {
    if (over.signal.aborted) return;
    const heading = find();
    if (!heading && performance.now() < until) return void requestAnimationFrame(attempt);
    stop();
    if (heading && mayTakeFocus()) focusHeading(heading);
  };
  requestAnimationFrame(attempt);
  return stop;
}

/** Nobody types, no dialog asks, and no panel has it for itself. */
function mayTakeFocus(): boolean {
  const { activeElement } = document;
  if (isFocusLost()) return true;
  return !isPageAside() && !isInField(activeElement) && !activeElement?.closest(`#${PANEL_ID}`);
}

function focusHeading(heading: HTMLElement): void {
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
