/** In which citizens read pages and letters. The program's own pages have the first two. */
export const LANGUAGES = ["el", "en", "sq", "uk", "ar", "ur"] as const;
export type CitizensLanguage = (typeof LANGUAGES)[number];

/** Those of many who come to the counters: each waits for a native reader, and is off until the ministry switches it on. */
export const COUNTER_LANGUAGES = ["sq", "uk", "ar", "ur"] as const;
export type CounterLanguage = (typeof COUNTER_LANGUAGES)[number];

/** Into which the ministry's Greek words are translated. */
export const TRANSLATED_LANGUAGES = ["en", ...COUNTER_LANGUAGES] as const;
export type TranslatedLanguage = (typeof TRANSLATED_LANGUAGES)[number];

export const isCounterLanguage = (language: string): language is CounterLanguage =>
  (COUNTER_LANGUAGES as readonly string[]).includes(language);

/** Each as it calls itself. */
export const OWN_NAMES: Readonly<Record<CitizensLanguage, string>> = {
  el: "Ελληνικά",
  en: "English",
  sq: "Shqip",
  uk: "Українська",
  ar: "العربية",
  ur: "اردو",
};

export const writingDirection = (language: CitizensLanguage): "ltr" | "rtl" =>
  language === "ar" || language === "ur" ? "rtl" : "ltr";

/** What a clerk says to a citizen on the telephone: the clerk reads Greek and English. */
export const spokenIn = (language: CitizensLanguage): "el" | "en" => (language === "el" ? "el" : "en");

/** As the script of a language writes it. */
export const comma = (language: CitizensLanguage): string => (writingDirection(language) === "rtl" ? "،" : ",");

/** «Τρίτη 24 Νοεμβρίου, 09:30»: those parts that there are, in one line. */
export const inLine = (language: CitizensLanguage, ...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part).join(`${comma(language)} `);
