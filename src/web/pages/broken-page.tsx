import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { PlainFrame } from "../../kit/ui/plain-frame.tsx";

/** An error of ours. */
export const BrokenPage = () => (
  <PlainFrame>
    <Broken />
  </PlainFrame>
);

/** The same within the frame of whoever is signed in. */
export function Broken() {
  const t = useText();
  return (
    <>
      <title>{`${t("shell.brokenTitle")} | ${t("shell.appName")}`}</title>
      <Message title={t("shell.brokenTitle")} text={t("shell.brokenText")} level={1}>
        <Button look="primary" onClick={() => location.reload()}>
          {t("shell.reload")}
        </Button>
      </Message>
    </>
  );
}
