/** Signs that no telephone number has: what is typed with them is of a name, as in «100%» or «Α_Β». For a character class. */
export const SIGNS = String.raw`%_&#@*$€£=<>|~^!?\\`;

const SIGN = new RegExp(`[${SIGNS}+]`, "u");

export const hasSignsAmongLetters = (text: string): boolean => SIGN.test(text) && /[\p{L}\p{N}]/u.test(text);
