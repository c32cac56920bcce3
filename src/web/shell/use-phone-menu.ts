import { useLocation } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { focusById } from "../../kit/focus.ts";
import { MENU_BUTTON_ID } from "./top-bar.tsx";

/** The menu of a phone: another page closes it, and so does Esc. */
export function usePhoneMenu() {
  const page = useLocation({ select: ({ pathname }) => pathname });
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === page;
  return {
    isOpen,
    toggle: () => setOpenOn(isOpen ? null : page),
    onKeyDown: ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key !== "Escape" || !isOpen || defaultPrevented) return;
      setOpenOn(null);
      focusById(MENU_BUTTON_ID);
    },
  };
}
