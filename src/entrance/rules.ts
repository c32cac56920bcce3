/** Nine digits, however they are parted; null: they are none. Pure, browser-safe. */
export function codeIn(typed: string): string | null {
  const digits = typed.replaceAll(/\D/g, "");
  return digits.length === 9 ? digits : null;
}
