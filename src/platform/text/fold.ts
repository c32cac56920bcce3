/** The same word however it is accented and capitalised; final sigma included (domain facts §4: never by small letters). */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase();
