import { useQueryClient } from "@tanstack/react-query";
import { meQuery, useMe } from "../me.ts";
import { useText } from "../text.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { endOfSession } from "./end-of-session.ts";

/** Signing in again happens in a window of its own: this page keeps everything and goes on. */
const SIGN_IN = "/sign-in?return=/signed-in";

export function SessionBanner({ isExpired }: { isExpired: boolean }) {
  const t = useText();
  const queryClient = useQueryClient();
  const { session } = useMe();
  const ending = isExpired ? null : endOfSession(session);
  const signInLink = (words: string) => (
    <a className={buttonClass("plain", "small")} href={SIGN_IN} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
  return (
    <>
      <div role="alert">
        {isExpired && (
          <div className="banner note note--err">
            <p>{t("shell.expiredBanner")}</p>
            {signInLink(t("shell.expiredLink"))}
          </div>
        )}
      </div>
      <div role="status">
        {ending && (
          <div className="banner note">
            <p>
              {ending.isFinal
                ? t("shell.endingForGood", { count: ending.minutes })
                : t("shell.ending", { count: ending.minutes })}
            </p>
            {ending.isFinal ? (
              signInLink(t("shell.signInNow"))
            ) : (
              <Button size="small" onClick={() => queryClient.refetchQueries({ queryKey: meQuery.queryKey })}>
                {t("shell.continue")}
              </Button>
            )}
          </div>
        )}
      </div>
    </>
  );
}
