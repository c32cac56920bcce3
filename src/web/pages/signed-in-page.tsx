import { useEffect } from "react";
import { tellSignedIn } from "../session-channel.ts";
import { useText } from "../text.tsx";
import { MessagePage } from "./message-page.tsx";

/** Where the window ends that was opened to sign in again: the page that was left open goes on. */
export function SignedInPage() {
  const t = useText();
  useEffect(tellSignedIn, []);
  return (
    <MessagePage title={t("shell.signedInTitle")} text={t("shell.signedInText")}>
      <a href="/">{t("shell.home")}</a>
    </MessagePage>
  );
}
