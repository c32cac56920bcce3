import { useLayoutEffect, useRef } from "react";
import { shownAs } from "../../../kit/focus.ts";
import { along, type Direction } from "../../../kit/roving.ts";
import { useFocusFallback } from "../../../kit/use-focus-fallback.ts";

/** One row of the table has the focus at its name; keys move it up and down. */

export const FILTERS_ID = "day-filters";

export const focusRow = (id: string): void => shownInRow(id)?.focus();

export const tableRowOf = (id: string): Element | null | undefined => shownInRow(id)?.closest("tr");

/** The link of an appointment, the button of a number. */
const shownInRow = (id: string): HTMLElement | null => shownAs("appointment", id) ?? shownAs("ticket", id);

/** The appointment or number of the row within which something happened. */
export const rowAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row]")?.dataset.row : undefined;

/** Where a direction leads; undefined when none does, the same row at the edge. */
export function rowFrom(ids: readonly string[], id: string, direction: Direction | null): string | undefined {
  const to = along(direction, ids.indexOf(id), ids.length);
  return to === null ? undefined : ids[to];
}

/** The focus of a row that leaves the table goes to the row that takes its place, or else to the filters. */
export function useRowFocus(ids: readonly string[]) {
  const before = useRef(ids);
  const focus = useFocusFallback((id: string) => {
    const index = Math.min(before.current.indexOf(id), ids.length - 1);
    const next = ids.includes(id) ? id : ids[index];
    return next === undefined ? firstFilter() : shownInRow(next);
  });
  useLayoutEffect(() => {
    before.current = ids;
  });
  return focus;
}

const firstFilter = (): HTMLElement | null => document.getElementById(FILTERS_ID)?.querySelector("button") ?? null;
