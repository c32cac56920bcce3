import { Link } from "@tanstack/react-router";
import { numericDate, onDate } from "../../../kit/dates.ts";
import { useMe } from "../../../kit/me.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { inWordsOf, type Text } from "../../../text/text.ts";
import type { Day, QueueOfDay } from "../../contract.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { dayClosing, decidedToStay, exceptionsOn, isShutDay } from "./shut-day.ts";

export const CLOSED_BANNER_ID = "closed-day";

/** The day is closed and people are booked all the same: who closed it, for whom and why, how many they are, and the ways out. */
export function ClosedBanner({ day }: { day: Day }) {
  const t = useText();
  const { language } = useLanguage();
  const closing = dayClosing(day);
  const isShut = isShutDay(day);
  const unsettled = isShut ? day.unsettled.length : 0;
  const kept = isShut ? decidedToStay(day).length : 0;
  return (
    <div className="closed-banner note note--warn" id={CLOSED_BANNER_ID}>
      <Icon name="warning" />
      <p>
        <strong>
          {t("plan.shutTitle", { day: onDate(day.date, language) })}
          {closing && `: ${inWordsOf(t, closing.reason, closing.reasonEn)}`}.
        </strong>{" "}
        {closing && byWhom(closing, t)}
        {isShut && (
          <>
            <br />
            {unsettled > 0 && <strong>{t("plan.shutPeople", { count: unsettled })}</strong>}{" "}
            {kept > 0 && t("plan.shutKept", { count: kept })} {t("plan.shutNew")}
          </>
        )}
      </p>
      {isShut && <WaysOut day={day} unsettled={unsettled} />}
    </div>
  );
}

/** The head goes where they are settled, by the menu's own word for it, or where the exception is changed; a clerk reads who does it. */
function WaysOut({ day, unsettled }: { day: Day; unsettled: number }) {
  const t = useText();
  const { office } = useDayAddress();
  const isHead = useMe().offices.some(({ code, roles }) => code === office && roles.includes("administrator"));
  if (!isHead) return unsettled > 0 && <span>{t("plan.shutHead")}</span>;
  return (
    <span className="group">
      {unsettled > 0 && (
        <Link className={buttonClass("primary")} to="/offices/$office/work-list" params={{ office }}>
          {t("plan.shutSettle", { count: unsettled })}
        </Link>
      )}
      <ToExceptions office={office} exceptions={exceptionsOn(day)} />
    </span>
  );
}

/** To the one that closes the day, or to the list that has them all. */
function ToExceptions({ office, exceptions }: { office: string; exceptions: readonly string[] }) {
  const t = useText();
  const [id] = exceptions;
  if (!id) return null;
  if (exceptions.length > 1)
    return (
      <Link className={buttonClass()} to="/offices/$office/queues" params={{ office }}>
        {t("plan.shutExceptions")}
      </Link>
    );
  return (
    <Link className={buttonClass()} to="/offices/$office/exceptions/$id" params={{ office, id }}>
      {t("plan.shutException")}
    </Link>
  );
}

function byWhom({ kind, decided, region }: QueueOfDay["closed"][number], t: Text): string {
  const by = kind === "exception" ? "office" : "ministry";
  const whom = region === null ? t("plan.shutFor-country") : t("plan.shutFor-region", { region });
  return decided ? t(`plan.shutBy-${by}-on`, { whom, date: numericDate(decided) }) : t(`plan.shutBy-${by}`, { whom });
}
