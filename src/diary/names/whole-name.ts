import { FIRST_NAMES } from "../../appointments/names/first-names.ts";
import { fold } from "../../platform/text/fold.ts";

/** Surname and first name, each with a capital, and nothing besides. Pure. */
export const isWholeName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’΄-]+(?:\s+\p{Lu}[\p{L}\p{M}.'’΄-]*)+$/u.test(text.trim());

export const hasFirstName = (text: string): boolean =>
  (fold(text).match(/\p{L}+/gu) ?? []).some((word) => FIRST_NAMES.has(word));
