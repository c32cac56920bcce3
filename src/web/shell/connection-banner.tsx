import { useShownDay } from "../../appointments/ui/shown-day.ts";
import { NoConnection } from "../../kit/api.ts";
import { isSignedOut } from "../../kit/query-client.ts";
import { useText } from "../../kit/text.tsx";
import { useLive } from "../../live/ui/live-state.ts";

/** Without a connection the page stays as it was and says so; it comes back by itself. */
export function ConnectionBanner() {
  const t = useText();
  const { data, error } = useShownDay();
  const heardAt = useLive(({ clock, status }) => (status === "lost" && !navigator.onLine ? clock?.time : undefined));
  const time = data && error && !isSignedOut(error) ? data.now.time : heardAt;
  const title = error instanceof NoConnection || !error ? "shell.offlineTitle" : "shell.serverTitle";
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
