import { createContext, type ReactNode, useContext, useState } from "react";
import { type Language, type Text, textIn } from "../text/text.ts";
import { preferences } from "./preferences.ts";

/** The language of the screen: Greek, unless this browser was set to English. */

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: "el", setLanguage: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(initialLanguage);
  const choose = (chosen: Language) => {
    preferences.set("language", chosen);
    document.documentElement.lang = chosen;
    setLanguage(chosen);
  };
  return <LanguageContext value={{ language, setLanguage: choose }}>{children}</LanguageContext>;
}

function initialLanguage(): Language {
  const language = preferences.get("language") === "en" ? "en" : "el";
  document.documentElement.lang = language;
  return language;
}

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** The words of the chosen language. */
export const useText = (): Text => textIn(useLanguage().language);
