import { minuteOf } from "../../web/dates.ts";
import type { Slot } from "./plan-marks.ts";
import type { CellPlace } from "./roving.ts";

/** Between the places of the plan and the elements that show them. */

export const cellId = ({ queue, from }: CellPlace): string => `cell-${queue}-${from}`;

export const focusCell = (place: CellPlace): void => document.getElementById(cellId(place))?.focus();

/** The place of the cell within which something happened. */
export function placeOf(target: EventTarget): CellPlace | null {
  const [, queue, from] = /^cell-(\d+)-(\d+)$/.exec((target as Element).closest("[id^=cell-]")?.id ?? "") ?? [];
  return queue && from ? { queue: Number(queue), from: Number(from) } : null;
}

/** Where the work goes on after the panel: at its appointment, or at the place that was chosen; once the page has changed. */
export function focusCellOf(appointment: string | undefined, slot: Slot | null): void {
  requestAnimationFrame(() => {
    const card = appointment && document.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(appointment)}"]`);
    const cell = slot && document.getElementById(cellId({ queue: slot.queue, from: minuteOf(slot.time) }));
    (card || cell || document.getElementById("new-appointment"))?.focus();
  });
}

/**
 * The chosen place is covered by the form's mark: who chose it with a key goes on in the form, at the time that it now
 * stands on; only when the key has done its work, for in the form the same Enter would send it.
 */
export function keepFocusInPanel(): void {
  requestAnimationFrame(() => {
    const panel = document.querySelector(".day__panel");
    if (!panel?.contains(document.activeElement)) panel?.querySelector<HTMLElement>("input:checked")?.focus();
  });
}
