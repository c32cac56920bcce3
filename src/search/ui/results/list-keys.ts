/** Keys of the list of people. Pure. */
export type ListStep =
  | { readonly to: "person"; readonly index: number; readonly isTyped: false }
  | { readonly to: "open"; readonly isTyped: false }
  /** Above the first, or because she goes on typing there */
  | { readonly to: "field"; readonly isTyped: boolean };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export function stepTo({ key, ctrlKey, altKey, metaKey }: Pressed, chosen: number, count: number): ListStep | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "Enter") return { to: "open", isTyped: false };
  if (key === "ArrowUp" && chosen === 0) return { to: "field", isTyped: false };
  const index = indexFor(key, chosen, count);
  if (index !== null) return { to: "person", index, isTyped: false };
  return key === "Backspace" || /^[^/?\s]$/u.test(key) ? { to: "field", isTyped: true } : null;
}

function indexFor(key: string, chosen: number, count: number): number | null {
  switch (key) {
    case "ArrowUp":
      return chosen - 1;
    case "ArrowDown":
      return Math.min(chosen + 1, count - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
