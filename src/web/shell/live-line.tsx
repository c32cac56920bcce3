import { useEffect } from "react";
import { POLLING_SECONDS } from "../../appointments/ui/queries.ts";
import { useShownDay } from "../../appointments/ui/shown-day.ts";
import { useAfterPage } from "../../kit/idle/after-page.ts";
import { useMe } from "../../kit/me.ts";
import { useShownOffice } from "../../kit/shown-office.ts";
import { useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { followOffice } from "../../live/ui/follow-office.ts";
import { useLive } from "../../live/ui/live-state.ts";

/** Whether what is shown follows the other desks by itself, or how old it is, by the server's clock. */
export function LiveLine() {
  const t = useText();
  const office = useShownOffice()?.code;
  const { id } = useMe().employee;
  // The server's stream is outside of the page: it is listened to for as long as its office is shown.
  // Once it speaks, all is asked for again that may have changed meanwhile: not while the page is still coming.
  const isPageThere = useAfterPage();
  useEffect(() => (office && isPageThere ? followOffice(office, id) : undefined), [office, id, isPageThere]);
  const told = useLive((live) => live.told);
  const waiting = useLive((live) => live.waiting);
  const line = useLine();
  if (!office) return null;
  return (
    <>
      {line && (
        <span className={classes("live-line", line.isStale && "live-line--stale")} title={line.words}>
          <span className={line.isStale ? undefined : "navigation__words"}>{line.words}</span>
        </span>
      )}
      <span role="status" className="visually-hidden">
        {told !== null && t("live.changed", { count: told })}
        {waiting !== null && ` ${waiting === 0 ? t("live.nobodyWaits") : t("live.waits", { count: waiting })}`}
      </span>
    </>
  );
}

function useLine(): { readonly words: string; readonly isStale: boolean } | null {
  const t = useText();
  const { data, error } = useShownDay();
  const status = useLive((live) => live.status);
  const heardAt = useLive((live) => live.clock?.time);
  const time = data?.now.time ?? heardAt;
  if (!time) return null;
  if (error || (status === "lost" && !navigator.onLine)) return { words: t("live.lost", { time }), isStale: true };
  if (status === "live") return { words: t("live.live", { time: heardAt ?? time }), isStale: false };
  if (status === "lost") return { words: t("live.polling", { seconds: POLLING_SECONDS }), isStale: true };
  return { words: t("shell.liveAt", { time }), isStale: false };
}
