import { useLayoutEffect, useRef } from "react";
import { isFocusLost } from "./focus.ts";

/** How long something may take to come back: a freed place does so only with the server's answer */
export const PATIENCE = 2_000;

interface Held<What> {
  readonly what: What;
  missingSince?: number;
}

/**
 * The focused element may leave the page under the clerk's hands, by an act here or by a colleague's: the focus goes on
 * at what stands for it; null: nothing does yet. React tells of no blur when it removes the focused element.
 */
export function useFocusFallback<What>(standIn: (what: What) => HTMLElement | null) {
  const held = useRef<Held<What> | null>(null);
  useLayoutEffect(() => {
    if (!held.current || !isFocusLost()) return;
    const found = standIn(held.current.what);
    const now = performance.now();
    held.current.missingSince ??= now;
    if (!found && now - held.current.missingSince < PATIENCE) return;
    held.current = null;
    found?.focus();
  });
  return {
    hold: (what: What | null) => {
      held.current = what === null ? null : { what };
    },
    release: () => {
      held.current = null;
    },
  };
}
