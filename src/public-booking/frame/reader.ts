import { type CitizensLanguage, writingDirection } from "../../text/languages.ts";
import { type Text, textIn } from "../../text/text.ts";
import "../../text/server.ts";

/** Who reads a page, and in which language; `path` leads to a page of ours in that same language. */
export interface PageReader {
  readonly language: CitizensLanguage;
  readonly dir: "ltr" | "rtl";
  /** This is a trial */
  readonly trial: boolean;
  readonly t: Text;
  path(address: string): string;
  /** In which pages are offered now, this one's included */
  languages(): readonly CitizensLanguage[];
}

/** Where the pages of a language are: Greek ones without a prefix. */
export const prefixOf = (language: CitizensLanguage): string => (language === "el" ? "" : `/${language}`);

export const readerIn = (
  language: CitizensLanguage,
  trial: boolean,
  languages: PageReader["languages"] = () => ["el", "en"],
): PageReader => ({
  language,
  dir: writingDirection(language),
  trial,
  t: textIn(language),
  languages,
  path: (address) => `${prefixOf(language)}${address}`,
});
