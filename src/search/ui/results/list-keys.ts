import { along, directionOf } from "../../../kit/roving.ts";

/** Keys of the list of people. Pure. */
export type ListStep =
  | { readonly to: "person"; readonly index: number; readonly isTyped: false }
  | { readonly to: "open"; readonly isTyped: false }
  /** Above the first, or where the typing goes on */
  | { readonly to: "field"; readonly isTyped: boolean };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export function stepTo(pressed: Pressed, chosen: number, count: number): ListStep | null {
  const { key, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "Enter") return { to: "open", isTyped: false };
  if (key === "ArrowUp" && chosen === 0) return { to: "field", isTyped: false };
  const index = along(directionOf(pressed), chosen, count);
  if (index !== null) return { to: "person", index, isTyped: false };
  return key === "Backspace" || /^[^/?\s]$/u.test(key) ? { to: "field", isTyped: true } : null;
}
