import { useBlocker } from "@tanstack/react-router";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";

/** Asks before what was typed would be lost; at the window's own end the browser asks. */
export function LeaveDialog({ unsaved }: { unsaved: number }) {
  const t = useText();
  const leaving = useBlocker({
    shouldBlockFn: () => unsaved > 0,
    enableBeforeUnload: unsaved > 0,
    withResolver: true,
  });
  if (leaving.status !== "blocked") return null;
  return (
    <Dialog title={t("office.leave-title")} onClose={leaving.reset}>
      <p>{t("office.leave-text", { count: unsaved })}</p>
      <div className="group">
        <Button onClick={leaving.reset} data-autofocus>
          {t("office.leave-stay")}
        </Button>
        <Button look="danger" onClick={leaving.proceed}>
          {t("office.leave-go")}
        </Button>
      </div>
    </Dialog>
  );
}
