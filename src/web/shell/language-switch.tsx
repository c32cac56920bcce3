import { useLanguage } from "../text.tsx";

const OTHER = { el: { language: "en", name: "English" }, en: { language: "el", name: "Ελληνικά" } } as const;

/** The other language, named in itself. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = OTHER[language];
  return (
    <button className="top__link" type="button" lang={other.language} onClick={() => setLanguage(other.language)}>
      {other.name}
    </button>
  );
}
