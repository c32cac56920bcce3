import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day, QueueOfDay } from "../../contract.ts";
import { DayMenu } from "../day/day-menu.tsx";
import { DaySummary } from "../day/day-summary.tsx";
import { NeedsAhead } from "../needs/needs-ahead.tsx";
import { FilterBar } from "../table/filter-bar.tsx";

interface PlanFootProps {
  readonly office: Office;
  readonly day: Day;
  readonly folded?: readonly QueueOfDay[];
  readonly onUnfold?: (queue: number) => void;
}

/** The status bar under the plan: how many are where, which is the legend at once, and what of the day is not shown. */
export function PlanFoot({ office, day, folded = [], onUnfold }: PlanFootProps) {
  return (
    <div className="plan-foot">
      <DaySummary office={office} day={day} />
      <div className="plan-foot__end">
        <NeedsAhead appointments={day.appointments} />
        <FoldedQueues folded={folded} onUnfold={onUnfold} />
        <FilterBar office={office} day={day} names={["queues"]} />
        <DayMenu office={office.code} day={day} />
      </div>
    </div>
  );
}

/** One link, however many there are. */
function FoldedQueues({ folded, onUnfold }: Pick<PlanFootProps, "onUnfold"> & { folded: readonly QueueOfDay[] }) {
  const t = useText();
  const [first] = folded;
  if (!first) return null;
  const unfold = () => {
    for (const { number } of folded) onUnfold?.(number);
  };
  return (
    <Button look="link" size="small" aria-expanded={false} onClick={unfold}>
      {folded.length === 1
        ? t("plan.inactiveQueue", { queue: first.name })
        : t("plan.inactiveQueues", { count: folded.length })}
    </Button>
  );
}
