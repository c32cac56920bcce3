import { TRANSLATED_LANGUAGES, type TranslatedLanguage } from "../../../text/languages.ts";
import type { Translation } from "../../contract.ts";

/** Which translations are shown; nothing: all of Albanian. */
export interface TranslationsSearch {
  readonly language?: TranslatedLanguage | undefined;
  readonly only?: "missing" | "unchecked" | undefined;
}

export const FIRST_LANGUAGE: TranslatedLanguage = "sq";

export const validateTranslationsSearch = ({
  language,
  only,
}: Readonly<Record<string, unknown>>): TranslationsSearch => ({
  language: TRANSLATED_LANGUAGES.find((each) => each === language && each !== FIRST_LANGUAGE),
  only: only === "missing" || only === "unchecked" ? only : undefined,
});

/** Words that were stored before they are needed wait for nobody. */
const isWaited = ({ kind, words }: Translation): boolean => kind !== "reason" || words !== null;

export const isMissing = (translation: Translation): boolean => translation.words === null && isWaited(translation);

export const isUnchecked = ({ words, isChecked }: Translation): boolean => words !== null && !isChecked;

export function filterTranslations(all: readonly Translation[], only: TranslationsSearch["only"]): Translation[] {
  if (only === "missing") return all.filter(isMissing);
  return only === "unchecked" ? all.filter(isUnchecked) : all.filter(isWaited);
}
