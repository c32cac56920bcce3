import { normalizePhone } from "../platform/text/phone.ts";

/** «694 412 3456 / 210 123 4567»: the first, the other goes with the notes. «-» is none, and so are words alone. */
export function readPhones(cell: string): { readonly phone: string | null; readonly rest: string | null } {
  if (!/\d/.test(cell)) return { phone: null, rest: /\p{L}/u.test(cell) ? cell : null };
  const [first = "", ...others] = cell.split(/[/,;\n]/).map((part) => part.trim());
  const isFirstWhole = others.length > 0 && "e164" in normalizePhone(first);
  return isFirstWhole ? { phone: first, rest: others.join(" / ") } : { phone: cell, rest: null };
}
