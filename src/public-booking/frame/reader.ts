import type { Text } from "../../text/text.ts";
import { type Language, textIn } from "../../text/text.ts";
import "../../text/server.ts";

/** Who reads a page, and in which language; `path` leads to a page of ours in that same language. */
export interface PageReader {
  readonly language: Language;
  readonly dir: "ltr" | "rtl";
  /** This is a trial */
  readonly trial: boolean;
  readonly t: Text;
  path(address: string): string;
}

/** The languages in which citizens' pages are served, and where: Greek without a prefix. */
export const TONGUES: readonly { readonly language: Language; readonly prefix: string; readonly name: string }[] = [
  { language: "el", prefix: "", name: "Ελληνικά" },
  { language: "en", prefix: "/en", name: "English" },
];

export const readerIn = (language: Language, trial: boolean): PageReader => {
  const prefix = TONGUES.find((tongue) => tongue.language === language)?.prefix ?? "";
  return { language, dir: "ltr", trial, t: textIn(language), path: (address) => `${prefix}${address}` };
};
