import { useText } from "../../kit/text.tsx";
import type { Office } from "../../offices/contract.ts";
import type { Day } from "../contract.ts";
import { ClosedDayMessage } from "./closed-day.tsx";
import { DaySummary } from "./day-summary.tsx";
import { EmptyDay } from "./empty-day.tsx";
import { isOnPlan } from "./plan-layout.ts";
import type { PlanMarks } from "./plan-marks.ts";
import { FilterBar } from "./table/filter-bar.tsx";
import { FilterChips } from "./table/filter-chips.tsx";
import { FilteredPlan } from "./table/filtered-plan.tsx";
import { IgnoredNote } from "./table/ignored-note.tsx";
import { FILTER_NAMES, type FilterName } from "./table/look.ts";
import { isInTable } from "./table/rows.ts";
import { TablePlace } from "./table/table-place.tsx";
import { FocusBack, useKeptAppointment } from "./table/use-kept-appointment.tsx";
import { useDayAddress } from "./use-day-navigation.ts";

interface DayContentProps {
  readonly office: Office;
  readonly day: Day;
  readonly marks: PlanMarks;
}

/** The day as plan or as table, below what both share: filters and summary. */
export function DayContent({ office, day, marks }: DayContentProps) {
  const t = useText();
  const { search } = useDayAddress();
  const { held, ...focusWatch } = useKeptAppointment();
  const isTable = search.view === "table";
  const hasRows = day.appointments.some(isInTable);
  const isEmpty = !day.appointments.some(isOnPlan);
  const isClosed = day.queues.every(({ active, open }) => !active || open.length === 0);
  if (isEmpty && isClosed && !(isTable && hasRows)) return <ClosedDayMessage day={day} />;
  const names: readonly FilterName[] = isTable ? FILTER_NAMES : ["queues"];
  return (
    <>
      <div className="day__facts">
        <FilterBar office={office} day={day} names={names} />
        {isEmpty ? <EmptyDay day={day} /> : <DaySummary appointments={day.appointments} />}
        {day.holiday && <p className="tag tag--navy">{t("plan.holidayNote", { holiday: day.holiday })}</p>}
      </div>
      <IgnoredNote />
      <FilterChips office={office} day={day} names={names} />
      <div className="day__view" {...focusWatch}>
        {isTable ? (
          hasRows && <TablePlace key={day.date} office={office} day={day} held={held} />
        ) : (
          <FilteredPlan key={day.date} office={office} day={day} marks={marks} />
        )}
        {!isTable && <FocusBack held={held} />}
      </div>
    </>
  );
}
