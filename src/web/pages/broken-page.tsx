import { useText } from "../text.tsx";
import { Button } from "../ui/button.tsx";
import { MessagePage } from "./message-page.tsx";

/** An error of ours, or a part of a version that is no longer served. */
export function BrokenPage() {
  const t = useText();
  return (
    <MessagePage title={t("shell.brokenTitle")} text={t("shell.brokenText")}>
      <Button look="primary" onClick={() => location.reload()}>
        {t("shell.reload")}
      </Button>
    </MessagePage>
  );
}
