import { useEffect, useEffectEvent } from "react";
import { preferences } from "./preferences.ts";

/** Single keys act by their place on the keyboard, so that they work with a Greek layout too. */
export type Shortcuts = Readonly<Record<string, () => void>>;

export const useShortcuts = (shortcuts: Shortcuts): void =>
  usePageKeys((event) => {
    const act = shortcuts[keyOf(event)];
    if (!act || !mayAct(event)) return;
    event.preventDefault();
    act();
  });

/**
 * Keys of the page, wherever the focus is: nobody else listens for them. What has acted on one already has it for itself, and
 * so have a dialog and a cover.
 */
export function usePageKeys(act: (event: KeyboardEvent) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && !isPageAside()) act(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Keys are for what is not drawn yet: until then none acts on what is beneath, and Esc puts it away. */
export function useKeysOnHold(onEscape: () => void): void {
  const hold = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") onEscape();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hold(event);
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
}

/** A single key may act when nobody is typing, no dialog asks something, and the person did not switch such keys off. */
export const mayAct = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && !hasModifier(event) && areSingleKeysOn() && !isInField(event.target) && !isPageAside();

export const areSingleKeysOn = (): boolean => preferences.get("single-key-shortcuts") !== "off";

export const setSingleKeys = (isOn: boolean): void => preferences.set("single-key-shortcuts", isOn ? "on" : "off");

export const isInField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));

/** Ctrl, or ⌘, and this key alone, by its place too: with a Greek layout the key of «z» is «ζ». */
export const isControlKey = (
  event: Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
  code: string,
): boolean => event.code === code && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;

const keyOf = (event: KeyboardEvent): string => (event.key === "?" ? "?" : event.code);

const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && keyOf(event) !== "?");

/** Behind a dialog, or covered. */
export const isPageAside = (): boolean => document.querySelector("dialog[open], .session-over") !== null;
