import { flushSync } from "react-dom";
import { minuteOf } from "../../kit/dates.ts";
import { shownAs } from "../../kit/focus.ts";
import { PATIENCE } from "../../kit/use-focus-fallback.ts";
import type { Slot } from "./plan-marks.ts";

/** Between the places of the plan and the elements that show them. */

export interface CellPlace {
  readonly queue: number;
  readonly from: number;
}

/** What stands beside the plan */
export const PANEL_ID = "beside-the-day";

export const cellId = ({ queue, from }: CellPlace): string => `cell-${queue}-${from}`;

export const queueTabId = (queue: number): string => `queue-tab-${queue}`;

export const focusCell = (place: CellPlace): void => focus(document.getElementById(cellId(place)));

/** The place of the cell within which something happened, the buttons on a card included. */
export function placeOf(target: EventTarget | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  return cell && placeNamed(cell.dataset.cell ?? "");
}

function placeNamed(id: string): CellPlace | null {
  const [, queue, from] = /^cell-(\d+)-(\d+)$/.exec(id) ?? [];
  return queue && from ? { queue: Number(queue), from: Number(from) } : null;
}

/**
 * Where the work goes on after the panel: at its appointment, or at the place that was chosen or freed; once the page
 * has changed. A later wish replaces an earlier one, and a clerk who does something else meanwhile is left in peace.
 */
export function focusCellOf(appointment: string | undefined, slot: Slot | null): void {
  waiting.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  const stop = () => waiting.abort();
  for (const act of ["keydown", "pointerdown"]) addEventListener(act, stop, { signal, capture: true });
  const until = performance.now() + PATIENCE;
  const attempt = () => {
    if (signal.aborted) return;
    const card = appointment && shownAs("appointment", appointment);
    const cell = slot && document.getElementById(cellId({ queue: slot.queue, from: minuteOf(slot.time) }));
    const found = card || cell;
    if (!found && slot && performance.now() < until) return void requestAnimationFrame(attempt);
    stop();
    focus(found || document.getElementById("new-appointment"));
  };
  requestAnimationFrame(attempt);
}

let waiting = new AbortController();

/** Narrow screens show one queue at a time: first the one whose cell gets the focus. */
function focus(element: HTMLElement | null): void {
  const place = element && placeNamed(element.id);
  const tab = place && document.getElementById(queueTabId(place.queue));
  if (tab?.offsetParent && tab.ariaPressed === "false") flushSync(() => tab.click());
  element?.focus();
}

/**
 * The chosen place is covered by the form's mark: a clerk who chose it with a key goes on in the form, at the time that
 * it now stands on; only when the key has done its work, for in the form the same Enter would send it.
 */
export function keepFocusInPanel(): void {
  requestAnimationFrame(() => {
    const panel = document.getElementById(PANEL_ID);
    if (!panel?.contains(document.activeElement)) panel?.querySelector<HTMLElement>("input:checked")?.focus();
  });
}
