import { useText } from "../text.tsx";
import { classes } from "../ui/classes.ts";
import { useShownDay } from "./shown-day.ts";

/** When the plan was last what the server said, by the server's clock. */
export function LiveLine() {
  const t = useText();
  const { data, error } = useShownDay();
  if (!data) return null;
  const { time } = data.now;
  return (
    <span className={classes("live", error && "live--stale")}>
      {error ? t("shell.liveStale", { time }) : t("shell.liveAt", { time })}
    </span>
  );
}
