import { useQueryClient } from "@tanstack/react-query";
import { meQuery, useMe } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { endOfSession } from "./end-of-session.ts";
import { SIGN_IN_BESIDE } from "./sign-in-beside.ts";

export function SessionBanner() {
  const t = useText();
  const queryClient = useQueryClient();
  const { session } = useMe();
  const ending = endOfSession(session);
  return (
    <div role="status">
      {ending && (
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
      )}
    </div>
  );
}
