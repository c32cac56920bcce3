import { useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { chosenValues, FILTER_NAMES } from "../look.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { useListedVisits } from "../waiting/use-listed-visits.ts";
import { fits, type ListedVisit } from "./rows.ts";

/** How many of the day's appointments and numbers the table shows; on the plan, that it keeps to the queues only. */
export function FilterCount({ office, day }: { office: Office; day: Day }) {
  const t = useText();
  const { search } = useDayAddress();
  const { appointments, numbers } = useListedVisits(office, day);
  const active = FILTER_NAMES.filter((name) => chosenValues(search, name).length > 0);
  if (search.view !== "table") {
    const isMore = active.some((name) => name !== "queues");
    return isMore ? <span className="hint">{t("table.onlyQueues")}</span> : null;
  }
  const isFiltered = active.length > 0;
  const shownOf = (visits: readonly ListedVisit[]) => visits.filter((visit) => fits(visit, search)).length;
  const shown = shownOf(appointments);
  const count = numbers.length;
  return (
    <span role="status">
      <b>{shown}</b>{" "}
      {isFiltered ? t("table.count", { count: appointments.length }) : t("plan.appointments", { count: shown })}
      {count > 0 &&
        `, ${isFiltered ? t("table.numbersOf", { shown: shownOf(numbers), count }) : t("table.numbers", { count })}`}
    </span>
  );
}
