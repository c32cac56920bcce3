import { useLayoutEffect, useRef } from "react";

/** One row of the table has the focus at its name; the arrows move it up and down. */

export const focusRow = (id: string | undefined): void => linkOf(id)?.focus();

export const tableRowOf = (id: string | undefined): Element | null | undefined => linkOf(id)?.closest("tr");

const linkOf = (id = ""): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.table [data-appointment="${CSS.escape(id)}"]`);

/** The appointment of the row within which something happened. */
export const rowAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element
    ? target.closest("tr")?.querySelector<HTMLElement>("[data-appointment]")?.dataset.appointment
    : undefined;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Where a key leads; undefined when it is no key of ours, the same row at the edge. */
export function rowFrom(ids: readonly string[], id: string, key: string): string | undefined {
  const step = STEPS[key];
  return step && (ids[step(ids.indexOf(id), ids.length - 1)] ?? id);
}

/**
 * A row may leave the table under her hands, by an act here, a colleague's or a filter: the focus goes to the row that
 * takes its place, or else to the filters. React tells of no blur when it removes what had the focus.
 */
export function useKeptRow(ids: readonly string[]) {
  const held = useRef<{ id: string; index: number } | null>(null);
  useLayoutEffect(() => {
    if (!held.current) return;
    const { id, index } = held.current;
    const isStill = ids.includes(id);
    if (document.activeElement !== document.body) {
      if (isStill) held.current.index = ids.indexOf(id);
      return;
    }
    held.current = null;
    if (ids.length > 0) focusRow(isStill ? id : ids[Math.min(index, ids.length - 1)]);
    else document.querySelector<HTMLElement>(".filter__button")?.focus();
  });
  return {
    hold: (id: string) => {
      held.current = { id, index: ids.indexOf(id) };
    },
    release: () => {
      held.current = null;
    },
  };
}
