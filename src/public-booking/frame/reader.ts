import { type CitizensLanguage, writingDirection } from "../../text/languages.ts";
import { type Text, textIn } from "../../text/text.ts";
import type { OfferedLanguages } from "../languages/offered-languages.ts";
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
  /** Greek words of the ministry in this language; null: nobody has translated them */
  translated(greek: string): string | null;
  /** The ministry lets visits say what of health is to be prepared */
  offersNeeds(): boolean;
}

/** Where the pages of a language are: Greek ones without a prefix. */
export const prefixOf = (language: CitizensLanguage): string => (language === "el" ? "" : `/${language}`);

/** Greek and English, in the words of the program. */
const WITHOUT_MORE: Omit<OfferedLanguages, "refresh"> = {
  all: () => ["el", "en"],
  translated: () => null,
  needs: () => false,
};

export const readerIn = (
  language: CitizensLanguage,
  trial: boolean,
  { all, translated, needs }: Omit<OfferedLanguages, "refresh"> = WITHOUT_MORE,
): PageReader => ({
  language,
  dir: writingDirection(language),
  trial,
  t: textIn(language),
  languages: all,
  translated: (greek) => translated(greek, language),
  offersNeeds: needs,
  path: (address) => `${prefixOf(language)}${address}`,
});

/** The same, or in English where the ministry has switched that language off. */
export const offeredReader = (language: CitizensLanguage, trial: boolean, offered: OfferedLanguages): PageReader =>
  readerIn(offered.all().includes(language) ? language : "en", trial, offered);
