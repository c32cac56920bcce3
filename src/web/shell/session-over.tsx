import { useEffect, useRef } from "react";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { PlainFrame } from "../../kit/ui/plain-frame.tsx";
import { SIGN_IN_BESIDE } from "./sign-in-beside.ts";

/** In place of a page whose session has ended: whoever passes by the desk reads nothing about citizens. */
export function SessionOver() {
  const t = useText();
  const { putAway } = useToasts();
  useEffect(() => putAway(), [putAway]);
  const wayOn = useRef<HTMLAnchorElement>(null);
  // An effect: the page that is covered has noted by now where the focus was.
  useEffect(() => wayOn.current?.focus(), []);
  return (
    <PlainFrame>
      <div role="alert" className="session-over">
        <Message title={t("shell.expiredTitle")} text={t("shell.expiredText")} level={1}>
          <a ref={wayOn} className={buttonClass("primary")} href={SIGN_IN_BESIDE} target="_blank" rel="noreferrer">
            {t("shell.expiredLink")}
          </a>
        </Message>
      </div>
    </PlainFrame>
  );
}
