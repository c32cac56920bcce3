import { NoConnection } from "../api.ts";
import { isSignedOut } from "../query-client.ts";
import { useText } from "../text.tsx";
import { useShownDay } from "./shown-day.ts";

/** The plan stands as it was and says so; it comes back by itself. */
export function ConnectionBanner() {
  const t = useText();
  const { data, error } = useShownDay();
  const time = data && error && !isSignedOut(error) ? data.now.time : null;
  const title = error instanceof NoConnection ? "shell.offlineTitle" : "shell.serverTitle";
  return (
    <div role="status">
      {time && (
        <p className="banner note note--warn">
          <strong>{t(title, { time })}</strong> {t("shell.offlineText")}
        </p>
      )}
    </div>
  );
}
