import { useShownDay } from "../../appointments/ui/shown-day.ts";
import { NoConnection } from "../../kit/api.ts";
import { isSignedOut } from "../../kit/query-client.ts";
import { useText } from "../../kit/text.tsx";
import { useLive } from "../../live/ui/live-state.ts";
import { ConnectionBack } from "./connection-back.tsx";
import { useOutage } from "./outage.ts";

/** Without a connection the page stays as it was and says so; it comes back by itself, and paper is caught up. */
export function ConnectionBanner() {
  const t = useText();
  const { data, error } = useShownDay();
  const heardAt = useLive(({ clock, status }) => (status === "lost" && !navigator.onLine ? clock?.time : undefined));
  const time = data && error && !isSignedOut(error) ? data.now.time : heardAt;
  const title = error instanceof NoConnection || !error ? "shell.offlineTitle" : "shell.serverTitle";
  const { outage, dismiss } = useOutage(time, data?.now);
  return (
    <div role="status">
      {!time && outage && <ConnectionBack outage={outage} onDismiss={dismiss} />}
      {time && (
        <p className="banner note note--warn">
          <strong>{t(title, { time })}</strong> {t("shell.offlineText")}
        </p>
      )}
    </div>
  );
}
