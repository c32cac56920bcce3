import type { KeyboardEvent, MouseEvent } from "react";
import { directionOf } from "../../../kit/roving.ts";
import type { Appointment } from "../../contract.ts";
import { focusRow, rowAt, rowFrom } from "./row-focus.ts";
import type { ListedRow } from "./rows.ts";

/** Arrows, Home, End and the page keys move between the rows, single keys act on the one that has the focus, the menu key opens its menu. */
export function useRowKeys(
  rows: readonly ListedRow[],
  onActKey: (event: KeyboardEvent, appointment: Appointment) => boolean,
  onMenu: (id: string, trigger: HTMLElement) => void,
) {
  const ids = rows.map(({ visit }) => visit.id);
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const id = rowAt(event.target);
      const row = rows.find(({ visit }) => visit.id === id);
      if (!id || !row) return;
      const next = rowFrom(ids, id, directionOf(event));
      if (next === undefined) return void (row.appointment && onActKey(event, row.appointment));
      event.preventDefault();
      focusRow(next);
    },
    // With the mouse, the browser's own menu stays: it copies a telephone number or opens another window.
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      const id = rowAt(event.target);
      const trigger = document.activeElement;
      if (!rows.some(({ appointment }) => appointment?.id === id)) return;
      if (!id || !wasKey(event) || !(trigger instanceof HTMLElement)) return;
      event.preventDefault();
      onMenu(id, trigger);
    },
  };
}

const wasKey = ({ nativeEvent, button }: MouseEvent): boolean =>
  button !== 2 && (nativeEvent as PointerEvent).pointerType !== "touch";
