import { useEffect } from "react";
import { PlainFrame } from "../pages/plain-frame.tsx";
import { useText } from "../text.tsx";
import { useToasts } from "../toasts.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Message } from "../ui/message.tsx";
import { SIGN_IN_BESIDE } from "./sign-in-beside.ts";

/** In place of a page whose session has ended: whoever passes by the desk reads nothing about citizens. */
export function SessionOver() {
  const t = useText();
  const { putAway } = useToasts();
  useEffect(putAway, [putAway]);
  return (
    <PlainFrame>
      <div role="alert" className="session-over">
        <Message title={t("shell.expiredTitle")} text={t("shell.expiredText")} level={1}>
          <a className={buttonClass("primary")} href={SIGN_IN_BESIDE} target="_blank" rel="noreferrer">
            {t("shell.expiredLink")}
          </a>
        </Message>
      </div>
    </PlainFrame>
  );
}
