import { useLanguage, useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";

const OTHER = { el: { language: "en", name: "English" }, en: { language: "el", name: "Ελληνικά" } } as const;

/** The other language, named in itself. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const t = useText();
  const toast = useToasts();
  const other = OTHER[language];
  const change = () =>
    setLanguage(other.language).catch(() => toast.show({ tone: "error", text: t("shell.noConnection") }));
  return (
    <button className="top-bar__link" type="button" lang={other.language} onClick={change}>
      {other.name}
    </button>
  );
}
