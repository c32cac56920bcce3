import { useLanguage, useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { MessagePage } from "../../kit/ui/message-page.tsx";

/** Signing in happens at the government's server and returns to this very address. */
export function SignInPage() {
  const t = useText();
  const { language } = useLanguage();
  const here = location.pathname + location.search;
  return (
    <MessagePage title={t("shell.signInTitle")} text={t("shell.signInText")}>
      <a className={buttonClass("primary")} href={`/sign-in?return=${encodeURIComponent(here)}`}>
        {t("shell.signIn")}
      </a>
      <p>
        {t("shell.forCitizens")} <a href={language === "en" ? "/en/book" : "/book"}>{t("shell.citizensBook")}</a>
      </p>
    </MessagePage>
  );
}
