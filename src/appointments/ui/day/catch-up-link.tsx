import { Link } from "@tanstack/react-router";
import { minuteOf } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import type { Day } from "../../contract.ts";
import { isCounted, isOver } from "../../statuses.ts";
import { useDayAddress } from "../use-day-navigation.ts";

/**
 * The way to the list in which a day is caught up from paper, and how many visits are over of which nothing is noted. While
 * there is none today, nothing leads there but the banner after an outage.
 */
export function CatchUpLink({ day }: { day: Day }) {
  const t = useText();
  const { office } = useDayAddress();
  const open = openVisits(day);
  if (day.date > day.now.date || (day.date === day.now.date && open === 0)) return null;
  return (
    <p className="catch-up-link">
      <Link to="/offices/$office/days/$date/catch-up" params={{ office, date: day.date }} search={{}}>
        {t("shell.catchUp")}
      </Link>
      {open > 0 && <span className="hint">, {t("shell.catchUpOpen", { count: open })}</span>}
    </p>
  );
}

const openVisits = ({ date, now, appointments }: Day): number =>
  appointments.filter(
    ({ status, time, minutes }) =>
      isCounted(status) && !isOver(status) && (date < now.date || minuteOf(time) + minutes <= minuteOf(now.time)),
  ).length;
