import { useEffect } from "react";
import { useText } from "../../kit/text.tsx";
import { MessagePage } from "../../kit/ui/message-page.tsx";
import { tellSignedIn } from "../session-channel.ts";

/** The last page of a window that was opened to sign in again: the page that was left open goes on. */
export function SignedInPage() {
  const t = useText();
  useEffect(tellSignedIn, []);
  return (
    <MessagePage title={t("shell.signedInTitle")} text={t("shell.signedInText")}>
      <a href="/">{t("shell.home")}</a>
    </MessagePage>
  );
}
