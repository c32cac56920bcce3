import { useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { DayPlan } from "../plan/plan.tsx";
import { PlanFoot } from "../plan/plan-foot.tsx";
import type { PlanMarks } from "../plan-marks.ts";
import { NoMatch } from "../table/no-match.tsx";
import { useDayAddress } from "../use-day-navigation.ts";

interface FilteredPlanProps {
  readonly office: Office;
  readonly day: Day;
  readonly marks: PlanMarks;
}

/** The plan without the queues that the filter leaves out. */
export function FilteredPlan({ office, day, marks }: FilteredPlanProps) {
  const t = useText();
  const { queues } = useDayAddress().search;
  const shown = queues ? day.queues.filter(({ number }) => queues.includes(number)) : day.queues;
  if (shown.length === 0 && queues)
    return (
      <div className="plan-frame">
        <NoMatch title={t("table.noQueueTitle")} text={t("table.noQueueText")} />
        <PlanFoot office={office} day={day} />
      </div>
    );
  return <DayPlan office={office} day={queues ? { ...day, queues: shown } : day} marks={marks} />;
}
