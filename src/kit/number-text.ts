import type { Language } from "../text/text.ts";

/** As numbers are written in Greek, or in the English of Europe. */
export const numberText = (value: number, language: Language, options?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(language === "en" ? "en-GB" : "el-GR", options);
