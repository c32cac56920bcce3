import { useEffect } from "react";
import { preferences } from "./preferences.ts";

/** Single keys act by their place on the keyboard, so that they work with a Greek layout too. */
export type Shortcuts = Readonly<Record<string, () => void>>;

export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = shortcuts[keyOf(event)];
      if (!act || !mayAct(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}

/** A single key may act when nobody is typing, no dialog asks something, and the person did not switch such keys off. */
export const mayAct = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && !hasModifier(event) && areSingleKeysOn() && !isInField(event.target) && !isPageAside();

export const areSingleKeysOn = (): boolean => preferences.get("single-key-shortcuts") !== "off";

export const setSingleKeys = (isOn: boolean): void => preferences.set("single-key-shortcuts", isOn ? "on" : "off");

export const isInField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));

const keyOf = (event: KeyboardEvent): string => (event.key === "?" ? "?" : event.code);

const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && keyOf(event) !== "?");

/** Behind a dialog, or covered. */
export const isPageAside = (): boolean => document.querySelector("dialog[open], .session-over") !== null;
