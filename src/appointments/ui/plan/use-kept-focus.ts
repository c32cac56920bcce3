import { type FocusEvent, useLayoutEffect, useRef } from "react";

interface Held {
  readonly cell: string;
  readonly appointment: string | undefined;
  /** Since when neither is on the plan: a freed place comes back only with the server's answer */
  missingSince?: number;
}

const PATIENCE = 2_000;

/**
 * What has the focus may change its place or leave the plan, by an act here or by a colleague's: the focus goes along
 * with the appointment, or else stays at the place. React tells of no blur when it removes what had the focus.
 */
export function useKeptFocus() {
  const held = useRef<Held | null>(null);
  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    const found = elementOf(held.current);
    const now = performance.now();
    held.current.missingSince ??= now;
    if (!found && now - held.current.missingSince < PATIENCE) return;
    held.current = null;
    found?.focus();
  });
  return {
    hold: ({ target }: FocusEvent) => {
      const cell = target.closest(".at")?.querySelector<HTMLElement>("[id^=cell-]");
      held.current = cell ? { cell: cell.id, appointment: cell.dataset.appointment } : null;
    },
    release: () => {
      held.current = null;
    },
  };
}

function elementOf({ cell, appointment }: Held): HTMLElement | null {
  const card = appointment && document.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(appointment)}"]`);
  return card || document.getElementById(cell);
}
