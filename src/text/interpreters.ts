import type { CitizensLanguage } from "./languages.ts";

/** Into which somebody can interpret, by ISO 639: Greek Sign Language first, then the languages of most who come. */
export const INTERPRETERS = [
  "gss",
  "sq",
  "ar",
  "uk",
  "ur",
  "ru",
  "ka",
  "en",
  "bg",
  "ro",
  "fa",
  "bn",
  "pa",
  "tr",
  "hy",
  "fr",
  "zh",
] as const;
export type Interpreter = (typeof INTERPRETERS)[number];

/** What is known of whoever is to interpret at a visit: there, by video or telephone, or looked for and not found. */
export const INTERPRETATIONS = ["confirmed", "remote", "not-found"] as const;
export type Interpretation = (typeof INTERPRETATIONS)[number];

/** «Αλβανικά»; @param sign Greek Sign Language in the reader's words: browsers and Node have none for it */
export const interpreterName = (interpreter: Interpreter, language: CitizensLanguage, sign: string): string =>
  interpreter === "gss" ? sign : (new Intl.DisplayNames(language, { type: "language" }).of(interpreter) ?? interpreter);
