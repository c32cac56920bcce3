/** Nine digits, however they are parted; null: they are none. Pure, browser-safe. */
export function codeIn(typed: string): string | null {
  const digits = typed.replaceAll(/\D/g, "");
  return digits.length === 9 ? digits : null;
}

/** Where the screen's pages are, without the language's prefix; its own key comes below. */
export const ENTRANCE = "/entrance";
/** Where the nine digits are typed, at a screen that gives numbers as well, and where these are given */
export const CODE = `${ENTRANCE}/code`;
export const NUMBER = `${ENTRANCE}/number`;

/** Where a display's page is; its own key comes below. */
export const DISPLAY = "/display";

/** What keys of printers begin with: whoever finds one knows what it is. */
export const PRINTER_KEY_PREFIX = "visits_printer_";
