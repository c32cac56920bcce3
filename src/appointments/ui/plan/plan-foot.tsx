import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Office } from "../../../offices/contract.ts";
import { SheetsToPrint } from "../../../paper/ui/sheet-offer.tsx";
import type { Day, QueueOfDay } from "../../contract.ts";
import { CatchUpLink } from "../day/catch-up-link.tsx";
import { DaySummary } from "../day/day-summary.tsx";
import { ScanCode } from "../day/scan-code.tsx";
import { FilterBar } from "../table/filter-bar.tsx";

interface PlanFootProps {
  readonly office: Office;
  readonly day: Day;
  readonly folded?: readonly QueueOfDay[];
  readonly onUnfold?: (queue: number) => void;
}

/** The status bar under the plan: how many are where, which is the legend at once, and what of the day is not shown. */
export function PlanFoot({ office, day, folded = [], onUnfold }: PlanFootProps) {
  const t = useText();
  return (
    <div className="plan-foot">
      <DaySummary office={office} day={day} />
      <div className="plan-foot__end">
        {day.date === day.now.date && (
          <>
            <ScanCode office={office.code} />
            <SheetsToPrint office={office.code} today={day.date} />
          </>
        )}
        <CatchUpLink day={day} />
        {folded.map(({ number, name }) => (
          <Button key={number} look="link" size="small" aria-expanded={false} onClick={() => onUnfold?.(number)}>
            {t("plan.inactiveQueue", { queue: name })}
          </Button>
        ))}
        <FilterBar office={office} day={day} names={["queues"]} />
      </div>
    </div>
  );
}
