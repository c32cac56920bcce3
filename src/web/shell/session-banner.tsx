import { useQueryClient } from "@tanstack/react-query";
import { createPortal } from "react-dom";
import { meQuery, useMe } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { endOfSession, type SessionEnding } from "./end-of-session.ts";
import { SIGN_IN_BESIDE } from "./sign-in-beside.ts";
import { useTopDialog } from "./use-top-dialog.ts";

/** Over a dialog too: what is beneath it can't be pressed. */
export function SessionBanner() {
  const { session } = useMe();
  const ending = endOfSession(session);
  const dialog = useTopDialog(ending !== null);
  return (
    <>
      <div role="status">{ending && !dialog && <Warning ending={ending} />}</div>
      {ending &&
        dialog &&
        createPortal(
          <div role="alert">
            <Warning ending={ending} />
          </div>,
          dialog,
        )}
    </>
  );
}

function Warning({ ending }: { ending: SessionEnding }) {
  const t = useText();
  const queryClient = useQueryClient();
  return (
    <div className="banner note">
      <p>
        {ending.isFinal
          ? t("shell.endingForGood", { count: ending.minutes })
          : t("shell.ending", { count: ending.minutes })}
      </p>
      {ending.isFinal ? (
        <a className={buttonClass("plain", "small")} href={SIGN_IN_BESIDE} target="_blank" rel="noreferrer">
          {t("shell.signInNow")}
        </a>
      ) : (
        <Button size="small" onClick={() => queryClient.refetchQueries({ queryKey: meQuery.queryKey })}>
          {t("shell.continue")}
        </Button>
      )}
    </div>
  );
}
