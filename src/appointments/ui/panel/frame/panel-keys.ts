/** What a key means within the panel. By its place on the keyboard, so that it works with a Greek layout too. */
export type PanelKey =
  | { readonly act: "back" }
  | { readonly act: "save" }
  | { readonly act: "repair" }
  | { readonly act: "time"; readonly index: number };

interface Pressed {
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** `isOnTimes`: the times have the focus, where a plain digit is enough. */
export function panelKeyOf(pressed: Pressed, isOnTimes: boolean): PanelKey | null {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  const isPlain = !altKey && !ctrlKey && !metaKey && !shiftKey;
  if (code === "Escape" && isPlain) return { act: "back" };
  if (code === "F2" && isPlain) return { act: "repair" };
  if ((code === "Enter" || code === "NumpadEnter") && (ctrlKey || metaKey) && !altKey) return { act: "save" };
  const digit = digitOf(code, isPlain);
  const isForTimes = (altKey && !ctrlKey && !metaKey) || (isPlain && isOnTimes);
  return digit && isForTimes ? { act: "time", index: Number(digit) - 1 } : null;
}

/** Alt with the number pad writes characters by their code in Windows: there only the row above the letters counts. */
const digitOf = (code: string, isPlain: boolean): string | undefined =>
  (isPlain ? /^(?:Digit|Numpad)([1-9])$/ : /^Digit([1-9])$/).exec(code)?.[1];
