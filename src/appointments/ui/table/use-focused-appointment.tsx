import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

import { isFocusLost, shownAs } from "../../../kit/focus.ts";

/** From the plan to the table and back, the focus goes along with the appointment that had it. */
export function useFocusedAppointment() {
  const held = useRef<string>(undefined);
  return {
    held,
    onFocus: ({ target }: FocusEvent) => {
      held.current = target.closest<HTMLElement>("[data-appointment]")?.dataset.appointment;
    },
    onBlur: () => {
      held.current = undefined;
    },
  };
}

/** Stands in each view, behind what it shows: it comes with the view, however late that is. */
export function FocusBack({ held }: { held: RefObject<string | undefined> }) {
  useLayoutEffect(() => {
    if (held.current && isFocusLost()) shownAs("appointment", held.current)?.focus();
  }, [held]);
  return null;
}
