import { Link } from "@tanstack/react-router";
import { useMe } from "../../../kit/me.ts";
import { useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { QueueOfDay } from "../../contract.ts";
import { useDayAddress } from "../use-day-navigation.ts";

/** «Απουσία…»: to the head the page that shows what it would do, with today's rest or the whole day filled in. */
export function AbsenceLink({ queue, isToday }: { queue: QueueOfDay; isToday: boolean }) {
  const t = useText();
  const { office, date } = useDayAddress();
  const roles = useMe().offices.find(({ code }) => code === office)?.roles;
  if (!roles?.includes("administrator") || !queue.active) return null;
  return (
    <Link
      className={`column__absence ${buttonClass("ghost", "in-card")}`}
      to="/offices/$office/exceptions/new"
      params={{ office }}
      search={{ queue: queue.number, date, hours: isToday ? "rest" : "day" }}
      title={t("plan.absence")}
    >
      <Icon name="person" />
      <span>{t("plan.absence")}</span>
      <span className="visually-hidden">{` ${queue.name} `}</span>
    </Link>
  );
}
