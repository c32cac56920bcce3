import { createContext, type ReactNode, useContext, useState } from "react";
import { writtenNumber } from "../platform/text/written-number.ts";
import { type Language, type Text, textIn } from "../text/text.ts";
import { preferences } from "./preferences.ts";

/** The language of the screen: Greek, unless this browser was set to English. */

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => Promise<void>;
}

const LanguageContext = createContext<LanguageChoice>({ language: "el", setLanguage: async () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(initialLanguage);
  const choose = async (chosen: Language) => {
    await loadWords(chosen);
    preferences.set("language", chosen);
    document.documentElement.lang = chosen;
    setLanguage(chosen);
  };
  return <LanguageContext value={{ language, setLanguage: choose }}>{children}</LanguageContext>;
}

/** Greek words come with the page, English ones once they are wanted. */
async function loadWords(language: Language): Promise<void> {
  if (language === "en") await import("../text/english.ts");
}

const chosenLanguage = (): Language => (preferences.get("language") === "en" ? "en" : "el");

/** Before the first page: its words are there, and the page says in which language it is. */
export const loadChosenWords = (): Promise<void> => loadWords(chosenLanguage());

function initialLanguage(): Language {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  return language;
}

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** The words of the chosen language. */
export const useText = (): Text => textIn(useLanguage().language);

/**
 * Between words that only their layout keeps apart: a screen reader runs them together otherwise, since a space between
 * blocks or flexible parts is none to the browser.
 */
export const Space = () => <span className="visually-hidden"> </span>;

/** 1.200, 1,200 */
export function useNumbers(): (value: number) => string {
  const { language } = useLanguage();
  return (value) => writtenNumber(value, language);
}
