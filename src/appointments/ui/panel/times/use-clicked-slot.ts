import { useState } from "react";
import type { Slot } from "../../plan-marks.ts";
import { isSame } from "./place.ts";
import type { TimesAction } from "./times-state.ts";

/** A slot that is clicked on the plan while a form is open becomes the form's choice. */
export function useClickedSlot(slot: Slot | null, dispatch: (action: TimesAction) => void): void {
  const [seen, setSeen] = useState(slot);
  if (slot && !(seen && isSame(slot, seen))) {
    setSeen(slot);
    dispatch({ type: "clicked", slot });
  }
}
