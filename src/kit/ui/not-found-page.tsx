import { useText } from "../text.tsx";
import { buttonClass } from "./button.tsx";
import { Message } from "./message.tsx";
import { PlainFrame } from "./plain-frame.tsx";

/** An address that there is not. */
export const NotFoundPage = () => (
  <PlainFrame>
    <NotFound />
  </PlainFrame>
);

/** The same within the frame of whoever is signed in. */
export function NotFound() {
  const t = useText();
  return (
    <>
      <title>{`${t("shell.notFoundTitle")} | ${t("shell.appName")}`}</title>
      <Message title={t("shell.notFoundTitle")} text={t("shell.notFoundText")} level={1}>
        <a className={buttonClass("primary")} href="/">
          {t("shell.home")}
        </a>
      </Message>
    </>
  );
}
