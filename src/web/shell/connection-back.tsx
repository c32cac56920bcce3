import { Link, useParams } from "@tanstack/react-router";
import { minuteOf } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Outage } from "./outage.ts";

/** Nobody reaches for paper sooner. */
const WORTH_MINUTES = 5;

/** After an outage: the way to the list in which what was noted on paper is caught up. */
export function ConnectionBack({ outage, onDismiss }: { outage: Outage; onDismiss: () => void }) {
  const t = useText();
  const { office } = useParams({ strict: false });
  const { date, from, to } = outage;
  if (!office || minuteOf(to) - minuteOf(from) < WORTH_MINUTES) return null;
  return (
    <div className="banner note">
      <p>
        <strong>{t("shell.connectionBack")}</strong> {t("shell.connectionBackText", { from, to })}
      </p>
      <Link
        className={buttonClass("plain", "small")}
        to="/offices/$office/days/$date/catch-up"
        params={{ office, date }}
        search={{ from, to }}
        onClick={onDismiss}
      >
        {t("shell.catchUp")}
      </Link>
      <Button size="small" look="ghost" isIcon aria-label={t("shell.dismiss")} onClick={onDismiss}>
        <Icon name="close" />
      </Button>
    </div>
  );
}
