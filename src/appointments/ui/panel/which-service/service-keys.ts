/** What a key means while the services have the focus. Digits by their place on the keyboard, so that they work with any layout. */
export interface ServiceKey {
  readonly act: "choose" | "all" | "on" | "type";
  /** Of the one that chooses */
  readonly digit: number | null;
}

interface Pressed {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export function serviceKeyOf({ code, key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): ServiceKey | null {
  if (altKey || ctrlKey || metaKey) return null;
  const digit = shiftKey ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined && digit !== "0") return { act: "choose", digit: Number(digit) };
  if (digit === "0") return { act: "all", digit: null };
  if (code === "Enter" || code === "NumpadEnter") return { act: "on", digit: null };
  // An accent that waits for its letter is the beginning of a word as well.
  return /^\p{L}$/u.test(key) || key === "Dead" ? { act: "type", digit: null } : null;
}

/** Of what was typed while the form was on its way: the digit that chooses a service, and the rest. */
export function firstDigitIn(typed: string): { readonly digit: number | null; readonly rest: string } {
  const [digit] = /^\d/.exec(typed) ?? [];
  return digit === undefined ? { digit: null, rest: typed } : { digit: Number(digit), rest: typed.slice(1) };
}
