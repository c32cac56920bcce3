/** As numbers are written in Greek, or in the English of Europe. */
export const writtenNumber = (value: number, language: "el" | "en", options?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(language === "en" ? "en-GB" : "el-GR", options);
