import type { Language } from "../../text/text.ts";

/** A text of the questions in the language of the screen, with the office's name in it. */
export const localized =
  (language: Language, office: string) =>
  (words: Readonly<Record<Language, string>>): string =>
    words[language].replaceAll("{{office}}", office);
