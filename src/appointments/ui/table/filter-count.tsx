import { useText } from "../../../kit/text.tsx";
import type { Day } from "../../contract.ts";
import { chosenValues, FILTER_NAMES } from "../look.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { fits, isInTable } from "./rows.ts";

/** How many of the day's appointments the table shows; on the plan, that it keeps to the queues only. */
export function FilterCount({ day }: { day: Day }) {
  const t = useText();
  const { search } = useDayAddress();
  const all = day.appointments.filter(isInTable);
  const shown = all.filter((appointment) => fits(appointment, search)).length;
  const active = FILTER_NAMES.filter((name) => chosenValues(search, name).length > 0);
  if (search.view !== "table") {
    const isMore = active.some((name) => name !== "queues");
    return isMore ? <span className="hint">{t("table.onlyQueues")}</span> : null;
  }
  return (
    <span role="status">
      <b>{shown}</b>{" "}
      {active.length > 0 ? t("table.count", { count: all.length }) : t("plan.appointments", { count: shown })}
    </span>
  );
}
