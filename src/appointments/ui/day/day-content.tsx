import { onDay } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import { inWordsOf } from "../../../text/text.ts";
import type { Day } from "../../contract.ts";
import { FILTER_NAMES, type FilterName } from "../look.ts";
import type { PlanMarks } from "../plan-marks.ts";
import { FilterBar } from "../table/filter-bar.tsx";
import { FilterChips } from "../table/filter-chips.tsx";
import { TablePlace } from "../table/table-place.tsx";
import { FocusBack, useFocusedAppointment } from "../table/use-focused-appointment.tsx";
import { useDayAddress } from "../use-day-navigation.ts";
import { useListedVisits } from "../waiting/use-listed-visits.ts";
import { WaitingBar } from "../waiting/waiting-bar.tsx";
import { ClosedBanner } from "./closed-banner.tsx";
import { ClosedDayMessage } from "./closed-day.tsx";
import { DayMenu } from "./day-menu.tsx";
import { DaySummary } from "./day-summary.tsx";
import { FilteredPlan } from "./filtered-plan.tsx";
import { NumbersNote } from "./numbers-note.tsx";
import { isClosedDay, isEmptyDay } from "./shut-day.ts";

interface DayContentProps {
  readonly office: Office;
  readonly day: Day;
  readonly marks: PlanMarks;
}

/** The day as plan or as table. */
export function DayContent({ office, day, marks }: DayContentProps) {
  const { search } = useDayAddress();
  const { held, ...focusWatch } = useFocusedAppointment();
  const isTable = search.view === "table";
  const { visits, numbers } = useListedVisits(office, day);
  const hasRows = visits.length > 0;
  const isEmpty = isEmptyDay(day);
  const isClosed = isClosedDay(day);
  const isToday = day.date === day.now.date;
  if (isEmpty && isClosed && !(isTable && hasRows))
    return (
      <>
        {isToday && numbers.length > 0 && <WaitingBar office={office} day={day} />}
        <NumbersNote count={numbers.length} />
        <ClosedDayMessage day={day} />
      </>
    );
  const names: readonly FilterName[] = isTable ? FILTER_NAMES : ["queues"];
  return (
    <>
      {isClosed && !isEmpty && <ClosedBanner day={day} />}
      {isTable ? <TableFacts office={office} day={day} /> : <PlanNotes day={day} isEmpty={isEmpty} />}
      {!isTable && !isToday && <NumbersNote count={numbers.length} />}
      {isToday && <WaitingBar office={office} day={day} />}
      <IgnoredNote />
      <FilterChips office={office} day={day} names={names} />
      <div className="day-page__view" {...focusWatch}>
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

/** Above the rows: filters and how many are where. */
function TableFacts({ office, day }: Omit<DayContentProps, "marks">) {
  return (
    <div className="day-page__facts">
      <FilterBar office={office} day={day} names={FILTER_NAMES} />
      {isEmptyDay(day) ? <EmptyDay day={day} /> : <DaySummary office={office} day={day} />}
      <DayMenu office={office.code} day={day} />
      <HolidayNote day={day} />
    </div>
  );
}

/** Above the plan stands only what is out of the ordinary: the rest is in its foot. */
function PlanNotes({ day, isEmpty }: { day: Day; isEmpty: boolean }) {
  if (!isEmpty && !day.holiday) return null;
  return (
    <div className="day-page__facts">
      {isEmpty && <EmptyDay day={day} />}
      <HolidayNote day={day} />
    </div>
  );
}

function HolidayNote({ day: { holiday, holidayEn } }: { day: Day }) {
  const t = useText();
  if (!holiday) return null;
  return <p className="badge badge--navy">{t("plan.holidayNote", { holiday: inWordsOf(t, holiday, holidayEn) })}</p>;
}

/** Nobody is booked: how much room there is stands beside the plan that shows where. */
function EmptyDay({ day }: { day: Day }) {
  const t = useText();
  const { language } = useLanguage();
  const count = day.queues.reduce((sum, { free }) => sum + free.length, 0);
  const room = () => {
    if (day.date < day.now.date) return t("plan.emptyPast");
    return count === 0 ? t("plan.emptyFull") : t("plan.emptyText", { count });
  };
  return (
    <p className="note">
      <strong>{t("plan.emptyTitle", { day: onDay(day.date, language) })}.</strong> {room()}
    </p>
  );
}

/** Said once, quietly: part of the address made no sense and was left out. */
function IgnoredNote() {
  const t = useText();
  const { search } = useDayAddress();
  if (!search.ignored) return null;
  return (
    <p className="hint ignored" role="status">
      <Icon name="info" /> {t("table.ignored")}
    </p>
  );
}
