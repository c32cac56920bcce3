import type { Office } from "../../offices/contract.ts";
import { useText } from "../../web/text.tsx";
import type { Day } from "../contract.ts";
import { ClosedDay } from "./closed-day.tsx";
import { DaySummary } from "./day-summary.tsx";
import { EmptyDay } from "./empty-day.tsx";
import { Plan } from "./plan.tsx";
import { isOnPlan } from "./plan-layout.ts";
import type { PlanMarks } from "./plan-marks.ts";

interface DayContentProps {
  readonly office: Office;
  readonly day: Day;
  readonly marks: PlanMarks;
}

export function DayContent({ office, day, marks }: DayContentProps) {
  const t = useText();
  const isEmpty = !day.appointments.some(isOnPlan);
  const isClosed = day.queues.every(({ active, open }) => !active || open.length === 0);
  if (isEmpty && isClosed) return <ClosedDay day={day} />;
  return (
    <>
      <div className="day__facts">
        {isEmpty ? <EmptyDay day={day} /> : <DaySummary appointments={day.appointments} />}
        {day.holiday && <p className="tag tag--navy">{t("plan.holidayNote", { holiday: day.holiday })}</p>}
      </div>
      <Plan key={day.date} office={office} day={day} marks={marks} />
    </>
  );
}
