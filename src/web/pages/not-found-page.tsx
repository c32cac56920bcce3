import { useText } from "../text.tsx";
import { buttonClass } from "../ui/button.tsx";
import { MessagePage } from "./message-page.tsx";

export function NotFoundPage() {
  const t = useText();
  return (
    <MessagePage title={t("shell.notFoundTitle")} text={t("shell.notFoundText")}>
      <a className={buttonClass("primary")} href="/">
        {t("shell.home")}
      </a>
    </MessagePage>
  );
}
