import { Link } from "@tanstack/react-router";
import { numericDate, onDate } from "../../../kit/dates.ts";
import { useMe } from "../../../kit/me.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Text } from "../../../text/text.ts";
import type { Day, QueueOfDay } from "../../contract.ts";
import { isToCome } from "../../statuses.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { dayClosing } from "./shut-day.ts";

export const CLOSED_BANNER_ID = "closed-day";

/** The day is closed and people are booked all the same: who closed it and why, how many they are, and the one way out. */
export function ClosedBanner({ day }: { day: Day }) {
  const t = useText();
  const { language } = useLanguage();
  const closing = dayClosing(day);
  const count = day.appointments.filter(({ status }) => isToCome(status)).length;
  const isOwn = closing?.kind === "exception";
  return (
    <div className="closed-banner note note--warn" id={CLOSED_BANNER_ID}>
      <Icon name="warning" />
      <p>
        <strong>
          {t("plan.shutTitle", { day: onDate(day.date, language) })}
          {closing && `: ${closing.reason}`}.
        </strong>{" "}
        {closing && byWhom(closing, t)}
        {count > 0 && (
          <>
            <br />
            <strong>{t("plan.shutPeople", { count })}</strong> {t("plan.shutNew")}
          </>
        )}
      </p>
      {count > 0 && closing && !isOwn && <WayOut count={count} />}
    </div>
  );
}

/** The head goes where they are settled, by the menu's own word for it; a clerk reads who does it. */
function WayOut({ count }: { count: number }) {
  const t = useText();
  const { office } = useDayAddress();
  const isHead = useMe().offices.some(({ code, roles }) => code === office && roles.includes("administrator"));
  if (!isHead) return <span>{t("plan.shutHead")}</span>;
  return (
    <Link className={buttonClass("primary")} to="/offices/$office/work-list" params={{ office }}>
      {t("plan.shutSettle", { count })}
    </Link>
  );
}

function byWhom({ kind, decided }: QueueOfDay["closed"][number], t: Text): string {
  const by = kind === "exception" ? "office" : "ministry";
  return decided ? t(`plan.shutBy-${by}-on`, { date: numericDate(decided) }) : t(`plan.shutBy-${by}`);
}
