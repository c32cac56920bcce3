/** What a key means within the panel. By its place on the keyboard, so that it works with a Greek layout too. */
export type PanelKey =
  | { readonly act: "back" }
  | { readonly act: "save" }
  | { readonly act: "repair" }
  | { readonly act: "time"; readonly index: number }
  /** Of the button that says so */
  | { readonly act: "press"; readonly shortcut: string };

interface Pressed {
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** `isOnTimes`: the times have the focus, where a plain digit is enough. */
export function panelKeyOf(pressed: Pressed, isOnTimes: boolean): PanelKey | null {
  const { code, altKey, shiftKey } = pressed;
  const isCommand = pressed.ctrlKey || pressed.metaKey;
  if (isCommand) return !altKey && /^(?:Numpad)?Enter$/.test(code) ? { act: "save" } : null;
  // Alt with the number pad writes characters by their code in Windows: there only the row above the letters counts.
  if (altKey) return (shiftKey ? undefined : WITH_ALT[code]) ?? timeOf(code, /^Digit([1-9])$/);
  if (shiftKey) return null;
  return ALONE[code] ?? (isOnTimes ? timeOf(code, /^(?:Digit|Numpad)([1-9])$/) : null);
}

const ALONE: Readonly<Record<string, PanelKey>> = { Escape: { act: "back" }, F2: { act: "repair" } };

const WITH_ALT: Readonly<Record<string, PanelKey>> = {
  KeyA: { act: "press", shortcut: "Alt+A" },
  KeyY: { act: "press", shortcut: "Alt+Y" },
};

function timeOf(code: string, digit: RegExp): PanelKey | null {
  const [, number] = digit.exec(code) ?? [];
  return number === undefined ? null : { act: "time", index: Number(number) - 1 };
}
