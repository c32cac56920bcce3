import { formatPhone } from "../../kit/dates.ts";
import type { ShownPhones } from "../contract.ts";

/** At either end of a number, for colleagues to tell two people of one name apart */
const SHOWN_DIGITS = 2;

/** A telephone as a sheet shows it: not at all, as 69• ••• ••56, or whole. */
export function shownPhone(e164: string | null, shown: ShownPhones): string {
  if (e164 === null || shown === "none") return "";
  const whole = formatPhone(e164);
  return shown === "whole" ? whole : masked(whole);
}

function masked(number: string): string {
  const digits = number.replace(/\D/g, "").length;
  let seen = 0;
  return number.replace(/\d/g, (digit) => {
    const isShown = seen < SHOWN_DIGITS || seen >= digits - SHOWN_DIGITS;
    seen++;
    return isShown ? digit : "•";
  });
}
